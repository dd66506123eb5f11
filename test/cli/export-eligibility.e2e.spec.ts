import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '#event-store';
import { recordStream } from '#student-record';
import { surveyed } from '#system';
import { givenIn } from '../../libs/academic-record/testing/given-in.ts';
import { admitted, chargedWith } from '../../libs/academic-record/testing/story.ts';
import { autumn } from '../../libs/regulations/testing/index.ts';
import { recordsWithin } from './records.ts';

const records = (...words: string[]) => recordsWithin(120_000, ...words);
const PATIENCE_MS = 300_000;

describe('records export eligibility', () => {
  let folder: string;
  const eligibility = (...words: string[]) => records('export', 'eligibility', '--data-dir', folder, ...words);
  const inStore = async <T>(work: (store: ReturnType<typeof openSqliteStore>) => Promise<T>): Promise<T> => {
    const store = openSqliteStore({ path: join(folder, 'events.sqlite') });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eligibility-'));
    await inStore(async (store) => {
      await givenIn(store, 'term-2024-AUT', [{ type: 'TermDefined', data: { term: autumn } }]);
      for (let at = 0; at < 20; at++) {
        const student = `S${at}`;
        const life = [
          admitted(at % 2 === 0 ? '3cu' : '5cu', 'distance-learning'),
          ...(at % 5 === 0 ? [chargedWith('F1', 100_000, '2024-08-10')] : []),
        ];
        await givenIn(store, recordStream(student), life, { student });
      }
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    'says of every registration whether courses of the term may be enrolled in, and which clause stands in the way',
    async () => {
      const file = join(folder, 'eligibility.jsonl');
      expect(await eligibility('--term', '2024-AUT', '--on', '2024-08-20', '--to', file)).toMatchObject({ code: 0 });
      const lines = readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      const { summary } = lines.pop();
      expect(summary).toMatchObject({ term: '2024-AUT', students: 20, registrations: 20, mayEnrol: 16 });
      const held = lines.filter(({ mayEnrol }) => !mayEnrol);
      expect(held.map(({ student }) => student).sort()).toEqual(['S0', 'S10', 'S15', 'S5']);
      for (const { clauses } of held) expect(clauses).not.toEqual([]);
      for (const clause of held.flatMap(({ clauses }) => clauses)) expect(summary.refusing[clause]).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'comes to the same bytes in threads as without',
    async () => {
      const { out } = await eligibility('--term', '2024-AUT', '--on', '2024-08-20');
      const alone = await inStore(async (store) => {
        const question = { term: autumn, on: '2024-08-20', position: await store.head() };
        const report = await surveyed({ store }, 'eligibility', question);
        const pieces: Buffer[] = [];
        for await (const piece of report.bytes()) pieces.push(piece);
        await report.putAway();
        return Buffer.concat(pieces).toString();
      });
      expect(out).toBe(alone);
    },
    PATIENCE_MS,
  );

  it(
    'says so where there is no such term, or its courses can no longer be added',
    async () => {
      expect(await eligibility('--term', '2030-AUT')).toMatchObject({
        code: 3,
        said: expect.stringContaining('no term 2030-AUT'),
      });
      const late = await eligibility('--term', '2024-AUT', '--on', '2024-12-24');
      expect(late).toMatchObject({ code: 3, said: expect.stringContaining(autumn.addDropEnds) });
      expect(await eligibility('--term', '2024-AUT', '--on', 'tomorrow')).toMatchObject({ code: 2 });
    },
    PATIENCE_MS,
  );
});
