import type { FastifyRequest } from 'fastify';

const TOKEN = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** What the caller names the request after, or else the request's own id. */
export function correlationIdOf(request: FastifyRequest): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && TOKEN.test(given) ? given : request.id;
}

/** The path as it was sent, without the query. */
export const pathOf = (request: FastifyRequest): string => (request.raw.url ?? '').split('?', 1)[0] ?? '';

/** Headers that every answer carries: who may keep it (nobody), what may run in it (nothing), and its name. */
export const answerHeaders = (request: FastifyRequest): Record<string, string> => ({
  'X-Request-Id': request.id,
  'X-Correlation-Id': correlationIdOf(request),
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
});
