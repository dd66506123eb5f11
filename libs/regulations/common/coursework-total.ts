import { type CivilDate, Rational } from '#kernel';
import { type AssessmentItem, type Attempt, isCoursework, type Submission } from '../facts.ts';
import { dueOf } from './coursework-due.ts';

const NOTHING = Rational.of(0);

/** The parts of an attempt that its coursework is worked out from. */
export type OfCoursework = Pick<Attempt, 'items' | 'submissions' | 'scheme' | 'coursework'>;

/** What the coursework of a taking of a course comes to. */
export interface CourseworkTotal {
  /**
   * Weighted mark out of 100, exact; what was never handed in, or was refused, counts as zero. Null where no piece
   * weighs anything.
   */
  readonly total: Rational | null;
  /** Whether nothing is still to come: every piece that is asked has its mark, and no allegation is open. */
  readonly complete: boolean;
  /** The pieces that count, best assignments first where only those do. */
  readonly counted: readonly string[];
}

/** Each piece as it was last handed in. */
export const lastSubmissions = ({ submissions }: Pick<Attempt, 'submissions'>): ReadonlyMap<string, Submission> =>
  new Map(submissions.map((submission) => [submission.assignment, submission]));

/**
 * The mark of a piece as it counts, of 100: nothing for a refused one, and with what was taken off for lateness, though
 * never less than nothing. Undefined while it has none. [5cu/assess/3.3] [5cu/ug/9.5] [5cu/tpg/9.3] [3cu/assess/3.3] [3cu/ug/9.7] [3cu/tpg/9.7]
 */
export function countedMark({ mark, lateDecision }: Pick<Submission, 'mark' | 'lateDecision'>): Rational | undefined {
  if (lateDecision?.decision === 'refused') return NOTHING;
  if (mark === undefined) return undefined;
  const left = exactly(mark).minus(exactly(lateDecision?.deduction ?? 0));
  return left.atLeast(NOTHING) ? left : NOTHING;
}

/**
 * Whether a piece of coursework scores nothing without a mark of its own: it was refused, or never handed in and its day
 * is over. [5cu/assess/3.1] [5cu/assess/3.3] [5cu/dl/8.5] [3cu/assess/3.1] [3cu/assess/3.3] [3cu/dl/9.6]
 */
export function scoresNothing(attempt: OfCoursework, item: AssessmentItem, today: CivilDate): boolean {
  if (!isCoursework(item) || item.kind === 'attendance') return false;
  const work = lastSubmissions(attempt).get(item.id);
  return work ? work.lateDecision?.decision === 'refused' : dueOf(attempt, item) < today;
}

interface Piece {
  readonly item: AssessmentItem;
  readonly mark: Rational | undefined;
}

/**
 * The overall coursework mark: marks weighted by the shares of the pieces. Of assignments of which only the best count,
 * those with the highest marks do, and of equal marks that of the greater weight; other coursework counts always.
 * [5cu/dl/8.5] [5cu/assess/2.1] [5cu/assess/3.1] [3cu/dl/9.6] [3cu/assess/2.1] [3cu/assess/3.1]
 */
export function courseworkTotal(attempt: OfCoursework): CourseworkTotal {
  const handedIn = lastSubmissions(attempt);
  const pieces = attempt.items
    .filter(isCoursework)
    .map((item): Piece => ({ item, mark: markOf(item, handedIn.get(item.id), attempt) }));
  const assignments = pieces.filter(({ item }) => item.kind === 'assignment');
  const others = pieces.filter(({ item }) => item.kind !== 'assignment');
  const { scheme } = attempt;
  const best = scheme && scheme.assignmentsCounting < assignments.length;
  const counted = [
    ...(best ? assignments.toSorted(byMark).slice(0, scheme.assignmentsCounting) : assignments),
    ...others,
  ];
  let sum = NOTHING;
  let weights = NOTHING;
  for (const { item, mark } of counted) {
    const share = exactly(item.weight);
    if (mark) sum = sum.plus(mark.times(share));
    weights = weights.plus(share);
  }
  const asked = Math.min(scheme?.assignmentsToComplete ?? assignments.length, assignments.length);
  return {
    total: weights.numerator === 0n ? null : sum.dividedBy(weights),
    complete: marksOf(assignments) >= asked && marksOf(others) === others.length && !isAlleged(attempt),
    counted: counted.map(({ item }) => item.id),
  };
}

const marksOf = (pieces: readonly Piece[]): number => pieces.filter(({ mark }) => mark !== undefined).length;

const byMark = (one: Piece, other: Piece): number =>
  (other.mark ?? NOTHING).compare(one.mark ?? NOTHING) || other.item.weight - one.item.weight;

/** Of attendance that is a piece of its own, the share of the sessions that was attended, unless it has a mark. */
function markOf({ kind }: AssessmentItem, work: Submission | undefined, attempt: OfCoursework): Rational | undefined {
  const marked = work && countedMark(work);
  return marked ?? (kind === 'attendance' ? attendancePercent(attempt) : undefined);
}

/** Per cent of the sessions held so far, exact; undefined while nothing is on record, or nothing was held. */
export function attendancePercent({ coursework }: Pick<Attempt, 'coursework'>): Rational | undefined {
  const latest = coursework?.attendance.at(-1);
  return latest && latest.held > 0 ? Rational.of(latest.attended * 100, latest.held) : undefined;
}

const isAlleged = ({ coursework }: OfCoursework): boolean =>
  coursework?.allegations.some(({ settled }) => !settled) ?? false;

/**
 * The pieces without which the course cannot be passed and which were not done: never handed in, not taken yet, or
 * refused. Attendance
 * that is one of them is done when as much of it is on record as the course asks, or it was waived.
 * [5cu/assess/2.2] [3cu/assess/2.2]
 */
export const compulsoryOutstanding = (attempt: OfCoursework): readonly AssessmentItem[] => {
  const last = lastSubmissions(attempt);
  const isDone = (item: AssessmentItem) => {
    const work = last.get(item.id);
    if (work) return work.lateDecision?.decision !== 'refused' && !work.pending;
    return item.kind === 'attendance' && attended(attempt);
  };
  return attempt.items.filter((item) => item.compulsory && !isDone(item));
};

function attended(attempt: OfCoursework): boolean {
  if (attempt.coursework?.waiver) return true;
  const percent = attendancePercent(attempt);
  return percent?.atLeast(exactly(attempt.scheme?.minimumAttendance ?? 0)) ?? false;
}

/** A mark or a weight as it was written down, without the error of a binary fraction. */
export const exactly = (value: number): Rational =>
  Number.isInteger(value) ? Rational.of(value) : Rational.parse(String(value));
