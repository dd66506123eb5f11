import { describe, it } from '@jest/globals';
import { aCourse } from '../../regulations/testing/index.ts';
import { markAssignment } from '../assessment/mark-assignment.ts';
import { recordGrade } from '../assessment/record-grade.ts';
import { submitAssignment } from '../assessment/submit-assignment.ts';
import { admitted, deferred, enrolledIn, given, graded, submitted, term } from '../testing/story.ts';
import { defer } from './defer.ts';

const asked = { student: 'S1', ground: 'compassionate', from: '2024-10-01', until: '2025-09-01' };
const on = { on: '2024-09-25' };

describe.each([
  ['3cu', '3cu/dl/5.2(a)', '3cu/dl/5.4'],
  ['5cu', '5cu/dl/4.2(unnumbered)', '5cu/dl/4.4'],
] as const)('deferring studies in distance learning, %s', (regime, certificate, length) => {
  const studying = given(admitted(regime, 'distance-learning'), enrolledIn('C1'), enrolledIn('C2'));

  it('covers what is being taken', () =>
    studying.when(defer, asked, on).thenEvent('StudiesDeferred', {
      deferral: { ground: 'compassionate', covers: ['C1@2024-AUT', 'C2@2024-AUT'], approvedOn: '2024-09-25' },
    }));

  it('may cover some courses only', () =>
    studying
      .when(defer, { ...asked, courses: ['C2'] }, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C2@2024-AUT'] } }));

  it('for illness needs a certificate', () => {
    studying.when(defer, { ...asked, ground: 'illness' }, on).thenRefusedBy(certificate);
    studying
      .when(defer, { ...asked, ground: 'illness', certificate: true }, on)
      .thenEvent('StudiesDeferred', { deferral: { ground: 'illness' } });
  });

  it('lasts a year at most, unless the registrar allows more', () => {
    studying.when(defer, { ...asked, until: '2025-10-01' }, on).thenEvent('StudiesDeferred', { deferral: {} });
    studying.when(defer, { ...asked, until: '2025-10-02' }, on).thenRefusedBy(length);
    studying
      .when(
        defer,
        { ...asked, until: '2025-10-02', approvals: [{ authority: 'registrar', reason: 'long illness' }] },
        on,
      )
      .thenEvent('StudiesDeferred', { deferral: { until: '2025-10-02' } });
  });
});

describe.each([
  ['3cu', 'distance-learning', '3cu/dl/5.3', '3cu/dl/5.4'],
  ['3cu', 'full-time', '3cu/ug/4.3', '3cu/ug/4.4'],
  ['5cu', 'distance-learning', '5cu/dl/4.3', '5cu/dl/4.4'],
  ['5cu', 'full-time', '5cu/ug/4.3', '5cu/ug/4.4'],
] as const)('the time of a deferral, %s %s', (regime, mode, untilApproved, length) => {
  const studying = given(admitted(regime, mode), enrolledIn('C1'));

  it('begins today at the earliest, or on the earlier day of the approval of the University', () => {
    studying.when(defer, { ...asked, from: '2024-09-25' }, on).thenEvent('StudiesDeferred', { deferral: {} });
    const past = { ...asked, from: '2024-09-24' };
    studying.when(defer, past, on).thenRefusedBy(untilApproved);
    const approved = (authority: string, day: string) => ({
      ...past,
      approvals: [{ authority, reason: 'notice of approval', on: day }],
    });
    studying
      .when(defer, approved('university', '2024-09-24'), on)
      .thenEvent('StudiesDeferred', { deferral: { from: '2024-09-24', approvedOn: '2024-09-24' } });
    studying.when(defer, approved('university', '2024-09-25'), on).thenRefusedBy(untilApproved);
    studying.when(defer, approved('registrar', '2024-09-24'), on).thenRefusedBy(untilApproved);
  });

  it('is added to the one that it adjoins, and to one with no term of study between', () => {
    const resumed = studying.and(deferred('C1', '2024-10-01', '2025-09-01'), enrolledIn('C1'));
    const again = { ...asked, from: '2025-09-01' };
    const today = { on: '2025-08-25' };
    resumed.when(defer, { ...again, until: '2025-10-01' }, today).thenEvent('StudiesDeferred', { deferral: {} });
    resumed.when(defer, { ...again, until: '2025-10-02' }, today).thenRefusedBy(length);
    resumed.when(defer, { ...again, from: '2025-09-02', until: '2026-09-02' }, today).thenRefusedBy(length);
  });
});

describe.each([
  ['3cu', 'distance-learning'],
  ['3cu', 'full-time'],
  ['5cu', 'distance-learning'],
  ['5cu', 'full-time'],
] as const)('until a deferral begins, %s %s', (regime, mode) => {
  const studying = given(admitted(regime, mode), enrolledIn('C1'), deferred('C1', '2024-11-15', '2025-11-15'));
  const C1 = { student: 'S1', course: 'C1', term: term.code };
  const lastDay = { on: '2024-11-14' };
  const firstDay = { on: '2024-11-15' };

  it('work is handed in and marked, and from its first day no more is handed in', () => {
    const work = { ...C1, assignment: 'A2' };
    studying.when(submitAssignment, work, lastDay).thenEvent('AssignmentSubmitted', { assignment: 'A2', late: false });
    studying.when(submitAssignment, work, firstDay).thenRefusedBy(resumed[regime][mode]);
    studying
      .and(submitted('C1', 'A1'))
      .when(markAssignment, { ...C1, assignment: 'A1', mark: 60 }, lastDay)
      .thenEvent('AssignmentMarked', { mark: 60 });
  });

  it('a result is given, and from its first day none', () => {
    const result = { ...C1, grade: 'Fail' };
    const course = aCourse('C1', { examination: false });
    const unexamined = given(admitted(regime, mode), enrolledIn(course), deferred('C1', '2024-11-15', '2025-11-15'));
    unexamined.when(recordGrade, result, { ...lastDay, facts: {} }).thenEvent('GradeRecorded', { grade: 'Fail' });
    unexamined.when(recordGrade, result, { ...firstDay, facts: {} }).thenRefusedBy(resumed[regime][mode]);
  });
});

describe('what a deferral covers', () => {
  const both = (mode: 'distance-learning' | 'full-time') =>
    given(admitted('3cu', mode), enrolledIn('C1'), enrolledIn('C2'));

  it.each(['distance-learning', 'full-time'] as const)('is what reaches into its time, %s', (mode) => {
    const studying = both(mode);
    // Examinations last until 20 December.
    studying
      .when(defer, { ...asked, from: '2024-12-20' }, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT', 'C2@2024-AUT'] } });
    studying
      .when(defer, { ...asked, from: '2024-12-21' }, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: [], from: '2024-12-21', recordedOn: '2024-09-25' } });
  });

  it('is no course that ends before it begins, and the answer says so', () => {
    const chosen = { ...asked, courses: ['C1'] };
    both('distance-learning')
      .when(defer, { ...chosen, from: '2024-12-20' }, on)
      .thenEvent('StudiesDeferred', {});
    both('distance-learning')
      .when(defer, { ...chosen, from: '2024-12-21' }, on)
      .thenUnfit('not-within-deferral');
  });

  it('is nothing that has its result', () =>
    both('full-time')
      .and(graded('C1', 'B'))
      .when(defer, asked, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C2@2024-AUT'] } }));

  it('may be a course that is off already, for longer', () => {
    const off = both('distance-learning').and(deferred('C1', '2024-10-01', '2025-01-01'));
    const longer = { ...asked, courses: ['C1'], from: '2025-01-01', until: '2025-09-01' };
    const now = { on: '2024-12-01' };
    off.when(defer, longer, now).thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT'] } });
    off.when(defer, { ...longer, from: '2025-01-02' }, now).thenUnfit('not-enrolled');
  });
});

describe('a deferral of study itself', () => {
  const dl = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'), enrolledIn('C2'));
  const off = dl.and(deferred('C1', '2024-10-01', '2025-08-01'));
  const rest = { ...asked, from: '2025-01-05', until: '2025-08-01' };

  it('is not one of a single course, though nothing else is left to cover', () => {
    off.and(graded('C2', 'B')).when(defer, rest, { on: '2025-01-12' }).thenRefusedBy('3cu/dl/5.3');
    off
      .and(graded('C2', 'B'))
      .when(defer, { ...rest, from: '2025-01-12' }, { on: '2025-01-12' })
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT'] } });
  });

  it('puts off for longer what is off until it begins', () => {
    const longer = { ...asked, from: '2025-08-01', until: '2025-09-01' };
    off
      .and(graded('C2', 'B'))
      .when(defer, longer, { on: '2025-07-01' })
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT'] } });
    const fullTime = given(admitted('5cu', 'full-time'), enrolledIn('C1'), deferred('C1', '2024-10-01', '2024-12-01'));
    fullTime
      .when(defer, { ...longer, from: '2024-12-01', until: '2025-09-01' }, { on: '2024-11-20' })
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT'] } });
  });

  it('leaves alone a course that has been taken up again, and those of another programme', () => {
    const again = off.and(graded('C2', 'B'), enrolledIn('C1'));
    again
      .when(defer, { ...asked, courses: ['C1'], from: '2024-11-01' }, { on: '2024-10-20' })
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT'] } });
    const both = dl.and(admitted('3cu', 'distance-learning', 'BA'), enrolledIn('C9', 'BA'));
    both
      .when(defer, { ...asked, programme: 'BSC' }, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT', 'C2@2024-AUT'] } });
    both
      .and(deferred('C1', '2024-10-01', '2025-09-01'))
      .when(defer, { ...asked, programme: 'BA' }, on)
      .thenEvent('StudiesDeferred', { deferral: { programme: 'BA', covers: ['C9@2024-AUT'] } });
  });

  it('is asked for by naming no courses, not by an empty list of them', () =>
    dl.when(defer, { ...asked, courses: [] }, on).thenUnfit('no-courses-named'));

  it('twice is refused, in a programme that has nothing to cover too', () => {
    const idle = given(admitted('3cu', 'distance-learning'));
    const deferral = { programme: 'BSC', ground: 'compassionate' as const, covers: [], approvedOn: '2024-09-25' };
    idle
      .and({ type: 'StudiesDeferred', data: { deferral: { ...deferral, from: asked.from, until: asked.until } } })
      .when(defer, asked, on)
      .thenUnfit('already-deferred');
    idle
      .and(admitted('3cu', 'distance-learning', 'BA'))
      .and({
        type: 'StudiesDeferred',
        data: { deferral: { ...deferral, programme: 'BA', from: asked.from, until: asked.until } },
      })
      .when(defer, { ...asked, programme: 'BSC' }, on)
      .thenEvent('StudiesDeferred', { deferral: { programme: 'BSC' } });
  });

  it('that ends before it begins is refused for that, whatever is put off already', () =>
    off.when(defer, { ...asked, from: '2025-01-05', until: '2025-01-01' }, on).thenRefusedBy('3cu/dl/5.4'));
});

describe('the same deferral again', () => {
  const studying = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'), enrolledIn('C2'));
  const off = studying.and(deferred('C1', '2024-10-01', '2025-01-01'));
  const chosen = { ...asked, courses: ['C1'], from: '2024-10-01', until: '2025-01-01' };

  it('is refused, before it begins and after', () => {
    off.when(defer, chosen, on).thenUnfit('already-deferred');
    off.when(defer, { ...chosen, from: '2024-10-20' }, { on: '2024-10-20' }).thenUnfit('already-deferred');
  });

  it('is another when it lasts longer, begins earlier or covers more', () => {
    off.when(defer, { ...chosen, until: '2025-01-02' }, on).thenEvent('StudiesDeferred', {});
    off.when(defer, { ...chosen, from: '2024-09-30' }, on).thenEvent('StudiesDeferred', {});
    off.when(defer, { ...chosen, courses: ['C1', 'C2'] }, on).thenEvent('StudiesDeferred', {});
  });
});

/** The clause by which a deferred course has neither work nor result before it is resumed. */
const resumed = {
  '3cu': { 'distance-learning': '3cu/dl/5.6', 'full-time': '3cu/ug/4.1' },
  '5cu': { 'distance-learning': '5cu/dl/4.6', 'full-time': '5cu/ug/4.1' },
} as const;

describe('deferring studies', () => {
  it('full-time covers all courses of the term', () => {
    const studying = given(admitted('3cu', 'full-time'), enrolledIn('C1'), enrolledIn('C2'));
    studying.when(defer, { ...asked, courses: ['C1'] }, on).thenRefusedBy('3cu/ug/4.1');
    studying
      .when(defer, asked, on)
      .thenEvent('StudiesDeferred', { deferral: { covers: ['C1@2024-AUT', 'C2@2024-AUT'] } });
  });

  it('does not fit a course that is not being taken', () =>
    given(admitted('3cu', 'distance-learning'), enrolledIn('C1'))
      .when(defer, { ...asked, courses: ['C9'] }, on)
      .thenUnfit('not-enrolled'));
});
