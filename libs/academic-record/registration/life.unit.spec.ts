import { describe, expect, it } from '@jest/globals';
import { commandOf } from '#commands';
import { packFor, type TermFacts } from '#regulations';
import { foldRecord, type RecordEvent, recordOn, studyOf } from '#student-record';
import { aCourse, aProgramme, aTerm, autumn, spring } from '../../regulations/testing/index.ts';
import { enrol } from '../enrolment/enrol.ts';
import {
  admitted,
  chargedWith,
  deferred,
  enrolledIn,
  given,
  graded,
  items,
  paid,
  withdrawn,
} from '../testing/story.ts';
import { changeProgramme } from './change-programme.ts';
import { deregister, discontinueStudy, LapseRegistration, lapseRegistration } from './end-registration.ts';
import { extendStudyPeriod } from './extend-study-period.ts';
import type { Examinations } from './left-courses.ts';
import { reinstate } from './reinstate.ts';

const asked = { student: 'S1' };
const on = (day: string, facts?: unknown) => ({ on: day, facts });

/** No course over several terms has days of its own. */
const noDays: Examinations = new Map();
const deregistering = (day: string, term?: TermFacts) => on(day, { term, examinations: noDays });

/** A return, with its term from the catalogue. */
const back = (day: string, term?: TermFacts) => on(day, { term });
const by = (authority: string) => [{ authority, reason: 'good reasons' }];

const moved = (
  type: 'RegistrationLapsed' | 'ProgrammeWithdrawn' | 'StudentDeregistered' | 'RegistrationReinstated',
  day: string,
): RecordEvent =>
  ({
    type,
    data: { programme: 'BSC', on: day, recordedOn: day, clause: 'x', since: day, reason: '', term: '' },
  }) as RecordEvent;

/** A term of a later year with the days of the autumn or the spring that the specs know. */
const later = (base: TermFacts, years: number): TermFacts => {
  const year = (day: string) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const first = Number(base.academicYear.slice(0, 4)) + years;
  const both = ([from, to]: readonly [string, string]): [string, string] => [year(from), year(to)];
  return aTerm({
    code: `${base.code}+${years}`,
    academicYear: `${first}/${(first + 1) % 100}`,
    teaching: both(base.teaching),
    examinations: both(base.examinations),
    addDropEnds: year(base.addDropEnds),
    registration: both(base.registration),
  });
};
const summer = aTerm({
  ...later(spring, 0),
  code: '2025-SUM',
  teaching: ['2025-05-19', '2025-08-10'],
  examinations: ['2025-08-15', '2025-08-25'],
  addDropEnds: '2025-06-02',
  registration: ['2025-03-01', '2025-05-18'],
});

