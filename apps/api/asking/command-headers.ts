import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Envelope, WORDS } from '#commands';
import { text } from '#kernel';
import { actorOf } from '../acting/acting.ts';
import { correlationIdOf } from '../http/answer-headers.ts';
import { problem } from '../problems/known-problems.ts';

const KEY = /^[\x21-\x7e]{1,128}$/;
const OVERRIDE = /^([a-z][a-z-]{0,40}); ?([!-~]{1,6000})$/;
const REASON = /^[^\p{C}]{1,500}$/u;
const ENTITY_TAG = /^"(0|[1-9]\d{0,15})"$/;

/** The envelope that the headers of a request make. */
export const envelopeOf = (request: FastifyRequest): Envelope => ({
  commandId: commandIdOf(request),
  actor: actorOf(request),
  correlationId: correlationIdOf(request),
  expectedRevision: expectedRevisionOf(request),
  override: overrideOf(request),
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

/** `X-Override: senate; Decided%20on%2012%20May`: the authority, and the reason with its characters percent-encoded. */
function overrideOf(request: FastifyRequest): Envelope['override'] {
  const header = request.headers['x-override'];
  if (header === undefined) return undefined;
  const [, authority, encoded] = OVERRIDE.exec(String(header)) ?? [];
  const reason = encoded && decoded(encoded);
  if (authority && reason && REASON.test(reason) && WORDS.test(reason)) return { authority, reason };
  throw problem('invalid-header', {
    detail: text(
      'X-Override takes an authority and a percent-encoded reason: "senate; Decided%20on%2012%20May".',
      'X-Override 須為授權人及以百分號編碼的理由："senate; Decided%20on%2012%20May"。',
    ),
  });
}

function decoded(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
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
