import type { CivilDate } from '#kernel';
import {
  type Attempt,
  type DecidedStanding,
  noResults,
  type PublicationDay,
  packFor,
  type TermFacts,
} from '#regulations';
import { applicationsPublished } from './applications.ts';
import { examinationsPublished, withoutSittingMarks } from './examinations.ts';
import { attemptKey, type StudentRecord } from './student-record.ts';

/** When results are out, and the day on which that is asked. */
export interface Publication {
  readonly day: CivilDate;
  /** Terms as the calendar has them now: what was announced since a course was enrolled in counts. */
  readonly terms: ReadonlyMap<string, TermFacts>;
}

/** The term in whose average a result stands, and with whose results it is published. */
export const resultTerm = ({ gradedTerm, term }: Attempt): string => gradedTerm ?? term.code;

/** The terms on whose days of publication a record depends. */
export const termsOfResults = ({ attempts, standings }: StudentRecord): readonly string[] => [
  ...new Set([
    ...attempts.filter(({ grade }) => grade !== undefined).map(resultTerm),
    ...standings.map(({ term }) => term.code),
  ]),
];

/**
 * When the results of a term are published for a programme: as it was announced, else as its regulations reckon it.
 * Undefined for a term of which nobody knows the dates: what stands there is out.
 */
export function resultsOutOn(
  { attempts, registrations }: StudentRecord,
  { terms }: Pick<Publication, 'terms'>,
  programme: string,
  code: string,
): PublicationDay | undefined {
  const term = terms.get(code) ?? attempts.find((attempt) => attempt.term.code === code)?.term;
  const registration = registrations.find((each) => each.programme.code === programme) ?? registrations[0];
  return term && registration && packFor(registration.programme.regime).result.publication(term);
}

/** The attempts whose result is on record and not yet published. */
export const unpublishedAttempts = (record: StudentRecord, publication: Publication): readonly Attempt[] =>
  record.attempts.filter(({ grade, ...attempt }) => {
    if (grade === undefined) return false;
    const out = resultsOutOn(record, publication, attempt.programme, resultTerm(attempt));
    return out !== undefined && out.on > publication.day;
  }) as readonly Attempt[];

/**
 * The record as far as its results are published on a day: what a student may know. A course whose result is not out is
 * being taken; no standing is told of a term before its results are, and nothing that was recorded on results to come:
 * the completion of a programme, an award, the end of a registration for standing, a resit to be paid for. What the
 * award panel and the School have before them is not told at all: of an amended grade, the grade when it is confirmed;
 * of a decision that is settled after it, what takes its place.
 * What the panel makes of circumstances and of an oral examination is told with the result, on record or not. The same
 * record where there is nothing of it. [5cu/assess/19.1] [5cu/assess/19.2] [3cu/assess/18.1] [3cu/assess/18.2]
 */
export function publishedRecord(record: StudentRecord, publication: Publication): StudentRecord {
  const hidden = new Set(unpublishedAttempts(record, publication));
  const keys = new Set([...hidden].map(({ course, term }) => attemptKey(course.code, term.code)));
  const { results, requests } = deliberatedOn(record, keys);
  const standings = record.standings.filter(({ programme, term }) => {
    const out = resultsOutOn(record, publication, programme, term.code);
    return out === undefined || out.on <= publication.day;
  });
  const isAllOut = hidden.size === 0 && standings.length === record.standings.length;
  if (isAllOut && results === record.results && requests === record.requests) return record;

  const untold = record.standings.filter((standing) => !standings.includes(standing));
  const firstOf = (programme: string): CivilDate | undefined =>
    [...hidden]
      .filter((attempt) => attempt.programme === programme)
      .map(({ gradedOn }) => gradedOn ?? '')
      .sort()[0];
  const restsOnHidden = (programme: string, on: CivilDate): boolean => {
    const first = firstOf(programme);
    return first !== undefined && on >= first;
  };
  const endsForStanding = (programme: string, on: CivilDate): boolean =>
    untold.some((standing) => standing.programme === programme && daysOf(standing).includes(on));
  return {
    ...record,
    attempts: record.attempts.map((attempt) => (hidden.has(attempt) ? beforeItsResult(attempt) : attempt)),
    standings,
    results,
    examinations: examinationsPublished(record.examinations, keys),
    moves: record.moves.filter(
      ({ programme, to, recordedOn }) =>
        !(to === 'completed' && restsOnHidden(programme, recordedOn)) &&
        !((to === 'discontinued' || to === 'reinstated') && endsForStanding(programme, recordedOn)),
    ),
    conferments: record.conferments.filter(({ programme, recordedOn }) => !restsOnHidden(programme, recordedOn)),
    advice: record.advice.filter(
      ({ programme, term }) => !untold.some((one) => one.programme === programme && one.term.code === term),
    ),
    requests,
    applications: applicationsPublished(record.applications, keptSince(hidden, untold)),
    // Advice is asked of whoever is on probation: the hold would tell of the standing.
    holds: record.holds.filter(
      ({ kind, placedOn }) =>
        kind !== 'probation-advice' ||
        !(
          untold.some((standing) => daysOf(standing).some((on) => on <= placedOn)) ||
          [...hidden].some(({ gradedOn }) => gradedOn !== undefined && gradedOn <= placedOn)
        ),
    ),
    account: {
      ...record.account,
      charges: record.account.charges.filter(
        ({ kind, course }) => !(kind === 'resit' && [...hidden].some((attempt) => attempt.course.code === course)),
      ),
    },
  };
}

