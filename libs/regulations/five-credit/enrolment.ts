import type { ClauseId } from '#kernel';
import { addAndDropOnly, courseChange } from '../common/course-change.ts';
import { type EnrolmentLaw, enrolment } from '../common/enrolment.ts';
import { fullTimeCreditLoad, registrationValueLoad } from '../common/enrolment-load.ts';
import { creditsLeft, enrolmentTerm, registrationValueLeft } from '../common/enrolment-term.ts';
import { addDrop, lateRegistration } from '../common/enrolment-timing.ts';
import { byMode } from '../common/parameters.ts';
import type { AwardKind } from '../facts.ts';
import type { RegulationPack } from '../pack.ts';
import { fiveCreditScale } from './grades.ts';
import { FIVE_CREDIT_PACK, firstRegistrationLimit, fullTimeLoad, registrationValueLimit } from './parameters.ts';

const exclusive: Readonly<Record<AwardKind, ClauseId>> = {
  certificate: '5cu/subdeg/3.4',
  diploma: '5cu/subdeg/3.4',
  'higher-diploma': '5cu/subdeg/3.4',
  associate: '5cu/subdeg/3.4',
  ordinary: '5cu/bach/3.4',
  honours: '5cu/bach/3.4',
};

const both = {
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  specificTransfer: '5cu/ct/8.4',
  prerequisites: '5cu/gloss/13',
  exclusive,
};

const distanceLearning: EnrolmentLaw = {
  ...both,
  timing: lateRegistration('5cu/dl/3.5'),
  repeat: { clause: '5cu/dl/3.7' },
  resumption: '5cu/dl/4.6',
  load: registrationValueLoad({ limit: registrationValueLimit, first: firstRegistrationLimit }),
};

const fullTime: EnrolmentLaw = {
  ...both,
  timing: addDrop({ registration: '5cu/ug/6.1', addDrop: '5cu/ug/6.4' }),
  repeat: { clause: '5cu/ug/6.3', readmission: '5cu/ug/2.5' },
  load: fullTimeCreditLoad(fullTimeLoad),
};

/** Whether a course may be taken in a term. [5cu/dl/3.5] [5cu/dl/3.6] [5cu/dl/3.7] [5cu/ug/6.1] [5cu/ug/6.2] [5cu/ug/6.3] [5cu/ct/8.4] */
export const fiveCreditEnrolment = byMode({
  'distance-learning': enrolment(distanceLearning),
  'full-time': enrolment(fullTime),
});

/** Whether a course may be exchanged for another. [5cu/dl/7.3] [5cu/ug/6.4] */
export const fiveCreditCourseChange = byMode({
  'distance-learning': courseChange(distanceLearning, '5cu/dl/7.3'),
  'full-time': addAndDropOnly({ pack: FIVE_CREDIT_PACK, addDrop: '5cu/ug/6.4' }),
});

/** Whether courses of a term may be enrolled in, and the load left. [5cu/dl/3.5] [5cu/dl/3.6] [5cu/ug/6.1] [5cu/ug/6.2] [5cu/ug/6.4] */
export const fiveCreditEnrolmentTerm = (eligibility: RegulationPack['eligibility']) =>
  byMode({
    'distance-learning': enrolmentTerm(
      FIVE_CREDIT_PACK,
      distanceLearning.timing,
      eligibility,
      registrationValueLeft({ limit: registrationValueLimit, first: firstRegistrationLimit }),
    ),
    'full-time': enrolmentTerm(FIVE_CREDIT_PACK, fullTime.timing, eligibility, creditsLeft(fullTimeLoad)),
  });
