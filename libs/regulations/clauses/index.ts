import type { ClauseId } from '#kernel';
import type { Clause } from './clause.ts';
import { fiveCreditAssessmentClauses } from './five-credit-assessment.ts';
import { fiveCreditAssessmentAbsenceClauses } from './five-credit-assessment-absence.ts';
import { fiveCreditAssessmentResultsClauses } from './five-credit-assessment-results.ts';
import { fiveCreditAwardClauses } from './five-credit-awards.ts';
import { fiveCreditDistanceLearningClauses } from './five-credit-distance-learning.ts';
import { fiveCreditDistanceLearningAssessmentClauses } from './five-credit-distance-learning-assessment.ts';
import { fiveCreditDualAwardClauses } from './five-credit-dual-awards.ts';
import { fiveCreditFullTimeClauses } from './five-credit-full-time.ts';
import { fiveCreditFullTimeAssessmentClauses } from './five-credit-full-time-assessment.ts';
import { fiveCreditGlossaryClauses } from './five-credit-glossary.ts';
import { fiveCreditPostgraduateAwardClauses } from './five-credit-postgraduate-awards.ts';
import { fiveCreditResearchAwardClauses } from './five-credit-research-awards.ts';
import { fiveCreditResearchPostgraduateClauses } from './five-credit-research-postgraduate.ts';
import { fiveCreditScholarshipClauses } from './five-credit-scholarships.ts';
import { fiveCreditTaughtPostgraduateClauses } from './five-credit-taught-postgraduate.ts';
import { fiveCreditTaughtPostgraduateAssessmentClauses } from './five-credit-taught-postgraduate-assessment.ts';
import { fiveCreditTransferClauses } from './five-credit-transfer.ts';
import { threeCreditAssessmentClauses } from './three-credit-assessment.ts';
import { threeCreditAssessmentAbsenceClauses } from './three-credit-assessment-absence.ts';
import { threeCreditAssessmentResultsClauses } from './three-credit-assessment-results.ts';
import { threeCreditAwardClauses } from './three-credit-awards.ts';
import { threeCreditDistanceLearningClauses } from './three-credit-distance-learning.ts';
import { threeCreditDistanceLearningAssessmentClauses } from './three-credit-distance-learning-assessment.ts';
import { threeCreditDualAwardClauses } from './three-credit-dual-awards.ts';
import { threeCreditFullTimeClauses } from './three-credit-full-time.ts';
import { threeCreditFullTimeAssessmentClauses } from './three-credit-full-time-assessment.ts';
import { threeCreditGlossaryClauses } from './three-credit-glossary.ts';
import { threeCreditPostgraduateAwardClauses } from './three-credit-postgraduate-awards.ts';
import { threeCreditResearchAwardClauses } from './three-credit-research-awards.ts';
import { threeCreditResearchPostgraduateClauses } from './three-credit-research-postgraduate.ts';
import { threeCreditScholarshipClauses } from './three-credit-scholarships.ts';
import { threeCreditTaughtPostgraduateClauses } from './three-credit-taught-postgraduate.ts';
import { threeCreditTaughtPostgraduateAssessmentClauses } from './three-credit-taught-postgraduate-assessment.ts';
import { threeCreditTransferClauses } from './three-credit-transfer.ts';

export type { Clause } from './clause.ts';

const register: readonly Clause[] = [
  ...fiveCreditGlossaryClauses,
  ...fiveCreditDistanceLearningClauses,
  ...fiveCreditDistanceLearningAssessmentClauses,
  ...fiveCreditResearchPostgraduateClauses,
  ...fiveCreditTaughtPostgraduateClauses,
  ...fiveCreditTaughtPostgraduateAssessmentClauses,
  ...fiveCreditFullTimeClauses,
  ...fiveCreditFullTimeAssessmentClauses,
  ...fiveCreditAwardClauses,
  ...fiveCreditPostgraduateAwardClauses,
  ...fiveCreditResearchAwardClauses,
  ...fiveCreditDualAwardClauses,
  ...fiveCreditAssessmentClauses,
  ...fiveCreditAssessmentAbsenceClauses,
  ...fiveCreditAssessmentResultsClauses,
  ...fiveCreditTransferClauses,
  ...fiveCreditScholarshipClauses,
  ...threeCreditGlossaryClauses,
  ...threeCreditDistanceLearningClauses,
  ...threeCreditDistanceLearningAssessmentClauses,
  ...threeCreditResearchPostgraduateClauses,
  ...threeCreditTaughtPostgraduateClauses,
  ...threeCreditTaughtPostgraduateAssessmentClauses,
  ...threeCreditFullTimeClauses,
  ...threeCreditFullTimeAssessmentClauses,
  ...threeCreditAwardClauses,
  ...threeCreditPostgraduateAwardClauses,
  ...threeCreditResearchAwardClauses,
  ...threeCreditDualAwardClauses,
  ...threeCreditAssessmentClauses,
  ...threeCreditAssessmentAbsenceClauses,
  ...threeCreditAssessmentResultsClauses,
  ...threeCreditTransferClauses,
  ...threeCreditScholarshipClauses,
];

const byId: ReadonlyMap<ClauseId, Clause> = new Map(register.map((each) => [each.id, each]));

/** The clause of an id, if the register has it. */
export const clause = (id: ClauseId): Clause | undefined => byId.get(id);

/** Every clause that rulings and scenarios may name, in the order of regime and chapter. */
export const allClauses = (): readonly Clause[] => register;
