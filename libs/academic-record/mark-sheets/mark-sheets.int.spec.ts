import 'reflect-metadata';
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnyUseCase, CommandExecution, commandOf, issue, TrackedReader } from '#commands';
import { type EventStore, openSqliteStore } from '#event-store';
import { type Actor, type RecordedEvent, VirtualClock } from '#kernel';
import { type RecordEvent, recordStream } from '#student-record';
import { markAssignment } from '../assessment/mark-assignment.ts';
import {
  ApplicationBrokenOff,
  applyMarkSheetRow,
  applySheet,
  confirmMarkSheet,
  markSheets,
  previewMarkSheet,
  previewOf,
  proposeMarkSheet,
  resumeSheets,
  settleMarkSheetRow,
  sheetFacts,
  stateOf,
} from '../index.ts';
import { givenIn } from '../testing/given-in.ts';
import { admitted, enrolledIn, marked, submitted, term } from '../testing/story.ts';

const NAME = { course: 'C1', term: term.code, sheet: 'FINAL' };
const TUTOR: Actor = { role: 'tutor', id: 'T1' };
const SCHOOL: Actor = { role: 'school', id: 'P1' };
const SHEET = 'student,A1,examination,grade\nS1,80,55.5,B\nS2,70,,\n';

let store: EventStore;
let clock: VirtualClock;
let asked = 0;

const execution = () => new CommandExecution(store, clock);
async function ask(useCase: AnyUseCase, fields: object, actor: Actor, commandId = `asked-${++asked}`) {
  return execution().execute(useCase, issue(commandOf(useCase.command, { ...NAME, ...fields }), { commandId, actor }));
}
const codeOf = async (outcome: ReturnType<typeof ask>) => {
  const { outcome: what, ...rest } = await outcome;
  return what === 'refused' && 'code' in rest ? rest.code : what;
};
const propose = (content = SHEET, actor = TUTOR) => ask(proposeMarkSheet, { content }, actor);
const preview = (actor = TUTOR) => ask(previewMarkSheet, {}, actor);
const confirm = (number = 1, actor = SCHOOL) => ask(confirmMarkSheet, { preview: number }, actor);

const write = (student: string, events: readonly RecordEvent[]) =>
  givenIn(store, recordStream(student), events, { student });
const taking = (student: string, ...more: readonly RecordEvent[]) =>
  write(student, [
    admitted('3cu', 'distance-learning'),
    enrolledIn('C1'),
    submitted('C1', 'A1'),
    submitted('C1', 'A2'),
    ...more,
  ]);
async function typesIn(stream: string): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of store.readStream(stream)) types.push(type);
  return types;
}
async function whole(): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll()) events.push(...page.events);
  return events;
}

beforeEach(async () => {
  store = openSqliteStore({ path: ':memory:' });
  clock = new VirtualClock();
  clock.moveTo('2025-01-10');
  await taking('S1');
  await taking('S2');
});

