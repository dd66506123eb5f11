import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#kernel';
import { compare, studentReadModels } from '#projections';
import { openStores, type Stores } from '#system';
import { type Acknowledged, catalogue, lifeOf, type Request, send } from './client.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const KILLS = Number(process.env.TORTURE_KILLS ?? 25);
const CLIENTS = 48;

/**
 * A server under command load is killed at random moments, each after some dozens of commands. Half of the commands whose outcome is unknown are
 * sent again to the next server, the others are left as they are.
 */
describe(`a server that is killed ${KILLS} times under load`, () => {
  let dataDir: string;
  let stores: Stores;
  const acknowledged = new Map<string, Acknowledged>();
  const refused = new Map<string, string>();
  const sent = new Map<string, Request>();
  const faults: string[] = [];
  let students = 0;
  let lost = 0;

  /** One student after the other, until the server is gone; what was under way then is the one thing left over. */
  async function client(url: string, leftOver: Request | undefined): Promise<Request | undefined> {
    const deliver = async (request: Request): Promise<boolean> => {
      sent.set(request.key, request);
      const answer = await send(url, request);
      if (answer.kind === 'unknown') return false;
      if (answer.kind === 'acknowledged') acknowledged.set(request.key, answer.result);
      else {
        refused.set(request.key, answer.code);
        if (answer.status >= 500) faults.push(`${request.path}: ${answer.status} ${answer.code}`);
      }
      return true;
    };
    if (leftOver && !(await deliver(leftOver))) return leftOver;
    for (;;) for (const request of lifeOf(`S${++students}`)) if (!(await deliver(request))) return request;
  }

  /** A moment that is random in what has been done and not in time: a slow machine does as much between two kills. */
  async function untilCarriedOut(commands: number): Promise<void> {
    const latest = performance.now() + 15_000;
    while (acknowledged.size < commands && performance.now() < latest) await pause(2);
    await pause(Math.random() * 20);
  }

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'torture-'));
    let server: ServerProcess = await startServer(dataDir);
    for (const request of catalogue) {
      const answer = await send(server.url, request);
      if (answer.kind !== 'acknowledged') throw new Error(`${request.path}: ${JSON.stringify(answer)}`);
    }
    let leftOver: (Request | undefined)[] = Array.from({ length: CLIENTS }, () => undefined);
    for (let kill = 0; kill < KILLS; kill++) {
      const running = leftOver.map((request) => client(server.url, request));
      await untilCarriedOut(acknowledged.size + CLIENTS * (1 + Math.random() * 3));
      await server.kill();
      const unknown = await Promise.all(running);
      lost += unknown.length;
      leftOver = unknown.map((request, index) => (index % 2 === 0 ? request : undefined));
      server = await startServer(dataDir);
    }
    await server.kill();
    stores = await openStores({ dataDir });
  }, 600_000);

  afterAll(async () => {
    await stores?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function* events(): AsyncGenerator<RecordedEvent> {
    for await (const page of stores.store.readAll()) yield* page.events;
  }

  it('has done enough to mean something', () => {
    process.stderr.write(
      `torture: ${KILLS} kills, ${sent.size} commands sent, ${acknowledged.size} acknowledged, ` +
        `${refused.size} refused, ${lost} cut off\n`,
    );
    expect(acknowledged.size).toBeGreaterThan(KILLS * CLIENTS);
    expect([...refused.values()].some((code) => code === 'enrolment-refused')).toBe(true);
  });

  it('answers no request with a fault of its own', () => expect(faults).toEqual([]));

  it('has lost no acknowledged command', async () => {
    const missing = new Set(acknowledged.keys());
    for await (const { id, stream, revision, position, metadata } of events()) {
      const promise = acknowledged.get(metadata.commandId);
      if (promise?.events.at(-1)?.id !== id) continue;
      expect({ stream, revision: `${revision}`, position }).toEqual({
        stream: promise.stream,
        revision: promise.revision,
        position: promise.position,
      });
      missing.delete(metadata.commandId);
    }
    expect([...missing]).toEqual([]);
  });

  it('has carried out no command twice, and kept nothing that nobody sent', async () => {
    const streams = new Map<string, string[]>();
    const ids = new Set<string>();
    for await (const { id, stream, metadata } of events()) {
      expect(ids.has(id)).toBe(false);
      ids.add(id);
      expect(sent.has(metadata.commandId) || isCatalogue(metadata.commandId)).toBe(true);
      streams.set(metadata.commandId, [...(streams.get(metadata.commandId) ?? []), stream]);
    }
    expect([...streams.values()].filter((of) => of.length > 1)).toEqual([]);
  });

  it('has a log without gaps', async () => {
    let expected = 0n;
    for await (const { position } of events()) expect(BigInt(position)).toBe(++expected);
  });

  it('has read models that equal a rebuild', async () => {
    const { equal, differences } = await compare(stores.store, stores.readDatabase, studentReadModels);
    expect(differences).toEqual([]);
    expect(equal).toBe(true);
  });
});

const isCatalogue = (key: string): boolean => catalogue.some((request) => request.key === key);
