import type { AcademicCalendar } from '../common/academic-year.ts';
import type { CourseLevels } from '../common/course.ts';
import type { Residence } from '../common/credit-transfer-law.ts';
import type { LongestPeriod } from '../common/eligibility.ts';
import type { FirstRegistrationCap, RegistrationValueLimit } from '../common/enrolment-load.ts';
import type { LeastCredits } from '../common/programme.ts';
import { dated } from '../dated.ts';
import type { AwardKind, GraduateOf } from '../facts.ts';

/** The five-credit-unit regulations as they stand since September 2022. */
export const FIVE_CREDIT_PACK = 'five-credit@2022-09';

/** When the revised text of the regulations took effect. [5cu/gloss/preamble-1] */
const REVISED = '2022-09-01';

/** The fewest credits of a programme, by award: those of named programmes where they have fewer than the others. */
export const leastProgrammeCredits = dated<LeastCredits>({
  from: REVISED,
  clause: '5cu/bach/3.9',
  value: {
    certificate: { clause: '5cu/subdeg/5.1(c)', credits: 20 },
    diploma: { clause: '5cu/subdeg/6.1(c)', credits: 60 },
    'higher-diploma': { clause: '5cu/subdeg/7.1(c)', credits: 90 },
    associate: { clause: '5cu/subdeg/8.1(b)', credits: 80 },
    ordinary: { clause: '5cu/bach/7.1(b)(ii)', credits: 40 },
    honours: { clause: '5cu/bach/8.1(c)', credits: 80 },
    'postgraduate-certificate': { clause: '5cu/pgd/6.1(c)', credits: 20 },
    'postgraduate-diploma': { clause: '5cu/pgd/7.1(c)', credits: 40 },
    masters: { clause: '5cu/pgdeg/6.1(b)', credits: 60 },
    mphil: { clause: '5cu/pgdeg/8.1', credits: 0 },
    'professional-doctorate': { clause: '5cu/pgdeg/7.1(b)', credits: 40 },
    phd: { clause: '5cu/pgdeg/8.1', credits: 0 },
    'associate-diploma': { clause: '5cu/subdegpd/5.1(b)', credits: 20, most: 34 },
    'professional-diploma': { clause: '5cu/subdegpd/6.1(b)', credits: 35, most: 64 },
    'professional-higher-diploma': { clause: '5cu/subdegpd/7.1(b)', credits: 65, most: 90 },
    dual: { clause: '5cu/dual/5.1(c)(i)', credits: 190 },
  },
});

/** Years of age on the first day of the entry term. */
export const minimumAge = dated({ from: REVISED, clause: '5cu/dl/2.1', value: 17 });

/** Three terms of an academic year, from September, of which nobody has to take the last. */
export const academicCalendar = dated<AcademicCalendar>({
  from: REVISED,
  clause: '5cu/gloss/2',
  value: { firstMonth: 9, terms: 3 },
});

/** Registration value of one term above which the School has to approve, for bachelor’s and associate degrees. */
export const registrationValueLimit = dated<RegistrationValueLimit>({
  from: REVISED,
  clause: '5cu/dl/3.6',
  value: { value: 30, awards: ['associate', 'ordinary', 'honours', 'dual'] },
});

/** Registration value that a first registration at the University, or in courses of postgraduate level, may not exceed. */
export const firstRegistrationLimit = dated<FirstRegistrationCap>({
  from: REVISED,
  clause: '5cu/dl/3.6',
  value: { value: 15, postgraduate: ['postgraduate'] },
});

/** Credits of a full-time student in a term and in an academic year. */
export const fullTimeLoad = dated({ from: REVISED, clause: '5cu/ug/6.2', value: { term: 20, year: 40 } });

/** Credits of a full-time taught postgraduate in a term and in an academic year. */
export const taughtPostgraduateLoad = dated({ from: REVISED, clause: '5cu/tpg/6.2', value: { term: 20, year: 40 } });

/** Registration value of the first term of a part-time taught postgraduate, above which the School has to approve. */
export const partTimeFirstTerm = {
  cap: dated({ from: REVISED, clause: '5cu/tpg/6.3', value: 15 }),
  value: '5cu/tpg/6.3(footnote)',
};

/** Days of teaching within which full-time undergraduates add and drop courses. */
export const addDropDays = dated({ from: REVISED, clause: '5cu/ug/6.4', value: 14 });

/** Days of teaching within which taught postgraduates register late for courses. */
export const lateEnrolmentDays = dated({ from: REVISED, clause: '5cu/tpg/6.1', value: 14 });

/** Days of teaching within which taught postgraduates exchange a course for another. */
export const courseChangeDays = dated({ from: REVISED, clause: '5cu/tpg/8.2', value: 14 });

/** How long taught postgraduates may study. */
export const taughtPostgraduatePeriod = dated<LongestPeriod>({
  from: REVISED,
  clause: '5cu/tpg/7.1',
  value: { inAll: 6 },
});

/** What says the same of each of their awards. */
export const taughtPostgraduatePeriodOf = {
  'postgraduate-certificate': '5cu/pgd/5.1',
  'postgraduate-diploma': '5cu/pgd/5.1',
  masters: '5cu/pgdeg/5.1',
};

