import type { ClauseId } from '#kernel';
import { addAndDropOnly, courseChange } from '../common/course-change.ts';
import { type EnrolmentLaw, enrolment } from '../common/enrolment.ts';
import { fullTimeCreditLoad, registrationValueLoad } from '../common/enrolment-load.ts';
import { creditsLeft, enrolmentTerm, registrationValueLeft } from '../common/enrolment-term.ts';
import { addDrop, lateRegistration } from '../common/enrolment-timing.ts';
import { byMode } from '../common/parameters.ts';
import type { AwardKind } from '../facts.ts';
import type { RegulationPack } from '../pack.ts';
import { threeCreditScale } from './grades.ts';
import { firstRegistrationLimit, fullTimeLoad, registrationValueLimit, THREE_CREDIT_PACK } from './parameters.ts';

const exclusive: Readonly<Record<AwardKind, ClauseId>> = {
  certificate: '3cu/subdeg/3.4',
  diploma: '3cu/subdeg/3.4',
  'higher-diploma': '3cu/subdeg/3.4',
  associate: '3cu/subdeg/3.4',
  ordinary: '3cu/bach/3.5',
  honours: '3cu/bach/3.5',
};

const both = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  specificTransfer: '3cu/ct/8.4',
  prerequisites: '3cu/gloss/18',
  exclusive,
};

const distanceLearning: EnrolmentLaw = {
  ...both,
  timing: lateRegistration('3cu/dl/3.5'),
  repeat: { clause: '3cu/dl/3.7' },
  resumption: '3cu/dl/5.6',
  load: registrationValueLoad({ limit: registrationValueLimit, first: firstRegistrationLimit }),
};

const fullTime: EnrolmentLaw = {
  ...both,
  timing: addDrop({ registration: '3cu/ug/6.1', addDrop: '3cu/ug/6.4' }),
  repeat: { clause: '3cu/ug/6.3', byOfferingSchool: '3cu/ug/9.4', readmission: '3cu/ug/2.5' },
  load: fullTimeCreditLoad(fullTimeLoad),
};

/** Whether a course may be taken in a term. [3cu/dl/3.5] [3cu/dl/3.6] [3cu/dl/3.7] [3cu/ug/6.1] [3cu/ug/6.2] [3cu/ug/6.3] [3cu/ct/8.4] */
export const threeCreditEnrolment = byMode({
  'distance-learning': enrolment(distanceLearning),
  'full-time': enrolment(fullTime),
});

/** Whether a course may be exchanged for another. [3cu/dl/8.3] [3cu/ug/6.4] */
export const threeCreditCourseChange = byMode({
  'distance-learning': courseChange(distanceLearning, '3cu/dl/8.3'),
  'full-time': addAndDropOnly({ pack: THREE_CREDIT_PACK, addDrop: '3cu/ug/6.4' }),
});

/** Whether courses of a term may be enrolled in, and the load left. [3cu/dl/3.5] [3cu/dl/3.6] [3cu/ug/6.1] [3cu/ug/6.2] [3cu/ug/6.4] */
export const threeCreditEnrolmentTerm = (eligibility: RegulationPack['eligibility']) =>
  byMode({
    'distance-learning': enrolmentTerm(
      THREE_CREDIT_PACK,
      distanceLearning.timing,
      eligibility,
      registrationValueLeft({ limit: registrationValueLimit, first: firstRegistrationLimit }),
    ),
    'full-time': enrolmentTerm(THREE_CREDIT_PACK, fullTime.timing, eligibility, creditsLeft(fullTimeLoad)),
  });
