import type { ClauseId } from '#kernel';
import { addAndDropOnly, type CourseChangeLaw, courseChange, courseChangeFee } from '../common/course-change.ts';
import { type EnrolmentLaw, enrolment } from '../common/enrolment.ts';
import { fullTimeCreditLoad, registrationValueLoad, termValue } from '../common/enrolment-load.ts';
import { taughtPostgraduateLoad } from '../common/enrolment-load-postgraduate.ts';
import { creditsLeft, enrolmentTerm, registrationValueLeft, taughtPostgraduateLeft } from '../common/enrolment-term.ts';
import { addDrop, lateRegistration, lateWithin } from '../common/enrolment-timing.ts';
import { ownAttempts } from '../common/figures.ts';
import { byChapter } from '../common/parameters.ts';
import { researchEnrolment } from '../common/research-coursework.ts';
import type { ThreeCreditAward } from '../facts.ts';
import type { RegulationPack } from '../pack.ts';
import { threeCreditScale } from './grades.ts';
import {
  addDropDays,
  academicCalendar as calendar,
  courseChangeDays,
  courseLevels,
  firstRegistrationLimit,
  taughtPostgraduateLoad as fullTime,
  fullTimeLoad,
  lateEnrolmentDays,
  registrationValueLimit,
  THREE_CREDIT_PACK,
} from './parameters.ts';
import { threeCreditResearchLaw } from './research-law.ts';

const exclusive: Readonly<Record<ThreeCreditAward, ClauseId>> = {
  certificate: '3cu/subdeg/3.4',
  diploma: '3cu/subdeg/3.4',
  'higher-diploma': '3cu/subdeg/3.4',
  associate: '3cu/subdeg/3.4',
  ordinary: '3cu/bach/3.5',
  honours: '3cu/bach/3.5',
  'postgraduate-certificate': '3cu/pgd/3.5',
  'postgraduate-diploma': '3cu/pgd/3.5',
  masters: '3cu/pgdeg/3.5',
  mphil: '3cu/pgdeg/3.5',
  'professional-doctorate': '3cu/pgdeg/3.5',
  phd: '3cu/pgdeg/3.5',
  dual: '3cu/dual/3.5',
};

const both = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  specificTransfer: '3cu/ct/8.4',
  prerequisites: '3cu/gloss/18',
  exclusive,
  levels: courseLevels,
};

const distanceLearning: EnrolmentLaw = {
  ...both,
  timing: lateRegistration('3cu/dl/3.5'),
  entry: '3cu/dl/3.1',
  repeat: { clause: '3cu/dl/3.7' },
  resumption: '3cu/dl/5.6',
  load: registrationValueLoad({ limit: registrationValueLimit, first: firstRegistrationLimit, calendar }),
};

const undergraduate: EnrolmentLaw = {
  ...both,
  timing: addDrop({ registration: '3cu/ug/6.1', addDrop: addDropDays }),
  entry: '3cu/ug/3.1',
  repeat: { clause: '3cu/ug/6.3', byOfferingSchool: '3cu/ug/9.4', readmission: '3cu/ug/2.5' },
  load: fullTimeCreditLoad(fullTimeLoad, calendar),
};

const taughtPostgraduate: EnrolmentLaw = {
  ...both,
  timing: lateWithin(lateEnrolmentDays),
  entry: '3cu/tpg/3.1',
  repeat: { clause: '3cu/tpg/6.3', byOfferingSchool: '3cu/tpg/9.4', readmission: '3cu/tpg/2.5' },
  load: taughtPostgraduateLoad({ fullTime, calendar, followed: '3cu/tpg/3.6' }),
};

/** Courses of research students have no limit of load, and some may be asked before the programme. [3cu/rpg/4.1] */
const research: EnrolmentLaw = { ...taughtPostgraduate, entry: undefined, load: () => [] };

/** Whether a course may be taken in a term. [3cu/dl/3.5] [3cu/dl/3.6] [3cu/dl/3.7] [3cu/ug/6.1] [3cu/ug/6.2] [3cu/ug/6.3] [3cu/ct/8.4] */
export const threeCreditEnrolment = byChapter({
  'distance-learning': enrolment(distanceLearning),
  undergraduate: enrolment(undergraduate),
  'taught-postgraduate': enrolment(taughtPostgraduate),
  research: researchEnrolment(threeCreditResearchLaw, enrolment(research)),
});

const inDistanceLearning: CourseChangeLaw = { clause: '3cu/dl/8.3', fee: 'once-registered' };
const ofPostgraduates: CourseChangeLaw = { clause: '3cu/tpg/8.2', days: courseChangeDays, fee: 'once-registered' };

/** Whether a course may be exchanged for another. [3cu/dl/8.3] [3cu/ug/6.4] [3cu/tpg/8.2] */
export const threeCreditCourseChange = byChapter({
  'distance-learning': courseChange(distanceLearning, inDistanceLearning),
  undergraduate: addAndDropOnly({ pack: THREE_CREDIT_PACK, addDrop: addDropDays }),
  'taught-postgraduate': courseChange(taughtPostgraduate, ofPostgraduates),
  research: researchEnrolment(threeCreditResearchLaw, courseChange(research, ofPostgraduates)),
});

/** Whether an exchange costs its fee; undergraduates drop and add instead. [3cu/dl/8.3] [3cu/tpg/8.2] */
export const threeCreditCourseChangeFee = byChapter({
  'distance-learning': courseChangeFee(inDistanceLearning),
  undergraduate: () => false,
  'taught-postgraduate': courseChangeFee(ofPostgraduates),
  research: courseChangeFee(ofPostgraduates),
});

/** What the courses of a programme come to in a term, those over several terms in each of theirs. [3cu/dl/3.6] [3cu/ug/6.2] */
export const threeCreditTermLoad: RegulationPack['termLoad'] = (study, term) =>
  termValue(ownAttempts(study), term, calendar.on(term.teaching[0]).value);

/** Whether courses of a term may be enrolled in, and the load left. [3cu/dl/3.5] [3cu/dl/3.6] [3cu/ug/6.1] [3cu/ug/6.2] [3cu/ug/6.4] */
export const threeCreditEnrolmentTerm = (eligibility: RegulationPack['eligibility']) =>
  byChapter({
    'distance-learning': enrolmentTerm(
      THREE_CREDIT_PACK,
      distanceLearning,
      eligibility,
      registrationValueLeft({ limit: registrationValueLimit, first: firstRegistrationLimit, calendar }),
    ),
    undergraduate: enrolmentTerm(THREE_CREDIT_PACK, undergraduate, eligibility, creditsLeft(fullTimeLoad, calendar)),
    'taught-postgraduate': enrolmentTerm(
      THREE_CREDIT_PACK,
      taughtPostgraduate,
      eligibility,
      taughtPostgraduateLeft(fullTime, calendar),
    ),
    research: enrolmentTerm(THREE_CREDIT_PACK, research, eligibility, () => []),
  });