describe('the lapse of a registration for distance learning', () => {
  it.each([
    [
      'the end of the term that was left',
      '3cu',
      '3cu/dl/6.4',
      '3cu/gloss/36',
      '2024-12-20',
      '2026-12-20',
      '2026-12-21',
    ],
    ['the withdrawal', '5cu', '5cu/dl/5.4', '5cu/gloss/28', '2024-10-20', '2026-10-20', '2026-10-21'],
  ] as const)(
    'comes 24 months after %s, in %s, when all courses were withdrawn from',
    (_since, regime, clause, isStudent, since, last, day) => {
      const student = given(admitted(regime, 'distance-learning'), enrolledIn('C1'), withdrawn('C1'));
      student.when(lapseRegistration, asked, on(last)).thenRefused('registration-goes-on', clause, isStudent);
      student
        .when(lapseRegistration, asked, on(day))
        .thenEvent('RegistrationLapsed', { programme: 'BSC', on: day, since, clause });
    },
  );

  it('is counted from the day of leaving where the term had not begun by then', () => {
    const leaving = (day: string) =>
      given(admitted('3cu', 'distance-learning'), enrolledIn('C1'), withdrawn('C1', day));
    leaving('2024-09-01').when(lapseRegistration, asked, on('2026-09-01')).thenRefusedBy('3cu/dl/6.4', '3cu/gloss/36');
    leaving('2024-09-01')
      .when(lapseRegistration, asked, on('2026-09-02'))
      .thenEvent('RegistrationLapsed', { since: '2024-09-01' });
    leaving('2024-09-02').when(lapseRegistration, asked, on('2026-09-03')).thenRefusedBy('3cu/dl/6.4', '3cu/gloss/36');
  });

  it('is counted from the end of the last term in which a course was taken, where that is later', () => {
    const student = given(
      admitted('3cu', 'distance-learning'),
      enrolledIn('C1'),
      withdrawn('C1'),
      enrolledIn('C2'),
      graded('C2', 'B'),
    );
    student.when(lapseRegistration, asked, on('2026-12-20')).thenRefusedBy('3cu/dl/6.4', '3cu/gloss/36');
    student
      .when(lapseRegistration, asked, on('2027-02-01'))
      .thenEvent('RegistrationLapsed', { on: '2026-12-21', since: '2024-12-20', recordedOn: '2027-02-01' });
  });

  it('takes effect on the day on which it came about', () => {
    const decision = lapseRegistration.decide(
      foldRecord([admitted('3cu', 'distance-learning')]),
      commandOf(LapseRegistration, asked),
      { facts: undefined, today: '2027-01-01', actor: { role: 'registry' } },
    );
    expect(decision).toMatchObject({ outcome: 'accepted', effectiveOn: '2026-08-02' });
  });

  it('is looked at on an earlier day where one is named, never on a later one', () => {
    const student = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'), withdrawn('C1'));
    student
      .when(lapseRegistration, { ...asked, on: '2026-12-20' }, on('2027-01-01'))
      .thenRefusedBy('3cu/dl/6.4', '3cu/gloss/36');
    student
      .when(lapseRegistration, { ...asked, on: '2026-12-21' }, on('2027-01-01'))
      .thenEvent('RegistrationLapsed', {});
    student.when(lapseRegistration, { ...asked, on: '2027-01-02' }, on('2027-01-01')).thenUnfit('day-to-come');
  });

  it('waits for a course over several terms, and for the end of a deferral', () => {
    given(admitted('3cu', 'distance-learning'), enrolledIn(aCourse('C1', { terms: 3 })))
      .when(lapseRegistration, asked, on('2027-06-01'))
      .thenRefusedBy('3cu/dl/6.4', '3cu/gloss/36');
    const off = given(
      admitted('3cu', 'distance-learning'),
      enrolledIn('C1'),
      deferred('C1', '2024-10-01', '2025-09-01'),
    );
    off.when(lapseRegistration, asked, on('2027-09-01')).thenRefusedBy('3cu/dl/6.4');
    off.when(lapseRegistration, asked, on('2027-09-02')).thenEvent('RegistrationLapsed', {});
  });

  it('does not come twice, and not full-time', () => {
    given(admitted('3cu', 'distance-learning'), moved('RegistrationLapsed', '2026-08-02'))
      .when(lapseRegistration, asked, on('2026-09-01'))
      .thenRefused('registration-ended', 'x');
    given(admitted('3cu', 'full-time')).when(lapseRegistration, asked, on('2030-01-01')).thenUnfit('other-mode');
  });
});

