import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, openApi } from './testing.fixtures.ts';

const TERM = {
  code: '2024-AUT',
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
};

describe('standing runs', () => {
  let api: ApiUnderTest;
  const as = (actor: string) => ({ 'x-actor': actor });

  beforeAll(async () => {
    api = await openApi();
    const programme = { code: 'BBAH', award: 'honours', regime: '3cu', mode: 'full-time', credits: 120 };
    for (const [path, body, actor] of [
      ['terms', TERM, 'registrar'],
      ['courses', { code: 'C1', credits: 3, level: 2000 }, 'registrar'],
      ['programmes', programme, 'registrar'],
      ['admissions', { student: 'S1', programme: 'BBAH', term: '2024-AUT' }, 'registrar'],
      ['enrolments', { student: 'S1', course: 'C1', term: '2024-AUT' }, 'registrar'],
    ] as const)
      expect((await api.post(path, body, as(actor))).statusCode).toBe(201);
    api.clock.moveTo('2025-01-02');
    const grade = { student: 'S1', course: 'C1', term: '2024-AUT', grade: 'D' };
    expect((await api.post('grades', grade, as('school'))).statusCode).toBe(201);
  });
  afterAll(() => api.close());

  it('are started, signed by two and published; the report has the same bytes whenever it is asked for', async () => {
    const started = await api.post('standing-runs', { term: '2024-AUT' }, as('registrar R1'));
    expect(started.statusCode).toBe(201);
    expect(started.headers.location).toBe('/api/v1/standing-runs/2024-AUT-1');
    const report = await api.get('standing-runs/2024-AUT-1/report');
    expect(report.headers['content-type']).toContain('application/x-ndjson');
    const [line, summary] = report.body
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(line).toMatchObject({ student: 'S1', from: 'good', to: 'probation', clauses: ['3cu/ug/11.1'] });
    expect(summary).toMatchObject({ summary: { term: '2024-AUT', decided: 1, changing: 1 } });
    for (const signer of ['registrar R1', 'dean D1'])
      expect((await api.post('standing-run-signatures', { run: '2024-AUT-1' }, as(signer))).statusCode).toBe(201);
    expect((await api.post('standing-run-publications', { run: '2024-AUT-1' }, as('registrar R1'))).statusCode).toBe(
      201,
    );
    expect((await api.get('standing-runs/2024-AUT-1/report')).body).toBe(report.body);
    expect((await api.get('standing-runs/2024-AUT-1')).json()).toMatchObject({
      state: 'published',
      signatures: [{ by: { id: 'R1' } }, { by: { id: 'D1' } }],
      counts: { decided: 1, published: 1 },
    });
    expect((await api.get('standing-runs')).json()).toMatchObject({ runs: [{ run: '2024-AUT-1' }] });
    const position = await api.system.store.head();
    const standings = await api.get(`students/S1/standings?minPosition=${position}`, as('registry G1'));
    expect(standings.json()).toMatchObject({
      programmes: [{ standing: 'probation', history: [{ term: '2024-AUT' }] }],
    });
  });

  it('are for staff, and known by their names', async () => {
    for (const path of ['standing-runs', 'standing-runs/2024-AUT-1', 'standing-runs/2024-AUT-1/report']) {
      expect((await api.get(path, as('student S1'))).statusCode).toBe(403);
      expect((await api.get(`${path}?x=1`)).statusCode).toBe(400);
    }
    for (const path of ['standing-runs/2024-AUT-9', 'standing-runs/..%2F', 'standing-runs/2024-AUT-9/report'])
      expect((await api.get(path)).statusCode).toBe(404);
  });
});
