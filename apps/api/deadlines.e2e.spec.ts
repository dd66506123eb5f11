import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { type ApiUnderTest, apisOver, PROGRAMME, TERM, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('the calendar of deadlines on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi();
    await withStudent(api);
    await api.system.projections.waitFor(await api.system.store.head(), 5000);
  });
  afterAll(async () => {
    expect(api.errors).toEqual([]);
    await api.close();
  });

  const feed = 'students/S1/deadlines.ics';

  it('has every deadline of the read model as a day', async () => {
    const { deadlines } = (await api.get('students/S1/deadlines')).json<{ deadlines: { day: string }[] }>();
    const answer = await api.get(feed);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(deadlines.length).toBeGreaterThan(0);
    expect(answer.body.match(/^DTSTART;VALUE=DATE:\d{8}\r$/gm)?.map((line) => line.slice(19, 27))).toEqual(
      deadlines.map(({ day }) => day.replaceAll('-', '')),
    );
    expect(answer.body).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });

  it('speaks the language that is asked for, and is not sent again to who has it', async () => {
    expect((await api.get(feed)).body).toContain('SUMMARY:Last day of registration');
    const answer = await api.get(feed, { 'accept-language': 'zh-HK' });
    expect(answer.body).toContain('學科註冊截止日');
    const again = await api.get(feed, { 'accept-language': 'zh-HK', 'if-none-match': `${answer.headers.etag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await api.get(feed, { 'if-none-match': `${answer.headers.etag}` })).statusCode).toBe(200);
  });

  it('is the student’s own, and nobody’s where there is no record', async () => {
    expect((await api.get(feed, { 'x-actor': 'student S1' })).statusCode).toBe(200);
    expect((await api.get(feed, { 'x-actor': 'student S2' })).statusCode).toBe(403);
    expect((await api.get('students/S9/deadlines.ics')).statusCode).toBe(404);
  });

  it('turns with the calendar: a term that is put into it is one to register for', async () => {
    const programme = { ...PROGRAMME, code: 'BSCH-FT', mode: 'full-time', years: 4 };
    expect((await api.post('programmes', programme)).statusCode).toBe(201);
    const admission = { student: 'S2', programme: programme.code, term: TERM.code };
    expect((await api.post('admissions', admission)).statusCode).toBe(201);
    await api.system.projections.waitFor(await api.system.store.head(), 5000);
    const ofS2 = 'students/S2/deadlines.ics';
    const before = await api.get(ofS2);
    expect(before.body).toContain(
      'UID:S2.term-registration.BSCH-FT.2024-AUT\r\nDTSTAMP:20240801T000000Z\r\nDTSTART;VALUE=DATE:20240916',
    );
    const spring = {
      code: '2025-SPR',
      teaching: ['2025-01-13', '2025-04-19'],
      examinations: ['2025-04-28', '2025-05-10'],
    };
    api.clock.moveTo('2024-09-17');
    expect((await api.post('terms', spring)).statusCode).toBe(201);
    const after = await api.get(ofS2, { 'if-none-match': `${before.headers.etag}` });
    expect(after.statusCode).toBe(200);
    expect(after.body).toContain('DTSTART;VALUE=DATE:20250127');
    expect(after.body).not.toContain('term-registration.BSCH-FT.2024-AUT');
  });
});
