import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

/**
 * The messages of google.protobuf that answers are made of. Their package is the client's and not ours to
 * import, so they are taken out of messages that have them: field 3 of a Status, field 2 of a Success.
 */
const packed = (typeName: string, value: Uint8Array) => {
  const any = statuses.Status.deserializeBinary(Uint8Array.of(0x1a, 0)).getDetails();
  any?.pack(value, typeName);
  return any;
};

export const packedAs = packed;

export const nothing = () => streams.BatchAppendResp.Success.deserializeBinary(Uint8Array.of(0x12, 0)).getNoStream();
