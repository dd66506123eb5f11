import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { TranscriptDocument } from '#projections';
import type { Attempt } from '#regulations';
import { foldRecord, RECORD_STREAMS, type RecordEvent } from '#student-record';
import { openSystem, type RecordsSystem } from '#system';
import { givenIn } from '../../../libs/academic-record/testing/given-in.ts';
import { createApi } from '../../api/index.ts';
import { type CommandSide, commandSideOf } from '../buses.ts';
import { exportedStudents, type StudentExport } from '../export/student-export.ts';
import { importTimeline } from '../import/import-timeline.ts';
import { type Dataset, ouladTimeline, readDataset } from '../oulad/index.ts';
import { EXTRACT } from '../oulad/sample.fixture.ts';
import { checkAverages, type Disagreement } from './averages.ts';
import { checkCoursework, type Difference } from './coursework.ts';

const dataset = readDataset(EXTRACT);

async function imported(asRecorded: boolean): Promise<RecordsSystem> {
  const system = await openSystem();
  const side: CommandSide = await commandSideOf(system);
  await importTimeline(side, ouladTimeline(dataset), { asRecorded });
  await side.close();
  return system;
}

describe('checks of the imported extract', () => {
  let system: RecordsSystem;
  let api: NestFastifyApplication;
  const get = async (path: string) =>
    (
      await api
        .getHttpAdapter()
        .getInstance()
        .inject({ url: `/api/v1/${path}`, headers: { 'x-actor': 'registrar' } })
    ).json();

  beforeAll(async () => {
    system = await imported(true);
    expect(await system.projections.waitFor(await system.store.head(), 120_000)).toBe(true);
    api = await createApi(system, { authMode: 'development', log: pino({ level: 'silent' }) });
  }, 180_000);
  afterAll(async () => {
    await api.close();
    await system.close();
  });

  it('explain every difference between coursework totals and the scores of the data set', async () => {
    const differences: Difference[] = [];
    const report = await checkCoursework(system.store, dataset, (one) => differences.push(one));
    expect(report).toMatchObject({ attempts: dataset.registrations.length, absent: 0 });
    for (const { unexplained, equal, different } of Object.values(report.measures)) {
      expect(unexplained).toBe(0);
      expect(equal + different).toBe(dataset.registrations.length);
    }
    expect(new Set(differences.flatMap(({ causes }) => causes))).toEqual(
      new Set(['banked', 'missing work', 'weights not 100', 'two examinations of 100']),
    );
    expect(report.measures.sum.byCause).toEqual({ 'weights not 100': report.measures.sum.different });
  });

  it('find a mark that is not the one of the data set', async () => {
    const [first, ...others] = dataset.submissions.filter(
      ({ score, assessment, banked }) =>
        score !== null && !banked && assessment.weight > 0 && assessment.type === 'TMA',
    );
    if (!first) throw new Error('the extract has no marked work');
    const rest = dataset.submissions.filter((submission) => submission !== first);
    const other: Dataset = { ...dataset, submissions: [...rest, { ...first, score: ((first.score ?? 0) + 1) % 100 }] };
    expect(others.length).toBeGreaterThan(0);
    const { measures } = await checkCoursework(system.store, other);
    expect(measures.sum.byCause).toHaveProperty('unexplained', 1);
  });

  it('find the same averages wherever they are told', async () => {
    const disagreements: Disagreement[] = [];
    const report = await checkAverages(system, get, { onDisagreement: (one) => disagreements.push(one) });
    expect(disagreements).toEqual([]);
    expect(report.students).toBe(200);
    const { standing, 'standing-run': runs, figures, 'assessment-results': results, ...others } = report.averages;
    expect(figures).toBeGreaterThan(400);
    expect(standing).toBe(0);
    expect(runs).toBe(figures);
    expect(results).toBeGreaterThan(100);
    for (const told of Object.values(others)) expect(told).toBe(figures);
  });

  it('export every student with results and averages', async () => {
    const students: StudentExport[] = [];
    for await (const student of exportedStudents(system.readModels)) students.push(student);
    expect(students).toHaveLength(200);
    expect(students.map(({ student }) => student)).toEqual(students.map(({ student }) => student).sort());
    const results = students.flatMap((student) => student.results);
    expect(results).toHaveLength(dataset.registrations.length);
    const graded = students.find(({ programmes }) => programmes[0]?.cgpa);
    expect(graded?.programmes[0]).toMatchObject({ cgpa: { display: expect.stringMatching(/^\d\.\d\d$/) } });
  });

  it('find a published standing that rests on averages which are not those of the record', async () => {
    let only: Attempt | undefined;
    let stream = '';
    for await (const one of system.store.readStreams(RECORD_STREAMS)) {
      const { attempts } = foldRecord(one.events as unknown as readonly RecordEvent[]);
      stream = one.stream;
      only = attempts.length === 1 && attempts[0]?.grade !== undefined ? attempts[0] : undefined;
      if (only) break;
    }
    const student = stream.slice(RECORD_STREAMS.length);
    const shown = JSON.parse((await system.readModels.transcript(student))?.document ?? '') as TranscriptDocument;
    const cgpa = shown.programmes[0]?.cgpa?.exact ?? null;
    const publish = async (figure: string | null, revision: number) => {
      const decision = {
        programme: only?.programme,
        term: only?.term,
        yearEnd: false,
        standing: 'good',
        probationTerms: 0,
        stage: null,
        figures: { gpa: figure, cgpa: figure, creditsEarned: 0 },
        clauses: [],
        on: '2015-01-01',
      };
      const from = { ...decision, figures: decision.figures };
      const said =
        revision === 0
          ? { type: 'StandingDecided', data: { decision } }
          : { type: 'StandingRevised', data: { decision, from, on: '2015-01-02', reason: 'Put right' } };
      const position = await givenIn(system.store, stream, [said], { on: '2015-01-01' });
      expect(await system.projections.waitFor(position, 60_000)).toBe(true);
    };
    await publish('13/10', 0);
    const disagreements: Disagreement[] = [];
    const { averages } = await checkAverages(system, get, { onDisagreement: (one) => disagreements.push(one) });
    expect(averages.standing).toBe(2);
    expect(disagreements).toEqual([
      expect.objectContaining({ student, source: 'standing', told: '13/10', figures: cgpa }),
      expect.objectContaining({ student, source: 'standing', told: '13/10', figures: cgpa }),
    ]);
    await publish(cgpa, 1);
    expect((await checkAverages(system, get)).disagreements).toBe(0);
  }, 120_000);

  it('find grade points of an assessment result that are not those of the record', async () => {
    const rows = await sql<{
      name: string;
    }>`select name from sqlite_master where name like 'assessment_result_v%_g%' and type = 'table'`.execute(
      system.readDatabase.writer,
    );
    const name = rows.rows[0]?.name ?? '';
    const replaced = (from: string, to: string) =>
      sql`update ${sql.table(name)} set document = replace(document, ${from}, ${to})`.execute(
        system.readDatabase.writer,
      );
    await replaced('"points":{"exact":"2/1"', '"points":{"exact":"7/3"');
    const disagreements: Disagreement[] = [];
    await checkAverages(system, get, { onDisagreement: (one) => disagreements.push(one) });
    await replaced('"points":{"exact":"7/3"', '"points":{"exact":"2/1"');
    expect(disagreements.length).toBeGreaterThan(0);
    expect(new Set(disagreements.map(({ source }) => source))).toEqual(new Set(['assessment-results']));
  }, 120_000);

  it('find an average that is told otherwise somewhere', async () => {
    const [table] = (
      await sql<{
        name: string;
      }>`select name from sqlite_master where name like 'transcript_v%_g%' and type = 'table'`.execute(
        system.readDatabase.writer,
      )
    ).rows;
    if (!table) throw new Error('there is no transcript');
    await sql`update ${sql.table(table.name)} set document = replace(document, '"display":"2.00"', '"display":"2.01"')`.execute(
      system.readDatabase.writer,
    );
    expect((await checkAverages(system, get)).disagreements).toBe(0);
    await sql`update ${sql.table(table.name)} set document = replace(document, '"exact":"2/1"', '"exact":"201/100"')`.execute(
      system.readDatabase.writer,
    );
    const disagreements: Disagreement[] = [];
    await checkAverages(system, get, { onDisagreement: (one) => disagreements.push(one) });
    expect(new Set(disagreements.map(({ source }) => source))).toEqual(
      new Set(['transcript', 'export', 'api-transcript']),
    );
    expect(disagreements[0]).toMatchObject({ figures: '2/1', told: '201/100' });
  });
});

describe('a check of an import that left out what rules refuse', () => {
  it('explains what is not in the log', async () => {
    const system = await imported(false);
    try {
      const { absent, measures } = await checkCoursework(system.store, dataset);
      expect(absent).toBeGreaterThan(0);
      expect(measures.sum.unexplained).toBe(0);
      expect(Object.keys(measures.sum.byCause)).toContain('not in the log');
    } finally {
      await system.close();
    }
  }, 180_000);
});