describe('the reinstatement of a lapsed registration', () => {
  const lapsed = given(admitted('3cu', 'distance-learning'), moved('RegistrationLapsed', '2026-08-02'));

  it('is for the Registrar to approve', () => {
    lapsed.when(reinstate, asked, back('2027-01-01')).thenRefused('reinstatement-refused', '3cu/dl/7.1');
    lapsed
      .when(reinstate, { ...asked, approvals: by('registrar') }, back('2027-01-01'))
      .thenEvent('RegistrationReinstated', { programme: 'BSC', on: '2027-01-01', clause: '3cu/dl/7.1' });
    given(admitted('5cu', 'distance-learning'), moved('RegistrationLapsed', '2026-08-02'))
      .when(reinstate, asked, back('2027-01-01'))
      .thenRefusedBy('5cu/dl/6.1');
  });

  it('is not for a programme that was withdrawn from, which is applied for anew', () =>
    given(admitted('3cu', 'distance-learning'), moved('ProgrammeWithdrawn', '2024-10-20'))
      .when(reinstate, { ...asked, approvals: by('registrar') }, back('2024-12-01'))
      .thenRefusedBy('3cu/dl/6.2'));

  it('lets courses be enrolled again, and counts 24 months anew', () => {
    const facts = { course: aCourse('C9'), term: spring, items };
    const enrolment = { student: 'S1', course: 'C9', term: spring.code };
    const gone = given(admitted('3cu', 'distance-learning'), moved('RegistrationLapsed', '2024-09-01'));
    gone.when(enrol, enrolment, { facts, on: '2024-10-01' }).thenRefused('registration-ended', 'x');
    const back = gone.and(moved('RegistrationReinstated', '2024-10-01'));
    back.when(enrol, enrolment, { facts, on: '2024-10-01' }).thenEvent('CourseEnrolled', {});
    back.when(lapseRegistration, asked, on('2026-10-01')).thenRefusedBy('3cu/dl/6.4');
    back.when(lapseRegistration, asked, on('2026-10-02')).thenEvent('RegistrationLapsed', { since: '2024-10-01' });
  });

  it('has nothing to do while a registration goes on', () =>
    given(admitted('3cu', 'distance-learning'))
      .when(reinstate, asked, back('2024-10-01'))
      .thenUnfit('registration-goes-on'));
});

describe('the return to full-time study', () => {
  const gone = (regime: '3cu' | '5cu') =>
    given(admitted(regime, 'full-time'), enrolledIn('C1'), withdrawn('C1'), moved('ProgrammeWithdrawn', '2024-10-20'));
  const returning = (term: TermFacts) => ({ ...asked, term: term.code, approvals: by('university') });

  it.each(['3cu', '5cu'] as const)('is asked for within two weeks of teaching, in %s', (regime) => {
    const term = later(autumn, 1);
    gone(regime).when(reinstate, returning(term), back('2025-09-16', term)).thenEvent('RegistrationReinstated', {});
    gone(regime).when(reinstate, returning(term), back('2025-09-17', term)).thenRefusedBy(`${regime}/ug/5.2`);
  });

  it.each([
    ['3cu', '3cu/gloss/38'],
    ['5cu', '5cu/gloss/2'],
  ] as const)('misses three terms at most, in %s', (regime, year) => {
    const [last, tooLate] = [later(spring, 1), aTerm({ ...later(summer, 1), academicYear: '2025/26' })];
    gone(regime).when(reinstate, returning(last), back('2026-01-05', last)).thenEvent('RegistrationReinstated', {});
    gone(regime)
      .when(reinstate, returning(tooLate), back('2026-05-01', tooLate))
      .thenRefusedBy(`${regime}/ug/5.2`, year);
  });

  it.each([
    ['3cu', '3cu/gloss/38'],
    ['5cu', '5cu/gloss/2'],
  ] as const)('misses no term before that in which the registration ended, in %s', (regime, year) => {
    // Taught in autumn, spring over, deregistered in the autumn of the next year: that year may be missed.
    const endedIn = (day: string) =>
      given(admitted(regime, 'full-time'), enrolledIn('C1'), moved('StudentDeregistered', day));
    const [last, tooLate] = [later(autumn, 2), later(spring, 2)];
    endedIn('2025-09-01')
      .when(reinstate, returning(last), back('2026-08-20', last))
      .thenEvent('RegistrationReinstated', {});
    endedIn('2025-09-01')
      .when(reinstate, returning(tooLate), back('2026-12-20', tooLate))
      .thenRefusedBy(`${regime}/ug/5.2`, year);
    endedIn('2025-08-31')
      .when(reinstate, returning(last), back('2026-08-20', last))
      .thenRefusedBy(`${regime}/ug/5.2`, year);
  });

  it('is open to who was deregistered, and names its term and its approval', () => {
    const term = later(autumn, 1);
    const deregistered = given(
      admitted('3cu', 'full-time'),
      enrolledIn('C1'),
      moved('StudentDeregistered', '2025-01-28'),
    );
    deregistered
      .when(reinstate, returning(term), back('2025-08-01', term))
      .thenEvent('RegistrationReinstated', { term: term.code });
    deregistered
      .when(reinstate, { ...asked, approvals: by('university') }, back('2025-08-01'))
      .thenRefusedBy('3cu/ug/5.2');
    deregistered.when(reinstate, { ...asked, term: term.code }, back('2025-08-01', term)).thenRefusedBy('3cu/ug/5.2');
    deregistered.when(reinstate, returning(term), back('2025-08-01')).thenUnfit('unknown-term');
  });
});

