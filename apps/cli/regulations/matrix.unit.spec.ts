import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type ClauseKind, chosenFrom, readMatrix } from './matrix.ts';

const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RULE = '{"id":"3cu/ug/6.5","kind":"rule","rule":"..."}';
const SCREEN = '{"id":"portal/C.8","kind":"screen"}';
const INFO = '{"id":"3cu/ug/9.9","kind":"info"}';

function matrixOf(content: string) {
  const file = join(folder, 'clauses.jsonl');
  writeFileSync(file, content);
  return readMatrix(file);
}

describe('a matrix of clauses', () => {
  it('is read line by line, whatever else a line holds', () =>
    expect(matrixOf(`\uFEFF${RULE}\r\n\n${SCREEN}\n`)).toEqual([
      { id: '3cu/ug/6.5', kind: 'rule' },
      { id: 'portal/C.8', kind: 'screen' },
    ]));

  it.each([
    ['is not JSON', `${RULE}\n{"id":`, 'line 2 is not a JSON object with an id and a kind'],
    ['is null', 'null', 'line 1 is not'],
    ['has no id', '{"kind":"rule"}', 'line 1 is not'],
    ['has an id that is no text', '{"id":1,"kind":"rule"}', 'line 1 is not'],
    ['has no kind', `${RULE}\n\n{"id":"x"}`, 'line 3 is not'],
    ['comes again', `${RULE}\n${RULE}`, 'line 2: 3cu/ug/6.5 stands there already'],
    ['is the only one, and empty', '\n', 'there is no clause in it'],
  ])('is refused when a line %s', (_what, content, message) => expect(() => matrixOf(content)).toThrow(message));

  it('is refused when it is not there', () =>
    expect(() => readMatrix(join(folder, 'none.jsonl'))).toThrow(/^cannot read the matrix of clauses: ENOENT/));
});

describe('the clauses that are asked for', () => {
  const matrix = matrixOf([RULE, SCREEN, INFO].join('\n'));
  const ids = (asked: { prefix?: string; kinds?: readonly ClauseKind[] }) =>
    chosenFrom(matrix, asked).map(({ id }) => id);

  it('are those of the four kinds', () => expect(ids({})).toEqual(['3cu/ug/6.5', 'portal/C.8']));
  it('are those of a prefix', () => expect(ids({ prefix: '3cu/ug' })).toEqual(['3cu/ug/6.5']));
  it('are those of the kinds that are named', () => expect(ids({ kinds: ['screen'] })).toEqual(['portal/C.8']));
});
