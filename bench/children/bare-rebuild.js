/** Reads and parses every event of a log and inserts as many rows, of the same size, as the read models have. */
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const [logPath, target, readModels] = process.argv.slice(2);
const IN_A_TRANSACTION = 2_000;

const tables = tablesOf(readModels);
for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
const log = new DatabaseSync(logPath, { readOnly: true });
const rows = new DatabaseSync(target);
rows.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000');

const started = performance.now();
const events = readAll();
for (const table of tables) fill(table);
const rate = (events * 1000) / (performance.now() - started);
console.log(JSON.stringify({ rate, events, peakMemoryMb: process.resourceUsage().maxRSS / 1024 }));

/** Counts the events of students; all are parsed. */
function readAll() {
  const select = log.prepare(
    `SELECT e.position, s.name, e.data FROM events e CROSS JOIN streams s ON s.first = e.stream
     WHERE e.position > ? ORDER BY e.position LIMIT 500`,
  );
  select.setReturnArrays(true);
  let count = 0;
  for (let after = 0; ; ) {
    const page = select.all(after);
    for (const [, stream, text] of page) if (JSON.parse(text) && stream.startsWith('record-')) count++;
    if (page.length < 500) return count;
    [after] = page.at(-1);
  }
}

function fill({ name, count, size }) {
  rows.exec(`CREATE TABLE ${name} (student TEXT NOT NULL, part TEXT NOT NULL, ordinal BIGINT NOT NULL,
    revision BIGINT NOT NULL, position TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (student, part))`);
  const insert = rows.prepare(`INSERT INTO ${name} VALUES (?, '', 0, 10, '0000000000000001', ?)`);
  const document = 'x'.repeat(size);
  for (let from = 0; from < count; from += IN_A_TRANSACTION) {
    rows.exec('BEGIN');
    for (let row = from; row < Math.min(from + IN_A_TRANSACTION, count); row++)
      insert.run(String(row).padStart(10, '0'), document);
    rows.exec('COMMIT');
  }
}

function tablesOf(path) {
  const database = new DatabaseSync(path, { readOnly: true });
  const named = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%document%'").all();
  const found = named.map(({ name }) => ({
    name,
    ...database
      .prepare(`SELECT count(*) AS count, CAST(avg(length(CAST(document AS BLOB))) AS INTEGER) AS size FROM ${name}`)
      .get(),
  }));
  database.close();
  return found;
}
