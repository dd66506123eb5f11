import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandOf } from '#commands';
import { daysBetween, plusDays } from '#kernel';
import { foldRecord, type RecordEvent } from '#student-record';
import { aCourse, spring } from '../../regulations/testing/index.ts';
import { admit } from '../admission/admit.ts';
import { enrol } from '../enrolment/enrol.ts';
import { admitted, deferred, enrolledIn, given, graded, items, programme, term, withdrawn } from '../testing/story.ts';
import { WithdrawFromProgramme, withdrawFromProgramme } from './withdraw-from-programme.ts';

const none = new Map<string, readonly [string, string]>();
const asked = { student: 'S1', reason: 'a job abroad' };
const on = (day: string, facts: ReadonlyMap<string, readonly [string, string]> = none) => ({ on: day, facts });

/** The courses and the programme that a withdrawal on a day leaves, by the types of its events. */
function left(events: readonly RecordEvent[], day: string) {
  const decision = withdrawFromProgramme.decide(foldRecord(events), commandOf(WithdrawFromProgramme, asked), {
    facts: none,
    today: day,
    actor: { role: 'student', id: 'S1' },
  });
  return decision.events?.map(({ type, data }) => [type, (data as { course?: string }).course ?? '']);
}

const inSpring = (course: string): RecordEvent => ({
  type: 'CourseEnrolled',
  data: { programme: 'BSC', course: aCourse(course), term: spring, items: [], on: '2024-09-20' },
});

describe('withdrawing from a programme', () => {
  it.each([
    ['3cu', 'distance-learning', '3cu/dl/6.1'],
    ['3cu', 'full-time', '3cu/ug/5.1'],
    ['5cu', 'distance-learning', '5cu/dl/5.1'],
    ['5cu', 'full-time', '5cu/ug/5.1'],
  ] as const)('is in time 14 days before the examinations and late the day after, %s in %s', (regime, mode, clause) => {
    const student = given(admitted(regime, mode), enrolledIn('COMP2010'));
    student
      .when(withdrawFromProgramme, asked, on('2024-11-25'))
      .thenLastEvent('ProgrammeWithdrawn', { programme: 'BSC', on: '2024-11-25', clause, reason: 'a job abroad' });
    student.when(withdrawFromProgramme, asked, on('2024-11-26')).thenRefusedBy(clause);
  });

  it('leaves every course under way with a W, whatever load remains', () =>
    expect(left([admitted('3cu', 'full-time'), enrolledIn('C1'), enrolledIn('C2')], '2024-10-20')).toEqual([
      ['CourseWithdrawn', 'C1'],
      ['CourseWithdrawn', 'C2'],
      ['ProgrammeWithdrawn', ''],
    ]));

  it('full-time drops what is in its add/drop period, up to the last day of it', () => {
    const events = [admitted('5cu', 'full-time'), enrolledIn('C1'), inSpring('C2')];
    expect(left(events, '2024-09-16')?.map(([type]) => type)).toEqual([
      'CourseDropped',
      'CourseDropped',
      'ProgrammeWithdrawn',
    ]);
    expect(left(events, '2024-09-17')?.map(([type]) => type)).toEqual([
      'CourseWithdrawn',
      'CourseDropped',
      'ProgrammeWithdrawn',
    ]);
  });

  it('in distance learning leaves a W even before teaching', () =>
    expect(left([admitted('3cu', 'distance-learning'), enrolledIn('C1')], '2024-08-25')).toEqual([
      ['CourseWithdrawn', 'C1'],
      ['ProgrammeWithdrawn', ''],
    ]));

  it('leaves alone what has its result, was left before or is put off', () =>
    expect(
      left(
        [
          admitted('3cu', 'distance-learning'),
          enrolledIn('C1'),
          graded('C1', 'B'),
          enrolledIn('C2'),
          withdrawn('C2'),
          inSpring('C3'),
        ],
        '2025-01-12',
      ),
    ).toEqual([
      ['CourseWithdrawn', 'C3'],
      ['ProgrammeWithdrawn', ''],
    ]));

  it('is open again when the examinations are over, and their results are waited for', () => {
    const events = [admitted('3cu', 'full-time'), enrolledIn('C1')];
    given(...events)
      .when(withdrawFromProgramme, asked, on('2024-12-20'))
      .thenRefusedBy('3cu/ug/5.1');
    expect(left(events, '2024-12-21')).toEqual([['ProgrammeWithdrawn', '']]);
  });

  it('is held up by the nearer of two terms', () => {
    const events = [admitted('3cu', 'distance-learning'), enrolledIn('C1'), inSpring('C2')];
    given(...events)
      .when(withdrawFromProgramme, asked, on('2024-11-26'))
      .thenRefusedBy('3cu/dl/6.1');
  });

  it('of a course over several terms has no last day until its examination days are set', () => {
    const long = aCourse('C1', { terms: 2 });
    const student = given(admitted('3cu', 'distance-learning'), enrolledIn(long));
    student.when(withdrawFromProgramme, asked, on('2024-11-30')).thenLastEvent('ProgrammeWithdrawn', {});
    const set = new Map([[`C1@${term.code}`, ['2025-05-05', '2025-05-20'] as const]]);
    student.when(withdrawFromProgramme, asked, on('2025-04-21', set)).thenLastEvent('ProgrammeWithdrawn', {});
    student.when(withdrawFromProgramme, asked, on('2025-04-22', set)).thenRefusedBy('3cu/dl/6.1');
  });

  it.each(['3cu', '5cu'] as const)('takes no account of the examination of what is dropped, %s', (regime) => {
    const late = { ...term, teaching: ['2024-11-16', '2024-12-06'] as const };
    const story = (addDropEnds: string) => {
      const events = [admitted(regime, 'full-time'), enrolledIn('C1')].map((event) =>
        event.type === 'CourseEnrolled' ? { ...event, data: { ...event.data, term: { ...late, addDropEnds } } } : event,
      );
      return given(...(events as RecordEvent[])).when(withdrawFromProgramme, asked, on('2024-11-30'));
    };
    story('2024-11-30').thenLastEvent('ProgrammeWithdrawn', {});
    story('2024-11-29').thenRefusedBy(`${regime}/ug/5.1`);
  });

  it.each([
    ['3cu', 'distance-learning'],
    ['3cu', 'full-time'],
    ['5cu', 'distance-learning'],
    ['5cu', 'full-time'],
  ] as const)('withdraws from what is put off too, without a last day, %s %s', (regime, mode) => {
    const off = [admitted(regime, mode), enrolledIn('C1'), deferred('C1', '2024-10-01', '2025-09-01')];
    expect(left(off, '2024-12-01')).toEqual([
      ['CourseWithdrawn', 'C1'],
      ['ProgrammeWithdrawn', ''],
    ]);
  });

  it('that is in time is so on any day before, while the same courses are under way', () => {
    const first = '2024-08-21';
    const last = daysBetween(first, term.examinations[1]);
    const allowed = (regime: '3cu' | '5cu', mode: 'distance-learning' | 'full-time', day: number) => {
      const record = foldRecord([admitted(regime, mode), enrolledIn('C1'), enrolledIn('C2')]);
      const command = commandOf(WithdrawFromProgramme, asked);
      const context = { facts: none, today: plusDays(first, day), actor: { role: 'registrar' } };
      const decided = withdrawFromProgramme.decide(record, command, context);
      expect(withdrawFromProgramme.decide(record, command, context)).toEqual(decided);
      return decided.outcome === 'accepted';
    };
    fc.assert(
      fc.property(
        fc.constantFrom('3cu', '5cu'),
        fc.constantFrom('distance-learning', 'full-time'),
        fc.nat(last),
        fc.nat(last),
        (regime, mode, one, other) =>
          !allowed(regime, mode, Math.max(one, other)) || allowed(regime, mode, Math.min(one, other)),
      ),
    );
  });

  it('does not fit a person without a record', () =>
    given().when(withdrawFromProgramme, asked, on('2024-10-01')).thenUnfit('unknown-student'));
});

