import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AcceptedOutcome, RefusedOutcome } from '#commands';
import { type EventStore, loadEventStoreDb } from '#event-store';
import { systemClock } from '#kernel';
import { type Comparison, compare, migrate, openReadDatabase, startProjections, studentReadModels } from '#projections';
import { commandSideOf } from '../../apps/cli/buses.ts';
import { MISCHIEFS, unleash } from './adversary.ts';
import { type CommandClients, commandClients } from './command-clients.ts';
import { type EventStoreProcess, startEventStore } from './event-store-process.ts';
import { type StoredRecord, storedRecords } from './stored-records.ts';
import { catalogue } from './student-lives.ts';

/** Half of them where every check runs on every change. */
const COMMANDS = Number(process.env.TORTURE_COMMANDS ?? (process.env.CI ? 10_000 : 20_000));
const SEED = Number(process.env.TORTURE_SEED ?? 20_260);
/** Commands in a student's life. */
const LIFE = 21;
const AT_A_TIME = 60;

/** Short, so that there are many tries and some that are given up; a command is then sent again. */
const PATIENCE = {
  callMilliseconds: 600,
  patienceMilliseconds: 1_500,
};

/**
 * Two command sides and a projector, each with a connection of its own, on an event store that fails in every way it
 * knows while commands are sent to it. What stands in its file afterwards is held against what the clients were told.
 */