describe('a mark sheet', () => {
  it('is proposed, previewed, confirmed by somebody else, and applied', async () => {
    for (const step of [propose, preview, confirm]) expect(await codeOf(step())).toBe('accepted');
    expect(await applySheet({ store, clock }, NAME)).toMatchObject({ applied: 2, unchanged: 0, refused: [] });
    expect((await typesIn('record-S1')).slice(4)).toEqual(['AssignmentMarked', 'SittingRecorded', 'GradeRecorded']);
    expect(await typesIn(`sheet-C1@${term.code}-FINAL`)).toEqual([
      'MarkSheetProposed',
      'MarkSheetPreviewed',
      'MarkSheetConfirmed',
      'MarkSheetApplied',
    ]);
    const [last] = (await whole()).filter(({ type }) => type === 'GradeRecorded');
    expect(last?.metadata).toMatchObject({ actor: SCHOOL, ruling: { outcome: 'allowed' } });
  });

  it('is not there before it is proposed, and is not applied before it is confirmed', async () => {
    expect(await codeOf(preview())).toBe('unknown-mark-sheet');
    expect(await codeOf(confirm())).toBe('unknown-mark-sheet');
    await expect(applySheet({ store, clock }, NAME)).rejects.toMatchObject({ code: 'unknown-mark-sheet' });
    await propose();
    await expect(applySheet({ store, clock }, NAME)).rejects.toMatchObject({ code: 'mark-sheet-unconfirmed' });
    expect(await codeOf(ask(applyMarkSheetRow, { student: 'S1' }, SCHOOL))).toBe('mark-sheet-unconfirmed');
  });

  it('cannot be read', async () => expect(await codeOf(propose('student,A1\nS1,x\n'))).toBe('not-a-mark'));

  it('is not confirmed by whoever proposed it, in whatever role', async () => {
    await propose();
    await preview();
    expect(await codeOf(confirm(1, { role: 'school', id: 'T1' }))).toBe('same-person');
    expect(await codeOf(confirm(1, { role: 'school', id: 'P2' }))).toBe('accepted');
  });

  it('is neither proposed nor confirmed by an office without a name', async () => {
    expect(await codeOf(propose(SHEET, { role: 'registry' }))).toBe('person-needed');
    await propose(SHEET, { role: 'registry', id: 'G1' });
    await preview();
    expect(await codeOf(confirm(1, { role: 'registry' }))).toBe('person-needed');
    expect(await codeOf(confirm(1, { role: 'registrar', id: 'G1' }))).toBe('same-person');
    expect(await codeOf(confirm(1, SCHOOL))).toBe('accepted');
  });

  it.each([
    ['tutor', 'registry', 'panel-or-school-needed'],
    ['internal-examiner', 'registrar', 'panel-or-school-needed'],
    ['registry', 'registrar', 'panel-or-school-needed'],
    ['tutor', 'school', 'accepted'],
    ['registry', 'dean', 'accepted'],
    ['award-panel', 'registry', 'accepted'],
    ['school', 'registrar', 'accepted'],
    ['migration', 'registry', 'accepted'],
    ['tutor', 'award-panel', 'not-authorised'],
  ] as const)('with grades, proposed by %s and confirmed by %s: %s', async (proposer, confirmer, code) => {
    await propose(SHEET, { role: proposer, id: 'A1' });
    await preview();
    expect(await codeOf(confirm(1, { role: confirmer, id: 'B1' }))).toBe(code);
  });

  it('without grades may be brought by a tutor and confirmed by the Registry', async () => {
    await propose('student,A1\nS1,80\n');
    await preview();
    expect(await codeOf(confirm(1, { role: 'registry', id: 'G1' }))).toBe('accepted');
  });

  it('is not confirmed unseen, nor when its rows were replaced', async () => {
    await propose();
    expect(await codeOf(confirm())).toBe('contents-changed');
    await preview();
    await propose(SHEET.replace('80', '81'));
    expect(await codeOf(confirm())).toBe('contents-changed');
    await preview();
    expect(await codeOf(confirm(1))).toBe('contents-changed');
    expect(await codeOf(confirm(2))).toBe('accepted');
  });

  it('is not confirmed with a row that is refused', async () => {
    await propose(`${SHEET}S3,1,,\n`);
    await preview();
    expect(await codeOf(confirm())).toBe('rows-refused');
  });

  it('is not confirmed when a record has changed what a row does; any other change is none of its business', async () => {
    await propose();
    await preview();
    await write('S1', [marked('C1', 'A2', 50)]);
    expect(await codeOf(confirm())).toBe('effects-changed');
    await preview();
    await write('S2', [{ type: 'CreditTransferGranted', data: { transfer: aTransferOf('BSC') } }]);
    expect(await codeOf(confirm(2))).toBe('accepted');
  });

  it('takes somebody who records results where there are grades', async () => {
    const coordinator: Actor = { role: 'course-coordinator', id: 'C9' };
    await propose();
    await preview();
    expect(await codeOf(confirm(1, coordinator))).toBe('not-authorised');
    await propose('student,A1\nS1,80\n');
    await preview();
    expect(await codeOf(confirm(2, coordinator))).toBe('accepted');
  });

  it('stays as it is once it is confirmed', async () => {
    for (const step of [propose, preview, confirm]) await step();
    expect(await codeOf(propose())).toBe('mark-sheet-confirmed');
    expect(await codeOf(preview())).toBe('mark-sheet-confirmed');
    expect(await codeOf(confirm())).toBe('mark-sheet-confirmed');
  });

  it('tells which rows could not be applied because a record changed after all', async () => {
    for (const step of [propose, preview, confirm]) await step();
    const tutor: Actor = { role: 'tutor', id: 'T2' };
    expect(await codeOf(ask(markAssignment, { student: 'S2', assignment: 'A1', mark: 60 }, tutor))).toBe('accepted');
    expect(await applySheet({ store, clock }, NAME)).toMatchObject({
      applied: 1,
      refused: [{ row: 3, student: 'S2', code: 'marking-refused' }],
    });
    expect(await typesIn('requests-S2')).toEqual(['RequestRefused']);
  });

  it('does not record a row that would do something else than was confirmed, nor count what others recorded', async () => {
    for (const step of [propose, preview, confirm]) await step();
    await write('S1', [marked('C1', 'A2', 50)]);
    await write('S2', [marked('C1', 'A1', 70)]);
    expect(await applySheet({ store, clock }, NAME)).toMatchObject({
      applied: 0,
      unchanged: 0,
      refused: [
        { row: 2, student: 'S1', code: 'record-changed' },
        { row: 3, student: 'S2', code: 'record-changed' },
      ],
    });
  });

  it('counts rows that said already when they were confirmed what stood there', async () => {
    await write('S2', [marked('C1', 'A1', 70)]);
    for (const step of [propose, preview, confirm]) await step();
    expect(await applySheet({ store, clock }, NAME)).toMatchObject({ applied: 1, unchanged: 1, refused: [] });
  });

  it('is applied with exceptions until each of them is settled', async () => {
    const state = async () => {
      const sheet = (await whole())
        .filter(({ stream }) => stream.startsWith('sheet-'))
        .reduce(markSheets.evolve, undefined);
      return sheet && stateOf(sheet);
    };
    for (const step of [propose, preview, confirm]) await step();
    expect(await state()).toBe('confirmed');
    await write('S2', [marked('C1', 'A1', 60)]);
    await applySheet({ store, clock }, NAME);
    expect(await state()).toBe('applied-with-exceptions');
    const settle = (student: string, actor = SCHOOL) =>
      ask(settleMarkSheetRow, { student, reason: 'The earlier mark was right' }, actor);
    expect(await codeOf(settle('S2', TUTOR))).toBe('not-authorised');
    expect(await codeOf(settle('S2', { role: 'course-coordinator', id: 'C9' }))).toBe('not-authorised');
    expect(await codeOf(settle('S1'))).toBe('not-an-exception');
    expect(await codeOf(settle('S2'))).toBe('accepted');
    expect(await codeOf(settle('S2'))).toBe('row-settled');
    expect(await state()).toBe('applied');
  });

  it('is applied in the name of whoever confirmed it, and for nobody who may not confirm it', async () => {
    for (const step of [propose, preview, confirm]) await step();
    expect(await codeOf(ask(applyMarkSheetRow, { student: 'S1' }, TUTOR))).toBe('not-authorised');
    expect(await codeOf(ask(applyMarkSheetRow, { student: 'S1' }, { role: 'registrar' }))).toBe('not-authorised');
    for (const by of [TUTOR, { role: 'course-coordinator', id: 'C9' }])
      await expect(applySheet({ store, clock }, NAME, { by })).rejects.toMatchObject({ code: 'not-authorised' });
    expect(await applySheet({ store, clock }, NAME, { by: SCHOOL })).toMatchObject({ applied: 2 });
  });

  it('is taken up where it broke off, and by nobody who was told to end', async () => {
    for (const step of [propose, preview, confirm]) await step();
    const ended = new AbortController();
    ended.abort();
    const broken = applySheet({ store, clock, signal: ended.signal }, NAME);
    await expect(broken).rejects.toBeInstanceOf(ApplicationBrokenOff);
    await resumeSheets({ store, clock });
    expect(await typesIn(`sheet-C1@${term.code}-FINAL`)).toContain('MarkSheetApplied');
    const head = await store.head();
    await resumeSheets({ store, clock });
    expect(await store.head()).toBe(head);
  });

  it('records nothing of a student who is not on it', async () => {
    for (const step of [propose, preview, confirm]) await step();
    await taking('S9');
    expect(await codeOf(ask(applyMarkSheetRow, { student: 'S9' }, SCHOOL))).toBe('not-on-mark-sheet');
  });
});

