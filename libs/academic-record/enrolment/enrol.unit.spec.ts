import { describe, it } from '@jest/globals';
import { aCourse } from '../../regulations/testing/index.ts';
import { admitted, enrolledIn, given, graded, items, term } from '../testing/story.ts';
import { enrol } from './enrol.ts';

const course = aCourse('COMP2010');
const asked = { student: 'S1', course: 'COMP2010', term: term.code };
const facts = { course, term, items };
const admission = given(admitted('3cu', 'distance-learning'));

describe('enrolling in a course', () => {
  it('takes the course and the term along as they are', () =>
    admission
      .when(enrol, asked, { facts, on: '2024-08-20' })
      .thenEvent('CourseEnrolled', { programme: 'BSC', course, term, items, on: '2024-08-20' }));

  it.each([
    ['3cu', 'distance-learning'],
    ['3cu', 'full-time'],
    ['5cu', 'distance-learning'],
    ['5cu', 'full-time'],
  ] as const)('is in time on the first day of registration, %s in %s, and too early the day before', (regime, mode) => {
    const student = given(admitted(regime, mode));
    student.when(enrol, asked, { facts, on: '2024-03-01' }).thenEvent('CourseEnrolled', { on: '2024-03-01' });
    student.when(enrol, asked, { facts, on: '2024-02-29' }).thenUnfit('registration-not-open');
    const approvals = [{ authority: 'registrar', reason: 'early bird' }];
    student.when(enrol, { ...asked, approvals }, { facts, on: '2024-02-29' }).thenUnfit('registration-not-open');
  });

  it('is in time on the last day of registration and late on the next', () => {
    admission.when(enrol, asked, { facts, on: '2024-09-01' }).thenEvent('CourseEnrolled', { on: '2024-09-01' });
    admission.when(enrol, asked, { facts, on: '2024-09-02' }).thenRefusedBy('3cu/dl/3.5');
  });

  it('late is let through by the registrar', () =>
    admission
      .when(
        enrol,
        { ...asked, approvals: [{ authority: 'registrar', reason: 'late registration form' }] },
        { facts, on: '2024-09-02' },
      )
      .thenEvent('CourseEnrolled', { on: '2024-09-02' }));

  it('again is refused while it is being taken, and after it was passed', () => {
    admission.and(enrolledIn(course)).when(enrol, asked, { facts, on: '2024-08-21' }).thenRefusedBy('3cu/dl/3.7');
    admission
      .and(enrolledIn(course), graded('COMP2010', 'D'))
      .when(enrol, asked, { facts, on: '2024-08-21' })
      .thenRefusedBy('3cu/dl/3.7');
  });

  it('again is open after a fail', () =>
    admission
      .and(enrolledIn(course), graded('COMP2010', 'Fail'))
      .when(enrol, asked, { facts, on: '2024-08-21' })
      .thenEvent('CourseEnrolled', { course }));

  it('does not fit a person without a record, or courses and terms that are not there', () => {
    given().when(enrol, asked, { facts, on: '2024-08-20' }).thenUnfit('unknown-student');
    admission
      .when(enrol, asked, { facts: { ...facts, course: undefined }, on: '2024-08-20' })
      .thenUnfit('unknown-course');
    admission.when(enrol, asked, { facts: { ...facts, term: undefined }, on: '2024-08-20' }).thenUnfit('unknown-term');
  });

  it('asks for the programme when there are two', () => {
    const two = admission.and(admitted('3cu', 'distance-learning', 'BA'));
    two.when(enrol, asked, { facts, on: '2024-08-20' }).thenUnfit('programme-needed');
    two
      .when(enrol, { ...asked, programme: 'BA' }, { facts, on: '2024-08-20' })
      .thenEvent('CourseEnrolled', { programme: 'BA' });
    two.when(enrol, { ...asked, programme: 'MA' }, { facts, on: '2024-08-20' }).thenUnfit('not-on-programme');
  });
});
