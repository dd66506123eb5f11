import { type CivilDate, type Finding, fails, holds, type Ruling, rule, text } from '#kernel';
import {
  deferralFinding,
  gradedYearOf,
  isEarlierYear,
  maximumPeriodFinding,
  yearOfStudy,
} from '../common/eligibility.ts';
import { ownAttempts } from '../common/figures.ts';
import { termsOf } from '../common/figures-terms.ts';
import { researchEligibility } from '../common/research-coursework.ts';
import { dated } from '../dated.ts';
import { chapterOf, type ProgrammeFacts, type Study, type TermFacts } from '../facts.ts';
import { fiveCreditFigures } from './figures.ts';
import { FIVE_CREDIT_PACK, taughtPostgraduatePeriod } from './parameters.ts';
import { fiveCreditResearchLaw } from './research-law.ts';

/** For those admitted from 2016/17. [5cu/ug/11.1] [5cu/ug/11.2.1] [5cu/ug/11.2.3] [5cu/ug/11.4] [5cu/ug/7.2] */
const progressRules = dated({
  from: '2016-09-01',
  clause: '5cu/ug/11.2.1',
  value: {
    fromAcademicYear: '2016/17',
    firstTestedAfterYear: 2,
    /** The credits normally taken are divided by this and rounded down to the step. */
    divisor: 2,
    step: 5,
    period: { longest: { beyond: 2 }, within: '5cu/ug/7.2', exceeded: '5cu/ug/7.3' },
  },
});

type ProgressRules = ReturnType<typeof progressRules.on>['value'];

const ofResearch = researchEligibility(fiveCreditResearchLaw);

const UNDERGRADUATE = new Set<ProgrammeFacts['award']>(['ordinary', 'honours']);

/**
 * The credits that must have been earned after a year of study: half the credits of a year, rounded down to a
 * multiple of five, for each year after the first up to N, and no more at N + 1. Null where no minimum is set.
 * [5cu/ug/11.2.3] [5cu/ug/11.2.4] [5cu/ug/11.2.5]
 */
export function minimumCreditsAfter(
  year: number,
  credits: number,
  years: number,
  admittedOn: CivilDate,
): number | null {
  const progress = progressRules.on(admittedOn).value;
  if (year < progress.firstTestedAfterYear || year > years + 1) return null;
  const afterSecondYear = Math.floor(credits / years / progress.divisor / progress.step) * progress.step;
  return (Math.min(year, years) - 1) * afterSecondYear;
}

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
  if (chapter === 'distance-learning')
    return rule(FIVE_CREDIT_PACK, [deferralFinding(study, term, today, '5cu/dl/4.1')]);
  if (chapter === 'taught-postgraduate') {
    const { clause: within, value: longest } = taughtPostgraduatePeriod.on(study.registration.admittedOn);
    return rule(FIVE_CREDIT_PACK, [
      maximumPeriodFinding(study, term, { longest, within, exceeded: '5cu/tpg/7.2' }),
      deferralFinding(study, term, today, '5cu/tpg/4.1'),
    ]);
  }
  const progress = progressRules.on(study.registration.admittedOn).value;
  return rule(FIVE_CREDIT_PACK, [
    ...creditProgress(study, term, progress),
    maximumPeriodFinding(study, term, progress.period),
    deferralFinding(study, term, today, '5cu/ug/4.1'),
  ]);
}

function creditProgress(study: Study, term: TermFacts, progress: ProgressRules): Finding[] {
  const { registration } = study;
  if (isEarlierYear(registration.entryTerm.academicYear, progress.fromAcademicYear))
    return [holds('5cu/ug/11.4', { entered: registration.entryTerm.academicYear })];
  const { award, credits, years } = registration.programme;
  const figures = fiveCreditFigures(study);
  const terms = termsOf(study.attempts);
  const earnedBy = (year: number): number =>
    figures.attempts
      .filter(({ attempt }) => yearOfStudy(registration, gradedYearOf(attempt, terms)) <= year)
      .reduce((sum, { creditsEarned }) => sum + creditsEarned, 0);

  // A year is looked at when its results are out: while one is to come, so is the year's end.
  const underWay = ownAttempts(study)
    .filter(({ status }) => status === 'enrolled')
    .map((attempt) => yearOfStudy(registration, attempt.term.academicYear));
  const yearsDone = Math.min(
    yearOfStudy(registration, term.academicYear) - 1,
    years + 1,
    ...underWay.map((year) => year - 1),
  );
  let findings: Finding[] = [holds('5cu/ug/11.1', { yearsDone })];
  let everOnProbation = false;
  for (let year = progress.firstTestedAfterYear; year <= yearsDone; year++) {
    const minimum = minimumCreditsAfter(year, credits - figures.creditsTransferred, years, registration.admittedOn);
    if (minimum === null) continue;
    const earned = earnedBy(year);
    const of = { year, minimum, earned };
    if (earned >= minimum) {
      findings = [holds('5cu/ug/11.1', of)];
      continue;
    }
    if (year >= years && everOnProbation && UNDERGRADUATE.has(award)) {
      return [
        fails(
          '5cu/ug/11.3',
          text(
            `Study ended: after probation, ${earned} credits were earned by the end of year ${year}, where ${minimum} are the minimum.`,
            `學籍終止：學生曾被列為試讀生，至第 ${year} 學年終結時取得 ${earned} 學分，未達 ${minimum} 學分的下限。`,
          ),
          of,
        ),
      ];
    }
    everOnProbation = true;
    findings = [
      {
        clause: '5cu/ug/11.1',
        holds: true,
        figures: of,
        note: text(
          `On probation: ${earned} credits by the end of year ${year}, where ${minimum} are the minimum.`,
          `試讀：至第 ${year} 學年終結時取得 ${earned} 學分，未達 ${minimum} 學分的下限。`,
        ),
      },
    ];
  }
  return findings;
}
