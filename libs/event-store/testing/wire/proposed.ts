import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Proposed } from '../log/record.ts';
import { idIn } from './ids.ts';

/** Why an event cannot be taken. */
export type Unfit = 'no-id' | 'no-type' | 'no-metadata';

/** An event out of a request, or what is wrong with it. Whether JSON is JSON is not looked at. */
export function proposedIn(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed | Unfit {
  const properties = message.getMetadataMap();
  const type = properties.get('type');
  const contentType = properties.get('content-type');
  if (type === undefined || contentType === undefined) return 'no-metadata';
  const id = idIn(message.getId());
  if (id === undefined) return 'no-id';
  if (type === '') return 'no-type';
  return {
    id,
    type,
    contentType: contentType === 'application/json' ? contentType : 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** What an event weighs against the limit of an append: up to 24.10.0 its data only, later all of it. */
export const weightOf = ({ data, metadata, type }: Proposed, wholeEvents: boolean): number =>
  wholeEvents ? data.length + metadata.length + 2 * type.length : data.length;
