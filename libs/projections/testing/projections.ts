import { sql } from 'kysely';
import type { Projection } from '../projection.ts';
import { recordView } from '../record-view.ts';

/** Small projections for specs of the runtime; they need no regulations. */

/** What became of each attempt, one document for the record and one for each term. */
export const attemptCount = recordView({
  name: 'attempt_count',
  version: 1,
  view: ({ record }) => [
    { part: '', document: { attempts: record.attempts.map(({ course, status }) => `${course.code}:${status}`) } },
    ...[...new Set(record.attempts.map(({ term }) => term.code))].map((part) => ({ part, document: { part } })),
  ],
});

/** A read model that is not about one student: how many events of each type there are. */
export const eventsByType: Projection = {
  name: 'events_by_type',
  version: 1,
  tables: [{ name: 'events_by_type', columns: { type: 'text', events: 'integer' }, key: ['type'] }],
  filter: {},
  async apply({ events }, rows) {
    const [table] = eventsByType.tables;
    if (!table) return;
    for (const type of new Set(events.map((event) => event.type))) {
      const more = events.filter((event) => event.type === type).length;
      const before = await sql<{
        events: number;
      }>`select events from ${sql.table(rows.name(table.name))} where type = ${type}`.execute(rows.tx);
      await rows.remove(table, 'type', type);
      await rows.insert(table, [[type, (before.rows[0]?.events ?? 0) + more]]);
    }
  },
};
