import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { SightingBook } from '../../apps/cli/regulations/sightings.ts';
import { witness } from '../../libs/kernel/witness.ts';

/**
 * Runs before each spec file of a full test run and leaves what its rulings said of each clause in the folder that
 * CLAUSES_SEEN names. Each file has a registry of modules, and so a book, of its own.
 */
const folder = process.env.CLAUSES_SEEN;
if (folder) {
  const book = new SightingBook();
  witness(book.hear);
  afterAll(() => {
    if (book.sightings.size === 0) return;
    const file = join(folder, randomUUID());
    writeFileSync(file, JSON.stringify([...book.sightings]));
    // Whole or not at all: a worker may be killed.
    renameSync(file, `${file}.json`);
  });
}
