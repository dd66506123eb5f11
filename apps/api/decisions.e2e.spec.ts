import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, enrolment, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi();
    await withStudent(api);
    await api.post('admissions', { student: 'S2', programme: 'BSCH-CS', term: '2024-AUT' });
  });
  afterAll(async () => {
    expect(api.errors).toEqual([]);
    await api.close();
  });

  const decision = (id: string, as = 'registrar') =>
    api.get(`students/S1/decisions/${encodeURIComponent(id)}`, { 'x-actor': as });

  describe('why a request was granted or refused', () => {
    it('is told by the id of the command and by that of its event, with all that it rested on', async () => {
      const granted = await api.post('enrolments', enrolment(), { 'idempotency-key': 'portal/2024-7' });
      expect(granted.statusCode).toBe(201);
      const [event] = granted.json().events;
      const byCommand = await decision('portal/2024-7');
      expect(byCommand.statusCode).toBe(200);
      expect(byCommand.json()).toMatchObject({
        student: 'S1',
        commandId: 'portal/2024-7',
        request: { type: 'Enrol', summary: { en: 'Enrol in a course' }, fields: { course: 'COMP1080' } },
        askedBy: { role: 'registrar' },
        outcome: 'accepted',
        pack: expect.stringMatching(/^three-credit@/),
        findings: expect.arrayContaining([
          expect.objectContaining({
            clause: '3cu/dl/3.7',
            holds: true,
            title: expect.objectContaining({ en: expect.any(String) }),
          }),
        ]),
        basis: { 'record-S1': '0', 'course-COMP1080': '0' },
        events: [{ id: event.id, stream: 'record-S1', revision: '1' }],
      });
      expect((await decision(event.id)).json()).toEqual(byCommand.json());
    });

    it('is told of a refusal, by the clause that refused', async () => {
      const refused = await api.post('enrolments', enrolment(), { 'idempotency-key': 'again' });
      expect(refused.statusCode).toBe(422);
      const why = (await decision('again')).json();
      expect(why).toMatchObject({ outcome: 'refused', code: refused.json().code });
      expect(why.findings).toContainEqual(expect.objectContaining({ clause: '3cu/dl/3.7', holds: false }));
    });

    it('is for the student to read, and for no other', async () => {
      expect((await decision('again', 'student S1')).statusCode).toBe(200);
      const another = await decision('again', 'student S2');
      expect([another.statusCode, another.json().code]).toEqual([403, 'not-authorised']);
    });

    it.each(['none', '\u00e9', 'a b'])('is not there under %j', async (id) => {
      const answer = await decision(id);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown-decision']);
    });

    it('of another student is not there', async () =>
      expect((await api.get('students/S2/decisions/again')).json().code).toBe('unknown-decision'));

    it('of nobody is not there', async () =>
      expect((await api.get('students/S9/decisions/again')).json().code).toBe('unknown-student'));

    it('takes no parameters', async () =>
      expect((await api.get('students/S1/decisions/again?lang=en')).statusCode).toBe(400));
  });

  describe('a clause of the register', () => {
    it('is told with its title and its sense in both languages', async () =>
      expect((await api.get('regulations/clauses/3cu/dl/6.1')).json()).toEqual({
        id: '3cu/dl/6.1',
        title: { en: expect.any(String), 'zh-Hant': expect.stringMatching(/\p{Script=Han}/u) },
        paraphrase: { en: expect.stringContaining('14 days'), 'zh-Hant': expect.stringContaining('14 天') },
      }));
  });
});
