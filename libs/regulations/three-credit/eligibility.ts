import {
  type CivilDate,
  type ClauseId,
  type Finding,
  fails,
  holds,
  Rational,
  type Ruling,
  rule,
  type Text,
  text,
} from '#kernel';
import {
  deferralFinding,
  isEarlierYear,
  type MaximumPeriod,
  maximumPeriodFinding,
  resultsToCome,
  type TermEnd,
  termEnds,
} from '../common/eligibility.ts';
import { researchEligibility } from '../common/research-coursework.ts';
import { dated } from '../dated.ts';
import { type Chapter, chapterOf, type Study, type TermFacts } from '../facts.ts';
import { threeCreditScale } from './grades.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditResearchLaw } from './research-law.ts';

/** From entry in September 2022. [3cu/dl/4.1] [3cu/ug/11.1] [3cu/ug/11.5.1] [3cu/ug/7.2] */
const goodStanding = dated({
  from: '2022-09-01',
  clause: '3cu/ug/11.1',
  value: {
    cgpa: Rational.of(2),
    /** Terms on probation in a row that end the study; the term whose result began it is not one of them. */
    probationTerms: 3,
  },
});

/** What face-to-face study says of probation, by chapter. */
interface FaceToFace {
  readonly low: ClauseId;
  readonly blocked: ClauseId;
  readonly ended: ClauseId;
  readonly period: MaximumPeriod;
  readonly deferred: ClauseId;
}

/** [3cu/ug/11.1] [3cu/ug/11.4] [3cu/ug/11.5] [3cu/tpg/10.1] [3cu/tpg/10.4] [3cu/tpg/10.5] */
const faceToFace: Partial<Readonly<Record<Chapter, FaceToFace>>> = {
  undergraduate: {
    low: '3cu/ug/11.1',
    blocked: '3cu/ug/11.4',
    ended: '3cu/ug/11.5.1',
    period: { longest: { beyond: 2 }, within: '3cu/ug/7.2', exceeded: '3cu/ug/11.5.2' },
    deferred: '3cu/ug/4.1',
  },
  'taught-postgraduate': {
    low: '3cu/tpg/10.1',
    blocked: '3cu/tpg/10.4',
    ended: '3cu/tpg/10.5.1',
    period: { longest: { beyond: 2 }, within: '3cu/tpg/7.1', exceeded: '3cu/tpg/10.5.2' },
    deferred: '3cu/tpg/4.1',
  },
};

const ofResearch = researchEligibility(threeCreditResearchLaw);

type GoodStanding = ReturnType<typeof goodStanding.on>['value'];

const advice = text(
  'Academic advice from the School, once recorded, lifts the block; so does a CGPA of 2.00 or above.',
  '學生接受學院的學業輔導並記錄在案後，或累積平均積點達 2.00 或以上，限制即告解除。',
);

const isLow = (end: TermEnd, { cgpa }: GoodStanding): boolean => end.cgpa.compare(cgpa) < 0;

const onProbation = (end: TermEnd): Text =>
  text(
    `On probation: the CGPA was ${end.cgpa.toFixed(2)} at the end of ${end.term}.`,
    `試讀：${end.term} 學期終結時的累積平均積點為 ${end.cgpa.toFixed(2)}。`,
  );

/** How many of the last term ends in a row were below the CGPA that good standing takes. */
const lowTermsInARow = (ends: readonly TermEnd[], standing: GoodStanding): number => {
  const lastGood = ends.findLastIndex((end) => !isLow(end, standing));
  return ends.length - 1 - lastGood;
};

/**
 * Whether a three-credit student may enrol for a term: probation, ended study, deferral. Term summaries show
 * it, and every enrolment asks it. Advice given to a student on probation is not among the facts of the record: a block
 * that stands until advice refuses, the remedy names it, and an enrolment is let through on the adviser's word.
 * Distance learning passes over the first GPA after admission and blocks until advice; full-time study blocks what
 * follows the Spring examinations, that is, the terms of a later academic year once no result is outstanding, and ends after three terms on probation
 * or past N + 2 years. Averages are compared exactly, not as rounded. [3cu/dl/4.1] [3cu/dl/4.2] [3cu/dl/4.3] [3cu/ug/11.1]
 * [3cu/ug/11.4] [3cu/ug/11.5]
 */
