import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { studentReadModels } from '#projections';
import { copiesIn } from '../../libs/projections/read-database/generations.ts';
import { park, unpark } from '../../libs/projections/read-database/parked.ts';
import { tableName } from '../../libs/projections/read-database/tables.ts';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, enrolment, withStudent } from './testing.fixtures.ts';

const STREAM = 'record-S1';

describe.each(combinations)('a student who is parked, on $name', ({ stores }) => {
  let api: ApiUnderTest;
  /** The position of what the student was parked for. */
  let parkedAt: string;

  beforeAll(async () => {
    api = await apisOver(stores)();
    await withStudent(api);
    await api.post('admissions', { student: 'S2', programme: 'BSCH-CS', term: '2024-AUT' });
    expect(await api.system.projections.waitFor(await api.system.store.head(), 5_000)).toBe(true);
    // What is appended next, and nothing before, is at this position or after it.
    const before = await api.system.store.head();
    const position = String(BigInt(before) + 1n).padStart(before.length, '0');
    const { writer } = api.system.readDatabase;
    const live = await copiesIn(writer, studentReadModels, 'live');
    const poison = { stream: STREAM, revision: 1n, position, events: 1, error: new Error('odd'), attempts: 3 };
    for (const copy of live) await park(writer, copy, poison);
    parkedAt = (await api.post('enrolments', enrolment())).json().position;
    expect(await api.system.projections.waitFor(parkedAt, 5_000)).toBe(true);
  });
  afterAll(() => api.close());

  const PATHS = [
    'students/S1/transcript',
    'students/S1/term-summaries',
    'students/S1/term-summaries/2024-AUT',
    'students/S1/award-decisions',
    'students/S1/holds',
    'students/S1/deadlines',
    'students/S1/registrations',
    'students/S1/registrations/BSCH-CS',
  ];

  it.each(PATHS)('%s is shown as it was, and not to who has seen more', async (path) => {
    expect((await api.get(path)).statusCode).toBe(200);
    const answer = await api.get(`${path}?minPosition=${parkedAt}`);
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'not-yet-projected']);
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('holds up nobody else', async () => {
    const { position } = (await api.post('enrolments', enrolment(undefined, 'S2'))).json();
    expect((await api.get(`students/S2/transcript?minPosition=${position}`)).statusCode).toBe(200);
    expect((await api.get('students/S9/transcript')).json().code).toBe('unknown-student');
  });

  describe('and of whom a rebuild could make no rows', () => {
    beforeAll(async () => {
      const { writer } = api.system.readDatabase;
      for (const { projection, generation } of await copiesIn(writer, studentReadModels, 'live'))
        await sql`delete from ${sql.table(tableName(projection.table.name, projection.version, generation))}
          where student = 'S1'`.execute(writer);
    });

    it.each(PATHS)('%s is not yet there, rather than of nobody', async (path) => {
      const answer = await api.get(path);
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'not-yet-projected']);
      expect(answer.headers['retry-after']).toBe('1');
    });

    it('is known to have no such part by a read model that is not parked', async () => {
      const { writer } = api.system.readDatabase;
      const [summaries] = await copiesIn(
        writer,
        studentReadModels.filter(({ name }) => name === 'term_summary'),
        'live',
      );
      if (summaries) await unpark(writer, summaries, STREAM);
      const answer = await api.get('students/S1/term-summaries/1999-AUT');
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown-term']);
    });
  });
});
