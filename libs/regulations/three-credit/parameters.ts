import type { AcademicCalendar } from '../common/academic-year.ts';
import type { CourseLevels } from '../common/course.ts';
import type { Residence } from '../common/credit-transfer-law.ts';
import type { LongestPeriod } from '../common/eligibility.ts';
import type { FirstRegistrationCap, RegistrationValueLimit } from '../common/enrolment-load.ts';
import type { LeastCredits } from '../common/programme.ts';
import { dated } from '../dated.ts';
import type { AwardKind, GraduateOf } from '../facts.ts';

/** The three-credit-unit regulations as they stand since September 2022. */
export const THREE_CREDIT_PACK = 'three-credit@2022-09';

/** The first day of admission under this structure. [3cu/gloss/preamble-scope] */
const REFORM = '2022-09-01';

/** The fewest credits of a programme, by award. */
export const leastProgrammeCredits = dated<LeastCredits>({
  from: REFORM,
  clause: '3cu/bach/3.10',
  value: {
    certificate: { clause: '3cu/subdeg/5.2(d)', credits: 18 },
    diploma: { clause: '3cu/subdeg/6.1(c)', credits: 45 },
    'higher-diploma': { clause: '3cu/subdeg/7.1(e)', credits: 60 },
    associate: { clause: '3cu/subdeg/8.1(d)(i)', credits: 60 },
    ordinary: { clause: '3cu/bach/6.1.4.1', credits: 90 },
    honours: { clause: '3cu/bach/7.1.4.1', credits: 120 },
    'postgraduate-certificate': { clause: '3cu/pgd/6.1.4', credits: 9 },
    'postgraduate-diploma': { clause: '3cu/pgd/7.1.4', credits: 18 },
    masters: { clause: '3cu/pgdeg/6.1.4', credits: 30 },
    mphil: { clause: '3cu/pgdeg/8.1', credits: 0 },
    'professional-doctorate': { clause: '3cu/pgdeg/7.1(b)', credits: 24 },
    phd: { clause: '3cu/pgdeg/8.1', credits: 0 },
    dual: { clause: '3cu/dual/6.1.5', credits: 138 },
  },
});

/** Years of age on the first day of the entry term. */
export const minimumAge = dated({ from: REFORM, clause: '3cu/dl/2.1', value: 17 });

/** Three terms of an academic year, from September, of which nobody has to take the last. */
export const academicCalendar = dated<AcademicCalendar>({
  from: REFORM,
  clause: '3cu/gloss/38',
  value: { firstMonth: 9, terms: 3 },
});

/** Registration value of one term above which the School has to approve, for bachelor’s and associate degrees. */
export const registrationValueLimit = dated<RegistrationValueLimit>({
  from: REFORM,
  clause: '3cu/dl/3.6',
  value: { value: 24, awards: ['associate', 'ordinary', 'honours', 'dual'] },
});

/** Registration value that a first registration at the University, or in courses of postgraduate level, may not exceed. */
export const firstRegistrationLimit = dated<FirstRegistrationCap>({
  from: REFORM,
  clause: '3cu/dl/3.6',
  value: { value: 12, postgraduate: [8000, 9000] },
});

/** Credits of a full-time student in a term and in an academic year. */
export const fullTimeLoad = dated({ from: REFORM, clause: '3cu/ug/6.2', value: { term: 15, year: 30 } });

/** Credits of a full-time taught postgraduate in a term and in an academic year. */
export const taughtPostgraduateLoad = dated({ from: REFORM, clause: '3cu/tpg/6.2', value: { term: 15, year: 30 } });

/** Days of teaching within which full-time undergraduates add and drop courses. */
export const addDropDays = dated({ from: REFORM, clause: '3cu/ug/6.4', value: 14 });

/** Days of teaching within which taught postgraduates register late for courses. */
export const lateEnrolmentDays = dated({ from: REFORM, clause: '3cu/tpg/6.1', value: 14 });

/** Days of teaching within which taught postgraduates exchange a course for another. */
export const courseChangeDays = dated({ from: REFORM, clause: '3cu/tpg/8.2', value: 14 });

/** How long taught postgraduates may study. */
export const taughtPostgraduatePeriod = dated<LongestPeriod>({
  from: REFORM,
  clause: '3cu/tpg/7.1',
  value: { beyond: 2 },
});

/** What says the same of each of their awards. */
export const taughtPostgraduatePeriodOf = {
  'postgraduate-certificate': '3cu/pgd/5.1',
  'postgraduate-diploma': '3cu/pgd/5.1',
  masters: '3cu/pgdeg/5.1',
};

