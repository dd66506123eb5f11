import { type CivilDate, decideBy, refuse, rule, text } from '#kernel';
import type { Attempt, EndRuling } from '#regulations';
import {
  attemptKey,
  evolve,
  type GradeRecorded,
  type RecordEvent,
  recordOn,
  type StudentRecord,
} from '#student-record';
import { gradeToRecord, withRevisedStandings } from '../assessment/graded.ts';
import { dayToCome } from '../day-to-come.ts';
import { type Governed, isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';
import { RegistrationOnADay } from '../registration-on-a-day.ts';
import { isRecommendationWaiting } from '../results/waiting.ts';

/**
 * Resits that were granted and not taken by their last day: the courses are failed for good, and count so in every
 * average. Refused where none is over (`no-missed-resit`); a resit that was sat waits for the Senate, and a result that
 * was recommended for the School. [5cu/assess/15.2(c)] [5cu/assess/15.2(d)] [5cu/dl/8.11.4] [5cu/ug/9.7.4] [5cu/tpg/9.5.4]
 */
export class CloseMissedResits extends RegistrationOnADay {}

/** The courses of a registration that a day fails, and the one ruling that says so of all. */
export interface MissedResits {
  readonly courses: readonly { readonly attempt: Attempt; readonly grade: string }[];
  readonly due: EndRuling;
}

/** What of a registration is failed for good by a day; undefined where nothing is. Pure. */
export function missedResits({ pack, study }: Governed, today: CivilDate): MissedResits | undefined {
  const results = study.results;
  const over = study.attempts.flatMap((attempt) => {
    if (attempt.programme !== study.registration.programme.code) return [];
    const missed = pack.examination.missedResit(study, { attempt, today });
    if (missed?.ruling.outcome !== 'allowed') return [];
    if (results && isRecommendationWaiting(results, attemptKey(attempt.course.code, attempt.term.code))) return [];
    const grading = pack.grading(study, { attempt, grade: missed.grade, today });
    return grading.outcome === 'allowed' ? [{ attempt, missed, grading }] : [];
  });
  const [first] = over.toSorted((a, b) => (a.missed.on < b.missed.on ? -1 : 1));
  if (!first) return undefined;
  const findings = over.flatMap(({ missed, grading }) => [...missed.ruling.findings, ...grading.findings]);
  return {
    courses: over.map(({ attempt, missed: { grade } }) => ({ attempt, grade })),
    due: { ...first.missed, ruling: rule(first.missed.ruling.pack, findings) },
  };
}

export const closeMissedResits = recordUseCase({
  command: CloseMissedResits,
  path: 'missed-resits',
  summary: text('Record the final result of resits that were not taken', '就未有應考的重考記錄最後成績'),
  by: ['registry', 'registrar'],
  clauses: ['5cu/assess/15.2(c)', '5cu/assess/15.2(d)', '5cu/dl/8.11.4', '5cu/ug/9.7.4', '5cu/tpg/9.5.4'],
  decide: (record, { programme, on }: CloseMissedResits, { today }) => {
    const day = on ?? today;
    if (day > today) return dayToCome;
    const found = registrationGoingOn(recordOn(record, day), programme, today);
    if (isRefusal(found)) return found;
    const missed = missedResits(found, day);
    if (!missed) return noMissedResit;
    return decideBy(missed.due.ruling, failed(record, found, missed, today), noMissedResit);
  },
});

/** The result of each course, and the published standings that it puts right. */
function failed(record: StudentRecord, found: Governed, { courses }: MissedResits, on: CivilDate): RecordEvent[] {
  const events: RecordEvent[] = [];
  let now = record;
  for (const { attempt, grade } of courses) {
    const { course, term, gradedTerm = term.code } = attempt;
    const recorded: GradeRecorded = {
      type: 'GradeRecorded',
      data: { course: course.code, term: term.code, on, ...gradeToRecord({ ...found, attempt }, grade), gradedTerm },
    };
    const following = withRevisedStandings(now, recorded, on);
    now = following.reduce(evolve, now);
    events.push(...following);
  }
  return events;
}

const noMissedResit = refuse(
  'no-missed-resit',
  text('No resit of the student is over without having been taken.', '學生並無已逾期而未應考的重考。'),
);
