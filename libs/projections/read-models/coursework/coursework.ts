import {
  type AssignmentExtension,
  type Attempt,
  compulsoryOutstanding,
  countedMark,
  courseworkTotal,
  emptyCoursework,
  type MarkQuery,
  type PlagiarismAllegation,
  type Submission,
} from '#regulations';
import type { ProgrammeAt, RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import { shown } from '../shown.ts';
import type {
  AttemptCoursework,
  CourseworkDocument,
  ShownAllegation,
  ShownAttendance,
  ShownExtension,
  ShownLateWork,
  ShownMarkQuery,
} from './coursework-document.ts';

/** What happened in the coursework of a student beside handing in and marking. Pure. */
export const courseworkDocumentOf = ({ student, asOf, record, programmes }: RecordAt): CourseworkDocument => ({
  student,
  attempts: record.attempts.filter(hasSomething).flatMap((attempt) => {
    const programme = programmes.find(({ registration }) => registration.programme.code === attempt.programme);
    return programme ? [courseworkOfAttempt(attempt, programme, asOf)] : [];
  }),
});

export const courseworkView = recordView({
  name: 'coursework',
  version: 1,
  view: (record) =>
    record.record.attempts.some(hasSomething) ? [{ part: '', document: courseworkDocumentOf(record) }] : [],
});

const hasSomething = ({ coursework, submissions }: Attempt): boolean =>
  coursework !== undefined || submissions.some(({ lateDecision }) => lateDecision);

function courseworkOfAttempt(attempt: Attempt, { pack, study }: ProgrammeAt, today: string): AttemptCoursework {
  const { course, term, items, submissions, coursework = emptyCoursework } = attempt;
  const { total, complete, counted } = courseworkTotal(attempt);
  return {
    course: course.code,
    title: course.title,
    term: term.code,
    total: total && shown(total),
    complete,
    counted,
    compulsoryOutstanding: compulsoryOutstanding(attempt).map(({ id }) => id),
    extensions: coursework.extensions.map(shownExtension),
    lateWork: submissions.flatMap(shownLateWork),
    queries: coursework.queries.map(shownQuery),
    open: items.flatMap(({ id: assignment }) => {
      const window = pack.coursework.queryWindow(study, { attempt, assignment, today });
      return window && window.lastDay >= today ? [{ assignment, ...window }] : [];
    }),
    earlierMarks: submissions.flatMap(({ assignment, earlierMarks = [] }) =>
      earlierMarks.map((earlier) => ({ assignment, ...earlier })),
    ),
    attendance: shownAttendance(attempt, pack.coursework.attendance(study, { attempt, today })),
    allegations: coursework.allegations.map(shownAllegation),
  };
}

function shownExtension({ decided, ...asked }: AssignmentExtension): ShownExtension {
  if (!decided) return { ...asked, outcome: 'waiting' };
  const {
    on: decidedOn,
    granted,
    until,
    authority: decidedBy,
    clause,
    reason: decisionReason,
    markerAvailable,
  } = decided;
  const outcome = granted ? 'granted' : 'declined';
  return { ...asked, outcome, until, decidedOn, decidedBy, decisionReason, markerAvailable, clause };
}

function shownLateWork(work: Submission): ShownLateWork[] {
  const { assignment, due, submittedOn: handedInOn, lateDecision } = work;
  if (!lateDecision) return [];
  const { decision, deduction, authority: decidedBy, on: decidedOn, reason, clause } = lateDecision;
  const counts = countedMark(work);
  return [
    {
      ...{ assignment, due, handedInOn, decision, deduction, decidedBy, decidedOn, reason, clause },
      ...(counts ? { counts: shown(counts) } : {}),
    },
  ];
}

function shownQuery({ decided, ...query }: MarkQuery): ShownMarkQuery {
  if (!decided) return { ...query, outcome: 'waiting' };
  const { on: decidedOn, mark: markThen, reason: answer } = decided;
  return { ...query, outcome: markThen === query.mark ? 'mark-stands' : 'mark-changed', decidedOn, markThen, answer };
}

function shownAttendance(
  { coursework }: Attempt,
  { ruling, minimum, attended: percent }: ReturnType<ProgrammeAt['pack']['coursework']['attendance']>,
): ShownAttendance | undefined {
  const latest = coursework?.attendance.at(-1);
  const waiver = coursework?.waiver;
  if (!latest && !waiver) return undefined;
  return {
    held: latest?.held,
    attended: latest?.attended,
    percent: percent && shown(percent),
    minimum,
    short: ruling.outcome === 'refused',
    waiver: waiver && { on: waiver.on, authority: waiver.authority, reason: waiver.reason },
    clauses: [...new Set([...ruling.findings.map(({ clause }) => clause), ...(waiver ? [waiver.clause] : [])])],
  };
}

function shownAllegation({ settled, ...alleged }: PlagiarismAllegation): ShownAllegation {
  if (!settled) return { ...alleged, outcome: 'open' };
  const { outcome, on: settledOn, caseReference } = settled;
  return { ...alleged, outcome, settledOn, caseReference };
}
