import type { CivilDate } from '#kernel';
import { type Attempt, type CourseworkFile, emptyCoursework, type Submission } from '#regulations';
import type { CourseworkEvent } from './coursework-events.ts';
import type { AssignmentMarked, RecordEvent } from './events.ts';

/** An attempt after an event of its coursework. */
export function courseworkAfter(attempt: Attempt, event: RecordEvent): Attempt {
  if (event.type === 'LateWorkDecided') {
    const { decision, deduction, authority, clause, reason, on } = event.data;
    const lateDecision = { decision, deduction, authority, clause, reason, on };
    return withSubmission(attempt, event.data.assignment, ({ pending: _decided, ...work }) => ({
      ...work,
      lateDecision,
    }));
  }
  const change = changeBy(event);
  if (!change) return attempt;
  const file = attempt.coursework ?? emptyCoursework;
  return { ...attempt, coursework: { ...file, ...change(file) } };
}

/** Whether an event tells of the coursework of an attempt. */
export const isOfCoursework = (event: RecordEvent): event is CourseworkEvent =>
  event.type === 'LateWorkDecided' || changeBy(event) !== undefined;

type Change = (file: CourseworkFile) => Partial<CourseworkFile>;

function changeBy(event: RecordEvent): Change | undefined {
  switch (event.type) {
    case 'ExtensionRequested': {
      const { assignment, on: requestedOn, until: asked, reason, tier, clause } = event.data;
      return ({ extensions }) => ({
        extensions: [...extensions, { assignment, requestedOn, asked, reason, tier, clause }],
      });
    }
    case 'ExtensionDecided': {
      const { assignment, on, granted, until, authority, clause, reason, markerAvailable } = event.data;
      const decided = { on, granted, until, authority, clause, reason, markerAvailable };
      return ({ extensions }) => ({ extensions: settling(extensions, isOpen(assignment), { decided }) });
    }
    case 'MarkQueried': {
      const { assignment, to, on: raisedOn, mark, reason, clause } = event.data;
      return ({ queries }) => ({ queries: [...queries, { assignment, to, raisedOn, mark, reason, clause }] });
    }
    case 'MarkQueryDecided': {
      const { assignment, by, on, mark, reason } = event.data;
      const ofIt = (query: CourseworkFile['queries'][number]) => query.to === by && isOpen(assignment)(query);
      return ({ queries }) => ({ queries: settling(queries, ofIt, { decided: { on, mark, reason } }) });
    }
    case 'AttendanceRecorded': {
      const { on, held, attended } = event.data;
      return ({ attendance }) => ({ attendance: [...attendance, { on, held, attended }] });
    }
    case 'AttendanceWaived': {
      const { on, authority, clause, reason } = event.data;
      return () => ({ waiver: { on, authority, clause, reason } });
    }
    case 'PlagiarismAlleged': {
      const { assignment, on: allegedOn, account, clause, check } = event.data;
      return ({ allegations }) => ({
        allegations: [...allegations, { assignment, allegedOn, account, clause, check }],
      });
    }
    case 'PlagiarismSettled': {
      const { assignment, on, outcome, caseReference, reason } = event.data;
      const settled = { on, outcome, caseReference, reason };
      const open = (each: CourseworkFile['allegations'][number]) => each.assignment === assignment && !each.settled;
      return ({ allegations }) => ({ allegations: settling(allegations, open, { settled }) });
    }
    default:
      return undefined;
  }
}

const isOpen = (assignment: string) => (each: { readonly assignment: string; readonly decided?: object }) =>
  each.assignment === assignment && !each.decided;

/** The latest of those that are open is settled. */
function settling<Part extends object>(
  parts: readonly Part[],
  open: (part: Part) => boolean,
  settled: Partial<Part>,
): readonly Part[] {
  const at = parts.findLastIndex(open);
  return at < 0 ? parts : parts.with(at, { ...(parts[at] as Part), ...settled });
}

/**
 * An attempt with a mark. A second hand-in or sitting has a mark of its own; the earlier one keeps what it had. A mark
 * that takes the place of another keeps it among the earlier ones.
 */
export const markedBy = (attempt: Attempt, { assignment, mark, on, dispatchedOn, reason }: AssignmentMarked['data']) =>
  withSubmission(attempt, assignment, (work) => ({
    ...work,
    mark,
    markedOn: on,
    ...(dispatchedOn ? { dispatchedOn } : {}),
    ...(reason === undefined || work.mark === undefined
      ? {}
      : {
          earlierMarks: [...(work.earlierMarks ?? []), { mark: work.mark, markedOn: work.markedOn ?? on, reason }],
        }),
  }));

function withSubmission(attempt: Attempt, assignment: string, change: (work: Submission) => Submission): Attempt {
  const at = attempt.submissions.findLastIndex((submission) => submission.assignment === assignment);
  if (at < 0) return attempt;
  return { ...attempt, submissions: attempt.submissions.with(at, change(attempt.submissions[at] as Submission)) };
}

/** The days on which the facts of an attempt's coursework were recorded. */
export const daysOfCoursework = ({ submissions, coursework = emptyCoursework }: Attempt): readonly CivilDate[] => [
  ...submissions.flatMap(({ lateDecision }) => (lateDecision ? [lateDecision.on] : [])),
  ...coursework.extensions.flatMap(({ requestedOn, decided }) => (decided ? [requestedOn, decided.on] : [requestedOn])),
  ...coursework.queries.flatMap(({ raisedOn, decided }) => (decided ? [raisedOn, decided.on] : [raisedOn])),
  ...coursework.attendance.map(({ on }) => on),
  ...(coursework.waiver ? [coursework.waiver.on] : []),
  ...coursework.allegations.flatMap(({ allegedOn, settled }) => (settled ? [allegedOn, settled.on] : [allegedOn])),
];
