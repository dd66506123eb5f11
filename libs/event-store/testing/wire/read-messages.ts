import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from '../log/record.ts';
import { identifierOf, idMessage } from './ids.ts';

const { ReadResp } = streams;

/** An event as it is read: itself, or a link with what it points at. */
export interface Resolved {
  readonly event?: LogRecord;
  readonly link?: LogRecord;
}

function recordedEvent(record: LogRecord, idsAsText: boolean) {
  const message = new ReadResp.ReadEvent.RecordedEvent()
    .setId(idMessage(record.id, idsAsText))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(`${record.revision}`)
    .setCommitPosition(`${record.position}`)
    .setPreparePosition(`${record.position}`)
    .setCustomMetadata(record.metadata)
    .setData(record.data);
  message
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', `${record.created}`);
  return message;
}

export function eventMessage({ event, link }: Resolved, idsAsText: boolean) {
  const message = new ReadResp.ReadEvent();
  if (event) message.setEvent(recordedEvent(event, idsAsText));
  if (link) message.setLink(recordedEvent(link, idsAsText));
  const position = (link ?? event)?.position;
  if (position === undefined) message.setNoPosition(new shared.Empty());
  else message.setCommitPosition(`${position}`);
  return new ReadResp().setEvent(message);
}

export const confirmationMessage = (subscription: string) =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription));

export const checkpointMessage = (position: bigint) =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(`${position}`).setPreparePosition(`${position}`),
  );

export const caughtUpMessage = () => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());

export const streamNotFoundMessage = (stream: string) =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));
