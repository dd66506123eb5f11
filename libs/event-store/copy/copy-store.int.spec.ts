import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { anEvent, logOf, plain, someEvents, until } from '#event-store/contract';
import type { EventStore } from '../port.ts';
import { openSqliteStore } from '../sqlite/index.ts';
import { withFile } from '../sqlite/testing/file.ts';
import { copyStore, TargetDiffers } from './index.ts';
import { fillSource } from './testing/source.ts';

const inMemory = () => openSqliteStore({ path: ':memory:' });
const contentsOf = async (store: EventStore) => (await logOf(store)).map(plain);

/** Runs a test with a source of 700 commands about 40 students and an empty target. */
const withStores = (test: (source: EventStore, target: EventStore) => Promise<unknown>) => async () => {
  const [source, target] = [inMemory(), inMemory()];
  try {
    await fillSource(source, 700, 40);
    await test(source, target);
  } finally {
    await source.close();
    await target.close();
  }
};

/** A target that fails for good after so many appends. */
const failingAfter = (target: EventStore, appends: number): EventStore => {
  let left = appends;
  return {
    ...target,
    append: (...append) => (left-- > 0 ? target.append(...append) : Promise.reject(new Error('the disk is full'))),
  };
};

describe('copying a log into another store', () => {
  it(
    'makes the same events at the same revisions in the same order',
    withStores(async (source, target) => {
      const result = await copyStore(source, target);
      expect(result).toMatchObject({ streams: 40, events: 840, standing: 0, differences: [], equal: true });
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
    }),
  );

  it(
    'appends nothing the second time',
    withStores(async (source, target) => {
      await copyStore(source, target);
      const result = await copyStore(source, failingAfter(target, 0));
      expect(result).toMatchObject({ events: 840, standing: 840, equal: true });
    }),
  );

  it(
    'copies an empty log',
    withStores(async (_source, target) => {
      const empty = inMemory();
      expect(await copyStore(empty, target)).toMatchObject({ streams: 0, events: 0, equal: true });
      await empty.close();
    }),
  );

  it.each([0, 1, 77, 300, 699])('goes on where it was broken off, after %i appends', async (appends) =>
    withStores(async (source, target) => {
      await expect(copyStore(source, failingAfter(target, appends))).rejects.toThrow('the disk is full');
      const result = await copyStore(source, target);
      expect(result.equal).toBe(true);
      expect(result.standing).toBeGreaterThanOrEqual(appends);
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
    })(),
  );

  it(
    'never leaves half of what one command appended',
    withStores(async (source, target) => {
      await expect(copyStore(source, failingAfter(target, 333))).rejects.toThrow('the disk is full');
      const whole = (events: { metadata: { commandId: string } }[]) =>
        Object.groupBy(events, ({ metadata }) => metadata.commandId);
      const original = whole(await logOf(source));
      for (const [command, events] of Object.entries(whole(await logOf(target))))
        expect(events).toHaveLength(original[command]?.length ?? 0);
    }),
  );

  it(
    'brings what is new when the log has grown, and stops where it was told',
    withStores(async (source, target) => {
      const upTo = await source.head();
      await fillSource(source, 100, 60);
      expect(await copyStore(source, target, { upTo })).toMatchObject({ events: 840, upTo, equal: true });
      expect(await target.head()).toBe(upTo);
      expect(await copyStore(source, target)).toMatchObject({ events: 960, standing: 840, equal: true });
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
    }),
  );

  it(
    'counts up to the end',
    withStores(async (source, target) => {
      const last: Record<string, [number, number | undefined]> = {};
      await copyStore(source, target, { onProgress: (phase, done, of) => (last[phase] = [done, of]) });
      expect(last).toEqual({ survey: [840, undefined], copy: [840, 840], verify: [840, 840] });
    }),
  );
});