const aTransferOf = (programme: string) => ({
  programme,
  kind: 'general' as const,
  credits: 3,
  level: 1000 as const,
  qualification: {
    institution: 'A College',
    title: 'Diploma',
    qfLevel: 3,
    own: false,
    usedForEntry: false,
    recognised: true,
  },
  remainingCourses: [],
  grantedOn: '2025-01-09',
});

describe('applying a mark sheet', () => {
  const cell = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
  const rows = fc.uniqueArray(
    fc.record({
      student: fc.integer({ min: 1, max: 6 }),
      A1: cell,
      A2: cell,
      grade: fc.option(fc.constantFrom('A', 'B', 'C-', 'Fail'), { nil: undefined }),
    }),
    { selector: ({ student }) => student, minLength: 1 },
  );

  it('twice, or broken off anywhere and taken up, is applying it once', () =>
    fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 0, max: 12 }), async (table, breaksAfter) => {
        store = openSqliteStore({ path: ':memory:' });
        for (let student = 1; student <= 6; student++) await taking(`S${student}`);
        const lines = table.map(({ student, A1, A2, grade }) => `S${student},${A1 ?? ''},${A2 ?? ''},${grade ?? ''}`);
        const content = `student,A1,A2,grade\n${lines.join('\n')}\n`;
        for (const step of [() => propose(content), preview, confirm]) expect(await codeOf(step())).toBe('accepted');

        let appends = 0;
        const breaking: EventStore = Object.create(store, {
          append: {
            value: (...args: Parameters<EventStore['append']>) =>
              appends++ < breaksAfter ? store.append(...args) : Promise.reject(new Error('killed')),
          },
        });
        for (const method of ['readStream', 'readAll', 'head'] as const)
          Object.defineProperty(breaking, method, { value: store[method].bind(store) });
        const broken = await applySheet({ store: breaking, clock }, NAME).catch(() => undefined);
        const taken = await applySheet({ store, clock }, NAME);
        if (broken) expect(taken).toEqual(broken);
        const once = await whole();
        expect(await applySheet({ store, clock }, NAME)).toEqual(taken);
        expect(await whole()).toEqual(once);
        for (const { student, A1, A2, grade } of table) {
          const events = (await typesIn(`record-S${student}`)).slice(4);
          expect(events.filter((type) => type === 'AssignmentMarked')).toHaveLength(
            [A1, A2].filter((mark) => mark !== undefined).length,
          );
          expect(events.filter((type) => type === 'GradeRecorded')).toHaveLength(grade === undefined ? 0 : 1);
        }
        await store.close();
      }),
      { numRuns: 25 },
    ));
});

describe('a preview of 2,000 rows', () => {
  it('takes less than two seconds of a processor', async () => {
    const students = Array.from({ length: 2_000 }, (_, index) => `T${index}`);
    await Promise.all(students.map((student) => taking(student, marked('C1', 'A2', 50))));
    await propose(`student,A1,examination,grade\n${students.map((one, at) => `${one},${at % 101},60,B\n`).join('')}`);
    const begun = process.cpuUsage();
    const facts = await sheetFacts(new TrackedReader(store), NAME);
    const { changes } = facts.sheet ? previewOf(facts.sheet, facts, '2025-01-10') : { changes: 0 };
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1e6;
    expect(changes).toBe(2_000);
    expect(seconds).toBeLessThan(2);
  });
});
