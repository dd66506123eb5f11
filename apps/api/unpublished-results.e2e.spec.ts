import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelQueries } from '#system';
import { type ApiUnderTest, openApi, PROGRAMME, TERM } from './testing.fixtures.ts';

const STUDENT = { 'x-actor': 'student S1' };
const SPRING = { code: '2025-SPR', teaching: ['2025-01-13', '2025-04-19'], examinations: ['2025-04-28', '2025-05-10'] };
const first = { student: 'S1', course: 'COMP1010', term: '2024-AUT' };
const second = { student: 'S1', course: 'COMP1020', term: '2024-AUT' };
const course = { credits: 3, level: 1000, assignments: [{ id: 'EX', kind: 'examination', weight: 100, dueDay: 100 }] };

/** The same story with another result of one course, up to the day before its publication. */
async function storyWith(grade: string | undefined, mark: number): Promise<ApiUnderTest> {
  const api = await openApi({ authMode: 'development', heartbeat: 500 });
  let key = 0;
  const told = async (path: string, body: object, as = 'registrar R1') => {
    const answer = await api.post(path, body, {
      'x-actor': as,
      'x-correlation-id': 'one-story',
      'idempotency-key': `k${key++}`,
    });
    if (answer.statusCode !== 201) throw new Error(`${path}: ${answer.body}`);
  };
  for (const term of [TERM, SPRING]) await told('terms', term);
  for (const code of ['COMP1010', 'COMP1020', 'COMP2010'])
    await told('courses', { ...course, code, ...(code === 'COMP2010' ? { prerequisites: ['COMP1010'] } : {}) });
  await told('programmes', PROGRAMME);
  await told('admissions', { student: 'S1', programme: PROGRAMME.code, term: TERM.code });
  for (const attempt of [first, second]) await told('enrolments', attempt);
  api.clock.moveTo('2024-12-18');
  await told('submissions', { ...first, assignment: 'EX' });
  await told('marks', { ...first, assignment: 'EX', mark }, 'tutor T1');
  await told('sittings', { ...second, kind: 'original', mark }, 'registry R2');
  api.clock.moveTo('2025-01-02');
  if (grade !== undefined) await resultsOf(told, grade);
  api.clock.moveTo('2025-01-09');
  return api;
}

type Tell = (path: string, body: object, as?: string) => Promise<void>;

/** What the award panel and the School make of it, with what they were refused. */
async function resultsOf(told: Tell, grade: string): Promise<void> {
  await told('result-recommendations', { ...first, id: 'R1', grade }, 'award-panel P1');
  await told('result-approvals', { ...first, recommendation: 'R1', school: 'UNIVERSITY' }, 'school D1');
  await told('result-recommendations', { ...second, id: 'R1', grade }, 'award-panel P1');
}

