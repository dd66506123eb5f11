import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './installation.js';

/**
 * The record of coverage that a full test run leaves behind for `records regulations coverage`: what the rulings,
 * decisions and documents of all specs said of each clause. The spec files write their parts (test/clauses-seen) into the
 * folder that CLAUSES_SEEN names; here they become one.
 */
const RECORD = join(root, 'coverage', 'clauses.json');

/**
 * Begins to collect; the specs of the processes that are started from now on write.
 *
 * @param {string} file where the record is to stand
 */
export function beginToCollect(file = RECORD) {
  const folder = mkdtempSync(join(tmpdir(), 'clauses-seen-'));
  const begun = new Date().toISOString();
  process.env.CLAUSES_SEEN = folder;
  return {
    /**
     * Writes the record and ends collecting.
     *
     * @param {number} failed how many tests failed
     */
    leaveBehind(failed) {
      const record = { begun, ended: new Date().toISOString(), failed, seen: merged(partsIn(folder)) };
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, `${JSON.stringify(record)}\n`);
      renameSync(`${file}.new`, file);
      this.end();
    },
    end() {
      delete process.env.CLAUSES_SEEN;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const partsIn = (folder) =>
  readdirSync(folder)
    .filter((part) => part.endsWith('.json'))
    .flatMap((part) => JSON.parse(readFileSync(join(folder, part), 'utf8')));

function merged(parts) {
  const seen = {};
  for (const [clause, { held, refused, borne }] of parts) {
    seen[clause] ??= { held: 0, refused: 0, borne: 0 };
    seen[clause].held += held;
    seen[clause].refused += refused;
    seen[clause].borne += borne;
  }
  return Object.fromEntries(Object.entries(seen).sort(([one], [other]) => (one < other ? -1 : 1)));
}
