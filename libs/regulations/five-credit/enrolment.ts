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
import type { AwardKind } from '../facts.ts';
import type { RegulationPack } from '../pack.ts';
import { fiveCreditScale } from './grades.ts';
import {
  addDropDays,
  academicCalendar as calendar,
  courseChangeDays,
  courseLevels,
  FIVE_CREDIT_PACK,
  firstRegistrationLimit,
  taughtPostgraduateLoad as fullTime,
  fullTimeLoad,
  lateEnrolmentDays,
  partTimeFirstTerm,
  registrationValueLimit,
} from './parameters.ts';
import { fiveCreditResearchLaw } from './research-law.ts';

const exclusive: Readonly<Record<AwardKind, ClauseId>> = {
  certificate: '5cu/subdeg/3.4',
  diploma: '5cu/subdeg/3.4',
  'higher-diploma': '5cu/subdeg/3.4',
  associate: '5cu/subdeg/3.4',
  ordinary: '5cu/bach/3.4',
  honours: '5cu/bach/3.4',
  'postgraduate-certificate': '5cu/pgd/3.5',
  'postgraduate-diploma': '5cu/pgd/3.5',
  masters: '5cu/pgdeg/3.5',
  mphil: '5cu/pgdeg/3.5',
  'professional-doctorate': '5cu/pgdeg/3.5',
  phd: '5cu/pgdeg/3.5',
  'associate-diploma': '5cu/subdegpd/3.4',
  'professional-diploma': '5cu/subdegpd/3.4',
  'professional-higher-diploma': '5cu/subdegpd/3.4',
  dual: '5cu/dual/3.5',
};

const both = {
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  specificTransfer: '5cu/ct/8.4',
  prerequisites: '5cu/gloss/13',
  exclusive,
  levels: courseLevels,
};

const distanceLearning: EnrolmentLaw = {
  ...both,
  timing: lateRegistration('5cu/dl/3.5'),
  entry: '5cu/dl/3.1',
  repeat: { clause: '5cu/dl/3.7' },
  resumption: '5cu/dl/4.6',
  load: registrationValueLoad({ limit: registrationValueLimit, first: firstRegistrationLimit, calendar }),
};

const undergraduate: EnrolmentLaw = {
  ...both,
  timing: addDrop({ registration: '5cu/ug/6.1', addDrop: addDropDays }),
  entry: '5cu/ug/3.1',
  repeat: { clause: '5cu/ug/6.3', readmission: '5cu/ug/2.5' },
  load: fullTimeCreditLoad(fullTimeLoad, calendar),
};

const taughtPostgraduate: EnrolmentLaw = {
  ...both,
  timing: lateWithin(lateEnrolmentDays),
  entry: '5cu/tpg/3.1',
  repeat: { clause: '5cu/tpg/6.4', readmission: '5cu/tpg/2.5' },
  load: taughtPostgraduateLoad({ fullTime, calendar, followed: '5cu/tpg/3.6', firstTerm: partTimeFirstTerm }),
};

/** Courses of research students have no limit of load, and some may be asked before the programme. [5cu/rpg/4.1] */
const research: EnrolmentLaw = { ...taughtPostgraduate, entry: undefined, load: () => [] };

/** Whether a course may be taken in a term. [5cu/dl/3.5] [5cu/dl/3.6] [5cu/dl/3.7] [5cu/ug/6.1] [5cu/ug/6.2] [5cu/ug/6.3] [5cu/ct/8.4] */
export const fiveCreditEnrolment = byChapter({
  'distance-learning': enrolment(distanceLearning),
  undergraduate: enrolment(undergraduate),
  'taught-postgraduate': enrolment(taughtPostgraduate),
  research: researchEnrolment(fiveCreditResearchLaw, enrolment(research)),
});

const inDistanceLearning: CourseChangeLaw = { clause: '5cu/dl/7.3', fee: 'after-registration' };
const ofPostgraduates: CourseChangeLaw = { clause: '5cu/tpg/8.2', days: courseChangeDays, fee: 'once-registered' };

/** Whether a course may be exchanged for another. [5cu/dl/7.3] [5cu/ug/6.4] [5cu/tpg/8.2] */
export const fiveCreditCourseChange = byChapter({
  'distance-learning': courseChange(distanceLearning, inDistanceLearning),
  undergraduate: addAndDropOnly({ pack: FIVE_CREDIT_PACK, addDrop: addDropDays }),
  'taught-postgraduate': courseChange(taughtPostgraduate, ofPostgraduates),
  research: researchEnrolment(fiveCreditResearchLaw, courseChange(research, ofPostgraduates)),
});

/** Whether an exchange costs its fee; undergraduates drop and add instead. [5cu/dl/7.3] [5cu/tpg/8.2] */
export const fiveCreditCourseChangeFee = byChapter({
  'distance-learning': courseChangeFee(inDistanceLearning),
  undergraduate: () => false,
  'taught-postgraduate': courseChangeFee(ofPostgraduates),
  research: courseChangeFee(ofPostgraduates),
});

/** What the courses of a programme come to in a term, those over several terms in each of theirs. [5cu/dl/3.6] [5cu/ug/6.2] */
export const fiveCreditTermLoad: RegulationPack['termLoad'] = (study, term) =>
  termValue(ownAttempts(study), term, calendar.on(term.teaching[0]).value);

/** Whether courses of a term may be enrolled in, and the load left. [5cu/dl/3.5] [5cu/dl/3.6] [5cu/ug/6.1] [5cu/ug/6.2] [5cu/ug/6.4] */
export const fiveCreditEnrolmentTerm = (eligibility: RegulationPack['eligibility']) =>
  byChapter({
    'distance-learning': enrolmentTerm(
      FIVE_CREDIT_PACK,
      distanceLearning,
      eligibility,
      registrationValueLeft({ limit: registrationValueLimit, first: firstRegistrationLimit, calendar }),
    ),
    undergraduate: enrolmentTerm(FIVE_CREDIT_PACK, undergraduate, eligibility, creditsLeft(fullTimeLoad, calendar)),
    'taught-postgraduate': enrolmentTerm(
      FIVE_CREDIT_PACK,
      taughtPostgraduate,
      eligibility,
      taughtPostgraduateLeft(fullTime, calendar, partTimeFirstTerm),
    ),
    research: enrolmentTerm(FIVE_CREDIT_PACK, research, eligibility, () => []),
  });
