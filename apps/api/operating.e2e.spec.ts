import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { studentReadModels } from '#projections';
import { returnLeases, takeLease } from '../../libs/projections/read-database/leases.ts';
import { leaseholder } from '../../libs/projections/runtime/leases.ts';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, enrolment, withStudent } from './testing.fixtures.ts';

const OPERATOR = { 'x-actor': 'operator O1' };
const ADMIN = 'admin/projections';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi();
    await withStudent(api);
    const { position } = (await api.post('enrolments', enrolment())).json();
    expect(await api.system.projections.waitFor(position, 5_000)).toBe(true);
  });
  afterAll(() => api.close());

  const begin = (what: string, body: unknown = {}) => api.post(`${ADMIN}/${what}`, body, OPERATOR);

  /** What came of an operation, however long it took. */
  async function ended(what: string, body?: unknown) {
    const begun = await begin(what, body);
    expect([200, 202]).toContain(begun.statusCode);
    const at = String(begun.headers.location).replace('/api/v1/', '');
    for (;;) {
      const shown = (await api.get(at, OPERATOR)).json();
      if (shown.state !== 'running') return shown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  describe('the read models, for an operator', () => {
    it('show generations, positions, who follows the log and what is parked', async () => {
      const status = (await api.get(ADMIN, OPERATOR)).json();
      expect(status.projections.map(({ name }: { name: string }) => name)).toContain('transcript');
      expect(status.projections[0].generations).toMatchObject([{ state: 'live' }]);
      expect(status.leases.some(({ name }: { name: string }) => name.startsWith('follow/'))).toBe(true);
      expect(status).toMatchObject({ head: await api.system.store.head(), parked: [] });
    });

    it('are compared, rebuilt, swapped and rolled back', async () => {
      expect(await ended('comparisons')).toMatchObject({ kind: 'compare', state: 'done', result: { equal: true } });
      expect(await ended('rebuilds')).toMatchObject({
        kind: 'rebuild',
        by: { role: 'operator', id: 'O1' },
        state: 'done',
        result: { swapped: true, parked: 0, comparison: { equal: true } },
      });
      expect(await ended('rollbacks')).toMatchObject({ state: 'done' });
      const dropped = studentReadModels.length;
      expect(await ended('drops', { previous: true })).toMatchObject({ state: 'done', result: { dropped } });
      const transcript = await api.get('students/S1/transcript');
      expect(transcript.json()).toMatchObject({ student: 'S1' });
    });

    it('are rebuilt by one at a time', async () => {
      const other = leaseholder(api.system.readDatabase);
      await other.take(['rebuild/transcript']);
      const refused = await begin('rebuilds');
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'held-by-another']);
      expect(refused.json().reason).toMatch(/^rebuild\/transcript is held by/);
      await other.release();
      expect(await ended('rebuilds')).toMatchObject({ state: 'done', result: { swapped: true } });
    });

    it.each([
      ['swaps', 'no-such-generation'],
      ['rollbacks', 'no-such-generation'],
    ])('refuse %s when there is nothing to put in place', async (what, code) => {
      await ended('drops', { previous: true });
      const answer = await begin(what);
      expect([answer.statusCode, answer.json().code]).toEqual([409, code]);
    });

    it('have nothing to retry when nothing is parked', async () => {
      expect(await ended('retries', { stream: 'record-S1' })).toMatchObject({ result: { retried: [] } });
    });

    it('are said to be rebuilt by another process, for as long as its lease holds', async () => {
      const elsewhere = async () => (await api.get(`${ADMIN}/operations`, OPERATOR)).json().elsewhere;
      const { writer } = api.system.readDatabase;
      const own = leaseholder(api.system.readDatabase);
      await own.take(['rebuild/holds']);
      const owner = JSON.stringify({ host: 'registry-2', pids: 'pid:[1]', pid: 4711, id: 'x' });
      await takeLease(writer, { name: 'rebuild/transcript', owner, milliseconds: 60_000 });
      await takeLease(writer, { name: 'rebuild/deadlines', owner, milliseconds: -1 });
      expect(await elsewhere()).toMatchObject([
        { name: 'rebuild/transcript', owner: 'process 4711 on registry-2', leftMilliseconds: expect.any(Number) },
      ]);
      await returnLeases(writer, owner);
      await own.release();
      expect(await elsewhere()).toEqual([]);
    });

    it('know what was done, the latest first', async () => {
      const { operations } = (await api.get(`${ADMIN}/operations`, OPERATOR)).json();
      expect(operations[0]).toMatchObject({ kind: 'retry', state: 'done' });
      expect((await api.get(`${ADMIN}/operations/nobody`, OPERATOR)).json().code).toBe('unknown-operation');
    });

    it.each([
      [{ stream: 'record-S9' }, 'no-such-stream'],
      [{ projection: 'transcripts' }, 'no-such-read-model'],
    ])('refuse to retry %j, which there is not', async (body, code) => {
      const answer = await begin('retries', body);
      expect([answer.statusCode, answer.json().code]).toEqual([409, code]);
    });
  });

  describe('nobody else', () => {
    it.each(['registrar', 'student S1', 'migration'])('operates the read models: not the %s', async (actor) => {
      for (const path of [ADMIN, `${ADMIN}/operations`, `${ADMIN}/operations/x`])
        expect((await api.get(path, { 'x-actor': actor })).statusCode).toBe(403);
      for (const what of ['rebuilds', 'comparisons', 'swaps', 'rollbacks', 'drops', 'retries'])
        expect((await api.post(`${ADMIN}/${what}`, {}, { 'x-actor': actor })).statusCode).toBe(403);
    });

    it('and an operator asks nothing of a record', async () => {
      expect((await api.post('enrolments', enrolment('COMP1090'), OPERATOR)).json().code).toBe('not-authorised');
    });

    it.each([
      ['rebuilds', { workers: 0 }],
      ['rebuilds', { workers: 'two' }],
      ['rebuilds', { colour: 'red' }],
      ['swaps', { acceptDifferences: 'yes' }],
      ['rollbacks', { to: 1 }],
      ['retries', []],
    ])('%s takes %j', async (what, body) => {
      expect((await begin(what, body)).json().code).toBe('invalid-request');
    });
  });

  describe('what is watched', () => {
    it('is told to Prometheus', async () => {
      const answer = await api.server.inject('/metrics');
      expect(answer.headers['content-type']).toContain('text/plain');
      expect(answer.body).toMatch(/^records_log_reachable 1$/m);
      expect(answer.body).toMatch(/^records_projections_healthy 1$/m);
      expect(answer.body).toMatch(/^records_projections_parked_streams 0$/m);
      expect(answer.body).toMatch(/^records_projections_followed_partitions 8$/m);
      expect(answer.body).toMatch(/^process_resident_memory_bytes \d+/m);
    });

    it('is told with readiness', async () => {
      expect((await api.server.inject('/health/ready')).json()).toMatchObject({
        status: 'ready',
        log: { reachable: true },
        readModels: { healthy: true, followedPartitions: 8, parkedStreams: 0 },
      });
    });
  });
});
