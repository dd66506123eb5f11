import type { CivilDate } from '#kernel';
import { lastResultOf } from '../common/eligibility.ts';
import { ownAttempts } from '../common/figures.ts';
import type { Rule } from '../common/parameters.ts';
import type { Attempt, HeldEnrolment, Study } from '../facts.ts';
import { threeCreditEligibility, UNTIL_ADVICE } from './eligibility.ts';

/**
 * The courses that were enrolled in before the results that put the student on probation were on record: no registration
 * for them would be let in now, and they are not to be taken until the School has advised or probation is lifted. What
 * is enrolled in later passed the block itself, on the adviser's word, which lets go the others too. [3cu/ug/11.4] [3cu/tpg/10.4] [3cu/dl/4.2]
 */
export const threeCreditHeld: Rule<CivilDate, readonly HeldEnrolment[]> = (study, today) =>
  ownAttempts(study)
    .filter(({ status, term }) => status === 'enrolled' && term.examinations[1] >= today)
    .flatMap((attempt) => heldBy(study, attempt, today));

function heldBy(study: Study, attempt: Attempt, today: CivilDate): HeldEnrolment[] {
  const { course, term } = attempt;
  const attempts = ownAttempts(study);
  const known = lastResultOf(attempts, (other) => other.term.teaching[0] < term.teaching[0]);
  if (known === undefined) return [];
  // Whoever was let in past the block since, for this term or a later one, was advised.
  if (attempts.some((other) => other.term.teaching[0] >= term.teaching[0] && other.enrolledOn > known)) return [];
  const block = threeCreditEligibility(study, term, today).findings.find(
    ({ clause, holds }) => !holds && UNTIL_ADVICE.includes(clause),
  );
  return block
    ? [{ course: course.code, term: term.code, clause: block.clause, since: known, begins: term.teaching[0] }]
    : [];
}
