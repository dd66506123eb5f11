import { type CivilDate, type Finding, fails, holds, type Ruling, rule } from '#kernel';
import {
  deferralFinding,
  eligibilityRemedies,
  type MaximumPeriod,
  maximumPeriodFinding,
  yearOfStudy,
} from '../common/eligibility.ts';
import { researchEligibility } from '../common/research-coursework.ts';
import {
  enteredBefore,
  minimumCredits,
  probationAt,
  standingsByCredits,
  terminatedAt,
  yearsOver,
} from '../common/standing-credits.ts';
import { dated } from '../dated.ts';
import { chapterOf, type Study, type TermFacts } from '../facts.ts';
import { fiveCreditFigures } from './figures.ts';
import { FIVE_CREDIT_PACK, taughtPostgraduatePeriod } from './parameters.ts';
import { fiveCreditResearchLaw } from './research-law.ts';
import { fiveCreditStandingLaw } from './standing.ts';

/** [5cu/ug/7.2] [5cu/ug/7.3] */
const undergraduatePeriod = dated<MaximumPeriod>({
  from: '2016-09-01',
  clause: '5cu/ug/7.2',
  value: { longest: { beyond: 2 }, within: '5cu/ug/7.2', exceeded: '5cu/ug/7.3' },
});

const ofResearch = researchEligibility(fiveCreditResearchLaw);

export const minimumCreditsAfter = minimumCredits(fiveCreditStandingLaw);

/**
 * Whether a five-credit student may enrol for a term: ended study and deferral. Probation for too few credits binds
 * full-time students; it is told but blocks nothing, until the minimum is missed again at N or N + 1 by somebody who
 * had been on probation before, which ends the study of undergraduates. Transferred credits lower the total that the
 * minimum is half of, and do not count towards it. Taught postgraduates know no probation, only the longest period. Term
 * summaries show it, and every enrolment asks it. [5cu/ug/7.3] [5cu/tpg/7.2] [5cu/ug/11.1] [5cu/ug/11.3]
 */
export function fiveCreditEligibility(study: Study, term: TermFacts, today: CivilDate): Ruling {
  const chapter = chapterOf(study.registration.programme);
  if (chapter === 'research') return ofResearch(study, term, today);
  if (chapter === 'distance-learning') return ruleOf([deferralFinding(study, term, today, '5cu/dl/4.1')]);
  if (chapter === 'taught-postgraduate') {
    const { clause: within, value: longest } = taughtPostgraduatePeriod.on(study.registration.admittedOn);
    return ruleOf([
      maximumPeriodFinding(study, term, { longest, within, exceeded: '5cu/tpg/7.2' }),
      deferralFinding(study, term, today, '5cu/tpg/4.1'),
    ]);
  }
  return ruleOf([
    ...creditProgress(study, term),
    maximumPeriodFinding(study, term, undergraduatePeriod.on(study.registration.admittedOn).value),
    deferralFinding(study, term, today, '5cu/ug/4.1'),
  ]);
}

const ruleOf = (findings: readonly Finding[]): Ruling =>
  rule(FIVE_CREDIT_PACK, findings, eligibilityRemedies(findings));

/** What stands in the way of a term by the standing at the end of the last year that is over; probation does not. */
function creditProgress(study: Study, term: TermFacts): Finding[] {
  const { registration } = study;
  if (enteredBefore(fiveCreditStandingLaw, study))
    return [holds('5cu/ug/11.4', { entered: registration.entryTerm.academicYear })];
  const over = yearsOver(study, yearOfStudy(registration, term.academicYear));
  const yearsDone = Math.min(over, registration.programme.years + 1);
  const last = standingsByCredits(fiveCreditStandingLaw, study, fiveCreditFigures(study), yearsDone).at(-1);
  if (!last) return [holds('5cu/ug/11.1', { yearsDone })];
  const { year, minimum, earned, standing } = last;
  const figures = { year, minimum, earned };
  if (standing === 'terminated') return [fails('5cu/ug/11.3', terminatedAt(last), figures)];
  if (standing === 'good') return [holds('5cu/ug/11.1', figures)];
  return [{ clause: '5cu/ug/11.1', holds: true, figures, note: probationAt(last) }];
}
