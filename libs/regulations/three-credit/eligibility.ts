import { type CivilDate, type ClauseId, type Finding, fails, holds, type Ruling, rule, text } from '#kernel';
import {
  deferralFinding,
  eligibilityRemedies,
  isEarlierYear,
  letInSince,
  type MaximumPeriod,
  maximumPeriodFinding,
  resultsToCome,
} from '../common/eligibility.ts';
import { researchEligibility } from '../common/research-coursework.ts';
import {
  adviceOn,
  notLifted,
  onProbation,
  type StoodAt,
  standingsByAverage,
  studyEnded,
} from '../common/standing-average.ts';
import type { AverageLaw } from '../common/standing-average-law.ts';
import { before } from '../common/term-ends.ts';
import { type Chapter, chapterOf, type Study, type TermFacts } from '../facts.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditResearchLaw } from './research-law.ts';
import { threeCreditStandingLaws } from './standing.ts';

/** What face-to-face study says besides of who may enrol, by chapter. */
interface FaceToFace {
  readonly blocked: ClauseId;
  readonly period: MaximumPeriod;
  /** That study beyond the longest period is ended, beside the clause of the period itself. */
  readonly ended: ClauseId;
  readonly deferred: ClauseId;
}

/** [3cu/ug/11.1] [3cu/ug/11.4] [3cu/ug/11.5] [3cu/tpg/10.1] [3cu/tpg/10.4] [3cu/tpg/10.5] */
const faceToFace: Partial<Readonly<Record<Chapter, FaceToFace>>> = {
  undergraduate: {
    blocked: '3cu/ug/11.4',
    period: { longest: { beyond: 2 }, within: '3cu/ug/7.2', exceeded: '3cu/ug/7.3' },
    ended: '3cu/ug/11.5.2',
    deferred: '3cu/ug/4.1',
  },
  'taught-postgraduate': {
    blocked: '3cu/tpg/10.4',
    period: { longest: { beyond: 2 }, within: '3cu/tpg/7.1', exceeded: '3cu/tpg/7.2' },
    ended: '3cu/tpg/10.5.2',
    deferred: '3cu/tpg/4.1',
  },
};

const ofResearch = researchEligibility(threeCreditResearchLaw);

const advice = text(
  'Academic advice from the School, once recorded, lifts the block; so does a CGPA of 2.00 or above.',
  '學生接受學院的學業輔導並記錄在案後，或累積平均積點達 2.00 或以上，限制即告解除。',
);

/**
 * Whether a three-credit student may enrol for a term: probation, ended study, deferral. Term summaries show
 * it, and every enrolment asks it. How the student stands is told by the rules of standing, published decisions first. A
 * block that stands until advice is lifted by that on record; without it the remedy names it, and an enrolment is let through on the adviser's word.
 * Distance learning passes over the first GPA after admission and blocks until advice; full-time study blocks what
 * follows the Spring examinations, that is, the terms of a later academic year once no result is outstanding, and ends after three terms on probation
 * or past N + 2 years. Averages are compared exactly, not as rounded. [3cu/dl/4.1] [3cu/dl/4.2] [3cu/dl/4.3] [3cu/ug/11.1]
 * [3cu/ug/11.4] [3cu/ug/11.5]
 */
export function threeCreditEligibility(study: Study, term: TermFacts, today: CivilDate): Ruling {
  const chapter = chapterOf(study.registration.programme);
  if (chapter === 'research') return ofResearch(study, term, today);
  const standing = threeCreditStandingLaws[chapter];
  const stood = standingsByAverage(standing, study, before(term));
  const law = faceToFace[chapter];
  const findings = law
    ? faceToFaceProbation(standing, law, study, stood, term)
    : distanceProbation(standing, study, stood);
  const blockedUntilAdvice = findings.some(({ clause, holds: met }) => !met && UNTIL_ADVICE.includes(clause));
  if (law) findings.push(...longestPeriod(study, term, law));
  findings.push(deferralFinding(study, term, today, law?.deferred ?? '3cu/dl/5.1'));
  return rule(THREE_CREDIT_PACK, findings, [...(blockedUntilAdvice ? [advice] : []), ...eligibilityRemedies(findings)]);
}

function longestPeriod(study: Study, term: TermFacts, { period, ended }: FaceToFace): Finding[] {
  const found = maximumPeriodFinding(study, term, period);
  return found.holds ? [found] : [found, { ...found, clause: ended }];
}

/** The blocks of probation that academic advice lifts. */
export const UNTIL_ADVICE: readonly string[] = ['3cu/dl/4.2', '3cu/dl/4.3', '3cu/ug/11.4', '3cu/tpg/10.4'];

/** A block that lasts until advice: lifted by what is on record. */
function untilAdvice(finding: Finding, standing: AverageLaw, study: Study, stood: readonly StoodAt[]): Finding {
  const advised = adviceOn(standing, study, stood);
  return advised ? holds(finding.clause, { ...finding.figures, advisedOn: advised.on }) : finding;
}

function distanceProbation(law: AverageLaw, study: Study, stood: readonly StoodAt[]): Finding[] {
  const last = stood.at(-1);
  if (!last) return [holds(law.low, { cgpa: null })];
  const { end, standing, wasOnProbation } = last;
  const figures = { cgpa: end.cgpa.toFixed(2), term: end.term, firstGpa: end.firstGpa };
  if (standing === 'good') return [holds(law.low, figures), ...(wasOnProbation ? [holds(law.lifted, figures)] : [])];
  const { cgpa: line } = law.line.on(study.registration.admittedOn).value;
  const blocked = fails(
    '3cu/dl/4.2',
    text(
      'No course may be registered while on probation until the School has given academic advice.',
      '試讀生在接受學院的學業輔導前，不得註冊修讀學科。',
    ),
    figures,
  );
  const goesOn = wasOnProbation ? [fails(law.lifted, notLifted(line), figures), blocked] : [blocked];
  return [
    { clause: law.low, holds: true, figures, note: onProbation(end) },
    ...goesOn.map((finding) => untilAdvice(finding, law, study, stood)),
  ];
}

function faceToFaceProbation(
  standing: AverageLaw,
  law: FaceToFace,
  study: Study,
  stood: readonly StoodAt[],
  term: TermFacts,
): Finding[] {
  const last = stood.at(-1);
  if (!last) return [holds(standing.low, { cgpa: null })];
  const { end, probationTerms } = last;
  const figures = { cgpa: end.cgpa.toFixed(2), term: end.term };
  if (last.standing === 'good') return [holds(standing.low, figures)];
  const findings: Finding[] = [{ clause: standing.low, holds: true, figures, note: onProbation(end) }];
  if (last.standing === 'terminated' && standing.ended) {
    findings.push(fails(standing.ended.after, studyEnded(probationTerms), { ...figures, probationTerms }));
  } else if (
    isEarlierYear(end.academicYear, term.academicYear) &&
    !resultsToCome(study, end.academicYear) &&
    !letInSince(study, end.academicYear, term)
  ) {
    const blocked = fails(
      law.blocked,
      text(
        'On probation after the Spring examinations: no course of Autumn or later until the School has given academic advice.',
        '學生於春季學期考試後成為試讀生，在接受學院的學業輔導前，不得修讀秋季或其後學期的學科。',
      ),
      { ...figures, probationTerms },
    );
    findings.push(untilAdvice(blocked, standing, study, stood));
  }
  return findings;
}
