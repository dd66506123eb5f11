import type { NewEvent } from '#kernel';
import { anEvent } from '../../contract/events.ts';
import type { EventStore } from '../../port.ts';

/** Appends events of many streams, one after the other as people come and go, every fifth command with two events. */
export async function fillSource(store: EventStore, commands: number, streams: number): Promise<void> {
  const appends = Array.from({ length: commands }, (_, n) => {
    const first = anEvent('CourseEnrolled', { n, title: '數據結構', note: n % 3 === 0 ? 'a"b\\c\n' : undefined });
    const { metadata } = first;
    const second: NewEvent = { ...anEvent('LoadCounted', { n, credits: n / 7, '2': 'b', a: 1e21 }), metadata };
    return store.append(`record-s${(n * 7) % streams}`, 'any', n % 5 === 0 ? [first, second] : [first]);
  });
  await Promise.all(appends);
}
