import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { parseScenario } from '../../apps/cli/scenario/scenario-file.ts';
import { sheetXml, workbook } from '../../libs/academic-record/mark-sheets/workbook.fixture.ts';
import { records } from './records.ts';

const STORY = `title: A story
given:
  terms: [{ code: 2024-AUT, teaching: [2024-09-02, 2024-11-30], examinations: [2024-12-09, 2024-12-20] }]
  courses: [{ code: COMP1010, credits: 3, level: 1000, assignments: [{ id: TMA01, weight: 100, dueDay: 30 }] }]
  programmes: [{ code: BSCH, award: honours, regime: 3cu, mode: distance-learning, credits: 120 }]
steps:
  - { on: 2024-08-01, do: Admit, with: { student: S1, programme: BSCH, term: 2024-AUT } }
  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }
  - { on: 2024-09-20, do: SubmitAssignment, with: { student: S1, course: COMP1010, term: 2024-AUT, assignment: TMA01 } }
`;

describe('mark sheets on the command line', () => {
  let folder: string;
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const sheets = (what: string, ...more: readonly string[]) =>
    records(
      ...['sheets', what, '--course', 'COMP1010', '--term', '2024-AUT', '--sheet', 'FINAL', '--data-dir', folder],
      ...more,
    );

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sheets-'));
    const eventStore = `sqlite:${join(folder, 'events.sqlite')}`;
    expect((await runScenario(parseScenario('story.yaml', STORY), { eventStore })).failures).toEqual([]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('say what is wrong with a file, with row and column', async () => {
    const { code, said } = await sheets('propose', file('bad.csv', 'student,TMA01\nS1,x\n'), '--as', 'tutor T1');
    expect([code, said]).toEqual([3, expect.stringContaining('bad.csv:2 TMA01 not-a-mark')]);
    expect(await sheets('propose', file('bad.xlsx', 'no workbook'), '--as', 'tutor T1')).toMatchObject({ code: 3 });
  });

  it('are proposed, previewed, confirmed by another person, applied and exported', async () => {
    const book = file(
      'marks.xlsx',
      workbook(
        sheetXml([
          ['student', 'TMA01', 'grade'],
          ['S1', 71.5, 'B+'],
        ]),
      ),
    );
    expect(await sheets('propose', book, '--as', 'tutor T1')).toMatchObject({ code: 0 });
    expect(await sheets('apply', '--as', 'registrar')).toMatchObject({ code: 1 });
    const preview = await sheets('preview', '--as', 'tutor T1');
    expect([preview.code, preview.out]).toEqual([
      0,
      expect.stringContaining('TMA01 – → 71.5; coursework 0.00 → 71.50'),
    ]);
    const own = await sheets('confirm', '--preview', '1', '--as', 'school T1');
    expect([own.code, own.said]).toEqual([1, expect.stringContaining('same-person')]);
    const confirmed = await sheets('confirm', '--preview', '1', '--as', 'school P1', '--json');
    expect([confirmed.code, JSON.parse(confirmed.out)]).toMatchObject([0, { applied: 1, unchanged: 0, refused: [] }]);
    expect(await sheets('apply', '--as', 'tutor T1')).toMatchObject({ code: 1 });
    const applied = await sheets('apply', '--as', 'school P1', '--json');
    expect([applied.code, JSON.parse(applied.out)]).toMatchObject([0, { applied: 1, unchanged: 0, refused: [] }]);
    const exported = await records('export', 'students', '--data-dir', folder);
    expect(JSON.parse(exported.out)).toMatchObject({
      student: 'S1',
      programmes: [{ programme: 'BSCH', cgpa: { exact: '33/10', display: '3.30' } }],
      results: [{ course: 'COMP1010', grade: 'B+' }],
    });
    expect(await records('check', 'averages', '--data-dir', folder)).toMatchObject({ code: 0 });
    expect(await records('replay', '--data-dir', folder)).toMatchObject({ code: 0 });
  }, 120_000);
});
