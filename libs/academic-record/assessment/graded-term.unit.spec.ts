import { describe, it } from '@jest/globals';
import type { RecordEvent } from '#student-record';
import { aCourse, autumn, spring, springBefore } from '../../regulations/testing/index.ts';
import { admitted, enrolledIn, given, graded } from '../testing/story.ts';
import { recordGrade } from './record-grade.ts';

const about = { student: 'S1', course: 'C1', term: autumn.code };
const enrolled = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'));

describe('the term of a grade', () => {
  const long = given(admitted('3cu', 'distance-learning'), enrolledIn(aCourse('C1', { terms: 2 })));
  const asked = { ...about, grade: 'B+' };
  const inSpring = { ...asked, gradedTerm: spring.code };
  const late = '2025-06-01';

  it('is that of its award for a course over several terms', () =>
    long
      .when(recordGrade, inSpring, { on: late, facts: { said: spring } })
      .thenEvent('GradeRecorded', { term: autumn.code, gradedTerm: spring.code }));

  it('has to be said of a course over several terms, in whichever of them it is awarded', () => {
    long.when(recordGrade, asked, { on: late, facts: {} }).thenUnfit('graded-term-needed');
    long
      .when(recordGrade, { ...asked, gradedTerm: autumn.code }, { on: late, facts: { said: autumn } })
      .thenEvent('GradeRecorded', { gradedTerm: autumn.code });
  });

  it('is no other than that of the enrolment for a course of one term, however late it is graded', () => {
    enrolled.when(recordGrade, inSpring, { on: late, facts: { said: spring } }).thenUnfit('graded-in-another-term');
    enrolled.when(recordGrade, asked, { on: late, facts: {} }).thenEvent('GradeRecorded', { gradedTerm: autumn.code });
  });

  it('is there, has begun, and is none before the course', () => {
    long.when(recordGrade, inSpring, { on: late, facts: {} }).thenUnfit('unknown-term');
    long
      .when(recordGrade, inSpring, { on: '2025-01-12', facts: { said: spring } })
      .thenUnfit('graded-term-out-of-time');
    long
      .when(recordGrade, inSpring, { on: '2025-01-13', facts: { said: spring } })
      .thenEvent('GradeRecorded', { gradedTerm: spring.code });
    long
      .when(recordGrade, { ...asked, gradedTerm: springBefore.code }, { on: late, facts: { said: springBefore } })
      .thenUnfit('graded-term-out-of-time');
  });

  it('stays when the grade is put right, unless another is said', () => {
    const done = long.and({
      ...graded('C1', 'B'),
      data: { ...graded('C1', 'B').data, gradedTerm: spring.code },
    } as RecordEvent);
    const correction = { reason: 'marks were added up wrongly' };
    const actor = { role: 'migration' };
    done
      .when(recordGrade, { ...asked, correction }, { on: late, facts: {}, actor })
      .thenEvent('GradeCorrected', { gradedTerm: spring.code });
    done
      .when(recordGrade, { ...asked, correction, gradedTerm: autumn.code }, { on: late, facts: {}, actor })
      .thenEvent('GradeCorrected', { gradedTerm: autumn.code });
  });
});
