import { DatabaseSync } from 'node:sqlite';
import { figures, interleaved, rate } from '../measuring.js';
import { emptyRecord, evolve, openSqliteStore, RECORD_STREAMS } from '../product.js';

/** Reads the whole log in order and folds every student's record; the bound parses the same rows and counts them. */
export const readFold = {
  id: 'read-fold',
  title: 'read and fold the whole log',
  unit: 'events/s',
  async run({ rounds, tell, log }) {
    const { path, events, from } = await log();
    const results = await interleaved(
      { rounds, tell },
      { ours: () => foldAll(path, events), bare: () => parseAll(path, events), peer: null },
    );
    return { ...figures(results), events, log: from };
  },
};

async function foldAll(path, expected) {
  const store = openSqliteStore({ path });
  const records = new Map();
  let count = 0;
  try {
    return await rate(expected, async () => {
      for await (const { events } of store.readAll()) {
        for (const event of events) {
          if (!event.stream.startsWith(RECORD_STREAMS)) continue;
          records.set(event.stream, evolve(records.get(event.stream) ?? emptyRecord, event));
          count++;
        }
      }
      requireAll(count, expected);
    });
  } finally {
    await store.close();
  }
}

async function parseAll(path, expected) {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA cache_size = -65536');
  const select = database.prepare(
    `SELECT e.position, s.name, e.type, e.data FROM events e CROSS JOIN streams s ON s.first = e.stream
     WHERE e.position > ? ORDER BY e.position LIMIT 500`,
  );
  select.setReturnArrays(true);
  const counts = new Map();
  let count = 0;
  try {
    return await rate(expected, () => {
      for (let after = 0; ; ) {
        const rows = select.all(after);
        for (const [, stream, , text] of rows) {
          if (!stream.startsWith(RECORD_STREAMS) || typeof JSON.parse(text) !== 'object') continue;
          counts.set(stream, (counts.get(stream) ?? 0) + 1);
          count++;
        }
        if (rows.length < 500) return requireAll(count, expected);
        [after] = rows.at(-1);
      }
    });
  } finally {
    database.close();
  }
}

function requireAll(count, expected) {
  if (count !== expected) throw new Error(`${count} events were read, ${expected} are in the log`);
}
