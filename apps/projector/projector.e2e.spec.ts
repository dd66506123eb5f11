import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDateOf, plusDays } from '#kernel';
import { combinations, type SpecStores } from '../../libs/system/testing/combinations.ts';
import type { RunningServer } from '../api/index.ts';
import { serveApi } from '../api/index.ts';
import { freePort } from '../api/testing/free-port.ts';
import { holdUpBuilding } from '../api/testing/held-up.ts';
import { COURSE, enrolment, TERM as PAST, PROGRAMME } from '../api/testing.fixtures.ts';
import { serveProjector } from './serve.ts';

/** Under way, with registration open still. */
const day = (fromToday: number) => plusDays(civilDateOf(new Date()), fromToday);
const TERM = {
  code: PAST.code,
  teaching: [day(-7), day(84)],
  examinations: [day(93), day(105)],
  registration: [day(-30), day(49)],
};

const quiet = { host: '127.0.0.1', port: 0, logLevel: 'silent', print: () => undefined };

describe.each(combinations)('on $name', ({ stores }) => {
  let dataDir: string;
  let own: SpecStores;
  /** Where everything of one system is: what is not on a server is in the folder. */
  let which: Pick<SpecStores, 'eventStore' | 'databaseUrl'> & { dataDir: string };
  let api: RunningServer;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'projector-'));
    own = await stores();
    which = { dataDir, eventStore: own.eventStore, databaseUrl: own.databaseUrl };
    api = await serveApi({ ...quiet, ...which, authMode: 'development', projector: 'elsewhere' });
  });
  afterAll(async () => {
    await api.close();
    await own.leave();
    rmSync(dataDir, { recursive: true });
  });

  const ask = (path: string, body?: unknown) =>
    fetch(`${api.url}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-actor': 'registrar', 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : undefined,
    });
  const post = async (path: string, body: unknown): Promise<{ position: string }> => {
    const answer = await ask(`api/v1/${path}`, body);
    expect([answer.status, path]).toEqual([201, path]);
    return { position: answer.headers.get('x-position') ?? '' };
  };

  describe('a server that leaves the log to a projector elsewhere', () => {
    let position: string;

    it('carries out commands while nobody follows the log, and is not ready', async () => {
      await post('terms', TERM);
      await post('courses', COURSE);
      await post('programmes', PROGRAMME);
      await post('admissions', { student: 'S1', programme: PROGRAMME.code, term: TERM.code });
      ({ position } = await post('enrolments', enrolment()));
      expect((await ask('health/ready')).status).toBe(503);
    });

    it('shows nothing older than was asked for, and says when to ask again', async () => {
      const answer = await ask(`api/v1/students/S1/transcript?minPosition=${position}`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    }, 15_000);

    it('shows it as soon as a projector has come so far', async () => {
      const asked = ask(`api/v1/students/S1/transcript?minPosition=${position}`);
      const projector = await serveProjector({ ...quiet, ...which });
      try {
        const answer = await asked;
        expect(answer.status).toBe(200);
        expect(await answer.json()).toMatchObject({ student: 'S1' });
        expect((await ask('health/ready')).status).toBe(200);
        const health = await fetch(`${projector.url}/health/ready`);
        expect(await health.json()).toMatchObject({ status: 'ready', readModels: { followedPartitions: 8 } });
        expect(await (await fetch(`${projector.url}/metrics`)).text()).toMatch(/^records_projections_caught_up 1$/m);
        expect((await fetch(`${projector.url}/api/v1/terms`)).status).toBe(404);
      } finally {
        await projector.close();
      }
    }, 15_000);

    it('two projectors share the partitions, and one takes over when the other ends', async () => {
      const one = await serveProjector({ ...quiet, ...which });
      const other = await serveProjector({ ...quiet, ...which });
      const follows = async ({ url }: RunningServer): Promise<number> => {
        const told = (await (await fetch(`${url}/health/ready`)).json()) as { readModels: Record<string, number> };
        return told.readModels.followedPartitions ?? 0;
      };
      while ((await follows(one)) !== 4 || (await follows(other)) !== 4) await pause(50);
      await one.close();
      const { position: later } = await post('withdrawals', { ...enrolment(), reason: 'Too much' });
      const answer = await ask(`api/v1/students/S1/transcript?minPosition=${later}`);
      expect(answer.status).toBe(200);
      expect(await follows(other)).toBe(8);
      await other.close();
    }, 40_000);
  });
});

describe('a projector whose read models are not built yet', () => {
  it('lives and is not ready, until they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'projector-'));
    const held = await holdUpBuilding({ dataDir: folder });
    const port = await freePort();
    const health = (path: string) => fetch(`http://127.0.0.1:${port}/health/${path}`);
    const said: string[] = [];
    const starting = serveProjector({ ...quiet, dataDir: folder, port, print: (line) => said.push(line) });
    while (!(await health('live').catch(() => undefined))) await pause(20);
    const answer = await health('ready');
    expect([answer.status, await answer.json()]).toMatchObject([503, { readModels: { unbuilt: expect.any(Array) } }]);
    expect(said).toEqual([]);
    await held.release();
    const projector = await starting;
    expect(said).toEqual([`Following the log; health on http://127.0.0.1:${port}/health/ready`]);
    expect((await health('ready')).status).toBe(200);
    await projector.close();
    rmSync(folder, { recursive: true });
  }, 20_000);
});
