import { andCleared, whileCleared, whileRecognised } from '../common/clearing.ts';
import { whileEligible } from '../common/enrolment-standing.ts';
import type { RegulationPack } from '../pack.ts';
import { fiveCreditAdmission } from './admission.ts';
import { fiveCreditGrading, fiveCreditMarking, fiveCreditSubmission } from './assessment.ts';
import { fiveCreditAudit } from './awards.ts';
import { fiveCreditTransfer } from './credit-transfer.ts';
import { fiveCreditDeadlines } from './deadlines.ts';
import { fiveCreditDeferral } from './deferral.ts';
import { fiveCreditDues } from './dues.ts';
import { fiveCreditEligibility } from './eligibility.ts';
import { fiveCreditCourseChange, fiveCreditEnrolment, fiveCreditEnrolmentTerm } from './enrolment.ts';
import { fiveCreditFigures } from './figures.ts';
import { fiveCreditGrades } from './grades.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';
import { fiveCreditProgramme } from './programme.ts';
import { fiveCreditRegistration } from './registration.ts';
import { fiveCreditResearch } from './research.ts';
import { fiveCreditScholarships } from './scholarship.ts';
import { fiveCreditWithdrawal } from './withdrawal.ts';

const eligibility = andCleared(fiveCreditEligibility, fiveCreditDues.clearance);

/** The five-credit-unit regulations, for distance learning and full-time undergraduates. */
export const fiveCredit: RegulationPack = {
  id: FIVE_CREDIT_PACK,
  regime: '5cu',
  grades: fiveCreditGrades,
  programme: fiveCreditProgramme,
  admission: fiveCreditAdmission,
  enrolment: whileCleared(whileEligible(fiveCreditEnrolment, fiveCreditEligibility, []), fiveCreditDues.clearance),
  withdrawal: fiveCreditWithdrawal,
  deferral: fiveCreditDeferral,
  submission: fiveCreditSubmission,
  marking: fiveCreditMarking,
  grading: whileRecognised(fiveCreditGrading, fiveCreditDues.recognition),
  creditTransfer: fiveCreditTransfer,
  figures: fiveCreditFigures,
  eligibility,
  audit: fiveCreditAudit,
  ...fiveCreditDues,
  enrolmentTerm: fiveCreditEnrolmentTerm(eligibility),
  deadlines: fiveCreditDeadlines,
  courseChange: whileCleared(
    whileEligible(fiveCreditCourseChange, fiveCreditEligibility, []),
    fiveCreditDues.clearance,
  ),
  registration: fiveCreditRegistration,
  scholarship: fiveCreditScholarships,
  research: fiveCreditResearch,
};
