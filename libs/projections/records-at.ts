import type { EventStore } from '#event-store';
import type { Position, RecordedEvent } from '#kernel';
import { type FoldedRecord, foldOn, type PackOf, RECORD_STREAMS, type RecordAt, recordAt } from '#student-record';

/** Folded records as they stood at the end of one page. */
export interface RecordsAt {
  /** The record of a stream that has an event at or before the page's position. */
  at(stream: string): Promise<RecordAt>;
}

/** Records that were folded lately, so that the next event of a student need not read the whole stream. */
export interface FoldedRecords {
  /** The records at the end of a page; asked twice for a stream, the same object is given. */
  at(page: { readonly events: readonly RecordedEvent[]; readonly position: Position }): PageRecords;
}

export interface PageRecords extends RecordsAt {
  /** Keeps what was folded. Call it when the page is committed: a page that is tried again starts from before it. */
  keep(): void;
}

/** `capacity` is the most records kept; the least lately used go first. What is kept changes no result. */
export function foldedRecords(store: Pick<EventStore, 'readStream'>, capacity: number, pack?: PackOf): FoldedRecords {
  const kept = new Map<string, FoldedRecord>();

  async function fold(stream: string, events: readonly RecordedEvent[], upTo: Position): Promise<FoldedRecord> {
    const before = kept.get(stream);
    const next = before ? before.revision + 1n : 0n;
    if (follows(events, next)) return foldOn(stream, events, before);
    const all: RecordedEvent[] = [];
    for await (const event of store.readStream(stream, { upTo })) all.push(event);
    return foldOn(stream, all);
  }

  return {
    at({ events, position }) {
      const streams = recordEvents(events);
      const folded = new Map<string, FoldedRecord>();
      const asked = new Map<string, Promise<RecordAt>>();
      const read = async (stream: string): Promise<RecordAt> => {
        const record = await fold(stream, streams.get(stream) ?? [], position);
        folded.set(stream, record);
        return recordAt(record, pack);
      };
      return {
        at(stream) {
          let record = asked.get(stream);
          if (!record) {
            record = read(stream);
            asked.set(stream, record);
          }
          return record;
        },
        keep() {
          for (const [stream, record] of folded) {
            kept.delete(stream);
            kept.set(stream, record);
          }
          while (kept.size > capacity) kept.delete(kept.keys().next().value as string);
        },
      };
    },
  };
}

const follows = (events: readonly RecordedEvent[], next: bigint): boolean =>
  events.length > 0 && events.every((event, index) => event.revision === next + BigInt(index));

function recordEvents(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    if (!event.stream.startsWith(RECORD_STREAMS)) continue;
    const of = streams.get(event.stream);
    if (of) of.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
}
