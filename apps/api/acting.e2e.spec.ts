import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  describe('without a way to sign in', () => {
    it.each([undefined, 'production', 'Development', ''])('AUTH_MODE %s lets nobody in', async (authMode) => {
      const api = await openApi({ authMode });
      for (const headers of [{}, { 'x-actor': 'registrar' }])
        for (const url of ['/api/v1/terms', '/api/v1/nothing', '/%61pi/v1/terms', '/api/v1/regulations/clauses/x']) {
          const answer = await api.server.inject({ url, headers });
          expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'sign-in-not-available']);
        }
      const claimed = await api.get('terms', { 'x-actor': 'registrar' });
      expect(claimed.json().problems).toMatchObject([{ field: 'X-Actor', code: 'development-only' }]);
      expect((await api.post('terms', {})).statusCode).toBe(401);
      expect((await api.server.inject('/health/live')).statusCode).toBe(200);
      await api.close();
    });
  });

  describe('in development', () => {
    let api: ApiUnderTest;
    beforeAll(async () => {
      api = await openApi();
      await withStudent(api, 'S1');
      await api.post('admissions', { student: 'S2', programme: 'BSCH-CS', term: '2024-AUT' });
    });
    afterAll(() => api.close());

    const parts = ['transcript', 'term-summaries', 'award-decisions', 'events', 'requests'];

    it.each(parts)('a student reads his or her own %s', async (part) => {
      const position = await api.system.store.head();
      expect(await api.system.projections.waitFor(position, 5000)).toBe(true);
      expect((await api.get(`students/S1/${part}`, { 'x-actor': 'student S1' })).statusCode).toBe(200);
    });

    it.each([...parts, 'changes'])("a student does not read another's %s", async (part) => {
      expect((await api.get(`students/S2/${part}`, { 'x-actor': 'student S1' })).statusCode).toBe(403);
    });

    it('a student does not see who else is on record', async () => {
      expect((await api.get('students', { 'x-actor': 'student S1' })).statusCode).toBe(403);
    });

    it('staff see the students page by page', async () => {
      const first = (await api.get('students?limit=1', { 'x-actor': 'tutor T1' })).json();
      expect(first).toMatchObject({ students: [{ student: 'S1' }], next: 'S1' });
      const second = (await api.get(`students?limit=1&after=${first.next}`)).json();
      expect(second.students).toMatchObject([{ student: 'S2' }]);
      expect(second.next).toBeUndefined();
    });
  });
});