export function threeCreditEligibility(study: Study, term: TermFacts, today: CivilDate): Ruling {
  const chapter = chapterOf(study.registration.programme);
  if (chapter === 'research') return ofResearch(study, term, today);
  const law = faceToFace[chapter];
  const ends = termEnds(study, threeCreditScale, term);
  const standing = goodStanding.on(study.registration.admittedOn).value;
  const findings = law ? faceToFaceProbation(law, study, ends, term, standing) : distanceProbation(ends, standing);
  const blockedUntilAdvice = findings.some(({ clause, holds: met }) => !met && UNTIL_ADVICE.includes(clause));
  if (law) findings.push(maximumPeriodFinding(study, term, law.period));
  findings.push(deferralFinding(study, term, today, law?.deferred ?? '3cu/dl/5.1'));
  return rule(THREE_CREDIT_PACK, findings, blockedUntilAdvice ? [advice] : []);
}

/** The blocks of probation that academic advice lifts. */
export const UNTIL_ADVICE: readonly string[] = ['3cu/dl/4.2', '3cu/dl/4.3', '3cu/ug/11.4', '3cu/tpg/10.4'];

const notLifted = ({ cgpa }: GoodStanding): Text =>
  text(
    `Probation goes on: it is lifted at the end of a term with a CGPA of ${cgpa.toFixed(2)} or above.`,
    `試讀尚未解除：學期終結時累積平均積點須達 ${cgpa.toFixed(2)} 或以上。`,
  );

function distanceProbation(ends: readonly TermEnd[], standing: GoodStanding): Finding[] {
  const last = ends.at(-1);
  if (!last) return [holds('3cu/dl/4.1', { cgpa: null })];
  const before = ends.at(-2);
  const wasOnProbation = before !== undefined && !before.firstGpa && isLow(before, standing);
  const figures = { cgpa: last.cgpa.toFixed(2), term: last.term, firstGpa: last.firstGpa };
  if (!isLow(last, standing) || last.firstGpa)
    return [holds('3cu/dl/4.1', figures), ...(wasOnProbation ? [holds('3cu/dl/4.3', figures)] : [])];
  return [
    { clause: '3cu/dl/4.1', holds: true, figures, note: onProbation(last) },
    ...(wasOnProbation ? [fails('3cu/dl/4.3', notLifted(standing), figures)] : []),
    fails(
      '3cu/dl/4.2',
      text(
        'No course may be registered while on probation until the School has given academic advice.',
        '試讀生在接受學院的學業輔導前，不得註冊修讀學科。',
      ),
      figures,
    ),
  ];
}

function faceToFaceProbation(
  law: FaceToFace,
  study: Study,
  ends: readonly TermEnd[],
  term: TermFacts,
  standing: GoodStanding,
): Finding[] {
  const toCome = resultsToCome(study, term);
  const last = ends.at(-1);
  if (!last) return [holds(law.low, { cgpa: null })];
  const figures = { cgpa: last.cgpa.toFixed(2), term: last.term };
  if (!isLow(last, standing)) return [holds(law.low, figures)];
  const probationTerms = lowTermsInARow(ends, standing) - 1;
  const findings: Finding[] = [{ clause: law.low, holds: true, figures, note: onProbation(last) }];
  if (probationTerms >= standing.probationTerms) {
    findings.push(
      fails(
        law.ended,
        text(
          `Study ended: probation was not lifted in ${probationTerms} consecutive terms.`,
          `學籍終止：連續 ${probationTerms} 個試讀學期終結時仍未能解除試讀。`,
        ),
        { ...figures, probationTerms },
      ),
    );
  } else if (isEarlierYear(last.academicYear, term.academicYear) && !toCome) {
    findings.push(
      fails(
        law.blocked,
        text(
          'On probation after the Spring examinations: no course of Autumn or later until the School has given academic advice.',
          '學生於春季學期考試後成為試讀生，在接受學院的學業輔導前，不得修讀秋季或其後學期的學科。',
        ),
        { ...figures, probationTerms },
      ),
    );
  }
  return findings;
}
