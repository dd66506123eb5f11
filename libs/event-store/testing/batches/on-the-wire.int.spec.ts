import { setTimeout as wait } from 'node:timers/promises';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientDuplexStream } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bareStreams, until } from '../clients.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../double.ts';
import { nothing } from '../wire/empties.ts';
import { identifierOf } from '../wire/ids.ts';

const { BatchAppendReq } = streams;

let double: EventStoreDouble;
let bare: ReturnType<typeof bareStreams>;
let call: ClientDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;
let answers: streams.BatchAppendResp[];

beforeEach(async () => {
  double = await startEventStoreDouble({ writeTimeout: 60 });
  bare = bareStreams(double);
  answers = [];
  call = bare.batchAppend();
  call.on('data', (answer) => answers.push(answer)).on('error', () => {});
});
afterEach(async () => {
  call.cancel();
  bare.close();
  await double.close();
});

const message = (type?: string) => {
  const proposed = new BatchAppendReq.ProposedMessage().setId(new shared.UUID().setString(crypto.randomUUID()));
  if (type !== undefined) proposed.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return proposed;
};
const chunk = (id: string, isFinal: boolean, ...messages: streams.BatchAppendReq.ProposedMessage[]) =>
  new BatchAppendReq()
    .setCorrelationId(new shared.UUID().setString(id))
    .setProposedMessagesList(messages)
    .setIsFinal(isFinal);
const first = (id: string, isFinal: boolean, ...messages: streams.BatchAppendReq.ProposedMessage[]) =>
  chunk(id, isFinal, ...messages).setOptions(
    new BatchAppendReq.Options().setStreamIdentifier(identifierOf('課程-a')).setNoStream(nothing()),
  );
const answer = async () => {
  await until(() => answers.length > 0);
  return answers.shift() as streams.BatchAppendResp;
};
const statusOf = (answered: streams.BatchAppendResp) => {
  const error = answered.getError();
  return [error?.getCode(), error?.getMessage(), error?.getDetails()?.getTypeUrl()];
};

describe('the answers to batches, as they are on the wire', () => {
  it('echo the correlation id and the stream', async () => {
    call.write(first('one', true, message('A')));
    const answered = await answer();
    expect(answered.getCorrelationId()?.getString()).toBe('one');
    expect(Buffer.from(answered.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe('課程-a');
    expect(answered.getSuccess()?.getCurrentRevision()).toBe('0');
    expect(answered.getSuccess()?.getPosition()?.getCommitPosition()).toMatch(/^[1-9]\d*$/);
  });

  it('say what was expected and what was found, with code 6', async () => {
    call.write(first('one', true, message('A')));
    call.write(first('two', true, message('A')));
    await answer();
    const refused = await answer();
    const any = 'type.googleapis.com/event_store.client.WrongExpectedVersion';
    expect(statusOf(refused)).toEqual([6, 'WrongExpectedVersion', any]);
    const told = refused
      .getError()
      ?.getDetails()
      ?.unpack(shared.WrongExpectedVersion.deserializeBinary, 'event_store.client.WrongExpectedVersion');
    expect([told?.getCurrentStreamRevision(), told?.hasExpectedNoStream()]).toEqual(['0', true]);
  });

  it('give a bad request its reason, with code 3', async () => {
    call.write(first('one', true, message()));
    expect(statusOf(await answer())).toEqual([3, 'BadRequest', 'type.googleapis.com/event_store.client.BadRequest']);
  });

  it('have no stream and no position for an append of nothing', async () => {
    call.write(first('one', true));
    const success = (await answer()).getSuccess();
    expect([success?.hasNoStream(), success?.hasNoPosition()]).toEqual([true, true]);
  });

  it('say that the server is not ready without a code of their own', async () => {
    double.faults.notReady();
    call.write(first('one', true, message('A')));
    expect(statusOf(await answer())).toEqual([0, 'Server Is Not Ready', 'type.googleapis.com/google.protobuf.Empty']);
  });

  it('say with code 7 that access is denied', async () => {
    double.faults.accessDenied();
    call.write(first('one', true, message('A')));
    expect(statusOf(await answer())).toEqual([
      7,
      'AccessDenied',
      'type.googleapis.com/event_store.client.AccessDenied',
    ]);
  });

  it('come after the last chunk, once, and chunks of no batch are passed over', async () => {
    call.write(first('one', false, message('A')));
    call.write(chunk('one', false, message('B')));
    call.write(chunk('other', true, message('X')));
    call.write(chunk('one', true, message('C')));
    call.write(chunk('one', true, message('D')));
    expect((await answer()).getSuccess()?.getCurrentRevision()).toBe('2');
    await wait(100);
    expect(answers).toEqual([]);
  });

  it('are a timeout when the last chunk does not come, and nothing is written', async () => {
    call.write(first('one', false, message('A')));
    expect(statusOf(await answer())).toEqual([4, 'Timeout', 'type.googleapis.com/event_store.client.Timeout']);
    call.write(chunk('one', true, message('B')));
    call.write(first('two', true, message('A')));
    expect((await answer()).getSuccess()?.getCurrentRevision()).toBe('0');
    expect(answers).toEqual([]);
  });
});
