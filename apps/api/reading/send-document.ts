import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ReadDocument, variantOf } from '#projections';

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * A document as it is told to a student: named by what it says, and of no place in the log. The revision of a record
 * counts events that are not told yet.
 */
export const asTold = (document: ReadDocument): Told => ({
  document: document.document,
  variant: variantOf(document.document),
});

type Told = Pick<ReadDocument, 'document' | 'variant'> & Partial<ReadDocument>;

/**
 * Sends a document as it is stored, or 304 when the reader has this revision. Undefined is an empty body.
 */
export function sendDocument(
  { document, revision, position, variant }: Told,
  request: FastifyRequest,
  reply: FastifyReply,
): string | undefined {
  const tag = `"${[revision, variant].filter((part) => part !== undefined).join('-')}"`;
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
