import {
  andAward,
  andCleared,
  andEntered,
  andEntering,
  whileCleared,
  whileExamined,
  whileRecognised,
} from '../common/clearing.ts';
import { conferment } from '../common/conferment.ts';
import { course } from '../common/course.ts';
import { withMarkQueries } from '../common/coursework-deadlines.ts';
import { whileCourseworkStands, whileOwnWork } from '../common/coursework-grading.ts';
import { breach, elsewhere } from '../common/elsewhere.ts';
import { whileEligible } from '../common/enrolment-standing.ts';
import { entryPath } from '../common/entry.ts';
import { whilePassing } from '../common/examination-exempted.ts';
import { ofChapter } from '../common/parameters.ts';
import { nameRule, particularsRule } from '../common/particulars.ts';
import { requests, whileHeard, whileScriptStands } from '../common/requests.ts';
import { withRequests } from '../common/requests-deadlines.ts';
import type { RegulationPack } from '../pack.ts';
import { fiveCreditAdmission } from './admission.ts';
import { fiveCreditApplications } from './applications.ts';
import { fiveCreditGrading, fiveCreditMarking, fiveCreditRecordedGrade, fiveCreditSubmission } from './assessment.ts';
import { fiveCreditAudit } from './awards.ts';
import { fiveCreditConferment } from './conferment.ts';
import { fiveCreditConversion } from './conversion.ts';
import { fiveCreditCoursework, fiveCreditCourseworkLaws } from './coursework.ts';
import { fiveCreditTransfer } from './credit-transfer.ts';
import { fiveCreditComingDeadlines, fiveCreditDeadlines } from './deadlines.ts';
import { fiveCreditDeferral } from './deferral.ts';
import { fiveCreditDues } from './dues.ts';
import { fiveCreditEligibility } from './eligibility.ts';
import {
  fiveCreditCourseChange,
  fiveCreditCourseChangeFee,
  fiveCreditEnrolment,
  fiveCreditEnrolmentTerm,
  fiveCreditTermLoad,
} from './enrolment.ts';
import { fiveCreditEntry } from './entry.ts';
import { fiveCreditExamination } from './examination.ts';
import { fiveCreditFigures } from './figures.ts';
import { fiveCreditGrades } from './grades.ts';
import { courseLevels, creditMultiple, FIVE_CREDIT_PACK } from './parameters.ts';
import { fiveCreditParticulars } from './particulars.ts';
import { fiveCreditProgramme } from './programme.ts';
import { fiveCreditRegistration } from './registration.ts';
import { fiveCreditRequestsLaw } from './requests.ts';
import { fiveCreditResearch } from './research.ts';
import { fiveCreditResult } from './result.ts';
import { fiveCreditScholarships } from './scholarship.ts';
import { fiveCreditStanding } from './standing.ts';
import { fiveCreditWithdrawal } from './withdrawal.ts';

const CONCURRENT_STUDY = {
  pack: FIVE_CREDIT_PACK,
  clauses: { undergraduate: '5cu/ug/3.8', 'taught-postgraduate': '5cu/tpg/3.8' },
};
const eligibility = andCleared(fiveCreditEligibility, fiveCreditDues.clearance);

const grading = whileHeard(
  whileExamined(
    whileRecognised(whileCourseworkStands(fiveCreditCourseworkLaws, fiveCreditGrading), fiveCreditDues.recognition),
    fiveCreditExamination.grading,
  ),
  fiveCreditRequestsLaw,
);
const fiveCreditRequests = requests(fiveCreditRequestsLaw, {
  grading,
  recordedGrade: fiveCreditRecordedGrade,
  clearance: fiveCreditDues.clearance,
});

const result = fiveCreditResult(grading);

/** The five-credit-unit regulations, for distance learning and full-time undergraduates. */
export const fiveCredit: RegulationPack = {
  id: FIVE_CREDIT_PACK,
  regime: '5cu',
  grades: fiveCreditGrades,
  programme: andEntered(fiveCreditProgramme, fiveCreditEntry, { pack: FIVE_CREDIT_PACK }),
  conferment: andAward(conferment(fiveCreditConferment), fiveCreditDues.clearance),
  conversion: fiveCreditConversion,
  application: (programme, kind) => ofChapter(fiveCreditApplications, programme)[kind],
  entryPath: entryPath(fiveCreditEntry),
  course: course({
    pack: FIVE_CREDIT_PACK,
    levels: courseLevels,
    norm: creditMultiple,
    categories: {},
  }),
  elsewhere: elsewhere(CONCURRENT_STUDY),
  breach: breach(CONCURRENT_STUDY),
  name: nameRule(fiveCreditParticulars),
  particulars: particularsRule(fiveCreditParticulars),
  admission: fiveCreditAdmission,
  enrolment: whileCleared(whileEligible(fiveCreditEnrolment, fiveCreditEligibility, []), fiveCreditDues.clearance),
  withdrawal: fiveCreditWithdrawal,
  deferral: fiveCreditDeferral,
  submission: fiveCreditSubmission,
  marking: whileScriptStands(whileOwnWork(fiveCreditCourseworkLaws, fiveCreditMarking), fiveCreditRequestsLaw),
  grading,
  recordedGrade: fiveCreditRecordedGrade,
  creditTransfer: fiveCreditTransfer,
  figures: fiveCreditFigures,
  eligibility,
  heldEnrolments: () => [],
  audit: fiveCreditAudit,
  ...fiveCreditDues,
  enrolmentTerm: fiveCreditEnrolmentTerm(eligibility),
  comingDeadlines: fiveCreditComingDeadlines,
  deadlines: withRequests(
    withMarkQueries(fiveCreditCoursework, fiveCreditDeadlines),
    fiveCreditRequestsLaw,
    fiveCreditRegistration,
    result,
  ),
  courseChange: whileCleared(
    whileEligible(fiveCreditCourseChange, fiveCreditEligibility, []),
    fiveCreditDues.clearance,
  ),
  courseChangeFee: fiveCreditCourseChangeFee,
  termLoad: fiveCreditTermLoad,
  registration: {
    ...fiveCreditRegistration,
    change: andEntering(fiveCreditRegistration.change, fiveCreditEntry),
  },
  scholarship: fiveCreditScholarships,
  requests: fiveCreditRequests,
  research: fiveCreditResearch,
  result,
  examination: whilePassing(fiveCreditExamination, grading),
  standing: fiveCreditStanding,
  coursework: fiveCreditCoursework,
};
