import { writeSync } from 'node:fs';
import { anEvent } from '../../contract/events.ts';
import { openSqliteStore } from '../store.ts';

/**
 * A process of its own that appends to a store: `appender <file> <events>`, ten appends in flight. The
 * id of each event is written to the standard output when its append is answered, and the name of the
 * error when one fails, which ends it.
 */
const [path, count] = process.argv.slice(2) as [string, string];
const store = openSqliteStore({ path });
let left = Number(count);

async function append(stream: string): Promise<void> {
  while (left-- > 0) {
    const event = anEvent('CourseEnrolled', { note: '備註'.repeat(200) });
    await store.append(stream, 'any', [event]);
    writeSync(1, `${event.id}\n`);
  }
}

try {
  await Promise.all(Array.from({ length: 10 }, (_, n) => append(`record-s${n}`)));
} catch (error) {
  writeSync(1, `${(error as Error).name}\n`);
}
await store.close();
