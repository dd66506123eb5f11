import { describe, expect, it } from '@jest/globals';
import type { ReadStream } from '#event-store';
import type { RecordedEvent } from '#kernel';
import { foldedRecords } from './records-at.ts';
import { admitted, course, enrolled, graded, programme, standing } from './testing/records.ts';

const X = course('X', 10);
const stream = [
  standing('S1', admitted('S1', programme('P5', '5cu')), 0),
  standing('S1', enrolled(X, '2023-AUT'), 1),
  standing('S1', graded(X, '2023-AUT', 'B'), 2),
] as const;

/** A log of one stream that tells how often it was read. */
function log(events: readonly RecordedEvent[]) {
  let reads = 0;
  return {
    reads: () => reads,
    async *readStream(_: string, { upTo = '' }: ReadStream = {}) {
      reads++;
      yield* events.filter(({ position }) => position <= upTo);
    },
  };
}
const pageOf = (...events: RecordedEvent[]) => ({ events, position: events.at(-1)?.position ?? '' });
const name = stream[0].stream;

describe('folded records', () => {
  it('go on from what was kept, without reading the stream', async () => {
    const store = log(stream);
    const folded = foldedRecords(store, 10);
    const first = folded.at(pageOf(stream[0], stream[1]));
    await first.at(name);
    first.keep();
    const { revision, record } = await folded.at(pageOf(stream[2])).at(name);
    expect([revision, record.attempts[0]?.grade, store.reads()]).toEqual([2n, 'B', 0]);
  });

  it('read the stream, up to the page and no further, when nothing was kept', async () => {
    const store = log(stream);
    const { revision } = await foldedRecords(store, 10).at(pageOf(stream[1])).at(name);
    expect([revision, store.reads()]).toEqual([1n, 1]);
  });

  it('forget a page that was not kept', async () => {
    const folded = foldedRecords(log(stream), 10);
    const page = pageOf(stream[0], stream[1]);
    await folded.at(page).at(name);
    const again = await folded.at(page).at(name);
    expect([again.revision, again.record.attempts.length]).toEqual([1n, 1]);
  });

  it('read again what went to make room', async () => {
    const store = log(stream);
    const folded = foldedRecords(store, 0);
    const first = folded.at(pageOf(stream[0]));
    await first.at(name);
    first.keep();
    await folded.at(pageOf(stream[1])).at(name);
    expect(store.reads()).toBe(1);
  });

  it('fold a stream once for all who ask within a page', async () => {
    const page = foldedRecords(log(stream), 10).at(pageOf(...stream));
    expect(await page.at(name)).toBe(await page.at(name));
  });

  it('refuse a stream that has no events yet', () =>
    expect(foldedRecords(log([]), 10).at(pageOf(stream[0])).at('record-S2')).rejects.toThrow('no events'));
});
