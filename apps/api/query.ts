import type { FastifyRequest } from 'fastify';
import type { EventStore } from '#event-store';
import { type Position, text } from '#kernel';
import { problem } from './problems/known-problems.ts';

/** Reads one parameter; undefined when it is not valid. */
type Reading<T> = (value: string) => T | undefined;
type Readings = Readonly<Record<string, Reading<unknown>>>;
type Parameters<R extends Readings> = { [Name in keyof R]?: R[Name] extends Reading<infer T> ? T : never };

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;

/** Whether a path parameter can be the code of anything; what cannot is not looked up. */
export const isCode = (value: string | undefined): value is string => value !== undefined && CODE.test(value);

export const code: Reading<string> = (value) => (isCode(value) ? value : undefined);
/** Each kind of log has positions of one length of its own; `requireReached` knows which. */
export const position: Reading<Position> = (value) => (/^\d{16,20}$/.test(value) ? value : undefined);
export const revision: Reading<bigint> = (value) => (/^(?:0|[1-9]\d{0,15})$/.test(value) ? BigInt(value) : undefined);
export const limit =
  (most: number): Reading<number> =>
  (value) =>
    /^[1-9]\d{0,5}$/.test(value) && Number(value) <= most ? Number(value) : undefined;

/** The parameters of a query. Refused: those that nobody asked for, that come twice, that cannot be read. */
export function queryOf<R extends Readings>(request: FastifyRequest, readings: R): Parameters<R> {
  const given = request.query as Readonly<Record<string, unknown>>;
  const problems: { field: string; problem: string }[] = [];
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const value = given[name];
    const reading = Object.hasOwn(readings, name) ? readings[name] : undefined;
    const read = typeof value === 'string' ? reading?.(value) : undefined;
    if (reading === undefined)
      problems.push({ field: name.slice(0, 100), problem: 'is not a parameter of this resource' });
    else if (typeof value !== 'string') problems.push({ field: name, problem: 'must be given once' });
    else if (read === undefined) problems.push({ field: name, problem: 'is malformed or out of range' });
    else found[name] = read;
  }
  if (problems.length > 0) throw problem('invalid-query', { members: { problems: problems.slice(0, 20) } });
  return found as Parameters<R>;
}

/**
 * A position that the log has not reached, or of another kind of log, was never given to anybody, so that nobody can
 * wait for it.
 */
export async function requireReached(store: EventStore, wanted: Position | undefined, name: string): Promise<void> {
  if (wanted === undefined) return;
  const head = await store.head();
  if (wanted.length !== head.length || wanted > head)
    throw problem('invalid-query', {
      detail: text('The log has not come to that position.', '紀錄尚未到達該位置。'),
      members: { problems: [{ field: name, problem: 'is beyond the end of the log' }] },
    });
}