describe('an end that has come about and is not recorded', () => {
  const asking = (term: TermFacts) => ({ student: 'S1', course: 'C9', term: term.code });
  const facts = (term: TermFacts) => ({ course: aCourse('C9'), term, items });

  it.each([
    ['3cu', '3cu/dl/6.4'],
    ['5cu', '5cu/dl/5.4'],
  ] as const)('refuses enrolment from the day of a lapse, in %s', (regime, clause) => {
    const term = { ...later(autumn, 2), registration: ['2026-03-01', '2026-12-01'] as [string, string] };
    const student = given(admitted(regime, 'distance-learning'), enrolledIn('C1'), withdrawn('C1', '2024-09-01'));
    student.when(enrol, asking(term), { facts: facts(term), on: '2026-09-01' }).thenEvent('CourseEnrolled', {});
    student
      .when(enrol, asking(term), { facts: facts(term), on: '2026-09-02' })
      .thenRefused('registration-ended', clause);
  });

  it.each(['3cu', '5cu'] as const)('refuses enrolment from the day on which entry was missed, in %s', (regime) => {
    const student = given(admitted(regime, 'full-time'));
    student.when(enrol, asking(spring), { facts: facts(spring), on: '2024-09-16' }).thenEvent('CourseEnrolled', {});
    student
      .when(enrol, asking(spring), { facts: facts(spring), on: '2024-09-17' })
      .thenRefused('registration-ended', `${regime}/ug/2.3`);
  });
});

it.each(['3cu', '5cu'] as const)('a place that was given up at entry is not returned to, in %s', (regime) => {
  const term = later(autumn, 1);
  given(admitted(regime, 'full-time'), moved('StudentDeregistered', '2024-09-17'))
    .when(reinstate, { ...asked, term: term.code, approvals: by('university') }, back('2025-08-20', term))
    .thenRefusedBy(`${regime}/ug/5.2`);
});

it.each([
  ['a lapse', lapseRegistration, 'distance-learning', autumn, '2025-01-05'],
  ['a discontinuation', discontinueStudy, 'full-time', autumn, '2026-01-05'],
  ['a deregistration', deregister, 'full-time', autumn, '2024-09-16'],
] as const)('%s before its day leaves nothing that an override could record', (_name, useCase, mode, term, day) => {
  const record = foldRecord([admitted('3cu', mode)]);
  const decision = (useCase as typeof deregister).decide(
    record,
    commandOf((useCase as typeof deregister).command, { ...asked, term: term.code }),
    { facts: { term, examinations: noDays }, today: day, actor: { role: 'registrar' } },
  );
  expect(decision).toMatchObject({ outcome: 'refused', code: 'registration-goes-on' });
  expect(decision).not.toHaveProperty('events');
});

