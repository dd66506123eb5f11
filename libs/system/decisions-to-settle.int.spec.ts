import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { replay } from '#commands';
import type { Actor } from '#kernel';
import type { DecisionToSettleDocument, GradeAmendmentDocument, ResultAppealEffect } from '#projections';
import type { RecordsSystem } from './open-system.ts';
import { eventsOf } from './record-now.ts';
import { beginStory, REGISTRAR, SCHOOL, type Story, TERMS } from './testing/story.ts';
import { useCaseNamed } from './use-cases.ts';

const STUDENT: Actor = { role: 'student', id: 'S1' };
const FINANCE: Actor = { role: 'finance', id: 'F1' };

/** What a list says of each decision: what is compared before and after. */
const said = ({ decision, change, clauses, before, after, settledBy }: DecisionToSettleDocument | ListedDecision) => ({
  decision,
  change,
  clauses,
  before,
  after,
  settledBy,
});
type ListedDecision = GradeAmendmentDocument['decisions'][number];

/**
 * C1 of Autumn is asked for by C3, and counts for the standings: of a full-time student with enrolments, advice and
 * requests that were refused, as the grade has it.
 */
async function studied(grade: string): Promise<Story> {
  const story = await beginStory('2024-08-01');
  const { done, ask, clock, publishStanding } = story;
  for (const term of TERMS) await done('DefineTerm', term);
  for (const code of ['C1', 'C2', 'C3', 'C4', 'C5'])
    await done('DefineCourse', { code, credits: 3, level: 1000, ...(code === 'C3' ? { prerequisites: ['C1'] } : {}) });
  await done('DefineProgramme', { code: 'BBAH', award: 'honours', regime: '3cu', mode: 'full-time', credits: 120 });
  await done('DefineFee', { kind: 'appeal', regime: '3cu', mode: 'full-time', cents: 300_00, from: '2022-09-01' });
  await done('Admit', { programme: 'BBAH', term: '2024-AUT' });
  await done('Enrol', { course: 'C1', term: '2024-AUT' });
  clock.moveTo('2025-01-04');
  await done('RecordGrade', { course: 'C1', term: '2024-AUT', grade }, SCHOOL);
  await publishStanding('2024-AUT');
  await ask('RecordAcademicAdvice', { student: 'S1', notes: 'fewer courses' }, SCHOOL);
  await ask('Enrol', { student: 'S1', course: 'C3', term: '2025-SPR' });
  await done('Enrol', { course: 'C2', term: '2025-SPR' });
  await ask('Enrol', { student: 'S1', course: 'C4', term: '2025-SPR' });
  clock.moveTo('2025-06-02');
  const { attempts } = await story.recordNow();
  for (const { course, term } of attempts.filter((attempt) => attempt.grade === undefined))
    await done('RecordGrade', { course: course.code, term: term.code, grade: 'C' }, SCHOOL);
  await publishStanding('2025-SPR');
  await ask('CompleteProgramme', { student: 'S1', programme: 'BBAH' });
  clock.moveTo('2025-07-01');
  await ask('Enrol', { student: 'S1', course: 'C5', term: '2025-AUT' });
  return story;
}

async function amended({ done, clock, show }: Story, to: string, id = 'A1', day = '2025-08-01') {
  clock.moveTo(day);
  const of = { course: 'C1', term: '2024-AUT', reason: 'added up wrongly', evidence: ['script'] };
  await done('ProposeGradeAmendment', { ...of, id, grade: to }, SCHOOL);
  const listed: GradeAmendmentDocument = await show('grade-amendment', { amendment: id });
  const before = await show('transcript');
  await done('ConfirmGradeAmendment', { amendment: id, preview: listed.preview });
  return { listed, before };
}

