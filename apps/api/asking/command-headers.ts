import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Envelope } from '#commands';
import { text } from '#kernel';
import { actorOf } from '../acting/acting.ts';
import { correlationIdOf } from '../http/answer-headers.ts';
import { problem } from '../problems/known-problems.ts';

const KEY = /^[\x21-\x7e]{1,128}$/;
const ENTITY_TAG = /^"(0|[1-9]\d{0,15})"$/;

/** The envelope that the headers of a request make. */
export const envelopeOf = (request: FastifyRequest): Envelope => ({
  commandId: commandIdOf(request),
  actor: actorOf(request),
  correlationId: correlationIdOf(request),
  expectedRevision: expectedRevisionOf(request),
});

function commandIdOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return randomUUID();
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw problem('invalid-header', {
    detail: text(
      'Idempotency-Key takes 1 to 128 visible ASCII characters.',
      'Idempotency-Key 須為 1 至 128 個可見的 ASCII 字元。',
    ),
  });
}

function expectedRevisionOf(request: FastifyRequest): bigint | undefined {
  const tag = request.headers['if-match'];
  if (tag === undefined) return undefined;
  const [, revision] = ENTITY_TAG.exec(tag) ?? [];
  if (revision !== undefined) return BigInt(revision);
  throw problem('invalid-header', {
    detail: text('If-Match takes one revision in quotation marks: "5".', 'If-Match 須為一個加上引號的修訂編號："5"。'),
  });
}