/** Days between the last day of withdrawal and the first day of examinations. */
export const withdrawalDays = {
  'distance-learning': dated({ from: REVISED, clause: '5cu/dl/5.1', value: 14 }),
  undergraduate: dated({ from: REVISED, clause: '5cu/ug/6.5', value: 14 }),
  'taught-postgraduate': dated({ from: REVISED, clause: '5cu/tpg/5.1', value: 14 }),
};

/** Years that a deferral normally lasts at most. */
export const deferralYears = {
  'distance-learning': dated({ from: REVISED, clause: '5cu/dl/4.4', value: 1 }),
  undergraduate: dated({ from: REVISED, clause: '5cu/ug/4.4', value: 1 }),
  'taught-postgraduate': dated({ from: REVISED, clause: '5cu/tpg/4.4', value: 1 }),
};

/** Resits in one term on which a taught postgraduate may put off study. */
export const resitsForDeferral = dated({ from: REVISED, clause: '5cu/tpg/4.2(unnumbered)', value: 2 });

/** Who may extend a due date, by days; the last tier is open. */
export const extensionTiers = dated({
  from: REVISED,
  clause: '5cu/dl/8.7.2',
  value: [
    { clause: '5cu/dl/8.7.2(a)', upTo: 7, authority: 'tutor' },
    { clause: '5cu/dl/8.7.2(b)', upTo: 21, authority: 'internal-examiner' },
    { clause: '5cu/dl/8.7.2(c)', upTo: null, authority: 'dean' },
  ],
});

/** Days of doubting a mark: with the tutor, then with the coordinator, and after the last assignment's day at most. */
export const queryDays = {
  tutor: dated({ from: REVISED, clause: '5cu/dl/8.8.1', value: 28 }),
  coordinator: dated({ from: REVISED, clause: '5cu/dl/8.8.3', value: 28 }),
  bar: dated({ from: REVISED, clause: '5cu/dl/8.8.4', value: 21 }),
};

/** Per cent of the sessions of every course that are attended. */
export const attendanceMinimum = {
  undergraduate: dated({ from: REVISED, clause: '5cu/ug/9.8', value: 80 }),
  'taught-postgraduate': dated({ from: REVISED, clause: '5cu/tpg/9.6', value: 70 }),
};

/** The lowest level in the Qualifications Framework that credit is given for. */
export const transferQfLevel = dated({ from: REVISED, clause: '5cu/ct/4.3(a)(i)', value: 4 });

/** What of an award has to be taken at the University: credits, or a share of the credits of the award. */
export const residence = dated<Readonly<Partial<Record<AwardKind, Residence>>>>({
  from: REVISED,
  clause: '5cu/ct/5.1.2',
  value: {
    associate: { clause: '5cu/ct/5.1.2(a)', credits: 40 },
    'higher-diploma': { clause: '5cu/ct/5.1.2(a)', credits: 40 },
    ordinary: { clause: '5cu/ct/5.1.2(a)', credits: 40 },
    honours: { clause: '5cu/ct/5.1.2(b)', credits: 60 },
    diploma: { clause: '5cu/ct/5.1.2(c)', credits: 30 },
    certificate: { clause: '5cu/ct/5.1.2(d)', share: [2, 3] },
    'postgraduate-diploma': { clause: '5cu/ct/5.1.2(f)', share: [1, 2] },
    masters: { clause: '5cu/ct/5.1.2(f)', share: [1, 2] },
  },
});

/** The share of a full-time programme that may be transferred. */
export const fullTimeTransferShare = dated<readonly [number, number]>({
  from: REVISED,
  clause: '5cu/ct/5.2.1',
  value: [1, 2],
});

/** General credits that may be used, unless the programme has its own number. */
export const generalCreditsCap = dated({ from: REVISED, clause: '5cu/ct/7.3(b)', value: 20 });

/** The levels of courses, the lowest first. [5cu/gloss/15] */
export const courseLevels: CourseLevels = {
  clauses: ['5cu/gloss/15'],
  ascending: ['preparatory', 'foundation', 'middle', 'higher', 'postgraduate'],
};

/** Credits of a course are in principle a multiple of this. [5cu/gloss/preamble-3] */
export const creditMultiple = dated({ from: REVISED, clause: '5cu/gloss/preamble-3', value: 5 });

/** Graduates of these pay no application fee, nor that of a change to a programme with entry requirements. */
const exempt: readonly GraduateOf[] = ['university', 'lipace-higher-diploma'];
export const applicationFeeExempt = {
  'distance-learning': dated({ from: REVISED, clause: '5cu/dl/2.6', value: exempt }),
  undergraduate: dated({ from: REVISED, clause: '5cu/ug/2.4', value: exempt }),
  'taught-postgraduate': dated({ from: REVISED, clause: '5cu/tpg/2.4', value: exempt }),
};
export const changeFeeExempt = dated({ from: REVISED, clause: '5cu/dl/7.2', value: exempt });

/** Who decides on late work in face-to-face study: whoever teaches it, lecturer or tutor. [5cu/assess/3.3] [5cu/ug/9.5] [5cu/tpg/9.3] */
export const FACE_TO_FACE_MARKERS: readonly string[] = ['teacher', 'tutor'];
