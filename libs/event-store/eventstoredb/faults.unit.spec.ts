import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { AccessDenied, AppendTooLarge, StoreUnavailable, StreamDeleted } from '../errors.ts';
import { finalError, isMovingOn } from './faults.ts';

/** An error as gRPC hands it over. What it says is of no account. */
function told(code: status, trailers: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error('stream-deleted access-denied'), { code, details: 'invalid', metadata });
}

describe('what a server answers', () => {
  it.each([
    [
      'a stream that is deleted',
      told(status.FAILED_PRECONDITION, { exception: 'stream-deleted', 'stream-name': 's' }),
      StreamDeleted,
    ],
    ['access that is denied', told(status.PERMISSION_DENIED, { exception: 'access-denied' }), AccessDenied],
    ['a user that it does not know', told(status.UNAUTHENTICATED), AccessDenied],
    [
      'more than it takes',
      told(status.INVALID_ARGUMENT, { exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1000' }),
      AppendTooLarge,
    ],
  ])('is told by its kind: %s', (_, answer, kind) => {
    expect(finalError(answer, 'record-s1')).toBeInstanceOf(kind);
  });

  it.each([
    ['not there now', told(status.UNAVAILABLE)],
    ['cancelled', told(status.CANCELLED)],
    ['too late', told(status.DEADLINE_EXCEEDED)],
    ['of no known kind', told(status.UNKNOWN)],
    [
      'of another server',
      told(status.NOT_FOUND, { exception: 'not-leader', 'leader-endpoint-host': 'h', 'leader-endpoint-port': '1' }),
    ],
  ])('is asked for again: %s', (_, answer) => {
    expect(finalError(answer, 'record-s1')).toBeUndefined();
  });

  it.each([new StoreUnavailable('the store is closed'), new RangeError('not a position')])(
    'is what it was when the store itself has said it before: %s',
    (said) => {
      expect(finalError(said, 'record-s1')).toBe(said);
    },
  );

  it('leads to the leader when it comes from another server', () => {
    const elsewhere = { exception: 'not-leader', 'leader-endpoint-host': 'h', 'leader-endpoint-port': '1' };
    expect(isMovingOn(told(status.NOT_FOUND, elsewhere))).toBe(true);
    expect(isMovingOn(told(status.UNAVAILABLE))).toBe(false);
  });
});
