import { whileEligible } from '../common/enrolment-standing.ts';
import type { RegulationPack } from '../pack.ts';
import { fiveCreditAdmission } from './admission.ts';
import { fiveCreditGrading, fiveCreditMarking, fiveCreditSubmission } from './assessment.ts';
import { fiveCreditAudit } from './awards.ts';
import { fiveCreditTransfer } from './credit-transfer.ts';
import { fiveCreditDeferral } from './deferral.ts';
import { fiveCreditEligibility } from './eligibility.ts';
import { fiveCreditEnrolment } from './enrolment.ts';
import { fiveCreditFigures } from './figures.ts';
import { fiveCreditGrades } from './grades.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';
import { fiveCreditProgramme } from './programme.ts';
import { fiveCreditRegistration } from './registration.ts';
import { fiveCreditWithdrawal } from './withdrawal.ts';

/** The five-credit-unit regulations, for distance learning and full-time undergraduates. */
export const fiveCredit: RegulationPack = {
  id: FIVE_CREDIT_PACK,
  regime: '5cu',
  grades: fiveCreditGrades,
  programme: fiveCreditProgramme,
  admission: fiveCreditAdmission,
  enrolment: whileEligible(fiveCreditEnrolment, fiveCreditEligibility, []),
  withdrawal: fiveCreditWithdrawal,
  deferral: fiveCreditDeferral,
  submission: fiveCreditSubmission,
  marking: fiveCreditMarking,
  grading: fiveCreditGrading,
  creditTransfer: fiveCreditTransfer,
  figures: fiveCreditFigures,
  eligibility: fiveCreditEligibility,
  audit: fiveCreditAudit,
  registration: fiveCreditRegistration,
};
