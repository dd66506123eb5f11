import { recordedAsAwarded } from '../common/assessment-repeat.ts';
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
import { withAdvice } from '../common/standing-deadlines.ts';
import type { RegulationPack } from '../pack.ts';
import { threeCreditAdmission } from './admission.ts';
import { threeCreditApplications } from './applications.ts';
import { threeCreditGrading, threeCreditMarking, threeCreditSubmission } from './assessment.ts';
import { threeCreditAudit } from './awards.ts';
import { threeCreditConferment } from './conferment.ts';
import { threeCreditCoursework, threeCreditCourseworkLaws } from './coursework.ts';
import { threeCreditTransfer } from './credit-transfer.ts';
import { threeCreditComingDeadlines, threeCreditDeadlines } from './deadlines.ts';
import { threeCreditDeferral } from './deferral.ts';
import { threeCreditDues } from './dues.ts';
import { threeCreditEligibility, UNTIL_ADVICE } from './eligibility.ts';
import {
  threeCreditCourseChange,
  threeCreditCourseChangeFee,
  threeCreditEnrolment,
  threeCreditEnrolmentTerm,
  threeCreditTermLoad,
} from './enrolment.ts';
import { threeCreditEntry } from './entry.ts';
import { threeCreditExamination } from './examination.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditGrades } from './grades.ts';
import { threeCreditHeld } from './held.ts';
import { courseLevels, creditMultiple, THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditParticulars } from './particulars.ts';
import { threeCreditProgramme } from './programme.ts';
import { threeCreditRegistration } from './registration.ts';
import { threeCreditRequestsLaw } from './requests.ts';
import { threeCreditResearch } from './research.ts';
import { threeCreditResult } from './result.ts';
import { threeCreditScholarships } from './scholarship.ts';
import { threeCreditAdvisedLoad, threeCreditStanding } from './standing.ts';
import { threeCreditWithdrawal } from './withdrawal.ts';

const CONCURRENT_STUDY = {
  pack: THREE_CREDIT_PACK,
  clauses: { undergraduate: '3cu/ug/3.8', 'taught-postgraduate': '3cu/tpg/3.8' },
};
const eligibility = andCleared(threeCreditEligibility, threeCreditDues.clearance);

const grading = whileHeard(
  whileExamined(
    whileRecognised(whileCourseworkStands(threeCreditCourseworkLaws, threeCreditGrading), threeCreditDues.recognition),
    threeCreditExamination.grading,
  ),
  threeCreditRequestsLaw,
);
const threeCreditRequests = requests(threeCreditRequestsLaw, {
  grading,
  recordedGrade: recordedAsAwarded,
  clearance: threeCreditDues.clearance,
});

const result = threeCreditResult(grading);

/** The three-credit-unit regulations, for distance learning and full-time undergraduates. */
export const threeCredit: RegulationPack = {
  id: THREE_CREDIT_PACK,
  regime: '3cu',
  grades: threeCreditGrades,
  programme: andEntered(threeCreditProgramme, threeCreditEntry, {
    pack: THREE_CREDIT_PACK,
    major: '3cu/gloss/21',
    minor: '3cu/gloss/23',
  }),
  conferment: andAward(conferment(threeCreditConferment), threeCreditDues.clearance),
  conversion: () => undefined,
  application: (programme, kind) => ofChapter(threeCreditApplications, programme)[kind],
  entryPath: entryPath(threeCreditEntry),
  course: course({
    pack: THREE_CREDIT_PACK,
    levels: courseLevels,
    norm: creditMultiple,
    categories: {
      'core-values': ['3cu/gloss/11', '3cu/gloss/40'],
      'social-responsibility': ['3cu/gloss/40'],
      'communicator-team-player': ['3cu/gloss/40'],
      'entrepreneurial-leadership': ['3cu/gloss/40'],
      'university-english': ['3cu/gloss/16', '3cu/gloss/41'],
      'general-education': ['3cu/gloss/17'],
    },
    digits: '3cu/gloss/19(b)',
  }),
  elsewhere: elsewhere(CONCURRENT_STUDY),
  breach: breach(CONCURRENT_STUDY),
  name: nameRule(threeCreditParticulars),
  particulars: particularsRule(threeCreditParticulars),
  admission: threeCreditAdmission,
  enrolment: whileCleared(
    whileEligible(threeCreditEnrolment, threeCreditEligibility, UNTIL_ADVICE, threeCreditAdvisedLoad),
    threeCreditDues.clearance,
  ),
  withdrawal: threeCreditWithdrawal,
  deferral: threeCreditDeferral,
  submission: threeCreditSubmission,
  marking: whileScriptStands(whileOwnWork(threeCreditCourseworkLaws, threeCreditMarking), threeCreditRequestsLaw),
  grading,
  recordedGrade: recordedAsAwarded,
  creditTransfer: threeCreditTransfer,
  figures: threeCreditFigures,
  eligibility,
  heldEnrolments: threeCreditHeld,
  audit: threeCreditAudit,
  ...threeCreditDues,
  enrolmentTerm: threeCreditEnrolmentTerm(eligibility),
  comingDeadlines: threeCreditComingDeadlines,
  deadlines: withAdvice(
    threeCreditHeld,
    withRequests(
      withMarkQueries(threeCreditCoursework, threeCreditDeadlines),
      threeCreditRequestsLaw,
      threeCreditRegistration,
      result,
    ),
  ),
  courseChange: whileCleared(
    whileEligible(threeCreditCourseChange, threeCreditEligibility, UNTIL_ADVICE, threeCreditAdvisedLoad),
    threeCreditDues.clearance,
  ),
  courseChangeFee: threeCreditCourseChangeFee,
  termLoad: threeCreditTermLoad,
  registration: {
    ...threeCreditRegistration,
    change: andEntering(threeCreditRegistration.change, threeCreditEntry),
  },
  scholarship: threeCreditScholarships,
  requests: threeCreditRequests,
  research: threeCreditResearch,
  result,
  examination: whilePassing(threeCreditExamination, grading),
  standing: threeCreditStanding,
  coursework: threeCreditCoursework,
};