describe('what is to be settled after an amendment', () => {
  const grades = ['A', 'C-', 'Fail', 'Pass'];
  const pairs = grades.flatMap((from) => grades.filter((to) => to !== from).map((to) => [from, to] as const));

  it.each(pairs)('is what was listed before it, from %s to %s', async (from, to) => {
    const story = await studied(from);
    try {
      const { listed } = await amended(story, to);
      const settling: DecisionToSettleDocument[] = await story.show('student-decisions-to-settle');
      expect(settling.map(said)).toEqual(listed.decisions.map(said));
      const open = settling.filter(({ settled }) => !settled);
      expect(open.map(said)).toEqual(listed.decisions.filter(({ settledBy }) => settledBy.length > 0).map(said));
      expect(await story.show('decisions-to-settle')).toEqual(open);
      const again: GradeAmendmentDocument = await story.show('grade-amendment', { amendment: 'A1' });
      expect(again.decisions).toEqual(listed.decisions);
      // Standings and figures are those that were told before, and nothing is left to be revised.
      expect(await story.ask('ReviseStanding', { student: 'S1', reason: 'looked at again' })).toMatchObject({
        code: 'standings-as-published',
      });
      const { programmes } = await story.show('transcript');
      for (const { programme, after } of listed.figures)
        expect(programmes).toContainEqual(expect.objectContaining({ code: programme, cgpa: after.cgpa }));
      // Who falls below the line or passes what is asked for finds something to settle.
      if (isPass(from) !== isPass(to)) expect(open.length).toBeGreaterThan(0);
    } finally {
      await story.system.close();
    }
  });
});

const isPass = (grade: string): boolean => grade !== 'Fail';

/** The decisions that are open, by the name of the request. */
async function open({ show }: Story): Promise<DecisionToSettleDocument[]> {
  const all: DecisionToSettleDocument[] = await show('student-decisions-to-settle');
  return all.filter(({ settled }) => !settled);
}

/** Every decision about S1 comes out as it did, standings apart, which nobody asked for here. */
async function takesAllAgain({ store }: RecordsSystem): Promise<void> {
  const events = (await eventsOf(store, 'S1')).filter(({ metadata }) => metadata.command.type !== 'Run');
  for (const [, [first, ...others]] of Map.groupBy(events, ({ metadata }) => metadata.commandId)) {
    const useCase = first && useCaseNamed(first.metadata.command.type);
    expect(useCase && (await replay(store, useCase, [first, ...others]))).toEqual({ result: 'equal' });
  }
}

