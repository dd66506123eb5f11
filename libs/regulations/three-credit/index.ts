import { andCleared, whileCleared, whileRecognised } from '../common/clearing.ts';
import { whileEligible } from '../common/enrolment-standing.ts';
import type { RegulationPack } from '../pack.ts';
import { threeCreditAdmission } from './admission.ts';
import { threeCreditGrading, threeCreditMarking, threeCreditSubmission } from './assessment.ts';
import { threeCreditAudit } from './awards.ts';
import { threeCreditTransfer } from './credit-transfer.ts';
import { threeCreditDeadlines } from './deadlines.ts';
import { threeCreditDeferral } from './deferral.ts';
import { threeCreditDues } from './dues.ts';
import { threeCreditEligibility, UNTIL_ADVICE } from './eligibility.ts';
import { threeCreditCourseChange, threeCreditEnrolment, threeCreditEnrolmentTerm } from './enrolment.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditGrades } from './grades.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditProgramme } from './programme.ts';
import { threeCreditRegistration } from './registration.ts';
import { threeCreditResearch } from './research.ts';
import { threeCreditScholarships } from './scholarship.ts';
import { threeCreditWithdrawal } from './withdrawal.ts';

const eligibility = andCleared(threeCreditEligibility, threeCreditDues.clearance);

/** The three-credit-unit regulations, for distance learning and full-time undergraduates. */
export const threeCredit: RegulationPack = {
  id: THREE_CREDIT_PACK,
  regime: '3cu',
  grades: threeCreditGrades,
  programme: threeCreditProgramme,
  admission: threeCreditAdmission,
  enrolment: whileCleared(
    whileEligible(threeCreditEnrolment, threeCreditEligibility, UNTIL_ADVICE),
    threeCreditDues.clearance,
  ),
  withdrawal: threeCreditWithdrawal,
  deferral: threeCreditDeferral,
  submission: threeCreditSubmission,
  marking: threeCreditMarking,
  grading: whileRecognised(threeCreditGrading, threeCreditDues.recognition),
  creditTransfer: threeCreditTransfer,
  figures: threeCreditFigures,
  eligibility,
  audit: threeCreditAudit,
  ...threeCreditDues,
  enrolmentTerm: threeCreditEnrolmentTerm(eligibility),
  deadlines: threeCreditDeadlines,
  courseChange: whileCleared(
    whileEligible(threeCreditCourseChange, threeCreditEligibility, UNTIL_ADVICE),
    threeCreditDues.clearance,
  ),
  registration: threeCreditRegistration,
  scholarship: threeCreditScholarships,
  research: threeCreditResearch,
};
