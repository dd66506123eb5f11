import 'reflect-metadata';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  PublishStandingRun,
  publishStandingRun,
  SignStandingRun,
  type StandingLine,
  type StandingRun,
  StartStandingRun,
  signStandingRun,
  standingRuns,
  startStandingRun,
} from '#academic-record';
import { type AnyUseCase, type Command, CommandExecution, commandOf, issue, type Outcome, replay } from '#commands';
import { type EventStore, openSqliteStore } from '#event-store';
import { type Actor, commandIdOf, type DomainEvent, type RecordedEvent, VirtualClock } from '#kernel';
import type { Registration } from '#regulations';
import { foldRecord, type RecordEvent, recordStream } from '#student-record';
import { givenIn } from '../../academic-record/testing/given-in.ts';
import { aCourse, aProgramme, autumn, spring } from '../../regulations/testing/index.ts';
import { surveyed } from '../survey/report.ts';
import { standingWorks } from './standing-report.ts';

type Regime = Registration['programme']['regime'];

const admitted = (regime: Regime, mode: Registration['programme']['mode']): RecordEvent => ({
  type: 'StudentAdmitted',
  data: {
    student: 'S',
    registration: { programme: aProgramme(regime, mode), entryTerm: autumn, admittedOn: '2024-08-01' },
  },
});
const taken = (code: string, grade: string, term = autumn): RecordEvent[] => [
  {
    type: 'CourseEnrolled',
    data: { programme: 'BSC', course: aCourse(code), term, items: [], on: term.registration[0] },
  },
  {
    type: 'GradeRecorded',
    data: { course: code, term: term.code, on: term.examinations[1], grade, gradedTerm: term.code },
  },
];
/** So many terms in a row below the line, the last of them `autumn`. */
const earlier = ['2023-AUT', '2024-SPR', '2024-SUM'].map((code, index) => ({
  ...autumn,
  code,
  academicYear: '2023/24',
  teaching: [`2024-0${index + 1}-05`, `2024-0${index + 1}-25`] as const,
  examinations: [`2024-0${index + 1}-26`, `2024-0${index + 1}-27`] as const,
}));

