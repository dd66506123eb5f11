import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheetXml, workbook } from '../../libs/academic-record/mark-sheets/workbook.fixture.ts';
import { type ApiUnderTest, COURSE, enrolment, openApi, TERM, withStudent } from './testing.fixtures.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const at = { course: COURSE.code, term: TERM.code };
const TUTOR = { 'x-actor': 'tutor T1' };
const SCHOOL = { 'x-actor': 'school P1' };

describe('mark sheets over HTTP', () => {
  let api: ApiUnderTest;
  const upload = (sheet: string, file: Buffer | string, type = TYPES.csv, headers: Record<string, string> = TUTOR) =>
    api.server.inject({
      method: 'POST',
      url: `/api/v1/mark-sheet-files/${at.course}/${at.term}/${sheet}`,
      headers: { 'content-type': type, ...headers },
      payload: file,
    });
  const post = async (path: string, body: object, headers = SCHOOL) => {
    const answer = await api.post(path, body, headers);
    return { status: answer.statusCode, ...answer.json() };
  };
  const sheet = (name: string) => ({ ...at, sheet: name });

  beforeAll(async () => {
    api = await openApi();
    await withStudent(api);
    await api.post('admissions', { student: 'S2', programme: 'BSCH-CS', term: TERM.code });
    for (const student of ['S1', 'S2']) {
      await api.post('enrolments', enrolment(COURSE.code, student));
      api.clock.moveTo('2024-09-20');
      await api.post('submissions', { ...at, student, assignment: 'TMA01' });
      api.clock.moveTo('2024-08-01');
    }
    api.clock.moveTo('2025-01-10');
  });
  afterAll(() => api.close());

  it('come as CSV, are looked at row by row, confirmed by a second person and applied', async () => {
    const proposed = await upload('FINAL', 'student,TMA01,grade\nS1,70,B+\nS2,40.5,\n');
    expect(proposed.statusCode).toBe(201);
    const previewed = await post('mark-sheet-previews', sheet('FINAL'), TUTOR);
    expect(previewed.status).toBe(201);
    const preview = await api.get(`mark-sheets/${at.course}/${at.term}/FINAL/preview`, SCHOOL);
    expect(preview.json()).toMatchObject({
      recorded: true,
      changes: 2,
      refused: 0,
      rows: [
        {
          row: 2,
          student: 'S1',
          marks: [{ item: 'TMA01', before: null, after: 70 }],
          coursework: { before: { display: '0.00' }, after: { display: '35.00' } },
          grade: { before: null, after: 'B+' },
        },
        { row: 3, outcome: 'changes' },
      ],
    });
    expect(await post('mark-sheet-confirmations', { ...sheet('FINAL'), preview: 1 }, TUTOR)).toMatchObject({
      status: 403,
      code: 'not-authorised',
    });
    expect(await post('mark-sheet-applications', sheet('FINAL'))).toMatchObject({
      status: 409,
      code: 'mark-sheet-unconfirmed',
    });
    expect((await post('mark-sheet-confirmations', { ...sheet('FINAL'), preview: 1 })).status).toBe(201);
    // The rows follow from the confirmation; nobody has to ask for them.
    const state = async () => (await api.get(`mark-sheets/${at.course}/${at.term}/FINAL`, SCHOOL)).json().state;
    for (let turn = 0; turn < 100 && (await state()) !== 'applied'; turn++) await pause(50);
    expect(await state()).toBe('applied');
    expect((await post('mark-sheet-applications', sheet('FINAL'), TUTOR)).status).toBe(403);
    expect((await post('mark-sheet-rows', { ...sheet('FINAL'), student: 'S1' })).status).toBe(404);
    const applied = await post('mark-sheet-applications', sheet('FINAL'));
    expect(applied).toMatchObject({ status: 200, applied: 2, unchanged: 0, refused: [] });
    expect(await post('mark-sheet-applications', sheet('FINAL'))).toEqual(applied);
    expect((await api.get(`mark-sheets/${at.course}/${at.term}/FINAL`, SCHOOL)).json()).toMatchObject({
      state: 'applied',
      proposedBy: { role: 'tutor', id: 'T1' },
      confirmed: { by: { role: 'school', id: 'P1' } },
    });
  });

  it('show in the assessment results and in the statistics of the course', async () => {
    const head = await api.system.store.head();
    const results = await api.get(`students/S1/assessment-results/${at.course}/${at.term}?minPosition=${head}`, {
      'x-actor': 'student S1',
    });
    expect(results.json()).toMatchObject({
      term: at.term,
      result: { grade: 'B+' },
      standing: { toComplete: 2, counting: 2, total: { display: '35.00' }, complete: false },
    });
    const statistics = await api.get(`courses/${at.course}/terms/${at.term}/statistics?minPosition=${head}`, SCHOOL);
    expect(statistics.json()).toMatchObject({
      students: 2,
      passed: 1,
      passRate: { display: '100.00' },
      coursework: { students: 2, mean: { exact: '221/8', display: '27.63' } },
    });
  });

  it('keep a result from the student before its day, in the assessment results as everywhere', async () => {
    const head = await api.system.store.head();
    const seen = async (actor: string) =>
      (await api.get(`students/S1/assessment-results?minPosition=${head}`, { 'x-actor': actor })).json();
    api.clock.moveTo('2025-01-09');
    const [before, staff] = [await seen('student S1'), await seen('registry')];
    api.clock.moveTo('2025-01-10');
    expect(before).toMatchObject([{ code: at.course, result: null, coursework: { items: [{ mark: 70 }, {}] } }]);
    expect(staff).toMatchObject([{ result: { grade: 'B+' } }]);
    expect(await seen('student S1')).toMatchObject([{ result: { grade: 'B+' } }]);
  });

  it('are for staff', async () => {
    const student = { 'x-actor': 'student S1' };
    for (const path of [
      `courses/${at.course}/terms/${at.term}/statistics`,
      `mark-sheets/${at.course}/${at.term}/FINAL`,
      `mark-sheets/${at.course}/${at.term}/FINAL/preview`,
    ])
      expect((await api.get(path, student)).statusCode).toBe(403);
    expect((await upload('OTHER', 'student\nS1\n', TYPES.csv, student)).statusCode).toBe(403);
    expect((await post('mark-sheet-applications', sheet('FINAL'), student)).status).toBe(403);
  });

  it('come as a workbook too', async () => {
    const book = workbook(
      sheetXml([
        ['student', 'TMA01'],
        ['S1', 70],
      ]),
    );
    expect((await upload('BOOK', Buffer.from(book), TYPES.xlsx)).statusCode).toBe(201);
    expect((await api.get(`mark-sheets/${at.course}/${at.term}/BOOK`)).json()).toMatchObject({ rows: 1 });
  });

  it('are refused with row and column where they cannot be read', async () => {
    const answer = await upload('BAD', 'student,TMA01\nS1,seventy\nS2,1.234\n');
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      {
        code: 'malformed-mark-sheet',
        problems: [
          { code: 'not-a-mark', row: 2, column: 'TMA01' },
          { code: 'not-a-mark', row: 3, column: 'TMA01' },
        ],
      },
    ]);
    expect((await upload('BAD', Buffer.from([0xff, 0xfe]))).json()).toMatchObject({ status: 400, code: 'not-utf-8' });
    const big5 = await upload('BAD', 'student,TMA01\nS1,1\n', 'text/csv; charset=Big5');
    expect(big5.json()).toMatchObject({ status: 400, code: 'not-utf-8' });
    expect((await upload('BAD', 'student', TYPES.xlsx)).json()).toMatchObject({ status: 400, code: 'not-a-workbook' });
    expect((await upload('B-D', 'student\nS1\n')).json()).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  it('have a limit, and are taken at one address only', async () => {
    expect((await upload('BIG', Buffer.alloc(1_048_577, 'a'))).statusCode).toBe(413);
    expect((await upload('BIG', '', TYPES.csv)).statusCode).toBe(400);
    expect((await upload('BIG', 'x', 'text/plain')).statusCode).toBe(415);
    expect((await upload('BIG', 'x', TYPES.csv, { ...TUTOR, 'content-encoding': 'gzip' })).statusCode).toBe(415);
    expect((await api.post('terms', 'a,b', { 'content-type': 'text/csv' })).statusCode).toBe(415);
  });

  it('are not there before they are proposed', async () => {
    expect((await api.get(`mark-sheets/${at.course}/${at.term}/NONE`)).json()).toMatchObject({
      status: 404,
      code: 'unknown-mark-sheet',
    });
    expect((await api.get(`courses/${at.course}/terms/1999-AUT/statistics`)).json()).toMatchObject({
      status: 404,
      code: 'unknown-course-statistics',
    });
    expect((await post('mark-sheet-applications', sheet('NONE'))).status).toBe(404);
  });
});