describe('a decision that is to be settled', () => {
  const withOpen = async (then: (story: Story, one: DecisionToSettleDocument) => Promise<void>) => {
    const story = await studied('C');
    try {
      await amended(story, 'Fail');
      const one = (await open(story)).find(
        ({ request, before }) => request === 'Enrol' && before.outcome === 'accepted',
      );
      if (!one) throw new Error('nothing to settle');
      await then(story, one);
    } finally {
      await story.system.close();
    }
  };
  const settlement = { student: 'S1', outcome: 'upheld', reason: 'the course is nearly done' };

  it('stands for a reason, and is settled once', () =>
    withOpen(async (story, { decision }) => {
      await story.done('SettleDecision', { ...settlement, decision });
      const all: DecisionToSettleDocument[] = await story.show('student-decisions-to-settle');
      expect(all.find((each) => each.decision === decision)?.settled).toEqual({
        ...{ as: 'upheld', on: '2025-08-01', by: REGISTRAR, reason: 'the course is nearly done' },
      });
      expect(await story.ask('SettleDecision', { ...settlement, decision })).toMatchObject({ code: 'settled-already' });
      // What was decided is on record as it was decided.
      expect((await story.recordNow()).attempts.map(({ course }) => course.code)).toContain('C3');
    }));

  it('is put up by a decision that can be taken again, as every other', () =>
    withOpen(async ({ system, done }, { decision }) => {
      await done('SettleDecision', { ...settlement, decision });
      await takesAllAgain(system);
      const amended = (await eventsOf(system.store, 'S1')).filter(
        ({ metadata }) => metadata.command.type === 'ConfirmGradeAmendment',
      );
      expect(amended.map(({ metadata }) => metadata.basis?.worked !== undefined)).toEqual(
        amended.map((_event, index) => index === 0),
      );
    }));

  it('is settled by an office that takes such decisions, by name', () =>
    withOpen(async ({ ask }, { decision, settledBy }) => {
      expect(settledBy).toContain('registrar');
      expect(settledBy).not.toContain('student');
      const by = (role: string, id?: string) => ask('SettleDecision', { ...settlement, decision }, { role, id });
      expect(await by('finance', 'F1')).toMatchObject({ code: 'another-office' });
      expect(await by('student', 'S1')).toMatchObject({ code: 'not-authorised' });
      expect(await by('registrar')).toMatchObject({ code: 'person-needed' });
      expect(await by('registrar', 'R2')).toMatchObject({ outcome: 'accepted' });
    }));

  it('is revised by another decision since, and by no earlier one', () =>
    withOpen(async ({ ask, done, show }, { decision }) => {
      const revised = { ...settlement, outcome: 'revised', decision };
      expect(await ask('SettleDecision', revised)).toMatchObject({ code: 'revision-of-outcome' });
      expect(await ask('SettleDecision', { ...revised, revision: decision })).toMatchObject({
        code: 'unknown-revision',
      });
      expect(await ask('SettleDecision', { ...revised, revision: 'no-such' })).toMatchObject({
        code: 'unknown-revision',
      });
      const { commandId: revision } = await done('RecordPayment', { payment: 'P1', cents: 100_00 });
      await done('SettleDecision', { ...revised, revision });
      const all: DecisionToSettleDocument[] = await show('student-decisions-to-settle');
      expect(all.find((each) => each.decision === decision)?.settled).toMatchObject({ as: 'revised', revision });
    }));

  it('is none that no amended grade has put up', () =>
    withOpen(async ({ ask }) =>
      expect(await ask('SettleDecision', { ...settlement, decision: 'no-such' })).toMatchObject({
        code: 'not-to-settle',
      }),
    ));

  it('is settled by the record itself when the grade is put back', () =>
    withOpen(async (story, { decision }) => {
      const { listed } = await amended(story, 'C', 'A2', '2025-08-02');
      expect(listed.decisions.find((each) => each.decision === decision)).toMatchObject({
        before: { outcome: 'refused' },
        after: { outcome: 'accepted' },
        settledBy: [],
      });
      expect(await open(story)).toEqual([]);
      const all: DecisionToSettleDocument[] = await story.show('student-decisions-to-settle');
      expect(all.filter((each) => each.decision === decision).map(({ settled }) => settled?.as)).toEqual([
        'listed-anew',
        'derived',
      ]);
      const { standings } = await story.recordNow();
      expect(standings.map(({ standing }) => standing)).toEqual(['good', 'good']);
    }));

  it('leaves what was known to be seen as known at its time', () =>
    withOpen(async ({ show }) => {
      expect(await show('student-decisions-to-settle', {}, { day: '2025-07-31' })).toEqual([]);
      expect((await show('transcript', {}, { day: '2025-07-31' })).courses[0].grade).toBe('C');
    }));
});

describe('a grade that is better on appeal', () => {
  it('lists what it changes before it is decided, and puts that up to be settled after', async () => {
    const story = await studied('Fail');
    const { ask, clock, done, show } = story;
    try {
      clock.moveTo('2025-01-13');
      await done('AppealAgainstResult', { request: 'A1', course: 'C1', term: '2024-AUT', words: 'a page' }, STUDENT);
      const charge = (await story.recordNow()).account.charges.find(({ kind }) => kind === 'appeal')?.id;
      await done('RecordPayment', { payment: 'P1', cents: 300_00, charge }, FINANCE);
      clock.moveTo('2025-07-02');
      const effects: ResultAppealEffect[] = await show('result-appeal', { appeal: 'A1' });
      expect(effects.map(({ grade }) => grade)).toContain('B');
      expect(effects.map(({ grade }) => grade)).not.toContain('Fail');
      const listed = effects.find(({ grade }) => grade === 'B');
      if (!listed) throw new Error('B');
      const decide = { student: 'S1', request: 'A1', outcome: 'improved', grade: 'B', reason: 'page 7' };
      const preview = listed.preview - 1;
      expect(await ask('DecideResultAppeal', { ...decide, preview })).toMatchObject({ code: 'preview-changed' });
      await done('DecideResultAppeal', { ...decide, preview: listed.preview });
      const settling: DecisionToSettleDocument[] = await show('student-decisions-to-settle');
      expect(settling.map(said)).toEqual(listed.decisions.map(said));
      expect((await open(story)).length).toBeGreaterThan(0);
      expect(await show('result-appeal', { appeal: 'A1' })).toEqual([]);
      await takesAllAgain(story.system);
    } finally {
      await story.system.close();
    }
  });
});