describe(`${COMMANDS} commands on an event store that is cut off, silent and restarted at random`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lost-connections-'));
  const path = join(folder, 'log.sqlite');
  let clients: CommandClients;
  let struck: ReadonlyMap<string, number>;
  let records: readonly StoredRecord[];
  let byCommand: ReadonlyMap<string, readonly StoredRecord[]>;
  let readBack: readonly Omit<StoredRecord, 'commandId'>[];
  let comparison: Comparison;
  let follower: { readonly position?: string; readonly head: string; readonly parked: number };
  let leftOpen: readonly string[];
  let seconds: number;

  /** What is to be closed, however far it came. */
  const open = new AsyncDisposableStack();

  beforeAll(async () => {
    const server = await startEventStore(path);
    open.defer(server.close);
    const openStore = async () => {
      const store = await loadEventStoreDb({ connectionString: server.connectionString, ...PATIENCE });
      open.defer(store.close);
      return store;
    };
    const readDatabase = openReadDatabase({ path: join(folder, 'read-models.sqlite') });
    open.defer(readDatabase.close);
    const [followed, ...commanded] = [await openStore(), await openStore(), await openStore()] as const;
    const sides = await Promise.all(
      commanded.map((store) => commandSideOf({ store, readDatabase, clock: systemClock, close: store.close })),
    );
    clients = commandClients(sides.map(({ commands }) => commands));
    open.defer(clients.leave);
    for (const sent of catalogue) await clients.deliver(sent);
    await migrate(readDatabase);
    const projections = await startProjections(followed, readDatabase, studentReadModels);
    open.defer(projections.stop);

    const begun = performance.now();
    const adversary = unleash(server, SEED, () => clients.answers.length);
    open.defer(adversary.stop);
    await Promise.race([clients.live(Math.ceil(COMMANDS / LIFE), AT_A_TIME), adversary.failed]);
    await adversary.stop();
    seconds = (performance.now() - begun) / 1000;
    struck = adversary.struck;

    await projections.waitFor(await followed.head(), 60_000);
    follower = await projections.status();
    await projections.stop();
    comparison = await compare(followed, readDatabase, studentReadModels);
    readBack = await allOf(followed);
    for (const side of sides) await side.close();
    for (const store of [followed, ...commanded]) await store.close();
    leftOpen = await openCalls(server);
    records = storedRecords(path);
    byCommand = Map.groupBy(records, ({ commandId }) => commandId);
  }, 1_200_000);

  afterAll(async () => {
    await open.disposeAsync();
    rmSync(folder, { recursive: true, force: true });
  });

  const accepted = () =>
    clients.answers
      .map(({ outcome }) => outcome)
      .filter((outcome): outcome is AcceptedOutcome => outcome.outcome === 'accepted');
  const refused = () =>
    clients.answers
      .map(({ outcome }) => outcome)
      .filter((outcome): outcome is RefusedOutcome => outcome.outcome === 'refused');

  it('has been through every kind of mischief', () => {
    const { sent, unavailable, busy } = clients.counts;
    const restarts = [...struck]
      .filter(([kind]) => /restarted|killed|away/.test(kind))
      .reduce((sum, [, times]) => sum + times, 0);
    process.stderr.write(
      `torture, seed ${SEED}: ${sent} commands sent in ${seconds.toFixed(0)} s, ${accepted().length} acknowledged, ` +
        `${refused().length} refused, ${unavailable} unavailable, ${busy} busy, ${clients.pairs.length} sent twice at once; ` +
        `${restarts} restarts; ${[...struck].map(([kind, times]) => `${kind} ${times}`).join(', ')}\n`,
    );
    expect(clients.answers.length).toBeGreaterThanOrEqual(COMMANDS);
    expect([...MISCHIEFS.keys()].filter((kind) => !struck.get(kind))).toEqual([]);
    expect(unavailable).toBeGreaterThan(0);
  });

  it('answers every command as it would be answered in quiet', () => {
    const others = clients.answers.filter(
      ({ sent, outcome }) => sent.expected !== (outcome.outcome === 'accepted' ? 'accepted' : outcome.code),
    );
    expect(others).toEqual([]);
  });

  it('gives one answer to a command that is sent twice at the same time', () => {
    const told = (outcome: AcceptedOutcome | RefusedOutcome) =>
      outcome.outcome === 'accepted'
        ? [outcome.stream, outcome.revision, outcome.position, outcome.events]
        : [outcome.code, outcome.recorded];
    expect(clients.pairs.length).toBeGreaterThan(0);
    for (const [one, other] of clients.pairs) expect(told(one)).toEqual(told(other));
  });

  it('has lost nothing that was acknowledged', () => {
    for (const { commandId, stream, revision, position, events } of accepted()) {
      const stored = byCommand.get(commandId) ?? [];
      expect(stored.map(({ id, type, stream }) => ({ id, type, stream }))).toEqual(
        events.map((event) => ({ ...event, stream })),
      );
      expect(stored.at(-1)).toMatchObject({ revision, position: BigInt(position) });
    }
    for (const { commandId, recorded } of refused()) {
      const stored = byCommand.get(commandId) ?? [];
      expect(stored.map(({ stream, type, position }) => ({ stream, type, position }))).toEqual([
        { stream: recorded?.stream, type: 'RequestRefused', position: BigInt(recorded?.position ?? 0) },
      ]);
    }
  });

  it('has written nothing twice, and nothing that nobody sent', () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    const known = new Set([...catalogue, ...clients.answers.map(({ sent }) => sent)].map(({ commandId }) => commandId));
    expect([...byCommand.keys()].filter((commandId) => !known.has(commandId))).toEqual([]);
    expect(byCommand.size).toBe(known.size);
  });

  it('has in each stream what a lane was told, in the order in which it was told', () => {
    for (const lane of clients.lanes) {
      const places = Map.groupBy(
        lane.flatMap(({ sent }) => byCommand.get(sent.commandId) ?? []),
        ({ stream }) => stream,
      );
      for (const own of places.values())
        expect(own.map(({ revision }) => revision)).toEqual(own.map(({ revision }) => revision).toSorted(ascending));
    }
  });

  it('has revisions without gaps, in the order of the log', () => {
    for (const [stream, own] of Map.groupBy(records, ({ stream }) => stream))
      expect([stream, own.map(({ revision }) => revision)]).toEqual([stream, own.map((_, index) => BigInt(index))]);
  });

  it('reads back what stands in the file', () =>
    expect(readBack).toEqual(records.map(({ commandId, ...record }) => record)));

  it('has read models that follow to the end and equal a rebuild', () => {
    expect((follower.position ?? '') >= (records.at(-1)?.position.toString().padStart(20, '0') ?? '')).toBe(true);
    expect(comparison.differences).toEqual([]);
    expect(comparison.projections.map(({ checksum }) => checksum)).toEqual(
      comparison.projections.map(({ rebuilt }) => rebuilt),
    );
    expect(comparison.equal).toBe(true);
  });

  it('leaves no call open', () => expect(leftOpen).toEqual([]));
});

const ascending = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0);

/** The calls that are open on the server, once it has heard of those that were given up. */
async function openCalls(server: EventStoreProcess): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const open = await server.order<string[]>({ do: 'openCalls' });
    if (open.length === 0 || tries === 50) return open;
    await pause(100);
  }
}

async function allOf(store: EventStore): Promise<Omit<StoredRecord, 'commandId'>[]> {
  const found: Omit<StoredRecord, 'commandId'>[] = [];
  for await (const { events } of store.readAll())
    for (const { stream, revision, position, id, type } of events)
      found.push({ stream, revision, position: BigInt(position), id, type });
  return found;
}
