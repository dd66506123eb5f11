import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { studentReadModels } from '#projections';
import { combinations, type SpecStores } from '../../libs/system/testing/combinations.ts';
import { type ServeOptions, serveApi } from './serve.ts';
import { freePort } from './testing/free-port.ts';
import { holdUpBuilding } from './testing/held-up.ts';
import { PROGRAMME, TERM } from './testing.fixtures.ts';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'academic-records-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const lines: string[] = [];
const options = (more: Partial<ServeOptions> = {}): ServeOptions => ({
  dataDir,
  port: 0,
  host: '127.0.0.1',
  authMode: 'development',
  logLevel: 'silent',
  print: (line) => lines.push(line),
  ...more,
});

const define = (url: string) =>
  fetch(`${url}/api/v1/terms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-actor': 'registrar' },
    body: JSON.stringify(TERM),
  });

describe.each(combinations)('on $name', ({ stores }) => {
  /** What is not on a server of its own is in a folder; it goes when what stands on it is closed. */
  const placed = (close: () => Promise<void> = () => Promise.resolve()) => {
    const place: { which: Partial<ServeOptions> } = { which: {} };
    let own: SpecStores;
    let folder: string;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'academic-records-'));
      own = await stores();
      place.which = { dataDir: folder, eventStore: own.eventStore, databaseUrl: own.databaseUrl };
    });
    afterAll(async () => {
      await close();
      await own.leave();
      rmSync(folder, { recursive: true });
    });
    return place;
  };

  describe('the server', () => {
    const place = placed();

    it('says where it is, and keeps what it acknowledged over a restart', async () => {
      const first = await serveApi(options(place.which));
      expect(lines.at(-1)).toBe(`Academic records on ${first.url}/api/v1 (docs at ${first.url}/docs)`);
      expect((await define(first.url)).status).toBe(201);
      await first.close();
      const second = await serveApi(options(place.which));
      const read = await fetch(`${second.url}/api/v1/terms/${TERM.code}`, { headers: { 'x-actor': 'registrar' } });
      expect(read.status).toBe(200);
      await second.close();
    });

    it('ends what is under way before it closes, and takes no more', async () => {
      const running = await serveApi(options(place.which));
      const asked = define(running.url);
      await new Promise((turn) => setTimeout(turn, 20));
      await running.close();
      expect((await asked).status).toBe(201);
      await expect(fetch(`${running.url}/health/live`)).rejects.toThrow();
    });
  });

  describe('a server whose read models are not built yet', () => {
    const place = placed(async () => (await starting).close());
    let held: Awaited<ReturnType<typeof holdUpBuilding>>;
    let url: string;
    let starting: ReturnType<typeof serveApi>;
    const said: string[] = [];
    beforeAll(async () => {
      held = await holdUpBuilding(place.which);
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      starting = serveApi(options({ ...place.which, port, print: (line) => said.push(line) }));
      while (!(await fetch(`${url}/health/live`).catch(() => undefined))) await pause(20);
    });
    const get = (path: string) => fetch(`${url}/${path}`, { headers: { 'x-actor': 'registrar' } });

    it('lives, and is not ready: it says what is not built', async () => {
      expect((await get('health/live')).status).toBe(200);
      const answer = await get('health/ready');
      expect(answer.status).toBe(503);
      const unbuilt = studentReadModels.map(({ name }) => name);
      expect(await answer.json()).toMatchObject({
        code: 'not-ready',
        log: { reachable: true },
        readModels: { unbuilt },
      });
      expect(said).toEqual([]);
    });

    it('carries out commands, and says of what it cannot show yet when to ask again', async () => {
      expect((await define(url)).status).toBe(201);
      expect((await get(`api/v1/terms/${TERM.code}`)).status).toBe(200);
      const post = (path: string, body: unknown) =>
        fetch(`${url}/api/v1/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-actor': 'registrar' },
          body: JSON.stringify(body),
        });
      expect((await post('programmes', PROGRAMME)).status).toBe(201);
      expect((await post('admissions', { student: 'S1', programme: PROGRAMME.code, term: TERM.code })).status).toBe(
        201,
      );
      for (const path of ['students/S1/transcript', 'students', 'students/S1/changes']) {
        const answer = await get(`api/v1/${path}`);
        expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
          path,
          503,
          'not-yet-projected',
        ]);
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      }
    });

    it('is ready, and says where it is, as soon as they are built', async () => {
      await held.release();
      await starting;
      expect(said).toEqual([`Academic records on ${url}/api/v1 (docs at ${url}/docs)`]);
      const ready = (await (await get('health/ready')).json()) as { readModels: object };
      expect(ready).toMatchObject({ status: 'ready', readModels: { healthy: true } });
      expect(ready.readModels).not.toHaveProperty('unbuilt');
      expect((await get('api/v1/students/S1/transcript')).status).toBe(200);
    });
  });
});

describe('the server, whatever it stands on,', () => {
  it('closes on SIGTERM', async () => {
    const running = await serveApi(options());
    process.emit('SIGTERM');
    await running.close();
    await expect(fetch(`${running.url}/health/live`)).rejects.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'records.example'])('does not listen on %s in development', async (host) => {
    await expect(serveApi(options({ host }))).rejects.toThrow('AUTH_MODE=development');
  });

  it('says so when the port is taken, and leaves nothing open', async () => {
    const running = await serveApi(options());
    const port = Number(new URL(running.url).port);
    await expect(serveApi(options({ port, dataDir: undefined }))).rejects.toThrow('EADDRINUSE');
    await running.close();
  });
});

describe('a server that is told to end while its read models are built', () => {
  it('ends, and never says that it is ready', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'academic-records-'));
    const held = await holdUpBuilding({ dataDir: folder });
    const port = await freePort();
    const said: string[] = [];
    const starting = serveApi(options({ dataDir: folder, port, print: (line) => said.push(line) }));
    while (!(await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined))) await pause(20);
    process.emit('SIGTERM');
    await (await starting).close();
    expect(said).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
    await held.release();
    rmSync(folder, { recursive: true });
  });
});