describe('after a withdrawal from the programme', () => {
  const gone = (regime: '3cu' | '5cu', mode: 'distance-learning' | 'full-time') =>
    given(admitted(regime, mode), {
      type: 'ProgrammeWithdrawn',
      data: { programme: 'BSC', on: '2024-10-20', recordedOn: '2024-10-20', clause: `${regime}/x`, reason: '' },
    });
  const facts = { course: aCourse('C9'), term: spring, items };
  const enrolment = { student: 'S1', course: 'C9', term: spring.code };

  it.each([
    ['3cu', 'distance-learning'],
    ['5cu', 'full-time'],
  ] as const)('nothing is enrolled on it, %s in %s', (regime, mode) =>
    gone(regime, mode)
      .when(enrol, enrolment, { facts, on: '2024-10-20' })
      .thenRefused('registration-ended', `${regime}/x`),
  );

  it('a second one has nothing to leave', () =>
    gone('3cu', 'full-time')
      .when(withdrawFromProgramme, asked, on('2024-10-21'))
      .thenRefused('registration-ended', '3cu/x'));

  it('another programme that goes on is meant where none is named', () =>
    gone('3cu', 'distance-learning')
      .and(admitted('3cu', 'distance-learning', 'BA'))
      .when(enrol, enrolment, { facts, on: '2024-10-20' })
      .thenEvent('CourseEnrolled', { programme: 'BA' }));

  it('a distance learner applies anew as anybody does, a full-time student with approval', () => {
    const admission = { student: 'S1', programme: 'BSC', term: spring.code };
    const of = (mode: 'distance-learning' | 'full-time') => ({
      facts: { programme: programme('3cu', mode), term: spring, lacking: [] },
      on: '2024-11-20',
    });
    gone('3cu', 'distance-learning').when(admit, admission, of('distance-learning')).thenEvent('StudentAdmitted', {});
    const fullTime = gone('3cu', 'full-time');
    fullTime.when(admit, admission, of('full-time')).thenRefusedBy('3cu/ug/2.5');
    const approval = { authority: 'university', reason: 'a place is free' };
    fullTime.when(admit, { ...admission, approval }, of('full-time')).thenEvent('StudentAdmitted', {});
  });

  it('readmitted, the student enrols again', () =>
    gone('3cu', 'distance-learning')
      .and({
        ...admitted('3cu', 'distance-learning'),
        data: {
          student: 'S1',
          registration: {
            programme: programme('3cu', 'distance-learning'),
            entryTerm: spring,
            admittedOn: '2024-11-20',
          },
        },
      } as RecordEvent)
      .when(enrol, enrolment, { facts, on: '2024-11-21' })
      .thenEvent('CourseEnrolled', { programme: 'BSC' }));

  it('a deferral that was to come puts nothing off', () =>
    gone('3cu', 'full-time')
      .and(deferred('C9', '2025-01-13', '2025-09-01'))
      .when(enrol, enrolment, { facts, on: '2025-01-14' })
      .thenRefused('registration-ended', '3cu/x'));
});
