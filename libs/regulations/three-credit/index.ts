import { whileEligible } from '../common/enrolment-standing.ts';
import type { RegulationPack } from '../pack.ts';
import { threeCreditAdmission } from './admission.ts';
import { threeCreditGrading, threeCreditMarking, threeCreditSubmission } from './assessment.ts';
import { threeCreditAudit } from './awards.ts';
import { threeCreditTransfer } from './credit-transfer.ts';
import { threeCreditDeferral } from './deferral.ts';
import { threeCreditEligibility, UNTIL_ADVICE } from './eligibility.ts';
import { threeCreditEnrolment } from './enrolment.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditGrades } from './grades.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditProgramme } from './programme.ts';
import { threeCreditRegistration } from './registration.ts';
import { threeCreditWithdrawal } from './withdrawal.ts';

/** The three-credit-unit regulations, for distance learning and full-time undergraduates. */
export const threeCredit: RegulationPack = {
  id: THREE_CREDIT_PACK,
  regime: '3cu',
  grades: threeCreditGrades,
  programme: threeCreditProgramme,
  admission: threeCreditAdmission,
  enrolment: whileEligible(threeCreditEnrolment, threeCreditEligibility, UNTIL_ADVICE),
  withdrawal: threeCreditWithdrawal,
  deferral: threeCreditDeferral,
  submission: threeCreditSubmission,
  marking: threeCreditMarking,
  grading: threeCreditGrading,
  creditTransfer: threeCreditTransfer,
  figures: threeCreditFigures,
  eligibility: threeCreditEligibility,
  audit: threeCreditAudit,
  registration: threeCreditRegistration,
};
