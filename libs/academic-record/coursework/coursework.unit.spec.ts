import { describe, expect, it } from '@jest/globals';
import { courseworkTotal } from '#regulations';
import { attemptAt, foldRecord, type RecordEvent } from '#student-record';
import { anItem } from '../../regulations/testing/index.ts';
import { markAssignment } from '../assessment/mark-assignment.ts';
import { recordGrade } from '../assessment/record-grade.ts';
import { submitAssignment } from '../assessment/submit-assignment.ts';
import { admitted, enrolledIn, given, graded, items, marked, submitted, term } from '../testing/story.ts';
import { recordAttendance, waiveAttendance } from './attendance.ts';
import { decideExtension } from './decide-extension.ts';
import { decideLateWork } from './decide-late-work.ts';
import { decideMarkQuery } from './decide-mark-query.ts';
import { reportAllegedPlagiarism, settlePlagiarism } from './plagiarism.ts';
import { queryMark } from './query-mark.ts';
import { requestExtension } from './request-extension.ts';

const about = { student: 'S1', course: 'C1', term: term.code };
const work = { ...about, assignment: 'A1' };
const distance: RecordEvent[] = [admitted('3cu', 'distance-learning'), enrolledIn('C1')];
const faceToFace: RecordEvent[] = [admitted('3cu', 'full-time'), enrolledIn('C1')];
const tutor = { role: 'tutor' };
const of = (on: string) => ({ course: 'C1', term: term.code, on, assignment: 'A1' });
const asked: RecordEvent = {
  type: 'ExtensionRequested',
  data: { ...of('2024-09-25'), until: '2024-10-08', reason: 'ill', tier: 'tutor', clause: '3cu/dl/9.8.2(a)' },
};
const queried: RecordEvent = {
  type: 'MarkQueried',
  data: { ...of('2024-10-10'), to: 'tutor', mark: 40, reason: 'sum', clause: '3cu/dl/9.9.1' },
};

describe('asking for an extension', () => {
  const enrolled = given(...distance);
  const until = (day: string) => ({ ...work, until: day, reason: 'in hospital' });

  it('records who decides', () =>
    enrolled
      .when(requestExtension, until('2024-10-09'), { on: '2024-10-01' })
      .thenEvent('ExtensionRequested', { until: '2024-10-09', tier: 'internal-examiner', clause: '3cu/dl/9.8.2(b)' }));

  it('is refused after the day it is due, and for the last assignment', () => {
    enrolled.when(requestExtension, until('2024-10-09'), { on: '2024-10-02' }).thenRefusedBy('3cu/dl/9.8.2');
    enrolled
      .when(requestExtension, { ...until('2024-11-20'), assignment: 'A2' }, { on: '2024-10-02' })
      .thenRefusedBy('3cu/dl/9.8.3');
  });

  it('does not fit a day that is no later, work that came, an examination, or a request that waits', () => {
    const on = { on: '2024-09-25' };
    enrolled.when(requestExtension, until('2024-10-01'), on).thenUnfit('not-a-later-day');
    enrolled.and(submitted('C1', 'A1')).when(requestExtension, until('2024-10-05'), on).thenUnfit('handed-in-already');
    enrolled
      .when(requestExtension, { ...until('2024-12-20'), assignment: 'EX' }, on)
      .thenUnfit('not-handed-in-by-a-day');
    enrolled.and(asked).when(requestExtension, until('2024-10-05'), on).thenUnfit('extension-asked-already');
    enrolled.when(requestExtension, { ...until('2024-10-05'), assignment: 'A9' }, on).thenUnfit('unknown-assignment');
  });
});

