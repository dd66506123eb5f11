import 'reflect-metadata';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type AnyUseCase, type Command, CommandExecution, type Outcome } from '#commands';
import { type EventStore, openSqliteStore } from '#event-store';
import { type DomainEvent, plusDays, VirtualClock } from '#kernel';
import { type RecordEvent, recordStream } from '#student-record';
import { aTerm, autumn, spring } from '../../regulations/testing/index.ts';
import { aResearchAdmission, aResearchProgramme } from '../../regulations/testing/research.ts';
import {
  type Affected,
  affectedBy,
  runScheduled,
  runStream,
  type ScheduledProcess,
  scheduledProcesses,
  scheduledRun,
} from '../index.ts';
import { givenIn } from '../testing/given-in.ts';
import { admitted, chargedWith, enrolledIn, graded, withdrawn } from '../testing/story.ts';

const processNamed = (name: string) => scheduledProcesses.find((each) => each.name === name) as ScheduledProcess;

describe('a scheduled run', () => {
  let store: EventStore;
  let clock: VirtualClock;

  const write = (stream: string, events: readonly DomainEvent[]) => givenIn(store, stream, events);
  const student = (name: string, ...events: readonly RecordEvent[]) => write(recordStream(name), events);
  const everything = async () => {
    const types: string[] = [];
    for await (const { events } of store.readAll())
      types.push(...events.map(({ stream, type }) => `${stream} ${type}`));
    return types;
  };
  const commandsInto = (log: EventStore) => {
    const execution = new CommandExecution(log, clock);
    return (useCase: AnyUseCase, command: Command): Promise<Outcome> => execution.execute(useCase, command);
  };
  const reported = async (name: string, on: string): Promise<Affected[]> => {
    const affected: Affected[] = [];
    for await (const one of affectedBy(store, name, on)) affected.push(one);
    return affected;
  };
  async function run(name: string, on: string, dryRun = false, execute = commandsInto(store)) {
    const affected: Affected[] = [];
    const report = await runScheduled(store, processNamed(name), {
      on,
      dryRun,
      now: clock.now(),
      execute,
      onAffected: (one) => void affected.push(one),
    });
    return { ...report, affected };
  }

  beforeEach(async () => {
    store = openSqliteStore({ path: ':memory:' });
    clock = new VirtualClock();
    clock.moveTo('2027-06-01');
    await write('term-2024-AUT', [{ type: 'TermDefined', data: { term: autumn } }]);
    await write('term-2025-SPR', [{ type: 'TermDefined', data: { term: spring } }]);
    await student('gone', admitted('3cu', 'distance-learning'), enrolledIn('C1'), withdrawn('C1', '2024-09-01'));
    await student('stayed', admitted('5cu', 'distance-learning'), enrolledIn('C1'));
    await student('full-time', admitted('3cu', 'full-time'), enrolledIn('C1'));
  });

  it('tells in a dry run who is affected and why, and writes nothing', async () => {
    const before = await everything();
    const { affected, ...report } = await run('lapse', '2026-09-02', true);
    expect(report).toMatchObject({ students: 3, registrations: 3, found: 1, recorded: 0, dryRun: true });
    expect(affected).toMatchObject([
      { student: 'gone', programme: 'BSC', on: '2026-09-02', result: 'found', clauses: ['3cu/dl/6.4', '3cu/gloss/36'] },
    ]);
    expect(await everything()).toEqual(before);
  });

  it('finds nobody a day too early', async () =>
    expect(await run('lapse', '2026-09-01', true)).toMatchObject({ found: 0 }));

  it('records what it found, by the rule and for the day on which it came about', async () => {
    expect(await run('lapse', '2026-12-31')).toMatchObject({ found: 2, recorded: 2, refused: 0 });
    const events = [];
    for await (const event of store.readStream(recordStream('gone'))) events.push(event);
    expect(events.at(-1)).toMatchObject({
      type: 'RegistrationLapsed',
      data: { on: '2026-09-02', recordedOn: '2027-06-01' },
      metadata: {
        effectiveOn: '2026-09-02',
        actor: { role: 'registry', id: 'scheduled' },
        command: { type: 'LapseRegistration', data: { student: 'gone', programme: 'BSC', on: '2026-12-31' } },
        ruling: { outcome: 'allowed' },
      },
    });
  });

  it('stands in the log itself, with what it read and what it came to', async () => {
    const position = await store.head();
    await run('lapse', '2026-12-31');
    const events = [];
    for await (const event of store.readStream(runStream('lapse', '2026-12-31'))) events.push(event);
    expect(events).toMatchObject([
      { type: 'RunBegun', data: { process: 'lapse', on: '2026-12-31', position } },
      { type: 'RunFound', data: { position, batch: 0, affected: [{ student: 'gone' }, { student: 'stayed' }] } },
      { type: 'RunCarriedOut', data: { position, batch: 0, refused: [], left: [] } },
      { type: 'RunFinished', data: { position, students: 3, found: 2, recorded: 2, refused: 0 } },
    ]);
  });

  it('is found in the record by what its commands are correlated with', async () => {
    await run('lapse', '2026-12-31');
    const events = [];
    for await (const event of store.readStream(recordStream('gone'))) events.push(event);
    expect(events.at(-1)?.metadata.correlationId).toBe('run-lapse-2026-12-31');
  });

  it('tells its report from the log whenever it is asked, with the clauses and figures of each', async () => {
    const { affected } = await run('lapse', '2026-12-31');
    expect(affected).toHaveLength(2);
    expect(await reported('lapse', '2026-12-31')).toEqual(affected);
    await run('lapse', '2026-12-31');
    expect(await reported('lapse', '2026-12-31')).toEqual(affected);
    expect(await scheduledRun(store, 'lapse', '2026-12-31')).toMatchObject({
      state: 'finished',
      students: 3,
      found: 2,
      recorded: 2,
      refused: 0,
    });
    expect(await scheduledRun(store, 'lapse', '2026-12-30')).toBeUndefined();
    expect(await reported('lapse', '2026-12-30')).toEqual([]);
  });

  it('writes the affected down as it goes, some at a time', async () => {
    for (let index = 0; index < 130; index++)
      await student(
        `more-${index}`,
        admitted('3cu', 'distance-learning'),
        enrolledIn('C1'),
        withdrawn('C1', '2024-09-01'),
      );
    await run('lapse', '2026-09-02');
    const batches: number[] = [];
    for await (const { type, data } of store.readStream(runStream('lapse', '2026-09-02')))
      if (type === 'RunFound') batches.push((data as { affected: unknown[] }).affected.length);
    expect(batches).toEqual([64, 64, 3]);
    expect(new Set((await reported('lapse', '2026-09-02')).map((one) => one.student)).size).toBe(131);
  });

  it('broken off, is taken up, and its report holds what was recorded before and after, each once', async () => {
    const execute = commandsInto(store);
    const breaking = async (useCase: AnyUseCase, command: Command) => {
      if ((command as Command & { student: string }).student === 'stayed') throw new Error('the store is gone');
      return execute(useCase, command);
    };
    await expect(run('lapse', '2026-12-31', false, breaking)).rejects.toThrow('the store is gone');
    expect(await scheduledRun(store, 'lapse', '2026-12-31')).toMatchObject({ state: 'begun', found: 2, recorded: 0 });
    expect((await reported('lapse', '2026-12-31')).map(({ result }) => result)).toEqual(['found', 'found']);
    expect(await run('lapse', '2026-12-31')).toMatchObject({ found: 1, recorded: 1 });
    expect(await scheduledRun(store, 'lapse', '2026-12-31')).toMatchObject({
      state: 'finished',
      found: 2,
      recorded: 2,
    });
    expect((await reported('lapse', '2026-12-31')).map(({ student: name, result }) => [name, result])).toEqual([
      ['gone', 'recorded'],
      ['stayed', 'recorded'],
    ]);
  });

  it('run again finds nothing and writes nothing', async () => {
    await run('lapse', '2026-12-31');
    const after = await everything();
    expect(await run('lapse', '2026-12-31')).toMatchObject({ found: 0, recorded: 0 });
    expect(await everything()).toEqual(after);
    expect(await run('lapse', '2027-01-31')).toMatchObject({ found: 0 });
  });

  it('tells of what could not be recorded', async () => {
    clock.moveTo('2026-11-01');
    const { affected, ...report } = await run('lapse', '2026-12-31');
    expect(report).toMatchObject({ found: 2, recorded: 0, refused: 2 });
    expect(affected.map(({ result, code }) => [result, code])).toEqual([
      ['refused', 'day-to-come'],
      ['refused', 'day-to-come'],
    ]);
    expect(await reported('lapse', '2026-12-31')).toEqual(affected);
    clock.moveTo('2027-06-01');
    await run('lapse', '2026-12-31');
    expect((await reported('lapse', '2026-12-31')).map(({ result }) => result)).toEqual(['recorded', 'recorded']);
    expect(await scheduledRun(store, 'lapse', '2026-12-31')).toMatchObject({ found: 2, recorded: 2, refused: 0 });
  });

  it('at the deadline of a term finds who did not register for it', async () => {
    expect((await run('registration-deadline', '2025-01-27', true)).found).toBe(0);
    const { affected } = await run('registration-deadline', '2025-01-28', true);
    expect(affected).toMatchObject([{ student: 'full-time', on: '2025-01-28' }]);
    expect(affected[0]?.clauses).toContain('3cu/ug/3.4');
  });

  it('finds whose deferred tuition has not arrived, from the day after the new one', async () => {
    const deferral = {
      programme: 'BSC',
      term: '2024-AUT',
      until: '2024-10-31',
      on: '2024-09-01',
      reason: 'a grant is late',
    };
    await student(
      'owing',
      admitted('3cu', 'full-time'),
      enrolledIn('C1'),
      chargedWith('T', 100, '2024-09-01', { term: '2024-AUT' }),
      { type: 'PaymentDeferred', data: { deferral } },
    );
    expect((await run('provisional-registration-expired', '2024-10-31', true)).found).toBe(0);
    const { affected } = await run('provisional-registration-expired', '2024-11-20');
    expect(affected).toMatchObject([
      { student: 'owing', on: '2024-11-01', result: 'recorded', clauses: ['3cu/ug/3.6'] },
    ]);
    expect((await run('provisional-registration-expired', '2024-11-21')).found).toBe(0);
  });

  it('after add/drop finds who takes less than the term prescribes, once, and ends nothing', async () => {
    expect((await run('load-below-prescribed', '2024-09-16', true)).found).toBe(0);
    const { affected, ...report } = await run('load-below-prescribed', '2024-09-17');
    expect(report).toMatchObject({ found: 1, recorded: 1 });
    expect(affected).toMatchObject([{ student: 'full-time', on: '2024-09-17', result: 'recorded' }]);
    expect(affected[0]?.clauses).toContain('3cu/ug/6.2');
    expect(affected[0]?.findings.map(({ figures }) => figures)).toContainEqual({ lacking: 12 });
    expect(await run('load-below-prescribed', '2024-09-18')).toMatchObject({ found: 0 });
    expect((await run('registration-deadline', '2025-01-28', true)).affected).toMatchObject([{ student: 'full-time' }]);
  });

  it('after the longest period finds who has not met the requirements, once the results are there', async () => {
    expect((await run('period-exceeded', '2030-09-01', true)).found).toBe(0);
    await student('out-of-time', admitted('5cu', 'full-time'));
    expect((await run('period-exceeded', '2030-08-31', true)).found).toBe(0);
    expect((await run('period-exceeded', '2030-09-01', true)).affected).toMatchObject([
      { student: 'out-of-time', on: '2030-09-01', clauses: ['5cu/ug/7.2', '5cu/ug/7.3'] },
    ]);
  });

  it('after its last day finds a resit that was never taken, fails the course for good, once, and ends nothing', async () => {
    await student(
      'unsat',
      admitted('5cu', 'distance-learning'),
      enrolledIn('C1'),
      graded('C1', 'Fail-Resit'),
      enrolledIn('C2'),
      graded('C2', 'A'),
    );
    const [, ...lastDay] = autumn.examinations[1].split('-');
    const day = ['2025', ...lastDay].join('-');
    expect((await run('resit-not-taken', day, true)).found).toBe(0);
    const { affected, ...report } = await run('resit-not-taken', plusDays(day, 1));
    expect(report).toMatchObject({ found: 1, recorded: 1, refused: 0 });
    expect(affected).toMatchObject([{ student: 'unsat', on: plusDays(day, 1), result: 'recorded' }]);
    expect(affected[0]?.clauses).toEqual(expect.arrayContaining(['5cu/assess/15.2(c)', '5cu/dl/8.11.4']));
    const events = [];
    for await (const event of store.readStream(recordStream('unsat'))) events.push(event);
    expect(events.at(-1)).toMatchObject({ type: 'GradeRecorded', data: { course: 'C1', grade: 'Fail' } });
    const after = await everything();
    expect(await run('resit-not-taken', plusDays(day, 1))).toMatchObject({ found: 0 });
    expect(await everything()).toEqual(after);
  });

  it('after the last day of a year finds research students who have not registered for it, and ends nothing', async () => {
    const programme = aResearchProgramme('3cu', 'phd');
    const research = aResearchAdmission();
    const registration = { programme, entryTerm: autumn, admittedOn: '2024-06-01', research };
    await student('researcher', { type: 'StudentAdmitted', data: { student: 'researcher', registration } });
    const next = aTerm({
      code: '2025-AUT',
      academicYear: '2025/26',
      teaching: ['2025-09-01', '2025-11-29'],
      addDropEnds: '2025-09-15',
    });
    await write('term-2025-AUT', [{ type: 'TermDefined', data: { term: next } }]);
    expect((await run('annual-registration', '2025-09-15', true)).found).toBe(0);
    const { affected, ...report } = await run('annual-registration', '2025-09-16');
    expect(report).toMatchObject({ found: 1, recorded: 1 });
    expect(affected).toMatchObject([{ student: 'researcher', on: '2025-09-16', result: 'recorded' }]);
    expect(affected[0]?.clauses).toContain('3cu/rpg/4.3');
    expect(await run('annual-registration', '2025-09-17')).toMatchObject({ found: 0 });
    expect((await run('period-exceeded', '2028-09-01', true)).affected.map((one) => one.student)).not.toContain(
      'researcher',
    );
    expect((await run('period-exceeded', '2028-09-02', true)).affected).toContainEqual(
      expect.objectContaining({ student: 'researcher', on: '2028-09-02' }),
    );
  });
});