describe('a result that is not published', () => {
  let good: ApiUnderTest;
  let bad: ApiUnderTest;
  let without: ApiUnderTest;
  beforeAll(async () => {
    good = await storyWith('A+', 91);
    bad = await storyWith('Fail', 12);
    without = await storyWith(undefined, 91);
    await good.app.listen({ port: 0, host: '127.0.0.1' });
    for (const api of [good, bad, without]) await api.system.projections.waitFor(await api.system.store.head(), 5000);
  });
  afterAll(async () => {
    await good.close();
    await bad.close();
    await without.close();
  });

  const parts: Readonly<Record<string, string>> = { term: '2024-AUT', programme: PROGRAMME.code, course: 'COMP1010' };
  const paths = readModelQueries
    .filter(({ by }) => by !== 'staff')
    .map(({ path }) => path.replace(':student', 'S1').replace(/:(\w+)/g, (_all, name: string) => parts[name] ?? name));
  const all = [...paths, 'students/S1/deadlines.ics', 'students/S1/events', 'students/S1/requests'];

  it.each(all)('is not told to the student by %s, whatever it is', async (path) => {
    const [one, other] = [await good.get(path, STUDENT), await bad.get(path, STUDENT)];
    expect(one.body).toBe(other.body);
    expect(one.headers.etag).toBe(other.headers.etag);
  });

  it.each(paths)('nor of a time that is past, by %s', async (path) => {
    const [one, other] = [
      await good.get(`${path}?asOf=2025-01-02`, STUDENT),
      await bad.get(`${path}?asOf=2025-01-02`, STUDENT),
    ];
    expect(one.body).toBe(other.body);
  });

  it('nor by a stream of changes, and what is told is no longer where something was recorded', async () => {
    const heardBy = async (actor: string) => {
      const leaving = new AbortController();
      const url = `${await good.app.getUrl()}/api/v1/students/S1/changes?after=0000000000000001`;
      const { body } = await fetch(url, { headers: { 'x-actor': actor }, signal: leaving.signal });
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      let read = '';
      while (!read.includes(': alive')) read += (await reader?.read())?.value ?? '';
      leaving.abort();
      return [...read.matchAll(/^id: (\d+)$/gm)].map(([, position]) => position as string);
    };
    const positions = (events: readonly { readonly position: string }[]) => events.map(({ position }) => position);
    const events = async (actor: string) =>
      positions((await good.get('students/S1/events', { 'x-actor': actor })).json().events);
    expect(await heardBy('registrar')).toEqual(await events('registrar'));
    expect(await heardBy('student S1')).toEqual(await events('student S1'));
    expect((await events('student S1')).length).toBeLessThan((await events('registrar')).length);
  });

  it.each(all)('nor whether there is one, by %s', async (path) => {
    const [one, none] = [await good.get(path, STUDENT), await without.get(path, STUDENT)];
    expect(one.body).toBe(none.body);
    for (const header of ['etag', 'x-position']) expect(one.headers[header]).toBe(none.headers[header]);
  });

  it('is not told by what comes of a request', async () => {
    const asked = { student: 'S1', course: 'COMP2010', term: '2025-SPR' };
    const ask = (api: ApiUnderTest) => api.post('enrolments', asked, { ...STUDENT, 'idempotency-key': 'own' });
    for (const api of [good, bad]) {
      const waits = await ask(api);
      expect([waits.statusCode, waits.json().code, waits.json().ruling]).toEqual([409, 'result-awaited', undefined]);
    }
    // Neither does taking the course again tell whether it was passed.
    for (const api of [good, bad]) {
      const again = await api.post('enrolments', { ...asked, course: 'COMP1010' }, { ...STUDENT });
      expect([again.statusCode, again.json().code]).toEqual([409, 'result-awaited']);
    }
  });

  it('what no result would change is refused with its clauses', async () => {
    const asked = { student: 'S1', course: 'COMP1020', term: '2024-AUT', reason: 'late' };
    const answers = [];
    for (const api of [good, bad]) {
      const refused = await api.post('withdrawals', asked, { ...STUDENT, 'idempotency-key': 'late' });
      expect([refused.statusCode, refused.json().code]).toEqual([422, 'withdrawal-refused']);
      answers.push(refused.json().ruling);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each(['chief-invigilator I1', 'finance', 'adviser A1', 'principal-supervisor P1'])(
    'is not told to an office that does not decide on it: %s',
    async (actor) => {
      const as = { 'x-actor': actor };
      for (const path of paths) {
        const [told, toStudent] = [await good.get(path, as), await good.get(path, STUDENT)];
        expect(told.body).toBe(toStudent.body);
      }
      const types = (await good.get('students/S1/events', as)).json().events.map(({ type }: { type: string }) => type);
      expect(types).not.toContain('GradeRecorded');
      for (const path of ['courses/COMP1010/terms/2024-AUT/statistics', 'standing-runs'])
        expect([(await good.get(path, as)).statusCode, (await good.get(path)).statusCode]).toEqual([403, 200]);
    },
  );

  it('is not told to an operator, who reads no record', async () => {
    for (const path of [...paths.filter((each) => each.startsWith('students/')), 'students/S1/events'])
      expect((await good.get(path, { 'x-actor': 'operator O1' })).statusCode).toBe(403);
  });

  it('is told to staff', async () => {
    const transcript = (await good.get('students/S1/transcript')).json();
    expect(transcript.courses[0]).toMatchObject({ code: 'COMP1010', grade: 'A+' });
    const results = (await good.get('students/S1/results', { 'x-actor': 'school D1' })).json().results;
    expect(results).toMatchObject([
      { course: 'COMP1010', state: 'approved', publication: { on: '2025-01-10', clause: '3cu/assess/18.1' } },
      { course: 'COMP1020', state: 'recommended', grade: null },
    ]);
  });

  it('is told to the student on the day of publication, the mark of the examination not', async () => {
    good.clock.moveTo('2025-01-10');
    const transcript = (await good.get('students/S1/transcript', STUDENT)).json();
    expect(transcript).toMatchObject({
      courses: [
        { code: 'COMP1010', grade: 'A+' },
        { code: 'COMP1020', grade: null },
      ],
      programmes: [{ cgpa: { display: '4.30' }, creditsEarned: 3 }],
    });
    const summary = (await good.get('students/S1/term-summaries/2024-AUT', STUDENT)).body;
    expect(summary).not.toContain('91');
    const events = (await good.get('students/S1/events', STUDENT)).json().events;
    const types: string[] = events.map(({ type }: { type: string }) => type);
    expect(types).toContain('GradeRecorded');
    expect(types).not.toContain('ResultRecommended');
    expect(types).not.toContain('AssignmentMarked');
    expect((await good.get('students/S1/results', STUDENT)).json().results).toMatchObject([
      { course: 'COMP1010', state: 'published', grade: 'A+', history: [{ grade: 'A+' }] },
    ]);
  });

  it('was not told before, and still is not of a day before', async () => {
    good.clock.moveTo('2025-01-10');
    const gradeOn = async (asOf: string) =>
      (await good.get(`students/S1/transcript?asOf=${asOf}`, STUDENT)).json().courses[0].grade;
    expect([await gradeOn('2025-01-09'), await gradeOn('2025-01-10')]).toEqual([null, 'A+']);
    const statesOn = async (asOf: string, headers = {}) =>
      (await good.get(`students/S1/results?asOf=${asOf}`, headers))
        .json()
        .results.map(({ state }: { state: string }) => state);
    expect(await statesOn('2025-01-09', STUDENT)).toEqual([]);
    expect(await statesOn('2025-01-09')).toEqual(['approved', 'recommended']);
    expect(await statesOn('2025-01-10')).toEqual(['published', 'recommended']);
    // Of a place in the log the day is that of what had been recorded last.
    const { position } = (await good.get('students/S1/events')).json().events.at(-1);
    expect(await statesOn(position, STUDENT)).toEqual([]);
  });

  it('lets a request that it would refuse wait, without a word of why', async () => {
    const api = await storyWith('C-', 40);
    api.clock.moveTo('2025-01-11');
    const autumn = {
      code: '2025-AUT',
      teaching: ['2025-09-01', '2025-11-29'],
      examinations: ['2025-12-08', '2025-12-19'],
    };
    await api.post('terms', autumn);
    await api.post('enrolments', { student: 'S1', course: 'COMP2010', term: '2025-SPR' });
    api.clock.moveTo('2025-05-15');
    const graded = { student: 'S1', course: 'COMP2010', term: '2025-SPR', grade: 'Fail' };
    expect((await api.post('grades', graded, { 'x-actor': 'school' })).statusCode).toBe(201);
    await api.post('courses', { ...course, code: 'COMP1030' });
    const asked = { student: 'S1', course: 'COMP1030', term: '2025-AUT' };
    const waits = await api.post('enrolments', asked, { ...STUDENT, 'idempotency-key': 'own' });
    expect([waits.statusCode, waits.json().code]).toEqual([409, 'result-awaited']);
    expect(waits.body).not.toMatch(/3cu|ruling|clauses/);
    const why = await api.get('students/S1/decisions/own', STUDENT);
    expect(why.json()).toMatchObject({ outcome: 'refused', findings: [] });
    // Staff see the probation that it rests on.
    expect((await api.get('students/S1/decisions/own')).body).toContain('3cu/dl/4.2');
    expect((await api.get('students/S1/requests', STUDENT)).body).not.toContain('3cu/dl/4.2');
    api.clock.moveTo('2025-05-31');
    expect((await api.get('students/S1/requests', STUDENT)).body).toContain('3cu/dl/4.2');
    await api.close();
  });

  it('what an amendment would change is for staff', async () => {
    await good.post(
      'grade-amendment-proposals',
      { ...first, id: 'A1', grade: 'A', reason: 'misread', evidence: ['script'] },
      { 'x-actor': 'school D1' },
    );
    const path = 'students/S1/grade-amendments/A1';
    expect((await good.get(path)).statusCode).toBe(200);
    expect((await good.get(path, STUDENT)).statusCode).toBe(403);
    expect((await good.get('students/S1/grade-amendments/A9')).statusCode).toBe(404);
    expect((await good.get('students/S1/results', STUDENT)).json().results[0].amendments).toEqual([]);
    const { preview } = (await good.get(path)).json();
    await good.post(
      'grade-amendment-confirmations',
      { student: 'S1', amendment: 'A1', preview },
      { 'x-actor': 'school D2' },
    );
    for (const settling of ['students/S1/decisions-to-settle', 'decisions-to-settle']) {
      expect((await good.get(settling)).statusCode).toBe(200);
      expect((await good.get(settling, STUDENT)).statusCode).toBe(403);
    }
    const told = (await good.get('students/S1/results', STUDENT)).json().results[0];
    expect(told).toMatchObject({
      grade: 'A',
      history: [{ grade: 'A+' }, { grade: 'A', from: 'A+', reason: 'misread' }],
    });
    expect(JSON.stringify(told)).not.toMatch(/script|proposedBy|D1/);
    const [whole] = (await good.get('students/S1/results')).json().results;
    expect(whole.amendments).toMatchObject([{ evidence: ['script'], proposedBy: { id: 'D1' } }]);
  });
});
