import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { Batch } from '../server/calls.ts';
import type { Expected } from '../streams/expectations.ts';
import type { Appended } from '../streams/writes.ts';
import { nothing, packedAs } from '../wire/empties.ts';
import { identifierOf } from '../wire/ids.ts';

const { BatchAppendResp } = streams;

/** One answer to one batch: which it was for the log of calls, and the message. */
export interface Answer {
  readonly as: Batch['answer'];
  readonly message: streams.BatchAppendResp;
}

const refused = (code: number, message: string, type: string, value: Uint8Array, as: Batch['answer']): Answer => {
  const error = new statuses.Status()
    // The numbers of google.rpc.Code are those of gRPC.
    .setCode(code as Parameters<statuses.Status['setCode']>[0])
    .setMessage(message)
    .setDetails(packedAs(type, value));
  return { as, message: new BatchAppendResp().setError(error) };
};

const OURS = 'event_store.client';

function wrongExpectedVersion(expected: Expected, actual: bigint): Answer {
  const details = new shared.WrongExpectedVersion();
  if (actual < 0n) details.setCurrentNoStream(nothing());
  else details.setCurrentStreamRevision(`${actual}`);
  if (expected === 'any') details.setExpectedAny(nothing());
  else if (expected === 'stream-exists') details.setExpectedStreamExists(nothing());
  else if (expected === 'no-stream') details.setExpectedNoStream(nothing());
  else details.setExpectedStreamPosition(`${expected}`);
  const as = 'WrongExpectedVersion';
  return refused(status.ALREADY_EXISTS, as, `${OURS}.WrongExpectedVersion`, details.serializeBinary(), as);
}

export const streamDeleted = (stream: string): Answer =>
  refused(
    status.NOT_FOUND,
    'StreamDeleted',
    `${OURS}.StreamDeleted`,
    new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)).serializeBinary(),
    'StreamDeleted',
  );

export const tooLarge = (limit: number): Answer =>
  refused(
    status.INVALID_ARGUMENT,
    'MaximumAppendSizeExceeded',
    `${OURS}.MaximumAppendSizeExceeded`,
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit).serializeBinary(),
    'refused',
  );

export const accessDenied = (): Answer =>
  refused(
    status.PERMISSION_DENIED,
    'AccessDenied',
    `${OURS}.AccessDenied`,
    new shared.AccessDenied().serializeBinary(),
    'refused',
  );

export const timedOut = (): Answer =>
  refused(status.DEADLINE_EXCEEDED, 'Timeout', `${OURS}.Timeout`, new shared.Timeout().serializeBinary(), 'Timeout');

export const badRequest = (why: string): Answer =>
  refused(
    status.INVALID_ARGUMENT,
    'BadRequest',
    `${OURS}.BadRequest`,
    new shared.BadRequest().setMessage(why).serializeBinary(),
    'refused',
  );

/** The server says no more about itself than a message; the details are an Empty. */
export const notReady = (): Answer =>
  refused(status.OK, 'Server Is Not Ready', 'google.protobuf.Empty', new Uint8Array(), 'refused');

export function answerTo(stream: string, expected: Expected, outcome: Appended): Answer {
  if (outcome.is === 'deleted') return streamDeleted(stream);
  if (outcome.is === 'conflict') return wrongExpectedVersion(expected, outcome.actual);
  const success = new BatchAppendResp.Success();
  if (outcome.last < 0n) success.setNoStream(nothing());
  else success.setCurrentRevision(`${outcome.last}`);
  if (outcome.position === undefined) success.setNoPosition(nothing());
  else
    success.setPosition(
      new shared.AllStreamPosition().setCommitPosition(`${outcome.position}`).setPreparePosition(`${outcome.position}`),
    );
  return { as: 'success', message: new BatchAppendResp().setSuccess(success) };
}