/** The day since which something is kept back. */
const keptSince = (hidden: ReadonlySet<Attempt>, untold: readonly DecidedStanding[]): CivilDate =>
  [...[...hidden].map(({ gradedOn }) => gradedOn ?? ''), ...untold.flatMap(daysOf)].sort()[0] ?? NEVER;

/** After every day. */
const NEVER: CivilDate = '9999-12-31';

/** The days on which a standing was decided, and put right. */
const daysOf = ({ on, revisions }: DecidedStanding): readonly CivilDate[] => [
  on,
  ...revisions.map(({ from }) => from.on),
];

/** Marks of examinations are told to students by disclosure alone, on application. [5cu/assess/19.3] [3cu/assess/18.3] */
export function withoutExaminationMarks(record: StudentRecord): StudentRecord {
  const isMarked = ({ items, submissions }: Attempt): boolean =>
    submissions.some(({ assignment, mark }) => mark !== undefined && isExamination(items, assignment));
  const examinations = record.examinations.sittings.some(({ mark }) => mark !== undefined)
    ? withoutSittingMarks(record.examinations)
    : record.examinations;
  if (examinations === record.examinations && !record.attempts.some(isMarked)) return record;
  const attempts = record.attempts.map((attempt): Attempt => {
    if (!isMarked(attempt)) return attempt;
    const submissions = attempt.submissions.map((submission) => {
      if (!isExamination(attempt.items, submission.assignment)) return submission;
      const { mark: _mark, markedOn: _markedOn, ...sat } = submission;
      return sat;
    });
    return { ...attempt, submissions };
  });
  return { ...record, attempts, examinations };
}

const isExamination = (items: Attempt['items'], id: string): boolean =>
  items.some((item) => item.id === id && item.kind === 'examination');

function beforeItsResult({
  grade: _grade,
  awarded: _awarded,
  gradedOn: _gradedOn,
  gradedTerm: _gradedTerm,
  ...attempt
}: Attempt): Attempt {
  return { ...attempt, status: attempt.status === 'completed' ? 'enrolled' : attempt.status };
}

/** What the award panel and the School said among themselves, and of a result that is not told. */
function deliberatedOn(
  { attempts, results, requests }: StudentRecord,
  hidden: ReadonlySet<string>,
): Pick<StudentRecord, 'results' | 'requests'> {
  const awaited = new Set(
    attempts
      .filter(({ grade, status }) => grade === undefined && status !== 'withdrawn')
      .map(({ course, term }) => attemptKey(course.code, term.code)),
  );
  const isUntold = ({ course, term }: { readonly course: string; readonly term: string }): boolean => {
    const key = attemptKey(course, term);
    return hidden.has(key) || awaited.has(key);
  };
  const nothing = Object.values(results).every((file) => file.length === 0);
  const { circumstances, orals } = requests;
  const panel =
    circumstances.some((report) => report.consideration && isUntold(report)) ||
    orals.some((oral) => oral.result && isUntold(oral));
  return {
    results: nothing ? results : noResults,
    requests: panel
      ? {
          ...requests,
          circumstances: circumstances.map((report) =>
            isUntold(report) ? { ...report, consideration: undefined } : report,
          ),
          orals: orals.map((oral) => (isUntold(oral) ? { ...oral, result: undefined } : oral)),
        }
      : requests,
  };
}
