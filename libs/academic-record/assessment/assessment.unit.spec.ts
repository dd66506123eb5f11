import { describe, it } from '@jest/globals';
import { admitted, enrolledIn, given, graded, marked, submitted, term, withdrawn } from '../testing/story.ts';
import { markAssignment } from './mark-assignment.ts';
import { recordGrade } from './record-grade.ts';
import { submitAssignment } from './submit-assignment.ts';

const about = { student: 'S1', course: 'C1', term: term.code };
const enrolled = given(admitted('3cu', 'distance-learning'), enrolledIn('C1'));

describe('handing in an assignment', () => {
  const asked = { ...about, assignment: 'A1' };

  it('is in time on the day it is due', () =>
    enrolled
      .when(submitAssignment, asked, { on: '2024-10-01' })
      .thenEvent('AssignmentSubmitted', { assignment: 'A1', due: '2024-10-01', late: false, banked: false }));

  it('is late on the next, and then somebody has to take it', () => {
    enrolled.when(submitAssignment, asked, { on: '2024-10-02' }).thenRefusedBy('3cu/dl/9.8.1', '3cu/dl/9.8.2(a)');
    enrolled
      .when(
        submitAssignment,
        { ...asked, approvals: [{ authority: 'course-coordinator', reason: 'storm' }] },
        { on: '2024-10-02' },
      )
      .thenEvent('AssignmentSubmitted', { late: true });
  });

  it('is late with an extension unless that was given by the due day', () => {
    const extended = (extension: object, on = '2024-10-02') =>
      enrolled.when(
        submitAssignment,
        { ...asked, approvals: [{ authority: 'tutor', reason: 'ill', ...extension }] },
        { on },
      );
    extended({ on: '2024-10-01' }).thenEvent('AssignmentSubmitted', { late: true });
    extended({ on: '2024-10-02' }).thenRefusedBy('3cu/dl/9.8.1', '3cu/dl/9.8.2(a)');
    extended({}).thenRefusedBy('3cu/dl/9.8.1', '3cu/dl/9.8.2(a)');
  });

  it('does not fit an approval that is yet to be given', () => {
    const approved = (on: string) => ({
      ...asked,
      approvals: [{ authority: 'course-coordinator', reason: 'storm', on }],
    });
    enrolled.when(submitAssignment, approved('2024-10-03'), { on: '2024-10-03' }).thenEvent('AssignmentSubmitted', {});
    enrolled.when(submitAssignment, approved('2024-10-04'), { on: '2024-10-03' }).thenUnfit('approval-to-come');
  });

  it('late is never possible for the last one', () =>
    enrolled
      .when(
        submitAssignment,
        { ...about, assignment: 'A2', approvals: [{ authority: 'dean', reason: 'storm' }] },
        { on: '2024-11-16' },
      )
      .thenRefusedBy('3cu/dl/9.8.3'));

  it('is refused when it has a mark, and after the course was left', () => {
    enrolled
      .and(submitted('C1', 'A1'), marked('C1', 'A1', 40))
      .when(submitAssignment, asked, { on: '2024-10-01' })
      .thenRefusedBy('3cu/assess/3.4');
    enrolled.and(withdrawn('C1')).when(submitAssignment, asked, { on: '2024-10-01' }).thenRefusedBy('3cu/dl/6.3');
  });

  it('does not fit work that the course does not have', () =>
    enrolled
      .when(submitAssignment, { ...about, assignment: 'A9' }, { on: '2024-10-01' })
      .thenUnfit('unknown-assignment'));
});

describe('marking an assignment', () => {
  const asked = { ...about, assignment: 'A1', mark: 78 };
  const handedIn = enrolled.and(submitted('C1', 'A1'));

  it('records the mark', () =>
    handedIn
      .when(markAssignment, asked, { on: '2024-10-08' })
      .thenEvent('AssignmentMarked', { assignment: 'A1', mark: 78 }));

  it('is refused for work that was not handed in, and where a mark stands', () => {
    enrolled.when(markAssignment, asked, { on: '2024-10-08' }).thenRefusedBy('3cu/assess/3.1');
    handedIn
      .and(marked('C1', 'A1', 50))
      .when(markAssignment, asked, { on: '2024-10-09' })
      .thenRefusedBy('3cu/dl/9.9.1');
  });

  it('does not fit work that the course does not have', () =>
    handedIn
      .when(markAssignment, { ...asked, assignment: 'A9' }, { on: '2024-10-08' })
      .thenUnfit('unknown-assignment'));
});

const migration = { role: 'migration' };

describe('recording a grade', () => {
  const asked = { ...about, grade: 'B+' };
  const facts = {};

  it('completes the course', () =>
    enrolled
      .when(recordGrade, asked, { on: '2025-01-10', facts })
      .thenEvent('GradeRecorded', { grade: 'B+', gradedTerm: term.code, on: '2025-01-10' }));

  it('is refused before teaching begins', () => {
    enrolled.when(recordGrade, asked, { on: '2024-09-01', facts }).thenRefusedBy('3cu/assess/17.2.1');
  });

  it('is refused before the examination', () => {
    enrolled.when(recordGrade, asked, { on: '2024-09-02', facts }).thenRefusedBy('3cu/assess/17.2.1');
    enrolled.when(recordGrade, asked, { on: '2024-12-10', facts }).thenEvent('GradeRecorded', { grade: 'B+' });
  });

  it('is refused for a grade of the other regime', () =>
    enrolled
      .when(recordGrade, { ...about, grade: 'Fail-Resit' }, { on: '2025-01-10', facts })
      .thenRefusedBy('3cu/dl/9.2'));

  it('is refused where a grade stands, and put right with a reason', () => {
    const done = enrolled.and(graded('C1', 'B'));
    done.when(recordGrade, asked, { on: '2025-01-11', facts }).thenRefusedBy('3cu/assess/17.2.1');
    done
      .when(
        recordGrade,
        { ...asked, correction: { reason: 'marks were added up wrongly' } },
        { on: '2025-01-11', facts, actor: migration },
      )
      .thenEvent('GradeCorrected', { grade: 'B+', from: 'B', reason: 'marks were added up wrongly' });
  });

  it('is amended by two people, and put right by one only as it stands in records that are taken over', () =>
    enrolled
      .and(graded('C1', 'B'))
      .when(recordGrade, { ...asked, correction: { reason: 'x' } }, { on: '2025-01-11', facts })
      .thenUnfit('amendment-needed'));

  it('does not fit a correction of nothing, or a course never taken', () => {
    enrolled
      .when(recordGrade, { ...asked, correction: { reason: 'x' } }, { on: '2025-01-10', facts, actor: migration })
      .thenUnfit('nothing-to-correct');
    enrolled.when(recordGrade, { ...asked, course: 'C9' }, { on: '2025-01-10', facts }).thenUnfit('not-enrolled');
  });
});
