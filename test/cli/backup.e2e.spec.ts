import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyStore } from '#event-store';
import type { RecordedEvent } from '#kernel';
import { openEventStore, openSystem, readModelQueries, Show } from '#system';
import { busesOf } from '../../apps/cli/buses.ts';
import { type Acknowledged, catalogue, lifeOf, send } from '../torture/client.ts';
import { startServer } from '../torture/server-process.ts';
import { type Ended, records } from './records.ts';

const CLIENTS = 8;

async function logIn(dataDir: string): Promise<RecordedEvent[]> {
  const store = await openEventStore(`sqlite:${join(dataDir, 'events.sqlite')}`, { existing: true });
  const log: RecordedEvent[] = [];
  for await (const { events } of store.readAll()) log.push(...events);
  await store.close();
  return log;
}

/** Every document about every student, as a system that starts in this folder shows it. */
async function documentsIn(dataDir: string): Promise<Map<string, string | undefined>> {
  const system = await openSystem({ dataDir });
  const buses = await busesOf(system);
  try {
    const head = await system.store.head();
    const documents = new Map<string, string | undefined>();
    for await (const stream of system.store.streams('record-'))
      for (const query of readModelQueries.filter(({ path }) => path.match(/:/g)?.length === 1)) {
        const student = stream.slice('record-'.length);
        const found = await buses.queries.execute(new Show(query, { student }, head));
        documents.set(`${query.name} ${student}`, found?.document);
      }
    return documents;
  } finally {
    await buses.close();
    await system.close();
  }
}

describe('records backup, while a server writes', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  let acknowledgedBefore: readonly Acknowledged[];
  let acknowledgedInAll: number;
  let made: Ended;
  let restored: readonly RecordedEvent[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
    const server = await startServer(at('data'));
    for (const request of catalogue) await send(server.url, request);
    const acknowledged: Acknowledged[] = [];
    let stop = false;
    const client = async (number: number) => {
      for (let n = 0; !stop; n++)
        for (const request of lifeOf(`S${number}x${n}`)) {
          const answer = await send(server.url, request);
          if (answer.kind === 'acknowledged') acknowledged.push(answer.result);
        }
    };
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
    const moreThan = async (count: number) => {
      while (acknowledged.length <= count) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await moreThan(300);
    acknowledgedBefore = [...acknowledged];
    made = await records('backup', '--data-dir', at('data'), '--to', at('restored'), '--json');
    await moreThan(acknowledged.length + 100);
    stop = true;
    await Promise.all(clients);
    acknowledgedInAll = acknowledged.length;
    await server.kill();
    restored = await logIn(at('restored'));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends well and tells what it copied', () => {
    expect(made).toMatchObject({ code: 0 });
    expect(JSON.parse(made.out)).toMatchObject({
      path: at('restored/events.sqlite'),
      events: restored.length,
      head: restored.at(-1)?.position,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('has every event that was acknowledged before it began, and the server went on', () => {
    const ids = new Set(restored.map(({ id }) => id));
    const lost = acknowledgedBefore.flatMap(({ events }) => events).filter(({ id }) => !ids.has(id));
    expect(lost).toEqual([]);
    expect(acknowledgedInAll).toBeGreaterThan(acknowledgedBefore.length + 100);
  });

  it('has no gap, neither in the log nor in a stream', () => {
    expect(restored.map(({ position }) => Number(position))).toEqual(restored.map((_, n) => n + 1));
    const next = new Map<string, bigint>();
    for (const { stream, revision } of restored) {
      expect(revision).toBe(next.get(stream) ?? 0n);
      next.set(stream, revision + 1n);
    }
  });

  it('shows after a restore what the log showed at that position', async () => {
    const source = await openEventStore(`sqlite:${at('data/events.sqlite')}`, { existing: true });
    mkdirSync(at('expected'), { recursive: true });
    const target = await openEventStore(`sqlite:${at('expected/events.sqlite')}`);
    expect(await copyStore(source, target, { upTo: restored.at(-1)?.position })).toMatchObject({ equal: true });
    await target.close();
    await source.close();
    const [shown, expected] = [await documentsIn(at('restored')), await documentsIn(at('expected'))];
    expect(shown.size).toBeGreaterThan(30);
    // Who is enrolled has every document but two: nobody has given a name or an address, or asked for anything.
    const enrolled = restored
      .filter(({ type }) => type === 'CourseEnrolled')
      .map(({ stream }) => stream.slice('record-'.length));
    expect(enrolled.length).toBeGreaterThan(10);
    const absent = [...shown].filter(([, document]) => document === undefined).map(([of]) => of.split(' '));
    const absentOfEnrolled = absent.filter(([, student = '']) => enrolled.includes(student)).map(([name]) => name);
    expect([...new Set(absentOfEnrolled)].sort()).toEqual(['particulars', 'requests']);
    expect(shown).toEqual(expected);
  }, 60_000);

  it('rebuilds the read models of what was restored, equal to those that followed it', async () => {
    await documentsIn(at('restored'));
    const compared = await records('projections', 'rebuild', '--check', '--data-dir', at('restored'), '--json');
    expect(compared.code).toBe(0);
    expect(JSON.parse(compared.out)).toMatchObject({ equal: true });
  });

  it('refuses in one line to replace a backup, to copy no log, and to write where it cannot', async () => {
    writeFileSync(at('taken.sqlite'), 'of yesterday');
    const refusals: [words: string[], said: string][] = [
      [['--data-dir', at('data'), '--to', at('restored')], 'already'],
      [['--data-dir', at('data'), '--to', at('taken.sqlite')], 'already'],
      [['--data-dir', at('data'), '--to', at('data')], 'already'],
      [['--data-dir', at('none'), '--to', at('copy.sqlite')], 'there is no log'],
      [['--data-dir', at('data'), '--to', at('no/such/folder')], 'cannot make the folder'],
      [['--data-dir', at('data'), '--to', at('no/such/file.sqlite')], 'cannot back up'],
    ];
    for (const [words, said] of refusals) {
      const ended = await records('backup', ...words);
      expect(ended).toMatchObject({ code: 3, out: '' });
      expect(ended.said.trim().split('\n')).toEqual([expect.stringContaining(said)]);
    }
    expect((await records('backup', '--data-dir', at('data'))).code).toBe(2);
  }, 60_000);
});