describe('study beyond the longest period', () => {
  it.each([
    ['3cu', ['3cu/ug/7.2', '3cu/bach/5.1', '3cu/gloss/22']],
    ['5cu', ['5cu/ug/7.2']],
  ] as const)('is over when year N + 2 is, in %s', (regime, clauses) => {
    const student = given(admitted(regime, 'full-time'), enrolledIn('C1'), graded('C1', 'C'));
    student.when(discontinueStudy, asked, on('2030-08-31', noDays)).thenRefused('registration-goes-on', ...clauses);
    student
      .when(discontinueStudy, asked, on('2030-09-01', noDays))
      .thenEvent('RegistrationDiscontinued', { on: '2030-09-01', years: 6, clause: `${regime}/ug/7.3` });
  });

  it('waits for the results of what was taken within it', () =>
    given(admitted('3cu', 'full-time'), enrolledIn('C1'))
      .when(discontinueStudy, asked, on('2030-09-01', noDays))
      .thenRefusedBy('3cu/ug/7.3', '3cu/ug/11.5.2'));

  it('is extended on the authority of the Senate, by so many years', () => {
    const student = given(admitted('3cu', 'full-time'));
    const extending = { ...asked, years: 1 };
    student.when(extendStudyPeriod, extending, on('2030-03-01')).thenRefused('extension-refused', '3cu/ug/7.2');
    student
      .when(extendStudyPeriod, { ...extending, approvals: by('school') }, on('2030-03-01'))
      .thenRefusedBy('3cu/ug/7.2');
    const extension = {
      programme: 'BSC',
      years: 1,
      authority: 'senate',
      clause: '3cu/ug/7.2',
      reason: 'good reasons',
      on: '2030-03-01',
    };
    student
      .when(extendStudyPeriod, { ...extending, approvals: by('senate') }, on('2030-03-01'))
      .thenEvent('StudyPeriodExtended', { extension });
    const longer = student.and({ type: 'StudyPeriodExtended', data: { extension } });
    longer
      .when(discontinueStudy, asked, on('2031-08-31', noDays))
      .thenRefusedBy('3cu/ug/7.2', '3cu/bach/5.1', '3cu/gloss/22');
    longer.when(discontinueStudy, asked, on('2031-09-01', noDays)).thenEvent('RegistrationDiscontinued', { years: 7 });
  });

  it('lets a term of the year that was granted be enrolled for, and none later', () => {
    const extension = { programme: 'BSC', years: 1, authority: 'senate', clause: 'x', reason: 'r', on: '2030-03-01' };
    const student = given(admitted('3cu', 'full-time'), enrolledIn('C1'), withdrawn('C1'));
    const taking = (years: number) => {
      const term = later(autumn, years);
      const load = by('school');
      return [
        enrol,
        { student: 'S1', course: 'C9', term: term.code, approvals: load },
        { facts: { course: aCourse('C9'), term, items: [] }, on: term.registration[1] },
      ] as const;
    };
    student.when(...taking(6)).thenRefusedBy('3cu/ug/7.3', '3cu/ug/11.5.2');
    const longer = student.and({ type: 'StudyPeriodExtended', data: { extension } });
    longer.when(...taking(6)).thenEvent('CourseEnrolled', {});
    longer.when(...taking(7)).thenRefusedBy('3cu/ug/7.3', '3cu/ug/11.5.2');
  });

  it('is not known to distance learning', () => {
    const student = given(admitted('3cu', 'distance-learning'));
    student.when(discontinueStudy, asked, on('2040-01-01', noDays)).thenUnfit('other-mode');
    student
      .when(extendStudyPeriod, { ...asked, years: 1, approvals: by('senate') }, on('2040-01-01'))
      .thenUnfit('other-mode');
  });
});