/** Days between the last day of withdrawal and the first day of examinations. */
export const withdrawalDays = {
  'distance-learning': dated({ from: REFORM, clause: '3cu/dl/6.1', value: 14 }),
  undergraduate: dated({ from: REFORM, clause: '3cu/ug/6.5', value: 14 }),
  'taught-postgraduate': dated({ from: REFORM, clause: '3cu/tpg/5.1', value: 14 }),
};

/** Years that a deferral normally lasts at most. */
export const deferralYears = {
  'distance-learning': dated({ from: REFORM, clause: '3cu/dl/5.4', value: 1 }),
  undergraduate: dated({ from: REFORM, clause: '3cu/ug/4.4', value: 1 }),
  'taught-postgraduate': dated({ from: REFORM, clause: '3cu/tpg/4.4', value: 1 }),
};

/** Who may extend a due date, by days; the last tier is open. */
export const extensionTiers = dated({
  from: REFORM,
  clause: '3cu/dl/9.8.2',
  value: [
    { clause: '3cu/dl/9.8.2(a)', upTo: 7, authority: 'tutor' },
    { clause: '3cu/dl/9.8.2(b)', upTo: 21, authority: 'internal-examiner' },
    { clause: '3cu/dl/9.8.2(c)', upTo: null, authority: 'dean' },
  ],
});

/** Days of doubting a mark: with the tutor, then with the coordinator, and after the last assignment's day at most. */
export const queryDays = {
  tutor: dated({ from: REFORM, clause: '3cu/dl/9.9.1', value: 28 }),
  coordinator: dated({ from: REFORM, clause: '3cu/dl/9.9.3', value: 28 }),
  bar: dated({ from: REFORM, clause: '3cu/dl/9.9.4', value: 21 }),
};

/** Per cent of the sessions of every course that are attended. */
export const attendanceMinimum = {
  undergraduate: dated({ from: REFORM, clause: '3cu/ug/9.10', value: 80 }),
  'taught-postgraduate': dated({ from: REFORM, clause: '3cu/tpg/9.10', value: 70 }),
};

/** The lowest level in the Qualifications Framework that credit is given for. */
export const transferQfLevel = dated({ from: REFORM, clause: '3cu/ct/4.3(a)(i)', value: 4 });

/** What of an award has to be taken at the University: credits, or a share of the credits of the award. */
export const residence = dated<Readonly<Partial<Record<AwardKind, Residence>>>>({
  from: REFORM,
  clause: '3cu/ct/5.1.2',
  value: {
    associate: { clause: '3cu/ct/5.1.2(a)', credits: 30 },
    'higher-diploma': { clause: '3cu/ct/5.1.2(a)', credits: 30 },
    ordinary: { clause: '3cu/ct/5.1.2(a)', credits: 30 },
    honours: { clause: '3cu/ct/5.1.2(b)', credits: 45 },
    diploma: { clause: '3cu/ct/5.1.2(c)', credits: 24 },
    certificate: { clause: '3cu/ct/5.1.2(d)', credits: 12 },
    'postgraduate-diploma': { clause: '3cu/ct/5.1.2(f)', share: [1, 2] },
    masters: { clause: '3cu/ct/5.1.2(f)', share: [1, 2] },
  },
});

/** The share of a full-time programme that may be transferred. */
export const fullTimeTransferShare = dated<readonly [number, number]>({
  from: REFORM,
  clause: '3cu/ct/5.2.1',
  value: [1, 2],
});

/** General credits that may be used, unless the programme has its own number. */
export const generalCreditsCap = dated({ from: REFORM, clause: '3cu/ct/7.3(b)', value: 6 });

/** The first day on which students are admitted to programmes of this structure. */
export const firstAdmission = dated({ from: REFORM, clause: '3cu/gloss/preamble-scope', value: REFORM });

/** The levels of courses, the lowest first. [3cu/gloss/19(a)] */
export const courseLevels: CourseLevels = {
  clauses: ['3cu/gloss/19(a)'],
  ascending: [1000, 2000, 3000, 4000, 8000, 9000],
};

/** Credits of a course are in principle a multiple of this. [3cu/gloss/preamble-structure] */
export const creditMultiple = dated({ from: REFORM, clause: '3cu/gloss/preamble-structure', value: 3 });

/** Graduates of these pay no application fee, nor that of a change to a programme with entry requirements. */
const exempt: readonly GraduateOf[] = ['university', 'lipace-higher-diploma'];
export const applicationFeeExempt = {
  'distance-learning': dated({ from: REFORM, clause: '3cu/dl/2.6', value: exempt }),
  undergraduate: dated({ from: REFORM, clause: '3cu/ug/2.4', value: exempt }),
  'taught-postgraduate': dated({ from: REFORM, clause: '3cu/tpg/2.4', value: exempt }),
};
export const changeFeeExempt = dated({ from: REFORM, clause: '3cu/dl/8.2', value: exempt });
