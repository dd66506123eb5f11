import type { FastifyRequest } from 'fastify';
import { knowsResults, parseActor } from '#commands';
import { type Actor, text } from '#kernel';
import { readsRecordOf } from '#system';
import { type ApiConfig, inDevelopment } from '../config.ts';
import { problem } from '../problems/known-problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who acts; known for every request under `/api/v1` that is served. */
    actor?: Actor;
  }
}

export const API_PREFIX = 'api/v1';

/** Whether a path belongs to the API proper, where nobody is served without a name. */
const isApi = (path: string): boolean => /^\/+api(?:\/|$)/i.test(path);

/**
 * Finds out who acts. In development the X-Actor header is taken at its word; in every other mode nobody is
 * let in, with the header or without it, until there is a way to sign in.
 */
export function identify(request: FastifyRequest, path: string, config: ApiConfig): void {
  if (!isApi(path) && !isApi(request.routeOptions.url ?? '')) return;
  const header = request.headers['x-actor'];
  if (!inDevelopment(config)) throw signInNotAvailable(header !== undefined);
  if (header === undefined) throw problem('actor-needed');
  const actor = parseActor(String(header));
  if (!actor) throw problem('actor-malformed');
  request.actor = actor;
}

const signInNotAvailable = (claimed: boolean) =>
  problem('sign-in-not-available', {
    members: claimed
      ? {
          problems: [
            {
              field: 'X-Actor',
              code: 'development-only',
              problem: 'X-Actor is not accepted: it counts in AUTH_MODE=development only',
            },
          ],
        }
      : undefined,
  });

export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw problem('actor-needed');
  return request.actor;
}

/** Whether who asks knows results before they are published. */
export const readsAll = (request: FastifyRequest): boolean => knowsResults(actorOf(request).role);

export function requireReaderOf(student: string, request: FastifyRequest): void {
  const actor = actorOf(request);
  if (readsRecordOf(actor, student)) return;
  if (actor.role !== 'student') throw problem('not-authorised');
  throw problem('not-authorised', {
    detail: text('A student may read his or her own record only.', '學生只可查閱自己的紀錄。'),
  });
}

export function requireStaff(request: FastifyRequest): void {
  if (actorOf(request).role === 'student') throw problem('not-authorised');
}

/** What rests on results that are not published is for those who decide on them. */
export function requireResults(request: FastifyRequest): void {
  if (!readsAll(request)) throw problem('not-authorised');
}

/** Whoever runs the system, and nobody who acts on records. */
export function requireOperator(request: FastifyRequest): void {
  if (actorOf(request).role !== 'operator')
    throw problem('not-authorised', {
      detail: text('Only an operator of the system may do this.', '只有系統操作員可執行此作業。'),
    });
}
