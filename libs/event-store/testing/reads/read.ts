import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Direction } from '../log/log.ts';
import type { ServerNode } from '../server/node.ts';
import { type Outlet, outletOf } from '../server/outlet.ts';
import { subscribe } from '../subscriptions/subscribe.ts';
import { badRequest, type Failure, unknown } from '../wire/failures.ts';
import { nameIn } from '../wire/ids.ts';
import { eventMessage, streamNotFoundMessage } from '../wire/read-messages.ts';
import { filterIn } from './filter.ts';
import { resolve } from './links.ts';
import { recordsOfAll } from './read-all.ts';
import { recordsOfStream } from './read-stream.ts';

/** `Streams.Read`: reads of streams and of `$all`, and subscriptions to them. */
export function read(node: ServerNode, rpc: ServerWritableStream<ReadReq, ReadResp>): void {
  const options = rpc.request.getOptions();
  const stream = options?.getStream() && nameIn(options.getStream()?.getStreamIdentifier());
  const kind = options?.hasSubscription() ? 'Subscribe' : 'Read';
  const call = node.calls.received(kind, rpc.metadata, { stream, request: options?.toObject() });
  const outlet = outletOf(node, rpc, call);
  const refusal = node.occasions.call(kind) ?? (options ? undefined : badRequest('no options'));
  if (refusal || !options) {
    outlet.fail(refusal as Failure);
    return;
  }
  const answered = kind === 'Subscribe' ? subscribe(node, options, outlet) : readOnce(node, options, outlet);
  answered.catch((cause) => outlet.fail(isFailure(cause) ? cause : unknown(`${cause}`)));
}

const isFailure = (cause: unknown): cause is Failure =>
  cause instanceof Error && 'code' in cause && 'metadata' in cause;

async function readOnce({ log }: ServerNode, options: ReadReq.Options, outlet: Outlet): Promise<void> {
  const direction: Direction = options.getReadDirection() === 0 ? 'forwards' : 'backwards';
  const ofStream = options.getStream();
  const ofAll = options.getAll();
  const records = ofStream
    ? recordsOfStream(log, ofStream, direction)
    : ofAll && recordsOfAll(log, ofAll, direction, filterIn(options));
  if (records === undefined) {
    await outlet.send(streamNotFoundMessage(nameIn(ofStream?.getStreamIdentifier())));
    outlet.end();
    return;
  }
  const idsAsText = options.getUuidOption()?.hasString() ?? false;
  let left = BigInt(options.getCount());
  if (left > 0n)
    for (const record of records) {
      const resolved = options.getResolveLinks() ? resolve(log, record) : { event: record };
      const full = outlet.send(eventMessage(resolved, idsAsText));
      if (full) await full;
      left -= 1n;
      if (outlet.closed || left <= 0n) break;
    }
  outlet.end();
}
