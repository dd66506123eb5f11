import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import type { ServerNode } from '../server/node.ts';
import { unaryCall } from '../server/unary.ts';
import { failure, unavailable, unknown } from '../wire/failures.ts';

const STREAMS = 'event_store.client.streams.streams';
const PERSISTENT = 'event_store.client.persistent_subscriptions.persistentsubscriptions';
const PROJECTIONS = 'event_store.client.projections.projections';

const METHODS: readonly (readonly [service: string, method: string, features: readonly string[]])[] = [
  [STREAMS, 'read', ['position', 'events']],
  [STREAMS, 'append', []],
  [STREAMS, 'delete', []],
  [STREAMS, 'tombstone', []],
  [STREAMS, 'batchappend', ['deadline_duration']],
  ...['create', 'update', 'delete', 'read', 'getinfo', 'replayparked', 'list', 'restartsubsystem'].map(
    (method) => [PERSISTENT, method, ['stream', 'all']] as const,
  ),
  [PROJECTIONS, 'create', ['track_emitted_streams']],
];

/** `ServerFeatures.GetSupportedMethods`: what a server of this version says it can do. */
export function supportedMethods(
  node: ServerNode,
  rpc: ServerUnaryCall<Empty, features.SupportedMethods>,
  callback: sendUnaryData<features.SupportedMethods>,
): void {
  const answer = unaryCall(node, rpc, 'GetSupportedMethods', callback);
  const fault = node.occasions.probe();
  if (fault === 'unavailable') answer.fail(unavailable());
  else if (fault === 'unknown') answer.fail(unknown('no idea'));
  else if (fault === 'unimplemented') answer.fail(failure(status.UNIMPLEMENTED, ''));
  else if (fault === undefined) answer.send(methodsOf(node.serverVersion));
}

function methodsOf(version: string): features.SupportedMethods {
  const message = new features.SupportedMethods().setEventStoreServerVersion(version);
  for (const [service, method, list] of METHODS)
    message.addMethods(
      new features.SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList([...list]),
    );
  return message;
}