describe('deciding on an extension', () => {
  const waiting = given(...distance, asked);
  const decision = { ...work, granted: true, reason: 'certificate seen' };

  it('moves the day for the student', () => {
    waiting
      .when(decideExtension, decision, { on: '2024-09-26', actor: tutor })
      .thenEvent('ExtensionDecided', { granted: true, until: '2024-10-08', authority: 'tutor' });
    const granted: RecordEvent = {
      type: 'ExtensionDecided',
      data: { ...of('2024-09-26'), granted: true, until: '2024-10-08', authority: 'tutor', clause: 'x', reason: 'ok' },
    };
    waiting
      .and(granted)
      .when(submitAssignment, work, { on: '2024-10-08' })
      .thenEvent('AssignmentSubmitted', { due: '2024-10-08', late: false });
    waiting
      .and(granted)
      .when(decideExtension, decision, { on: '2024-09-27', actor: tutor })
      .thenUnfit('no-extension-request');
  });

  it('may be declined, and the day stays', () => {
    waiting
      .when(decideExtension, { ...decision, granted: false }, { on: '2024-09-26', actor: tutor })
      .thenEvent('ExtensionDecided', { granted: false });
    const declined: RecordEvent = {
      type: 'ExtensionDecided',
      data: { ...of('2024-09-26'), granted: false, authority: 'tutor', clause: 'x', reason: 'no proof' },
    };
    waiting
      .and(declined)
      .when(submitAssignment, work, { on: '2024-10-02' })
      .thenRefusedBy('3cu/dl/9.8.1', '3cu/dl/9.8.2(a)');
    waiting
      .and(declined)
      .when(requestExtension, { ...work, until: '2024-10-05', reason: 'x' }, { on: '2024-09-28' })
      .thenEvent('ExtensionRequested', {});
  });

  it('may be granted for fewer days, by who may decide on those', () =>
    given(...distance, { ...asked, data: { ...asked.data, until: '2024-11-01' } } as RecordEvent)
      .when(decideExtension, { ...decision, until: '2024-10-08' }, { on: '2024-09-26', actor: tutor })
      .thenEvent('ExtensionDecided', { until: '2024-10-08' }));

  it('is the authority’s own, or entered by the Registry for it', () => {
    waiting
      .when(decideExtension, decision, { on: '2024-09-26', actor: { role: 'registry' } })
      .thenRefusedBy('3cu/dl/9.8.2(a)');
    waiting
      .when(decideExtension, { ...decision, authority: 'tutor' }, { on: '2024-09-26', actor: { role: 'registry' } })
      .thenEvent('ExtensionDecided', { authority: 'tutor' });
    waiting
      .when(decideExtension, { ...decision, authority: 'dean' }, { on: '2024-09-26', actor: tutor })
      .thenUnfit('decision-not-authorised');
  });

  it('beyond 21 days records that somebody is there to mark it', () => {
    const far = given(...distance, { ...asked, data: { ...asked.data, until: '2024-10-23' } } as RecordEvent);
    const dean = { on: '2024-09-26', actor: { role: 'dean' } };
    far.when(decideExtension, decision, dean).thenRefusedBy('3cu/dl/9.8.2(c)');
    far
      .when(decideExtension, { ...decision, markerAvailable: true }, dean)
      .thenEvent('ExtensionDecided', { markerAvailable: true, until: '2024-10-23' });
  });
});

describe('deciding on late work', () => {
  const decision = { ...work, decision: 'refused', handedInOn: '2024-10-03', reason: 'no reason given' };
  const coordinator = { role: 'course-coordinator' };

  it('records the work as handed in and as refused, which scores zero', () => {
    const refused = given(...distance).when(decideLateWork, decision, { on: '2024-10-04', actor: coordinator });
    refused.thenEvents(
      { type: 'AssignmentSubmitted', data: { on: '2024-10-03', due: '2024-10-01', late: true } },
      {
        type: 'LateWorkDecided',
        data: { decision: 'refused', authority: 'course-coordinator', clause: '3cu/dl/9.8.1' },
      },
    );
  });

  it('is taken with marks off by the teacher, and the mark that counts is what is left', () => {
    const marksOff = { ...decision, decision: 'accepted-with-deduction', deduction: 10 };
    given(...faceToFace)
      .when(decideLateWork, marksOff, { on: '2024-10-04', actor: { role: 'teacher' } })
      .thenEvents(
        { type: 'AssignmentSubmitted', data: { late: true } },
        { type: 'LateWorkDecided', data: { decision: 'accepted-with-deduction', deduction: 10, clause: '3cu/ug/9.7' } },
      );
    const record = foldRecord([
      ...faceToFace,
      submitted('C1', 'A1', true),
      {
        type: 'LateWorkDecided',
        data: {
          ...of('2024-10-04'),
          decision: 'accepted-with-deduction',
          deduction: 10,
          authority: 'teacher',
          clause: 'x',
          reason: 'late',
        },
      },
      marked('C1', 'A1', 70),
    ]);
    expect(courseworkTotal(attemptAt(record, 'C1', term.code) as never).total?.toString()).toBe('30/1');
  });

  it('is about work that is on record as late, or comes with the decision', () => {
    const taken = given(...distance, submitted('C1', 'A1', true));
    taken.when(decideLateWork, decision, { on: '2024-10-04', actor: coordinator }).thenUnfit('decided-already');
    taken
      .when(decideLateWork, { ...decision, decision: 'accepted' }, { on: '2024-10-04', actor: coordinator })
      .thenRefusedBy('3cu/dl/9.8.1');
    given(...distance, submitted('C1', 'A1'), marked('C1', 'A1', 50))
      .when(decideLateWork, decision, { on: '2024-10-09', actor: coordinator })
      .thenUnfit('decided-already');
    given(...distance)
      .when(decideLateWork, { ...decision, handedInOn: '2024-10-05' }, { on: '2024-10-04', actor: coordinator })
      .thenUnfit('handed-in-when');
    given(...distance)
      .when(decideLateWork, { ...decision, deduction: 5 }, { on: '2024-10-04', actor: coordinator })
      .thenUnfit('deduction-does-not-fit');
    given(...faceToFace)
      .when(
        decideLateWork,
        { ...decision, decision: 'accepted-with-deduction', deduction: 0 },
        { on: '2024-10-04', actor: { role: 'teacher' } },
      )
      .thenUnfit('deduction-does-not-fit');
    given(...distance)
      .when(
        decideLateWork,
        { ...decision, decision: 'accepted-with-deduction' },
        { on: '2024-10-04', actor: coordinator },
      )
      .thenUnfit('deduction-does-not-fit');
    given(...distance)
      .when(decideLateWork, { ...decision, assignment: 'EX' }, { on: '2024-10-04', actor: coordinator })
      .thenUnfit('not-handed-in-by-a-day');
  });
});

