import {
  AccessDeniedError,
  convertToCommandError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
} from '@eventstore/db-client';
import { AccessDenied, AppendTooLarge, StoreUnavailable, StreamDeleted } from '../errors.ts';

/** The server did not answer in time. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The port's own error for an answer that asking again will not change; undefined for all that may pass. */
export function finalError(error: unknown, stream: string): Error | undefined {
  if (error instanceof StoreUnavailable || error instanceof RangeError) return error;
  const known = error instanceof Error ? convertToCommandError(error) : error;
  if (known instanceof StreamDeletedError) return new StreamDeleted(stream);
  if (known instanceof AccessDeniedError)
    return new AccessDenied(`the store denies access to ${stream}`, { cause: error });
  if (known instanceof MaxAppendSizeExceededError)
    return new AppendTooLarge(
      `stream ${stream}: the store takes at most ${known.maxAppendSize} bytes at once`,
      known.maxAppendSize,
    );
  return undefined;
}

/** Whether the client itself turns to another server for the next call. */
export const isMovingOn = (error: unknown): boolean =>
  error instanceof Error && convertToCommandError(error) instanceof NotLeaderError;

export const unavailable = (what: string, cause: unknown): StoreUnavailable =>
  new StoreUnavailable(`${what}: ${describe(cause)}`, { cause });

/** The client's own errors have no names, and some have no message. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const name = 'type' in cause ? String(cause.type) : cause.name;
  return cause.message ? `${name}: ${cause.message}` : name;
}