describe('a target that holds other events', () => {
  const refused = async (source: EventStore, target: EventStore, why: RegExp) => {
    const before = await contentsOf(target);
    const copying = copyStore(source, target);
    await expect(copying).rejects.toThrow(TargetDiffers);
    await expect(copying).rejects.toThrow(why);
    expect(await contentsOf(target)).toEqual(before);
  };

  it(
    'in a stream that the source does not have is refused',
    withStores(async (source, target) => {
      await target.append('term-2024', 'any', someEvents(1));
      await refused(source, target, /holds other events: unexpected term-2024@0$/);
    }),
  );

  it(
    'in a stream that the source has is refused',
    withStores(async (source, target) => {
      await target.append('record-s7', 'any', someEvents(1));
      await refused(source, target, /altered record-s7@0$/);
    }),
  );

  it(
    'behind those of the source is refused',
    withStores(async (source, target) => {
      await copyStore(source, target);
      await target.append('record-s7', 'any', someEvents(1));
      await refused(source, target, /unexpected record-s7@18$/);
    }),
  );

  it(
    'because somebody writes to it meanwhile is found out',
    withStores(async (source, target) => {
      let intruded = false;
      const shared: EventStore = {
        ...target,
        append: async (stream, expected, events) => {
          if (!intruded) await target.append('record-s14', 'any', [anEvent()]);
          intruded = true;
          return target.append(stream, expected, events);
        },
      };
      await expect(copyStore(source, shared)).rejects.toThrow(/somebody else writes to the target/);
    }),
  );

  it.each([
    ['what happened', `data = replace(data, '"n":', '"n":1')`],
    ['who did it', `metadata = replace(metadata, 'registry', 'student')`],
    ['a type', `type = 'CourseDropped'`],
    ['a version', 'version = 2'],
    ['an id', `id = 'another'`],
  ])('because %s was altered in it is found out, and where', async (_what, change) =>
    withFile(async (path) => {
      const source = inMemory();
      await fillSource(source, 700, 40);
      const target = openSqliteStore({ path });
      await copyStore(source, target);
      const altered = (await logOf(source))[399];
      const tampering = new DatabaseSync(path);
      tampering.exec(`DROP TRIGGER events_stand; UPDATE events SET ${change} WHERE position = 400`);
      tampering.close();
      await refused(source, target, new RegExp(`altered ${altered?.stream}@${altered?.revision}$`));
      await target.close();
      await source.close();
    })(),
  );
});

describe('a target that is altered while it is copied into', () => {
  it(
    'is found out when the streams are compared in the end',
    withStores(async (source, target) => {
      // What is appended at last is not what was to be appended.
      let appends = 0;
      const lying: EventStore = {
        ...target,
        append: (stream, expected, events) =>
          target.append(stream, expected, ++appends === 500 ? events.map((event) => ({ ...event, data: 0 })) : events),
      };
      const result = await copyStore(source, lying);
      expect(result.equal).toBe(false);
      expect(result.differences).toMatchObject([{ kind: 'altered' }]);
    }),
  );

  it(
    'is found out when it loses events',
    withStores(async (source, target) => {
      const forgetful: EventStore = { ...target, append: async () => ({ revision: 0n, position: '', appended: true }) };
      const result = await copyStore(source, forgetful);
      expect(result.equal).toBe(false);
      expect(result.differences).toHaveLength(20);
      expect(result.differences[0]).toMatchObject({ revision: 0n, kind: 'missing' });
    }),
  );

  it(
    'is found out when its log has another order',
    withStores(async (source, target) => {
      let appends = 0;
      const shuffling: EventStore = {
        ...target,
        append: async (...append) => {
          if (++appends === 3) await new Promise((resolve) => setTimeout(resolve, 20));
          return target.append(...append);
        },
      };
      const result = await copyStore(source, shuffling);
      expect(result).toMatchObject({ differences: [], equal: false });
      const { stream, revision } = result.displaced ?? {};
      expect((await logOf(source))[3]).toMatchObject({ stream, revision });
      // What stands in a log stays where it stands: nothing can be made good by going on.
      await expect(copyStore(source, failingAfter(target, 0))).rejects.toThrow(
        `the log of the target has another order, from ${stream}@${revision} on`,
      );
    }),
  );
});

describe('a copy that is killed', () => {
  const COPIER = fileURLToPath(new URL('testing/copier.ts', import.meta.url));
  const startCopier = (from: string, to: string) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', COPIER, from, to], {
      stdio: 'inherit',
    });
    return { child, ended: once(child, 'exit') };
  };

  it(
    'goes on where it was when it is started again, until all is there once',
    withFile(async (path) => {
      const source = openSqliteStore({ path });
      await fillSource(source, 6_000, 50);
      const to = `${path}.copy`;
      const target = openSqliteStore({ path: to });
      const whole = Number(await source.head());
      const stops: number[] = [];
      for (const share of [0.1, 0.4, 0.7]) {
        const { child, ended } = startCopier(path, to);
        await until(async () => Number(await target.head()) > share * whole);
        child.kill('SIGKILL');
        await ended;
        stops.push(Number(await target.head()));
      }
      for (const stop of stops) expect(stop).toBeLessThan(whole);
      const { ended } = startCopier(path, to);
      expect(await ended).toEqual([0, null]);
      expect(await contentsOf(target)).toEqual(await contentsOf(source));
      await target.close();
      await source.close();
    }),
    60_000,
  );
});
