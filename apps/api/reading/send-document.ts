import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadDocument } from '#projections';

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Sends a document as it is stored, or 304 when the reader has this revision. Undefined is an empty body.
 */
export function sendDocument(
  { document, revision, position, variant }: Pick<ReadDocument, 'document' | 'revision'> & Partial<ReadDocument>,
  request: FastifyRequest,
  reply: FastifyReply,
): string | undefined {
  const tag = variant === undefined ? `"${revision}"` : `"${revision}-${variant}"`;
  reply.header('ETag', tag);
  if (position) reply.header('X-Position', position);
  if (isAmong(tag, request.headers['if-none-match'])) {
    reply.code(304);
    return undefined;
  }
  reply.header('Content-Type', JSON_TYPE);
  return document;
}

/** Entity tags are compared weakly here: `W/"5"` is `"5"`. */
const isAmong = (tag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch?.trim() === '*' ||
  (ifNoneMatch ?? '').split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag);