describe('querying a mark', () => {
  const handedIn = given(...distance, submitted('C1', 'A1'), marked('C1', 'A1', 40));
  const query = { ...work, reason: 'the sum is wrong' };

  it('goes to the tutor, who may change the mark; the earlier one stays on record', () => {
    handedIn.when(queryMark, query, { on: '2024-11-05' }).thenEvent('MarkQueried', { to: 'tutor', mark: 40 });
    handedIn.when(queryMark, query, { on: '2024-11-06' }).thenRefusedBy('3cu/dl/9.9.1');
    const answer = { ...work, mark: 55, reason: 'a page was overlooked' };
    handedIn
      .and(queried)
      .when(decideMarkQuery, answer, { on: '2024-10-20', actor: tutor })
      .thenEvents(
        { type: 'MarkQueryDecided', data: { by: 'tutor', mark: 55 } },
        { type: 'AssignmentMarked', data: { mark: 55, from: 40, reason: 'a page was overlooked' } },
      );
    const record = foldRecord([
      ...distance,
      submitted('C1', 'A1'),
      marked('C1', 'A1', 40),
      queried,
      { type: 'MarkQueryDecided', data: { ...of('2024-10-20'), by: 'tutor', mark: 55, reason: 'a page', clause: 'x' } },
      { type: 'AssignmentMarked', data: { ...of('2024-10-20'), mark: 55, from: 40, reason: 'a page' } },
    ]);
    expect(attemptAt(record, 'C1', term.code)).toMatchObject({
      submissions: [
        { mark: 55, markedOn: '2024-10-20', earlierMarks: [{ mark: 40, markedOn: '2024-10-08', reason: 'a page' }] },
      ],
      coursework: { queries: [{ decided: { on: '2024-10-20', mark: 55 } }] },
    });
  });

  it('leaves the mark as it is where the tutor says so', () =>
    handedIn
      .and(queried)
      .when(decideMarkQuery, { ...work, reason: 'it is right' }, { on: '2024-10-20', actor: tutor })
      .thenEvents({ type: 'MarkQueryDecided', data: { mark: 40 } }));

  it('counts from the day on which the work was sent back', () => {
    const sentLater: RecordEvent = {
      type: 'AssignmentMarked',
      data: { ...of('2024-10-08'), mark: 40, dispatchedOn: '2024-10-09' },
    };
    const later = given(...distance, submitted('C1', 'A1'), sentLater);
    later.when(queryMark, query, { on: '2024-11-06' }).thenEvent('MarkQueried', {});
    later.when(queryMark, query, { on: '2024-11-07' }).thenRefusedBy('3cu/dl/9.9.1');
  });

  it('does not fit work without a mark, a second query, or an answer that nobody waits for', () => {
    given(...distance, submitted('C1', 'A1'))
      .when(queryMark, query, { on: '2024-10-10' })
      .thenUnfit('not-marked');
    handedIn.and(queried).when(queryMark, query, { on: '2024-10-11' }).thenUnfit('queried-already');
    handedIn
      .and(queried)
      .when(queryMark, { ...query, to: 'course-coordinator' }, { on: '2024-10-11' })
      .thenUnfit('queried-already');
    handedIn
      .when(decideMarkQuery, { ...work, reason: 'x' }, { on: '2024-10-11', actor: tutor })
      .thenUnfit('no-open-query');
  });
});

describe('marking', () => {
  it('sends the work back after it came, and not on a day to come', () => {
    const handedIn = given(...distance, submitted('C1', 'A1'));
    const mark = (dispatchedOn: string) => ({ ...work, mark: 60, dispatchedOn });
    handedIn
      .when(markAssignment, mark('2024-10-05'), { on: '2024-10-08' })
      .thenEvent('AssignmentMarked', { dispatchedOn: '2024-10-05' });
    handedIn.when(markAssignment, mark('2024-10-09'), { on: '2024-10-08' }).thenUnfit('not-sent-back-then');
    handedIn.when(markAssignment, mark('2024-09-29'), { on: '2024-10-08' }).thenUnfit('not-sent-back-then');
  });
});