describe('a term that a full-time student did not register for', () => {
  const inTerm = (term: TermFacts) => ({ ...asked, term: term.code });

  it.each([
    ['3cu', autumn, '3cu/ug/2.3'],
    ['5cu', autumn, '5cu/ug/2.3'],
    ['3cu', spring, '3cu/ug/3.4'],
    ['5cu', spring, '5cu/ug/3.4'],
  ] as const)('ends study once its courses can no longer be added: %s, %j', (regime, term, clause) => {
    const student = given(admitted(regime, 'full-time'));
    const [last, next] = term === autumn ? ['2024-09-16', '2024-09-17'] : ['2025-01-27', '2025-01-28'];
    student.when(deregister, inTerm(term), deregistering(last, term)).thenRefused('registration-goes-on', clause);
    student
      .when(deregister, inTerm(term), deregistering(next, term))
      .thenEvent('StudentDeregistered', { programme: 'BSC', on: next, term: term.code, clause });
  });

  it('was registered for by taking a course of it, though it was left with a W', () => {
    const student = given(admitted('3cu', 'full-time'), enrolledIn('C1'), withdrawn('C1'));
    student.when(deregister, inTerm(autumn), deregistering('2024-12-01', autumn)).thenRefusedBy('3cu/ug/3.1');
  });

  it('is registered for by a deferral, and by a course over several terms', () => {
    given(admitted('3cu', 'full-time'), enrolledIn('C1'), deferred('C1', '2024-10-01', '2025-09-01'))
      .when(deregister, inTerm(spring), deregistering('2025-02-01', spring))
      .thenRefusedBy('3cu/ug/4.1');
    given(admitted('3cu', 'full-time'), enrolledIn(aCourse('C1', { terms: 2 })))
      .when(deregister, inTerm(spring), deregistering('2025-02-01', spring))
      .thenRefusedBy('3cu/ug/3.4');
  });

  it('is not registered for by a course of a later term', () => {
    const ahead = { ...enrolledIn('C1') } as Extract<RecordEvent, { type: 'CourseEnrolled' }>;
    const student = given(admitted('3cu', 'full-time'), { ...ahead, data: { ...ahead.data, term: spring } });
    student
      .when(deregister, inTerm(autumn), deregistering('2024-09-17', autumn))
      .thenEvents(
        { type: 'CourseDropped', data: { course: 'C1', term: spring.code } },
        { type: 'StudentDeregistered', data: { clause: '3cu/ug/2.3' } },
      );
    student.when(deregister, inTerm(spring), deregistering('2025-01-28', spring)).thenRefusedBy('3cu/ug/3.4');
  });

  it('is registered for by a deferral that still runs on the last day of adding courses, by no shorter one', () => {
    const off = (until: string) => given(admitted('5cu', 'full-time'), deferred('C1', '2024-08-20', until));
    off('2024-09-16')
      .when(deregister, inTerm(autumn), deregistering('2024-09-17', autumn))
      .thenEvent('StudentDeregistered', { clause: '5cu/ug/2.3' });
    off('2024-09-17').when(deregister, inTerm(autumn), deregistering('2024-09-17', autumn)).thenRefusedBy('5cu/ug/4.1');
  });

  it.each(['3cu', '5cu'] as const)('is none before that of a return, in %s', (regime) => {
    const gone = given(admitted(regime, 'full-time'), enrolledIn('C1'), moved('ProgrammeWithdrawn', '2024-10-20'));
    const term = later(spring, 1);
    const data = { programme: 'BSC', on: '2025-08-20', recordedOn: '2025-08-20', clause: 'x', reason: '' };
    const asking = { ...asked, term: term.code, approvals: by('registrar') };
    gone
      .when(reinstate, asking, back('2025-08-20', term))
      .thenEvent('RegistrationReinstated', { studyFrom: term.teaching[0] });
    const returned = gone.and({
      type: 'RegistrationReinstated',
      data: { ...data, term: term.code, studyFrom: term.teaching[0] },
    });
    const missed = later(autumn, 1);
    returned.when(deregister, inTerm(missed), deregistering('2025-10-01', missed)).thenRefusedBy(`${regime}/ug/3.4`);
    returned
      .when(deregister, inTerm(term), deregistering('2026-02-01', term))
      .thenEvent('StudentDeregistered', { clause: `${regime}/ug/3.4` });
  });

  it('is not the third of a year, nor one before entry', () => {
    const student = given(admitted('3cu', 'full-time'));
    student.when(deregister, inTerm(summer), deregistering('2025-07-01', summer)).thenRefusedBy('3cu/ug/3.4');
    const before = later(spring, -1);
    student.when(deregister, inTerm(before), deregistering('2024-10-01', before)).thenRefusedBy('3cu/ug/3.4');
  });

  it('has to be in the calendar, and full-time', () => {
    given(admitted('3cu', 'full-time'))
      .when(deregister, inTerm(spring), deregistering('2025-02-01'))
      .thenUnfit('unknown-term');
    given(admitted('3cu', 'distance-learning'))
      .when(deregister, inTerm(spring), deregistering('2025-02-01', spring))
      .thenUnfit('other-mode');
  });
});

