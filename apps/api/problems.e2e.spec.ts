import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { StoreUnavailable, UnstorableEvent } from '#event-store';
import { NotYetProjected, ReadDatabaseUnavailable } from '#projections';
import { combinations } from '../../libs/system/testing/combinations.ts';
import { problemOf } from './problems/problem-of.ts';
import { type ApiUnderTest, apisOver, enrolment, TERM, withStudent } from './testing.fixtures.ts';

describe.each(combinations)('on $name', ({ stores }) => {
  const openApi = apisOver(stores);
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await openApi();
    await withStudent(api);
    const head = await api.system.store.head();
    await api.server.inject(get(`/api/v1/students/S1/transcript?minPosition=${head}`));
  });
  afterAll(async () => {
    expect(api.errors).toEqual([]);
    await api.close();
  });

  const post = (path: string, payload: string, headers: Record<string, string> = {}): InjectOptions => ({
    method: 'POST',
    url: `/api/v1/${path}`,
    headers: { 'x-actor': 'registrar', 'content-type': 'application/json', ...headers },
    payload,
  });
  const get = (url: string, headers: Record<string, string> = {}): InjectOptions => ({
    url,
    headers: { 'x-actor': 'registrar', ...headers },
  });
  const term = JSON.stringify(TERM);
  const enrol = (of: Record<string, unknown>) => post('enrolments', JSON.stringify({ ...enrolment(), ...of }));

  describe('every error is a problem document with a code', () => {
    it.each<[number, string, string, InjectOptions]>([
      [400, 'malformed-json', 'broken JSON', post('terms', '{"code":')],
      [400, 'malformed-json', 'a field twice', post('terms', `{"code":"A",${term.slice(1)}`)],
      [400, 'malformed-json', 'a field twice, once escaped', post('terms', `{"\\u0063ode":"A",${term.slice(1)}`)],
      [400, 'malformed-json', '__proto__', post('terms', `{"__proto__":{"x":1},${term.slice(1)}`)],
      [400, 'malformed-json', 'constructor', post('terms', `{"constructor":{"x":1},${term.slice(1)}`)],
      [400, 'malformed-json', 'toString', post('terms', `{"toString":1,${term.slice(1)}`)],
      [400, 'malformed-json', 'deep nesting', post('terms', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
      [400, 'malformed-json', 'too many values', post('terms', `[${'0,'.repeat(50_000)}0]`)],
      [400, 'malformed-json', 'NUL in a text', post('withdrawals', JSON.stringify({ ...enrolment(), reason: 'a\0b' }))],
      [400, 'malformed-json', 'half a character', post('withdrawals', '{"reason":"\\ud800"}')],
      [400, 'malformed-json', 'an empty body', post('terms', '')],
      [400, 'invalid-request', 'an array for a body', post('terms', '[]')],
      [400, 'invalid-request', 'a missing field', post('terms', '{"code":"T"}')],
      [400, 'invalid-request', 'an unknown field', post('terms', JSON.stringify({ ...TERM, colour: 'red' }))],
      [400, 'invalid-request', 'a number beyond numbers', post('marks', '{"student":"S1","mark":1e400}')],
      [400, 'invalid-header', 'a key with a space', post('terms', term, { 'idempotency-key': 'a b' })],
      [400, 'invalid-header', 'a long key', post('terms', term, { 'idempotency-key': 'k'.repeat(129) })],
      [400, 'invalid-header', 'a tag that is no revision', post('terms', term, { 'if-match': 'W/"x"' })],
      [400, 'invalid-header', 'an authority without a reason', post('terms', term, { 'x-override': 'senate' })],
      [400, 'invalid-header', 'a reason of blanks', post('terms', term, { 'x-override': 'senate; %20%E3%85%A4' })],
      [400, 'invalid-header', 'a reason with NUL', post('terms', term, { 'x-override': 'senate; a%00b' })],
      [
        400,
        'invalid-header',
        'a reason that cannot be read',
        post('terms', term, { 'x-override': 'senate; %E0%A4%A' }),
      ],
      [400, 'invalid-url', 'a path that cannot be decoded', get('/api/v1/students/%E0%A4%A/transcript')],
      [400, 'invalid-query', 'a negative position', get('/api/v1/students/S1/transcript?minPosition=-1')],
      [400, 'invalid-query', 'a position twice', get('/api/v1/students/S1/transcript?minPosition=1&minPosition=2')],
      [
        400,
        'invalid-query',
        'a position beyond the log',
        get('/api/v1/students/S1/transcript?minPosition=9999999999999999'),
      ],
      [
        400,
        'invalid-query',
        'a longer position beyond the log',
        get('/api/v1/students/S1/transcript?minPosition=99999999999999999999'),
      ],
      [400, 'invalid-query', 'a short position', get('/api/v1/students/S1/transcript?minPosition=1')],
      [
        400,
        'invalid-query',
        'a position of a length between',
        get('/api/v1/students/S1/transcript?minPosition=000000000000000001'),
      ],
      [400, 'invalid-query', 'a parameter that is not there', get('/api/v1/students/S1/transcript?x=1')],
      [400, 'invalid-query', 'a limit beyond the limit', get('/api/v1/students?limit=100000')],
      [400, 'invalid-query', 'a clause without an id', get('/api/v1/regulations/clauses')],
      [400, 'actor-malformed', 'a role that is not there', get('/api/v1/terms', { 'x-actor': 'king' })],
      [401, 'actor-needed', 'nobody', { url: '/api/v1/terms' }],
      [403, 'not-authorised', 'a student who admits', post('terms', term, { 'x-actor': 'student S1' })],
      [
        403,
        'approval-not-authorised',
        'a student who writes down an approval',
        post(
          'enrolments',
          JSON.stringify({ ...enrolment(), approvals: [{ authority: 'registrar', reason: 'mine' }] }),
          {
            'x-actor': 'student S1',
          },
        ),
      ],
      [404, 'unknown-resource', 'a path that is not there', get('/nothing')],
      [404, 'unknown-resource', 'a path of the API that is not there', get('/api/v1/nothing')],
      [404, 'unknown-student', 'a student who is not there', get('/api/v1/students/S9/transcript')],
      [404, 'unknown-student', 'a number that no student can have', get('/api/v1/students/%00%20/transcript')],
      [404, 'unknown-student', 'a request about nobody', enrol({ student: 'S9' })],
      [404, 'unknown-course', 'a course that is not there', enrol({ course: 'NONE' })],
      [404, 'unknown-term', 'a term that the record has not', get('/api/v1/students/S1/term-summaries/1999-AUT')],
      [404, 'unknown-clause', 'a clause that is not there', get('/api/v1/regulations/clauses/9cu/x/1')],
      [404, 'unknown-course', 'a course that the catalogue has not', get('/api/v1/courses/NONE')],
      [405, 'method-not-allowed', 'another method', { ...get('/api/v1/terms'), method: 'DELETE' }],
      [409, 'not-enrolled', 'a withdrawal from nothing', post('withdrawals', JSON.stringify(enrolment()))],
      [413, 'body-too-large', 'a large body', post('terms', `"${'x'.repeat(300_000)}"`)],
      [414, 'url-too-long', 'a long number', get(`/api/v1/students/${'9'.repeat(500)}/transcript`)],
      [414, 'url-too-long', 'a long query', get(`/api/v1/students?after=${'9'.repeat(5000)}`)],
      [415, 'unsupported-media-type', 'another type', post('terms', term, { 'content-type': 'text/plain' })],
      [415, 'unsupported-media-type', 'a compressed body', post('terms', term, { 'content-encoding': 'gzip' })],
    ])('%i %s: %s', async (status, code, _what, request) => {
      const head = await api.system.store.head();
      const answer = await api.server.inject(request);
      expect([answer.statusCode, answer.headers['content-type'], answer.json().code]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
        code,
      ]);
      expect(answer.json()).toMatchObject({
        type: `urn:academic-records:problem:${code}`,
        status,
        title: expect.any(String),
        detail: expect.any(String),
        i18n: { en: { title: expect.any(String) }, 'zh-Hant': { title: expect.stringMatching(/\p{Script=Han}/u) } },
      });
      expect(await api.system.store.head()).toBe(head);
    });

    it('names every field that is not valid', async () => {
      const { problems } = (await api.post('terms', { code: 'no good', teaching: [] })).json();
      expect(problems.map(({ field }: { field: string }) => field)).toEqual(['code', 'teaching', 'examinations']);
    });

    it('says which methods there are', async () => {
      const answer = await api.server.inject({ ...get('/api/v1/terms'), method: 'PUT' });
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
    });
  });

  describe('the language of a problem', () => {
    it.each([
      ['zh-HK,zh;q=0.9,en;q=0.8', 'zh-Hant'],
      ['zh', 'zh-Hant'],
      ['en-GB,zh-Hant;q=0.5', 'en'],
      ['fr', 'en'],
      [';;;q=x', 'en'],
    ])('%s gets %s', async (wanted, given) => {
      const answer = await api.get('students/S9/transcript', { 'accept-language': wanted });
      expect(answer.headers['content-language']).toBe(given);
      expect(answer.json().title).toBe(given === 'en' ? 'Not found' : '找不到');
    });
  });

  describe('what the parts of the system throw', () => {
    it.each([
      [new NotYetProjected(), 503, 'not-yet-projected'],
      [new ReadDatabaseUnavailable('gone'), 503, 'read-models-unavailable'],
      [new StoreUnavailable('closed'), 503, 'store-unavailable'],
      [new UnstorableEvent('too large'), 400, 'unstorable'],
    ])('%s is %i %s', (error, status, code) => {
      expect(problemOf(error)).toMatchObject({ status, code });
    });

    it('is no problem that is known when nobody foresaw it', () => {
      expect(problemOf(new TypeError('x is not a function'))).toBeUndefined();
    });
  });

  describe('a fault of the server', () => {
    it('is logged whole, and nothing of it is told', async () => {
      const broken = await openApi();
      broken.system.store.streams = () => {
        throw new TypeError('a secret of the house');
      };
      const answer = await broken.get('courses');
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal-error']);
      expect(answer.body).not.toContain('secret');
      expect(broken.errors.join()).toContain('a secret of the house');
      await broken.close();
    });

    it('of the store is 503 with a time to come back', async () => {
      const closed = await openApi();
      await closed.system.store.close();
      const answer = await closed.get('courses');
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect((await closed.server.inject('/health/ready')).statusCode).toBe(503);
      expect(closed.errors.filter((line) => line.includes('unexpected'))).toEqual([]);
      await closed.close();
    });
  });
});
