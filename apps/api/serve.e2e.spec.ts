import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServeOptions, serveApi } from './serve.ts';
import { TERM } from './testing.fixtures.ts';

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

describe('the server', () => {
  it('says where it is, and keeps what it acknowledged over a restart', async () => {
    const first = await serveApi(options());
    expect(lines.at(-1)).toBe(`Academic records on ${first.url}/api/v1 (docs at ${first.url}/docs)`);
    expect((await define(first.url)).status).toBe(201);
    await first.close();
    const second = await serveApi(options());
    const read = await fetch(`${second.url}/api/v1/terms/${TERM.code}`, { headers: { 'x-actor': 'registrar' } });
    expect(read.status).toBe(200);
    await second.close();
  });

  it('ends what is under way before it closes, and takes no more', async () => {
    const running = await serveApi(options());
    const asked = define(running.url);
    await new Promise((turn) => setTimeout(turn, 20));
    await running.close();
    expect((await asked).status).toBe(201);
    await expect(fetch(`${running.url}/health/live`)).rejects.toThrow();
  });

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
