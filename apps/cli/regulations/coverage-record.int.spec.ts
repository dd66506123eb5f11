import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { beginToCollect } from '../../../scripts/clauses-seen.js';
import { findRecord } from './coverage-record.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'repository-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string) => join(root, path);
const RECORD = 'coverage/clauses.json';
function write(path: string, content: string, time?: Date): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  if (time) for (const each of [path, dirname(path)]) utimesSync(at(each), time, time);
}
const YESTERDAY = new Date(Date.now() - 86_400_000);

describe('the record of a full test run', () => {
  it('has what all of its spec files saw', () => {
    const collecting = beginToCollect(at(RECORD));
    const folder = process.env.CLAUSES_SEEN ?? '';
    const part = (name: string, seen: unknown) => writeFileSync(join(folder, name), JSON.stringify(seen));
    part('one.json', [['3cu/dl/6.1', { held: 1, refused: 0, borne: 0 }]]);
    part('two.json', [
      ['3cu/dl/6.1', { held: 2, refused: 3, borne: 0 }],
      ['3cu/dl/11.1', { held: 0, refused: 0, borne: 1 }],
    ]);
    writeFileSync(join(folder, 'written-half'), '[["3cu/dl/6.1",');
    collecting.leaveBehind(4);
    expect(process.env.CLAUSES_SEEN).toBeUndefined();

    const { record } = findRecord(root);
    expect(record?.failed).toBe(4);
    expect(Object.fromEntries(record?.sightings ?? [])).toEqual({
      '3cu/dl/11.1': { held: 0, refused: 0, borne: 1 },
      '3cu/dl/6.1': { held: 3, refused: 3, borne: 0 },
    });
  });

  it('is not written by a run that ends before it is whole', () => {
    beginToCollect(at(RECORD)).end();
    expect(findRecord(root).unfit).toContain('no full npm test');
  });

  it('fits as long as the sources are older', () => {
    write('libs/a.ts', '', YESTERDAY);
    beginToCollect(at(RECORD)).leaveBehind(0);
    expect(findRecord(root).record?.failed).toBe(0);
  });

  it.each(['apps/a.ts', 'libs/deep/down/a.ts', 'test/scenarios/a.yaml'])('is stale when %s is newer', (source) => {
    const begun = YESTERDAY.toISOString();
    write(RECORD, JSON.stringify({ begun, failed: 0, seen: {} }));
    write(source, '');
    expect(findRecord(root).unfit).toBe(`${source.split('/')[0]} has changed since the last full npm test`);
  });

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['no day', '{"begun":"soon","failed":0,"seen":{}}'],
    ['no counts', '{"begun":"2024-09-01T00:00:00Z","failed":0,"seen":{"3cu/dl/6.1":true}}'],
  ])('is not believed when it is %s', (_what, content) => {
    write(RECORD, content);
    expect(findRecord(root).unfit).toContain('cannot be read');
  });
});
