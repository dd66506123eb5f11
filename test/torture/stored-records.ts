import { DatabaseSync } from 'node:sqlite';
import type { EventMetadata } from '#kernel';

/** An event as it stands in the file of the double, read without the adapter that is on trial. */
export interface StoredRecord {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly commandId: string;
}

/** The events of users in the order of the log. */
export function storedRecords(path: string): StoredRecord[] {
  const database = new DatabaseSync(path, { readOnly: true, readBigInts: true });
  const textOf = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString();
  try {
    return database
      .prepare("SELECT * FROM records WHERE hidden = 0 AND stream NOT LIKE '$%' ORDER BY position")
      .all()
      .map(({ stream, revision, position, id, type, metadata }) => ({
        stream: stream as string,
        revision: revision as bigint,
        position: position as bigint,
        id: id as string,
        type: type as string,
        commandId: (JSON.parse(textOf(metadata)) as { metadata: EventMetadata }).metadata.commandId,
      }));
  } finally {
    database.close();
  }
}
