import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, COURSE, enrolment, TERM, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  beforeEach(async () => {
    api = await openApi();
    await withStudent(api);
  });
  afterEach(async () => {
    expect(api.errors).toEqual([]);
    await api.close();
  });

  describe('a request that is granted', () => {
    it('answers 201 with the events, the ruling, the revision and the place in the log', async () => {
      const answer = await api.post('enrolments', enrolment());
      expect(answer.statusCode).toBe(201);
      const position = await api.system.store.head();
      expect(answer.json()).toMatchObject({
        stream: 'record-S1',
        revision: '1',
        position,
        events: [{ type: 'CourseEnrolled' }],
        ruling: { outcome: 'allowed' },
      });
      expect(answer.headers).toMatchObject({
        etag: '"1"',
        'x-position': position,
        location: '/api/v1/students/S1/transcript',
        'idempotency-key': answer.json().commandId,
      });
    });

    it('is on the transcript as soon as its position is asked for', async () => {
      const { position } = (await api.post('enrolments', enrolment())).json();
      const transcript = await api.get(`students/S1/transcript?minPosition=${position}`);
      expect(transcript.statusCode).toBe(200);
      expect(transcript.headers.etag).toBe('"1"');
      expect(transcript.body).toContain(COURSE.code);
    });

    it('is recorded with its correlation id', async () => {
      await api.post('enrolments', enrolment(), { 'x-correlation-id': 'portal-7' });
      const { events } = (await api.get('students/S1/events?after=0')).json();
      expect(events[0]).toMatchObject({ correlationId: 'portal-7', actor: { role: 'registrar' } });
    });
  });

  describe('the life of an enrolment', () => {
    it('goes from submission and mark to a grade on the transcript', async () => {
      await api.post('enrolments', enrolment());
      api.clock.moveTo('2024-09-20');
      const work = { ...enrolment(), assignment: 'TMA01' };
      expect((await api.post('submissions', work, { 'x-actor': 'student S1' })).statusCode).toBe(201);
      expect((await api.post('marks', { ...work, mark: 78 }, { 'x-actor': 'tutor T1' })).statusCode).toBe(201);
      api.clock.moveTo('2025-01-10');
      const graded = await api.post('grades', { ...enrolment(), grade: 'A-' }, { 'x-actor': 'school' });
      expect(graded.statusCode).toBe(201);
      const { position } = graded.json();
      const transcript = await api.get(`students/S1/transcript?minPosition=${position}`);
      expect(transcript.body).toContain('"A-"');
      const summary = await api.get(`students/S1/term-summaries/${TERM.code}?minPosition=${position}`);
      expect(summary.statusCode).toBe(200);
      expect((await api.get(`students/S1/award-decisions/BSCH-CS?minPosition=${position}`)).statusCode).toBe(200);
    });
  });

  describe('a request that the regulations refuse', () => {
    it('is recorded on the authority of the Senate, by the Registrar alone, with the clause and the reason', async () => {
      await api.post('enrolments', enrolment());
      api.clock.moveTo('2024-11-30');
      const override = { 'x-override': `senate; ${encodeURIComponent('住院，由 11 月 20 日起')}` };
      const notHis = await api.post('withdrawals', enrolment(), { ...override, 'x-actor': 'student S1' });
      expect([notHis.statusCode, notHis.json().code]).toEqual([403, 'override-not-authorised']);
      const dean = await api.post('withdrawals', enrolment(), { 'x-override': 'dean; In%20hospital' });
      expect(dean.statusCode).toBe(403);
      const answer = await api.post('withdrawals', enrolment(), { ...override, 'idempotency-key': 'by-the-senate' });
      expect([answer.statusCode, answer.json().ruling.outcome]).toEqual([201, 'refused']);
      const { events } = (await api.get('students/S1/events?after=1')).json();
      expect(events[0]).toMatchObject({
        type: 'CourseWithdrawn',
        override: { authority: 'senate', clauses: ['3cu/dl/6.1'], reason: '住院，由 11 月 20 日起' },
      });
      const again = await api.post('withdrawals', enrolment(), { ...override, 'idempotency-key': 'by-the-senate' });
      expect(again.statusCode).toBe(200);
    });

    it('answers 422 with the ruling and names the clause, in both languages', async () => {
      await api.post('enrolments', enrolment());
      api.clock.moveTo('2024-11-30');
      const refused = await api.post('withdrawals', enrolment(), { 'accept-language': 'zh-HK' });
      expect(refused.statusCode).toBe(422);
      const document = refused.json();
      expect(document).toMatchObject({
        code: 'withdrawal-refused',
        title: '按規例不獲批准',
        i18n: { en: { title: 'Refused by the regulations' } },
        ruling: { outcome: 'refused' },
      });
      const clause = document.clauses.find(({ id }: { id: string }) => id === '3cu/dl/6.1');
      expect(clause.title.en).not.toBe('');
      expect(clause.title['zh-Hant']).not.toBe('');
    });

    it('is kept, and can be read with its ruling', async () => {
      await api.post('enrolments', enrolment());
      api.clock.moveTo('2024-11-30');
      await api.post('withdrawals', enrolment());
      const { requests } = (await api.get('students/S1/requests')).json();
      expect(requests).toMatchObject([
        { type: 'RequestRefused', data: { code: 'withdrawal-refused' }, ruling: { outcome: 'refused' } },
      ]);
    });

    it('answers the same when it is sent again', async () => {
      await api.post('enrolments', enrolment());
      api.clock.moveTo('2024-11-30');
      const key = { 'idempotency-key': 'refused-once' };
      await api.post('withdrawals', enrolment(), key);
      const head = await api.system.store.head();
      const again = await api.post('withdrawals', enrolment(), key);
      expect(again.statusCode).toBe(422);
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect(await api.system.store.head()).toBe(head);
    });
  });

  describe('a key that is sent again', () => {
    const key = { 'idempotency-key': 'enrol-once' };

    it('gets the first answer, and nothing is appended', async () => {
      const first = await api.post('enrolments', enrolment(), key);
      const again = await api.post('enrolments', enrolment(), key);
      expect(again.statusCode).toBe(200);
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect(again.json()).toEqual(first.json());
      expect(await api.system.store.head()).toBe(first.json().position);
    });

    it('with another request for the same student is refused', async () => {
      await api.post('enrolments', enrolment(), key);
      const reused = await api.post('enrolments', enrolment('COMP1090'), key);
      expect([reused.statusCode, reused.json().code]).toEqual([422, 'command-id-reused']);
    });

    it('is another request when it is about another student', async () => {
      await api.post('admissions', { student: 'S2', programme: 'BSCH-CS', term: TERM.code });
      await api.post('enrolments', enrolment(), key);
      const other = await api.post('enrolments', enrolment(COURSE.code, 'S2'), key);
      expect([other.statusCode, other.headers['idempotency-replayed'], other.json().stream]).toEqual([
        201,
        undefined,
        'record-S2',
      ]);
    });
  });

  describe('If-Match', () => {
    it('lets a request through at the revision that was read', async () => {
      expect((await api.post('enrolments', enrolment(), { 'if-match': '"0"' })).statusCode).toBe(201);
    });

    it('stops it when the record has changed', async () => {
      await api.post('enrolments', enrolment());
      const stale = await api.post('enrolments', enrolment('COMP1090'), { 'if-match': '"0"' });
      expect([stale.statusCode, stale.json().code]).toEqual([412, 'precondition-failed']);
    });
  });
});
