import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { malformedRequests } from './testing/malformed-requests.ts';
import { operationsOf } from './testing/operations.ts';
import { schemasOf } from './testing/schemas.ts';
import { type ApiUnderTest, openApi, withStudent } from './testing.fixtures.ts';

const REQUESTS = Number(process.env.MALFORMED_REQUESTS ?? 10_000);

let api: ApiUnderTest;
let document: OpenAPIObject;
beforeAll(async () => {
  api = await openApi();
  await withStudent(api);
  await api.system.projections.waitFor(await api.system.store.head(), 5000);
  document = (await api.server.inject('/docs-json')).json();
});
afterAll(() => api.close());

describe('whatever a client sends', () => {
  it('the samples that are spoilt below are valid before they are', async () => {
    const schemas = schemasOf(document);
    for (const { path, body } of operationsOf(document)) {
      if (!body) continue;
      const answer = await api.post(path.slice('/api/v1/'.length), schemas.sample(body));
      expect([path, answer.statusCode === 400 ? answer.json() : 'valid']).toEqual([path, 'valid']);
    }
  });

  it(`is answered without a fault and without an event, in ${REQUESTS} malformed requests`, async () => {
    const { server, system, errors } = api;
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(malformedRequests(document), async ({ wrong, statuses: allowed, request }) => {
        const head = await system.store.head();
        const answer = await server.inject(request);
        const { statusCode: status } = answer;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const refused = status >= 400 && status < 500;
        const read = request.method === 'GET' || request.method === 'HEAD';
        if (!refused && !(read && status < 400)) throw new Error(`${wrong}: ${status} ${answer.body}`);
        if (allowed) expect([wrong, status, allowed.includes(status)]).toEqual([wrong, status, true]);
        if (refused) {
          expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
          if (request.method !== 'HEAD') expect(answer.json()).toMatchObject({ status, code: expect.any(String) });
        }
        expect(await system.store.head()).toBe(head);
      }),
      { numRuns: REQUESTS },
    );
    expect(errors).toEqual([]);
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS);
    expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404, 405, 413, 414, 415]));
  }, 300_000);
});