describe('a standing run', () => {
  let store: EventStore;
  let clock: VirtualClock;
  let execution: CommandExecution;
  let asked: number;

  const write = (stream: string, events: readonly DomainEvent[]) => givenIn(store, stream, events);
  const student = (name: string, ...events: readonly RecordEvent[]) => write(recordStream(name), events);
  const eventsOf = async (stream: string): Promise<RecordedEvent[]> => {
    const events: RecordedEvent[] = [];
    for await (const event of store.readStream(stream)) events.push(event);
    return events;
  };
  const recordOf = async (name: string) => foldRecord((await eventsOf(recordStream(name))) as never);
  const stores = () => ({ store, threads: undefined });
  const ask = (useCase: AnyUseCase, command: Command, actor: Actor, id = `c${asked++}`): Promise<Outcome> =>
    execution.execute(useCase, issue(command, { commandId: commandIdOf(id), actor }));
  const registrar = (id: string): Actor => ({ role: 'registrar', id });
  const start = (number?: number) =>
    ask(startStandingRun, commandOf(StartStandingRun, { term: '2024-AUT', number }), registrar('R1'));
  const sign = (id: string, role = 'registrar') =>
    ask(signStandingRun, commandOf(SignStandingRun, { run: '2024-AUT-1' }), { role, id });
  const begin = (run = '2024-AUT-1') =>
    ask(publishStandingRun, commandOf(PublishStandingRun, { run }), registrar('R1'));
  /** The follow-up as the handler on the bus does it. */
  const publish = async (signal = new AbortController().signal, run = '2024-AUT-1') =>
    publishStandingRun.after?.(commandOf(PublishStandingRun, { run }), {
      store,
      clock,
      works: standingWorks(stores(), clock),
      execute: (useCase, command) => execution.execute(useCase, command),
      signal,
    });
  const runNow = async (run = '2024-AUT-1'): Promise<StandingRun> =>
    (await eventsOf(standingRuns.streamOf(run))).reduce<StandingRun | undefined>(
      (state, event) => standingRuns.evolve(state, event),
      undefined,
    ) as StandingRun;
  const textOf = async (run: StandingRun): Promise<string> => {
    const report = await surveyed(stores(), 'standing', run.question);
    const chunks: Buffer[] = [];
    for await (const chunk of report.bytes()) chunks.push(chunk);
    await report.putAway();
    return Buffer.concat(chunks).toString();
  };
  const linesOf = async (run: StandingRun): Promise<StandingLine[]> =>
    (await textOf(run))
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  beforeEach(async () => {
    asked = 0;
    store = openSqliteStore({ path: ':memory:' });
    clock = new VirtualClock();
    clock.moveTo('2025-01-10');
    execution = new CommandExecution(store, clock, standingWorks(stores(), clock));
    await write('term-2024-AUT', [{ type: 'TermDefined', data: { term: autumn } }]);
    await write('term-2025-SPR', [{ type: 'TermDefined', data: { term: spring } }]);
    await student('low', admitted('3cu', 'full-time'), ...taken('C1', 'C-'));
    await student('line', admitted('3cu', 'full-time'), ...taken('C1', 'C'));
    await student('first', admitted('3cu', 'distance-learning'), ...taken('C1', 'D'));
    await student('five', admitted('5cu', 'distance-learning'), ...taken('C1', 'C'));
    await student('idle', admitted('3cu', 'full-time'));
    const before = {
      type: 'StudentAdmitted',
      data: {
        student: 'S',
        registration: {
          programme: aProgramme('3cu', 'full-time'),
          entryTerm: earlier[0],
          admittedOn: '2023-12-01',
        },
      },
    } as RecordEvent;
    await student(
      'fourth',
      before,
      ...earlier.flatMap((term, index) => taken(`E${index}`, 'D', term as never)),
      ...taken('C1', 'D'),
    );
  });

  it('reports who changes, from what to what, by which clause, and the distance to the line; records stay as they were', async () => {
    const position = await store.head();
    expect(await start()).toMatchObject({ outcome: 'accepted', stream: 'standing-run-2024-AUT-1' });
    const run = await runNow();
    expect(run).toMatchObject({
      state: 'reported',
      question: { yearEnd: false, on: '2025-01-10', position },
      summary: {
        students: 6,
        decided: 4,
        changing: 2,
        standings: { good: 2, probation: 1, terminated: 1 },
        changes: { 'good>probation': 1, 'probation>terminated': 1 },
        notApplicable: { '5cu/ug/11.1': 1 },
      },
    });
    const lines = await linesOf(run);
    expect(lines.find(({ student: name }) => name === 'low')).toMatchObject({
      from: 'good',
      to: 'probation',
      changes: true,
      clauses: ['3cu/ug/11.1'],
      distance: { value: '17/10', line: '2/1', points: '9/10', next: { credits: 15, average: '103/50' } },
    });
    expect(lines.find(({ student: name }) => name === 'fourth')).toMatchObject({
      from: 'probation',
      to: 'terminated',
      probationTerms: 3,
      clauses: ['3cu/ug/11.5.1', '3cu/ug/11.5', '3cu/ug/11.1', '3cu/ug/11.3'],
    });
    expect(lines.find(({ student: name }) => name === 'first')).toMatchObject({
      to: 'good',
      figures: { firstGpa: true },
    });
    expect((await recordOf('low')).standings).toEqual([]);
  });

  it('is reported byte for byte again, also after later events', async () => {
    await start();
    const run = await runNow();
    const before = await textOf(run);
    await student('later', admitted('3cu', 'full-time'), ...taken('C1', 'D'));
    await student('low', ...taken('C2', 'A'));
    expect(await textOf(run)).toBe(before);
    expect(await sign('R1')).toMatchObject({ outcome: 'accepted' });
  });

  it('takes two different people, each with a name, to sign', async () => {
    await start();
    expect(await sign('R1')).toMatchObject({ outcome: 'accepted' });
    expect(await sign('R1')).toMatchObject({ outcome: 'refused', code: 'signed-already' });
    expect(await sign('R1', 'dean')).toMatchObject({ outcome: 'refused', code: 'signed-already' });
    expect(
      await ask(signStandingRun, commandOf(SignStandingRun, { run: '2024-AUT-1' }), { role: 'registrar' }),
    ).toMatchObject({ code: 'signature-without-name' });
    expect(await begin()).toMatchObject({ outcome: 'refused', code: 'not-signed' });
    expect(await sign('R2')).toMatchObject({ outcome: 'accepted' });
    expect(await sign('R3')).toMatchObject({ outcome: 'refused', code: 'signed-enough' });
    expect((await runNow()).state).toBe('signed');
  });

  it('is not signed when the report comes out otherwise', async () => {
    await start();
    const [started] = await eventsOf('standing-run-2024-AUT-1');
    const data = { ...(started?.data as object), run: '2024-AUT-2', hash: 'another' };
    await write('standing-run-2024-AUT-2', [{ type: 'StandingRunStarted', data }]);
    expect(
      await ask(signStandingRun, commandOf(SignStandingRun, { run: '2024-AUT-2' }), registrar('R1')),
    ).toMatchObject({ code: 'report-differs' });
  });

  it('is published into each record, and ends the registration of who is terminated', async () => {
    await start();
    await sign('R1');
    await sign('R2');
    clock.moveTo('2025-01-12');
    expect(await begin()).toMatchObject({ outcome: 'accepted' });
    await publish();
    expect(await runNow()).toMatchObject({
      state: 'published',
      counts: { decided: 4, published: 4, terminated: 1, revised: 0, unchanged: 0, refused: {} },
    });
    expect((await recordOf('low')).standings).toMatchObject([
      { standing: 'probation', term: { code: '2024-AUT' }, run: '2024-AUT-1', on: '2025-01-12', stage: 1 },
    ]);
    expect((await recordOf('fourth')).moves.at(-1)).toMatchObject({
      to: 'discontinued',
      clause: '3cu/ug/11.5.1',
      on: '2025-01-12',
    });
    expect((await recordOf('five')).standings).toEqual([]);
    expect((await recordOf('idle')).standings).toEqual([]);
    expect(await begin()).toMatchObject({ outcome: 'refused', code: 'published-already' });
  });

  it('broken off, is taken up where it was, and writes nothing twice', async () => {
    await start();
    await sign('R1');
    await sign('R2');
    await begin();
    const stopping = new AbortController();
    stopping.abort();
    await publish(stopping.signal);
    expect((await runNow()).state).toBe('publishing');
    await publish();
    const once = await eventsOf(recordStream('low'));
    expect((await runNow()).state).toBe('published');
    await publish();
    expect(await eventsOf(recordStream('low'))).toEqual(once);
  });

  it('passes over a record that says otherwise since the report; another run decides it', async () => {
    await start();
    await sign('R1');
    await sign('R2');
    const correction = {
      course: 'C1',
      term: '2024-AUT',
      on: '2025-01-11',
      grade: 'A',
      gradedTerm: '2024-AUT',
      from: 'C-',
      reason: 'x',
    };
    await student('low', { type: 'GradeCorrected', data: correction });
    await begin();
    await publish();
    expect((await runNow()).counts).toMatchObject({ published: 3, refused: { 'record-changed': 1 } });
    expect((await recordOf('low')).standings).toEqual([]);
    await start(2);
    for (const id of ['R1', 'R2'])
      await ask(signStandingRun, commandOf(SignStandingRun, { run: '2024-AUT-2' }), registrar(id));
    await begin('2024-AUT-2');
    await publish(undefined, '2024-AUT-2');
    expect((await runNow('2024-AUT-2')).counts).toMatchObject({ decided: 3, published: 1, unchanged: 2, refused: {} });
    expect((await recordOf('low')).standings).toMatchObject([{ standing: 'good' }]);
  });

  it('is refused while the term goes on, for an unknown term, and under a number that was used', async () => {
    clock.moveTo('2024-12-20');
    expect(await start()).toMatchObject({ code: 'term-goes-on' });
    clock.moveTo('2024-12-21');
    expect(await start()).toMatchObject({ outcome: 'accepted' });
    expect(await start()).toMatchObject({ code: 'run-exists' });
    expect(
      await ask(startStandingRun, commandOf(StartStandingRun, { term: '2030-AUT' }), registrar('R1')),
    ).toMatchObject({ code: 'unknown-term' });
    const ahead = commandOf(StartStandingRun, { term: '2024-AUT', number: 2, on: '2025-06-01' });
    expect(await ask(startStandingRun, ahead, registrar('R1'))).toMatchObject({ code: 'day-to-come' });
  });

  it('is decided the same when its decisions are taken again', async () => {
    await start();
    await sign('R1');
    await student('later', admitted('3cu', 'full-time'), ...taken('C1', 'D'));
    const [started, signed] = await eventsOf('standing-run-2024-AUT-1');
    expect(await replay(store, startStandingRun, [started as RecordedEvent])).toEqual({ result: 'equal' });
    expect(await replay(store, signStandingRun, [signed as RecordedEvent])).toEqual({ result: 'equal' });
  });
});
