import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Expected } from '../streams/expectations.ts';

/** A call that fails: status, message and trailers. `exception` in the trailers is what the client goes by. */
export type Failure = ServiceError;

export function failure(code: status, details: string, trailers: Record<string, string> = {}): Failure {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** Names may hold characters that no header may. */
const headerSafe = (text: string) => text.replace(/[^\x20-\x7e]/g, '?');

const NUMBER = { any: -2n, 'no-stream': -1n, 'stream-exists': -4n };
const numberOf = (expected: Expected) => (typeof expected === 'bigint' ? expected : NUMBER[expected]);

export const wrongExpectedVersion = (stream: string, expected: Expected, actual: bigint): Failure =>
  failure(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${headerSafe(stream)}, ` +
      `Expected version: ${numberOf(expected)}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': headerSafe(stream),
      'expected-version': `${numberOf(expected)}`,
      'actual-version': `${actual}`,
    },
  );

export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${headerSafe(stream)}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': headerSafe(stream),
  });

export const tooLarge = (limit: number): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': `${limit}`,
  });

export const missingMetadata = (): Failure =>
  failure(status.INVALID_ARGUMENT, 'Required Metadata Property Missing', {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const accessDenied = (): Failure =>
  failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const notLeader = (host: string, port: number): Failure =>
  failure(status.NOT_FOUND, `Leader info available at ${host}:${port}.`, {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': `${port}`,
  });

export const notReady = (): Failure => failure(status.UNAVAILABLE, 'Server Is Not Ready');
export const unavailable = (): Failure => failure(status.UNAVAILABLE, 'the connection was lost');
export const cancelled = (): Failure => failure(status.CANCELLED, 'the server is shutting down');
export const invalidPosition = (): Failure =>
  failure(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
export const badRequest = (details: string): Failure => failure(status.INVALID_ARGUMENT, details);
export const unknown = (details: string): Failure => failure(status.UNKNOWN, details);