describe('a change of programme', () => {
  const to = (regime: '3cu' | '5cu', mode: 'distance-learning' | 'full-time', entryRequirements = false) =>
    aProgramme(regime, mode, { code: 'BA', requirements: { entryRequirements } });
  const changing = { ...asked, to: 'BA', term: 'T', approvals: by('school') };

  it.each([
    ['3cu', '3cu/dl/8.1'],
    ['5cu', '5cu/dl/7.1'],
  ] as const)('takes effect in the next term in distance learning, %s', (regime, clause) => {
    const student = given(admitted(regime, 'distance-learning'));
    const facts = { to: to(regime, 'distance-learning'), term: spring };
    student.when(changeProgramme, changing, on('2025-01-12', facts)).thenEvent('ProgrammeChanged', {
      change: { from: 'BSC', effectiveOn: '2025-01-13', approvedOn: '2025-01-12', clause },
    });
    student.when(changeProgramme, changing, on('2025-01-13', facts)).thenRefused('change-refused', clause);
  });

  it.each(['3cu', '5cu'] as const)('takes effect in the next academic year full-time, %s', (regime) => {
    const student = given(admitted(regime, 'full-time'));
    const facts = (term: TermFacts) => ({ to: to(regime, 'full-time'), term });
    student.when(changeProgramme, changing, on('2024-10-01', facts(spring))).thenRefusedBy(`${regime}/ug/8.1`);
    student
      .when(changeProgramme, changing, on('2025-08-31', facts(later(autumn, 1))))
      .thenEvent('ProgrammeChanged', { change: { effectiveOn: '2025-09-02' } });
    student
      .when(changeProgramme, changing, on('2025-09-01', facts(later(autumn, 1))))
      .thenRefusedBy(`${regime}/ug/8.1`);
    const stated = { ...changing, approvals: [...by('school'), ...by('university')] };
    student.when(changeProgramme, stated, on('2024-10-01', facts(spring))).thenEvent('ProgrammeChanged', {});
  });

  it.each([
    ['3cu', 'distance-learning', '3cu/dl/8.1'],
    ['5cu', 'distance-learning', '5cu/dl/7.1'],
    ['3cu', 'full-time', '3cu/ug/8.1'],
    ['5cu', 'full-time', '5cu/ug/8.1'],
  ] as const)(
    'takes effect in the next one, not after it, unless the University states so: %s %s',
    (regime, mode, clause) => {
      const student = given(admitted(regime, mode));
      const next = mode === 'full-time' ? later(autumn, 1) : spring;
      const facts = (term: TermFacts) => ({ to: to(regime, mode), term });
      const beyond = on('2024-10-01', facts(later(next, 1)));
      student.when(changeProgramme, changing, on('2024-10-01', facts(next))).thenEvent('ProgrammeChanged', {});
      student.when(changeProgramme, changing, beyond).thenRefused('change-refused', clause);
      const stated = { ...changing, approvals: [...by('school'), ...by('university')] };
      student.when(changeProgramme, stated, beyond).thenEvent('ProgrammeChanged', {});
    },
  );

  it('in distance learning may pass over the third term of a year, and no other', () => {
    const student = given(admitted('3cu', 'distance-learning'));
    const facts = { to: to('3cu', 'distance-learning'), term: later(autumn, 1) };
    student.when(changeProgramme, changing, on('2025-02-01', facts)).thenEvent('ProgrammeChanged', {});
    student.when(changeProgramme, changing, on('2024-12-31', facts)).thenRefused('change-refused', '3cu/dl/8.1');
  });

  it('is for the School to decide', () =>
    given(admitted('3cu', 'full-time'))
      .when(
        changeProgramme,
        { ...changing, approvals: [] },
        on('2025-03-01', { to: to('3cu', 'full-time'), term: later(autumn, 1) }),
      )
      .thenRefusedBy('3cu/ug/8.1'));

  it.each([
    ['3cu', '3cu/dl/8.2'],
    ['5cu', '5cu/dl/7.2'],
  ] as const)('to a programme with entry requirements takes the fee, except of graduates: %s', (regime, clause) => {
    const student = given(admitted(regime, 'distance-learning'));
    const other = to(regime, 'distance-learning', true);
    const unset = { to: other, term: spring };
    student.when(changeProgramme, changing, on('2024-10-01', unset)).thenEvent('ProgrammeChanged', {});
    const set = { kind: 'application', regime, mode: 'distance-learning', cents: 100, per: 'once', from: '2022-09-01' };
    const facts = { ...unset, schedule: [set] };
    student.when(changeProgramme, changing, on('2024-10-01', facts)).thenRefusedBy(clause);
    const charged = student.and(
      chargedWith('F', 100, '2024-10-01', { kind: 'application', programme: other.code, on: '2024-09-30' }),
    );
    charged.when(changeProgramme, changing, on('2024-10-01', facts)).thenRefusedBy(clause);
    charged
      .and(paid('P', 100, '2024-10-01'))
      .when(changeProgramme, changing, on('2024-10-01', facts))
      .thenEvent('ProgrammeChanged', {});
    student
      .and({
        type: 'GraduationRecorded',
        data: { graduation: { of: 'lipace-higher-diploma', evidence: 'Diploma', recordedOn: '2024-09-01' } },
      })
      .when(changeProgramme, changing, on('2024-10-01', facts))
      .thenEvent('ProgrammeChanged', {});
  });

  it('does not cross over to other regulations or another mode, or to where one is', () => {
    const student = given(admitted('3cu', 'distance-learning'));
    const facts = (other: ReturnType<typeof to>) => on('2024-10-01', { to: other, term: spring });
    student.when(changeProgramme, changing, facts(to('5cu', 'distance-learning'))).thenUnfit('new-admission-needed');
    student.when(changeProgramme, changing, facts(to('3cu', 'full-time'))).thenUnfit('new-admission-needed');
    student
      .when(changeProgramme, changing, facts(aProgramme('3cu', 'distance-learning')))
      .thenUnfit('already-on-programme');
    student.when(changeProgramme, changing, on('2024-10-01', { term: spring })).thenUnfit('unknown-programme');
  });

  const change = {
    from: 'BSC',
    to: to('3cu', 'distance-learning'),
    term: spring.code,
    approvedOn: '2024-11-01',
    effectiveOn: '2025-01-13',
    clause: '3cu/dl/8.1',
  };
  const events: RecordEvent[] = [
    admitted('3cu', 'distance-learning'),
    enrolledIn('C1'),
    { type: 'ProgrammeChanged', data: { change } },
  ];

  it('is made once', () =>
    given(...events)
      .when(
        changeProgramme,
        { ...changing, to: 'BBA' },
        on('2024-12-01', { to: aProgramme('3cu', 'distance-learning', { code: 'BBA' }), term: spring }),
      )
      .thenUnfit('change-under-way'));

  it('turns the record on its day: courses go along and the years of study go on', () => {
    const at = (day: string) => {
      const record = recordOn(foldRecord(events), day);
      const [registration] = record.registrations;
      if (!registration) throw new Error('no registration');
      const study = studyOf(record, registration);
      const { status } = packFor('3cu').registration.status(study, day);
      return [registration.programme.code, registration.entryTerm.code, record.attempts[0]?.programme, status];
    };
    expect(at('2025-01-12')).toEqual(['BSC', autumn.code, 'BSC', 'registered']);
    expect(at('2025-01-13')).toEqual(['BA', autumn.code, 'BA', 'registered']);
  });

  it('takes along the years that were granted and what is read elsewhere with approval', () => {
    const granted: RecordEvent[] = [
      {
        type: 'StudyPeriodExtended',
        data: {
          extension: { programme: 'BSC', years: 1, authority: 'senate', clause: 'x', reason: 'ill', on: '2024-09-01' },
        },
      },
      {
        type: 'ProgrammeElsewhereApproved',
        data: {
          elsewhere: {
            programme: 'BSC',
            institution: 'City College',
            title: 'Accounting',
            from: '2024-09-01',
            approvedOn: '2024-08-20',
            on: '2024-08-20',
          },
        },
      },
    ];
    const record = recordOn(foldRecord([...events, ...granted]), '2025-01-13');
    const study = studyOf(record, record.registrations[0]!);
    expect([study.extensions?.length, study.elsewhere?.length]).toEqual([1, 1]);
  });

  it('does not take place where the programme is left before', () => {
    const left = foldRecord([...events, moved('ProgrammeWithdrawn', '2024-11-20')]);
    expect(recordOn(left, '2025-02-01').registrations.map(({ programme }) => programme.code)).toEqual(['BSC']);
  });
});
