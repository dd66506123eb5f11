import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { records, recordsWithin } from './records.ts';

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulations-'));
  const clauses = [
    { id: '3cu/dl/6.1', kind: 'rule' },
    { id: '3cu/dl/6.3', kind: 'record' },
    { id: '3cu/dl/99.9', kind: 'workflow' },
    { id: '3cu/dl/6', kind: 'info' },
    { id: 'portal/C.8', kind: 'screen' },
  ];
  writeFileSync(at('clauses.jsonl'), clauses.map((clause) => JSON.stringify(clause)).join('\n'));
  writeFileSync(at('broken.jsonl'), '{"id":"3cu/dl/6.1","kind":"rule"}\nnot JSON\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('records regulations coverage', () => {
  // Once only: without a record that fits, and during a full run there is none, it runs every scenario.
  it('prints counts and what is wanting, says where that comes from, and ends with 1 below what is required', async () => {
    const words = ['regulations', 'coverage', '--matrix', at('clauses.jsonl'), '--json', '--require', '76'];
    const ended = await recordsWithin(240_000, ...words);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toEqual({
      total: 4,
      cited: 3,
      exercised: 3,
      notCited: ['3cu/dl/99.9'],
      notExercised: ['3cu/dl/99.9'],
    });
    expect(ended.said).toMatch(
      /^exercised by the (?:full npm test that began|\d+ scenarios of test\/scenarios, run now)/m,
    );
  }, 250_000);

  it.each([
    ['a line that is no clause', ['--matrix', 'broken.jsonl'], 3, 'broken.jsonl: line 2 is not a JSON object'],
    ['a file that is not there', ['--matrix', 'none.jsonl'], 3, 'cannot read the matrix of clauses'],
    ['a kind that there is not', ['--matrix', 'clauses.jsonl', '--kinds', 'rule,law'], 2, 'The kinds are rule'],
    ['more than all', ['--matrix', 'clauses.jsonl', '--require', '101'], 2, 'It is a percentage'],
    ['no matrix', [], 2, '--matrix'],
  ])('ends on %s with a clear line', async (_what, words, code, line) => {
    const named = words.map((word) => (word.endsWith('.jsonl') ? at(word) : word));
    const ended = await records('regulations', 'coverage', ...named);
    expect(ended).toMatchObject({ code, out: '', said: expect.stringContaining(line) });
    expect(ended.said).not.toContain('    at ');
  });
});

describe('records regulations explain', () => {
  it('tells a clause in either language, and both to programs', async () => {
    const explain = (...words: string[]) => records('regulations', 'explain', '3cu/dl/6.1', ...words);
    const [english, chinese, both] = await Promise.all([explain(), explain('--lang', 'zh-Hant'), explain('--json')]);
    expect(english.out).toContain('Withdraw');
    expect(chinese.out).toContain('退修');
    expect(JSON.parse(both.out)).toMatchObject({
      id: '3cu/dl/6.1',
      decides: [{ command: 'Withdraw' }, { command: 'WithdrawFromProgramme' }, { command: 'ApplyToLeaveProgramme' }],
      policies: expect.arrayContaining([
        expect.objectContaining({
          where: ['common/withdrawal.ts'],
          name: expect.objectContaining({ en: 'last day of withdrawal' }),
        }),
        expect.objectContaining({ where: ['common/programme-withdrawal.ts'] }),
      ]),
    });
  }, 60_000);

  it('names the nearest ids when there is no such clause', async () =>
    expect(await records('regulations', 'explain', '3cu/dl/6.11')).toMatchObject({
      code: 3,
      out: '',
      said: expect.stringMatching(/no clause 3cu\/dl\/6\.11; the nearest are .*3cu\/dl\/6\.1\b/),
    }));

  it('does not know other languages', async () =>
    expect((await records('regulations', 'explain', '3cu/dl/6.1', '--lang', 'fr')).code).toBe(2));
});

describe('records why', () => {
  const why = (...words: string[]) => records('why', '--data-dir', at('data'), ...words);
  /** A request that was refused, and recorded all the same by the migration. */
  let refused: { readonly student: string; readonly id: string; readonly clause: string };

  beforeAll(async () => {
    const report = at('report.csv');
    await records('import', 'oulad', 'test/data/oulad', '--as-recorded', '--data-dir', at('data'), '--report', report);
    const { out } = await records('events', 'show', 'requests-74734', '--data-dir', at('data'), '--json');
    const [{ id, metadata }] = JSON.parse(out);
    const { clause } = metadata.ruling.findings.find(({ holds }: { holds: boolean }) => !holds);
    refused = { student: '74734', id, clause };
  }, 60_000);

  it('tells of a refusal in either language', async () => {
    const asked = ['--student', refused.student, '--decision', refused.id];
    const [english, chinese, both] = await Promise.all([
      why(...asked),
      why(...asked, '--lang', 'zh-Hant'),
      why(...asked, '--json'),
    ]);
    expect(english).toMatchObject({ code: 0, out: expect.stringContaining('Outcome: refused') });
    expect(english.out).toContain(`✗ ${refused.clause}`);
    expect(chinese.out).toContain('結果：不獲批准');
    expect(JSON.parse(both.out)).toMatchObject({ outcome: 'refused', events: [{ id: refused.id }] });
  }, 60_000);

  it('tells on whose authority a rule was set aside', async () => {
    const { out } = await records('events', 'show', `record-${refused.student}`, '--data-dir', at('data'), '--json');
    const overridden = JSON.parse(out).find(({ metadata }: { metadata: { override?: object } }) => metadata.override);
    const told = await why('--student', refused.student, '--decision', overridden.metadata.commandId);
    expect(told.out).toContain('Set aside on the authority of: migration');
  });

  it('ends with 3 when there is no such decision', async () =>
    expect(await why('--student', refused.student, '--decision', 'none')).toMatchObject({
      code: 3,
      out: '',
      said: expect.stringContaining('there is no decision none about student 74734'),
    }));
});