describe('attendance', () => {
  const enrolled = given(...faceToFace);
  const attendance = { ...about, held: 10, attended: 7 };
  const recorded: RecordEvent = {
    type: 'AttendanceRecorded',
    data: { course: 'C1', term: term.code, on: '2024-11-20', held: 10, attended: 7 },
  };

  it('is recorded, the last record counting, and keeps the course from being passed when it is short', () => {
    enrolled
      .when(recordAttendance, attendance, { on: '2024-11-20' })
      .thenEvent('AttendanceRecorded', { held: 10, attended: 7 });
    const grade = { ...about, grade: 'B' };
    const late = { on: '2025-01-10', facts: {} };
    enrolled.and(recorded).when(recordGrade, grade, late).thenRefusedBy('3cu/ug/9.10');
    enrolled
      .and(recorded, { ...recorded, data: { ...recorded.data, attended: 8 } } as RecordEvent)
      .when(recordGrade, grade, late)
      .thenEvent('GradeRecorded', {});
  });

  it('may be waived by who may', () => {
    const waiver = { ...about, reason: 'in hospital' };
    enrolled
      .and(recorded)
      .when(waiveAttendance, waiver, { on: '2024-12-01', actor: { role: 'teacher' } })
      .thenRefusedBy('3cu/ug/9.10');
    enrolled
      .and(recorded)
      .when(waiveAttendance, waiver, { on: '2024-12-01', actor: { role: 'school' } })
      .thenEvent('AttendanceWaived', { authority: 'school', clause: '3cu/ug/9.10' });
  });

  it('is no more than was held, and of a course that is being taken', () => {
    enrolled
      .when(recordAttendance, { ...attendance, attended: 11 }, { on: '2024-11-20' })
      .thenUnfit('attended-more-than-held');
    enrolled
      .and(graded('C1', 'B'))
      .when(recordAttendance, attendance, { on: '2025-01-11' })
      .thenRefusedBy('3cu/assess/17.2.1');
  });
});

describe('alleged plagiarism', () => {
  const handedIn = given(...distance, submitted('C1', 'A1'));
  const report = { ...work, account: 'copied from a website', check: 'TII-1' };
  const alleged: RecordEvent = {
    type: 'PlagiarismAlleged',
    data: { ...of('2024-10-08'), account: 'copied', clause: '3cu/assess/4.2' },
  };
  const outcome = { ...work, outcome: 'dismissed', caseReference: 'D-1', reason: 'own notes' };

  it('is reported of work that came, once at a time', () => {
    handedIn
      .when(reportAllegedPlagiarism, report, { on: '2024-10-08', actor: tutor })
      .thenEvent('PlagiarismAlleged', { check: 'TII-1', clause: '3cu/assess/4.2' });
    given(...distance)
      .when(reportAllegedPlagiarism, report, { on: '2024-10-08', actor: tutor })
      .thenUnfit('not-handed-in');
    handedIn
      .and(alleged)
      .when(reportAllegedPlagiarism, report, { on: '2024-10-09', actor: tutor })
      .thenUnfit('alleged-already');
  });

  it('is settled, once', () => {
    handedIn
      .and(alleged)
      .when(settlePlagiarism, outcome, { on: '2024-11-01' })
      .thenEvent('PlagiarismSettled', { outcome: 'dismissed' });
    handedIn.when(settlePlagiarism, outcome, { on: '2024-11-01' }).thenUnfit('no-open-allegation');
  });
});

describe('activities', () => {
  const quiz = anItem('Q1', '2024-10-10', { kind: 'quiz' });
  const attendance = anItem('ATT', '2024-11-30', { kind: 'attendance' });
  const enrolment = enrolledIn('C1') as Extract<RecordEvent, { type: 'CourseEnrolled' }>;
  const enrolled = given(admitted('3cu', 'full-time'), {
    ...enrolment,
    data: { ...enrolment.data, items: [...items, quiz, attendance] },
  });

  it('are entered as done by staff', () => {
    const done = { ...about, assignment: 'Q1' };
    enrolled
      .when(submitAssignment, done, { on: '2024-10-10', actor: { role: 'student', id: 'S1' } })
      .thenUnfit('entered-by-staff');
    enrolled
      .when(submitAssignment, done, { on: '2024-10-12', actor: { role: 'teacher' } })
      .thenEvent('AssignmentSubmitted', { assignment: 'Q1', late: false });
  });

  it('leave attendance to its own record', () =>
    enrolled
      .when(submitAssignment, { ...about, assignment: 'ATT' }, { on: '2024-11-30', actor: { role: 'teacher' } })
      .thenUnfit('attendance-not-handed-in'));
});
