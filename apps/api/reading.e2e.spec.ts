import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, enrolment, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi();
    await withStudent(api);
  });
  afterAll(async () => {
    expect(api.errors).toEqual([]);
    await api.close();
  });

  const transcript = 'students/S1/transcript';

  describe('a read model', () => {
    it('is sent as it is stored, with its revision and place in the log', async () => {
      const head = await api.system.store.head();
      await api.system.projections.waitFor(head, 5000);
      const answer = await api.get(transcript);
      expect(answer.body).toBe((await api.system.readModels.transcript('S1'))?.document);
      expect(answer.headers).toMatchObject({
        etag: '"0"',
        'x-position': head,
        'cache-control': 'no-store',
      });
    });

    it.each(['"0"', 'W/"0"', '"7", "0"', '*'])('is not sent again to a reader with %s', async (tag) => {
      const answer = await api.get(transcript, { 'if-none-match': tag });
      expect([answer.statusCode, answer.body]).toEqual([304, '']);
    });

    it.each(['"7"', 'junk', ''])('is sent to a reader with %s', async (tag) => {
      expect((await api.get(transcript, { 'if-none-match': tag })).statusCode).toBe(200);
    });

    it('of a list is an array in one document', async () => {
      const answer = await api.get('students/S1/term-summaries');
      expect(answer.json()).toMatchObject([{ student: 'S1', term: { code: '2024-AUT' } }]);
    });

    it('answers HEAD with the headers alone', async () => {
      const answer = await api.server.inject({
        method: 'HEAD',
        url: `/api/v1/${transcript}`,
        headers: { 'x-actor': 'registrar' },
      });
      expect([answer.statusCode, answer.headers.etag, answer.body]).toEqual([200, '"0"', '']);
    });
  });

  describe('the history of a record', () => {
    it('says who, when, why, and on what the decision rested', async () => {
      const { events } = (await api.get('students/S1/events')).json();
      expect(events).toMatchObject([
        {
          type: 'StudentAdmitted',
          revision: '0',
          actor: { role: 'registrar' },
          recordedAt: '2024-08-01T04:00:00.000Z',
          effectiveOn: '2024-08-01',
          command: { type: 'Admit', data: { student: 'S1' } },
          ruling: { outcome: 'allowed' },
          basis: { read: { 'programme-BSCH-CS': '0', 'term-2024-AUT': '0' } },
        },
      ]);
    });

    it('is read page by page', async () => {
      await api.post('enrolments', enrolment());
      const first = (await api.get('students/S1/events?limit=1')).json();
      expect([first.events.length, first.next]).toEqual([1, '0']);
      const second = (await api.get(`students/S1/events?limit=1&after=${first.next}`)).json();
      expect(second.events).toMatchObject([{ type: 'CourseEnrolled' }]);
      expect(second.next).toBeUndefined();
    });

    it('of nobody is not there', async () => {
      expect((await api.get('students/S9/events')).statusCode).toBe(404);
      expect((await api.get('students/S9/requests')).statusCode).toBe(404);
    });
  });

  describe('the catalogue', () => {
    it('is read page by page in order of code', async () => {
      const first = (await api.get('courses?limit=1')).json();
      expect([first.courses[0].code, first.next]).toEqual(['COMP1080', 'COMP1080']);
      const second = (await api.get('courses?limit=1&after=COMP1080')).json();
      expect([second.courses[0].code, second.next]).toEqual(['COMP1090', undefined]);
    });

    it.each([
      ['courses/COMP1080', 'COMP1080'],
      ['programmes/BSCH-CS', 'BSCH-CS'],
      ['terms/2024-AUT', '2024-AUT'],
    ])('shows %s', async (path, code) => {
      const answer = await api.get(path, { 'x-actor': 'student S1' });
      expect([answer.json().code, answer.headers.etag]).toEqual([code, '"0"']);
      expect((await api.get(path, { 'if-none-match': '"0"' })).statusCode).toBe(304);
    });
  });

  describe('the register of clauses', () => {
    it.each([
      'regulations/clauses/3cu/dl/6.1',
      'regulations/clauses?id=3cu/dl/6.1',
      'regulations/clauses/3cu%2Fdl%2F6.1',
    ])('is read at %s', async (path) => {
      const answer = await api.get(path);
      expect([answer.statusCode, answer.json().id]).toEqual([200, '3cu/dl/6.1']);
    });
  });

  describe('how a course is assessed in a term', () => {
    const scheme = (course: string, term: string) => `courses/${course}/terms/${term}/assessment-scheme`;

    it('is told to every reader, students among them', async () => {
      const answer = await api.get(scheme('COMP1080', '2024-AUT'), { 'x-actor': 'student S9' });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        ...{ course: 'COMP1080', teachingBegins: '2024-09-02', assignmentsSet: 2, combination: 'all-weighted' },
        items: [{ id: 'TMA01', due: '2024-10-02' }, { id: 'TMA02' }],
      });
      const again = await api.get(scheme('COMP1080', '2024-AUT'), { 'if-none-match': `${answer.headers.etag}` });
      expect(again.statusCode).toBe(304);
    });

    it.each([
      ['COMP9999', '2024-AUT'],
      ['COMP1080', '2099-AUT'],
      ['COMP 1080', '2024-AUT'],
    ])('is not known of %s in %s', async (course, term) => {
      const answer = await api.get(scheme(course, term));
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown-assessment-scheme']);
    });

    it('goes with the coursework of a student, which is empty while there is nothing to tell', async () => {
      expect((await api.get('students/S1/coursework')).json()).toEqual({ student: 'S1', attempts: [] });
      expect((await api.get('students/S2/coursework')).statusCode).toBe(404);
      expect((await api.get('students/S1/coursework', { 'x-actor': 'student S9' })).statusCode).toBe(403);
    });
  });

  describe('the surface itself', () => {
    it('is ready, and says how far the read models are', async () => {
      const answer = await api.server.inject('/health/ready');
      expect(answer.json()).toMatchObject({ status: 'ready', readModels: { healthy: true } });
    });

    it('describes itself, with the clauses of every request', async () => {
      const document = (await api.server.inject('/docs-json')).json();
      expect(document.paths['/api/v1/withdrawals'].post['x-clauses']).toContain('3cu/dl/6.1');
      expect(document.components.schemas.Withdraw.required).toEqual(['student', 'course', 'term']);
    });

    it.each(['/docs', '/docs/start.js', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js'])(
      'serves %s',
      async (url) => {
        expect((await api.server.inject(url)).statusCode).toBe(200);
      },
    );

    it('gives back the correlation id of the caller, unless it is no token', async () => {
      expect((await api.get('terms', { 'x-correlation-id': 'portal-7' })).headers['x-correlation-id']).toBe('portal-7');
      const answer = await api.get('terms', { 'x-correlation-id': 'no {token}' });
      expect(answer.headers['x-correlation-id']).toBe(answer.headers['x-request-id']);
    });
  });
});
