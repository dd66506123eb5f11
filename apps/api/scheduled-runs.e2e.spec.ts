import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScheduled, type ScheduledProcess, scheduledProcesses } from '#academic-record';
import { CommandExecution } from '#commands';
import { type ApiUnderTest, openApi } from './testing.fixtures.ts';

const TERM = {
  code: '2024-AUT',
  teaching: ['2024-09-02', '2024-11-30'],
  examinations: ['2024-12-09', '2024-12-20'],
};

describe('scheduled runs', () => {
  let api: ApiUnderTest;
  const as = (actor: string) => ({ 'x-actor': actor });

  beforeAll(async () => {
    api = await openApi();
    const programme = { code: 'BBAH', award: 'honours', regime: '3cu', mode: 'full-time', credits: 120 };
    for (const [path, body] of [
      ['terms', TERM],
      ['courses', { code: 'C1', credits: 3, level: 2000 }],
      ['programmes', programme],
      ['admissions', { student: 'S1', programme: 'BBAH', term: '2024-AUT' }],
      ['enrolments', { student: 'S1', course: 'C1', term: '2024-AUT' }],
    ] as const)
      expect((await api.post(path, body)).statusCode).toBe(201);
    api.clock.moveTo('2024-10-01');
    const execution = new CommandExecution(api.system.store, api.clock);
    await runScheduled(
      api.system.store,
      scheduledProcesses.find(({ name }) => name === 'load-below-prescribed') as ScheduledProcess,
      {
        on: '2024-10-01',
        dryRun: false,
        now: api.clock.now(),
        execute: (useCase, command) => execution.execute(useCase, command),
      },
    );
  });
  afterAll(() => api.close());

  it('are told with what they came to', async () => {
    const run = { process: 'load-below-prescribed', on: '2024-10-01', state: 'finished', found: 1, recorded: 1 };
    expect((await api.get('scheduled-runs')).json()).toMatchObject({ runs: [run] });
    expect((await api.get('scheduled-runs/load-below-prescribed/2024-10-01')).json()).toMatchObject(run);
  });

  it('tell whom they affected, under which clause and with which figures, with the same bytes each time', async () => {
    const report = await api.get('scheduled-runs/load-below-prescribed/2024-10-01/report');
    expect(report.headers['content-type']).toContain('application/x-ndjson');
    const [line] = report.body.trimEnd().split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({
      student: 'S1',
      programme: 'BBAH',
      result: 'recorded',
      findings: expect.arrayContaining([expect.objectContaining({ clause: '3cu/ug/6.2', figures: { lacking: 12 } })]),
    });
    expect((await api.get('scheduled-runs/load-below-prescribed/2024-10-01/report')).body).toBe(report.body);
  });

  it('are for staff, and known by their process and day', async () => {
    const run = 'scheduled-runs/load-below-prescribed/2024-10-01';
    for (const path of ['scheduled-runs', run, `${run}/report`]) {
      expect((await api.get(path, as('student S1'))).statusCode).toBe(403);
      expect((await api.get(`${path}?x=1`)).statusCode).toBe(400);
    }
    for (const path of ['lapse/2024-10-01', 'load-below-prescribed/2024-10-02', 'x/2024-10-01', 'lapse/today/report'])
      expect((await api.get(`scheduled-runs/${path}`)).statusCode).toBe(404);
  });
});
