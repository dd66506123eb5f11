import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScenario } from '../../apps/cli/scenario/run-scenario.ts';
import { parseScenario } from '../../apps/cli/scenario/scenario-file.ts';
import { records } from './records.ts';

const STORY = `title: A story
given:
  terms: [{ code: 2024-AUT, teaching: [2024-09-02, 2024-11-30], examinations: [2024-12-09, 2024-12-20] }]
  courses: [{ code: COMP1010, credits: 3, level: 1000, assignments: [{ id: TMA01, weight: 100, dueDay: 30 }] }]
  programmes: [{ code: BSCH, award: honours, regime: 3cu, mode: distance-learning, credits: 120 }]
steps:
  - { on: 2024-08-01, do: Admit, with: { student: S1, programme: BSCH, term: 2024-AUT } }
  - { do: Enrol, with: { student: S1, course: COMP1010, term: 2024-AUT } }
`;
const ATTEMPT = { id: 'R1', student: 'S1', course: 'COMP1010', term: '2024-AUT' };

describe('any request and any read model on the command line', () => {
  let folder: string;
  const ask = (name: string, as: string, fields: object | string, ...more: readonly string[]) => {
    const given = typeof fields === 'string' ? fields : JSON.stringify(fields);
    return records('do', name, '--as', as, '--fields', given, '--data-dir', folder, ...more);
  };
  const show = (...words: readonly string[]) => records('show', ...words, '--data-dir', folder);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'do-'));
    const eventStore = `sqlite:${join(folder, 'events.sqlite')}`;
    expect((await runScenario(parseScenario('story.yaml', STORY), { eventStore })).failures).toEqual([]);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is granted once, however often it is asked for under one key', async () => {
    const file = join(folder, 'fields.json');
    writeFileSync(file, JSON.stringify({ ...ATTEMPT, grade: 'B' }));
    const first = await ask('RecommendResult', 'award-panel P1', file, '--key', 'K1', '--json');
    expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { outcome: 'accepted', repeated: false }]);
    const again = await ask('RecommendResult', 'award-panel P1', file, '--key', 'K1', '--json');
    expect([again.code, JSON.parse(again.out)]).toMatchObject([0, { outcome: 'accepted', repeated: true }]);
    const results = await show('results', '--of', 'student=S1');
    expect([results.code, JSON.stringify(JSON.parse(results.out))]).toEqual([0, expect.stringContaining('COMP1010')]);
  }, 180_000);

  it('is refused as over HTTP: by rules, for who asks, and when it is malformed or nobody may ask for it', async () => {
    const wrong = { ...ATTEMPT, id: 'R2', grade: 'Z' };
    const refused = await ask('RecommendResult', 'award-panel P2', wrong);
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('refused, ')]);
    expect(await ask('RecommendResult', 'student S1', { ...ATTEMPT, grade: 'B' })).toMatchObject({ code: 1 });
    const malformed = await ask('RecommendResult', 'award-panel P1', { student: 'S1' });
    expect([malformed.code, malformed.said]).toEqual([2, expect.stringContaining('course')]);
    expect(await ask('Nothing', 'registrar', {})).toMatchObject({ code: 2 });
    expect(await ask('ApplyMarkSheetRow', 'tutor T1', { sheet: 'FINAL' })).toMatchObject({ code: 2 });
    expect(await ask('Enrol', 'registrar', join(folder, 'nowhere.json'))).toMatchObject({ code: 3 });
  }, 240_000);

  it('is shown to whoever may read it', async () => {
    expect(await show('nothing')).toMatchObject({ code: 2 });
    expect(await show('transcript')).toMatchObject({ code: 2 });
    expect(await show('transcript', '--of', 'student=S1', '--as', 'student S2')).toMatchObject({ code: 1 });
    expect(await show('transcript', '--of', 'student=S9')).toMatchObject({ code: 1 });
    const own = await show('transcript', '--of', 'student=S1', '--as', 'student S1');
    expect([own.code, JSON.parse(own.out)]).toMatchObject([0, { student: 'S1' }]);
  }, 240_000);
});
