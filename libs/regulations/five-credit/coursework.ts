import { courseworkRules } from '../common/coursework.ts';
import type { CourseworkLaw } from '../common/coursework-law.ts';
import type { ByChapter } from '../common/parameters.ts';
import { fiveCreditScale } from './grades.ts';
import { attendanceMinimum, extensionTiers, FACE_TO_FACE_MARKERS, FIVE_CREDIT_PACK, queryDays } from './parameters.ts';

const general = {
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  weights: '5cu/assess/2.1',
  ownWork: '5cu/assess/4.2',
  discipline: '5cu/assess/4.2',
};

/** Who may waive a shortage of attendance in face-to-face study, where the School sees to it. */
const WAIVED_BY = ['school', 'dean', 'award-panel'];

/** Courses of research students are those of taught postgraduate programmes. */
const taughtPostgraduate: CourseworkLaw = {
  ...general,
  left: { withdrawn: '5cu/tpg/5.1', deferred: '5cu/tpg/4.1', completed: '5cu/assess/18.2.1' },
  extension: '5cu/tpg/9.3',
  late: { clause: '5cu/tpg/9.3', general: '5cu/assess/3.3', authorities: FACE_TO_FACE_MARKERS, deduction: true },
  query: '5cu/assess/20.1',
  attendance: {
    clause: '5cu/tpg/9.6',
    minimum: attendanceMinimum['taught-postgraduate'],
    waivedBy: WAIVED_BY,
  },
};

/** What the five-credit regulations say of coursework, by chapter. */
export const fiveCreditCourseworkLaws: ByChapter<CourseworkLaw> = {
  'distance-learning': {
    ...general,
    left: { withdrawn: '5cu/dl/5.3', deferred: '5cu/dl/4.6', completed: '5cu/assess/18.2.1' },
    extension: { prior: '5cu/dl/8.7.2', tiers: extensionTiers, last: '5cu/dl/8.7.3' },
    late: {
      clause: '5cu/dl/8.7.1',
      general: '5cu/assess/3.3',
      authorities: ['course-coordinator'],
      deduction: false,
      last: '5cu/dl/8.7.3',
    },
    query: { first: '5cu/dl/8.8.2', ...queryDays, later: 'course-coordinator' },
    // The award panel sets the level, on what the Senate requires.
    attendance: { clause: '5cu/dl/8.10.1', waivedBy: ['award-panel', 'senate'] },
  },
  undergraduate: {
    ...general,
    left: { withdrawn: '5cu/ug/6.5', deferred: '5cu/ug/4.1', completed: '5cu/assess/18.2.1' },
    extension: '5cu/ug/9.5',
    late: { clause: '5cu/ug/9.5', general: '5cu/assess/3.3', authorities: FACE_TO_FACE_MARKERS, deduction: true },
    query: '5cu/assess/20.1',
    attendance: { clause: '5cu/ug/9.8', minimum: attendanceMinimum.undergraduate, waivedBy: WAIVED_BY },
  },
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
};

/** Schemes, extensions, late work, queries, attendance and plagiarism. [5cu/assess/2.3] [5cu/assess/3.3] [5cu/assess/4.2] */
export const fiveCreditCoursework = courseworkRules(fiveCreditCourseworkLaws, {
  pack: FIVE_CREDIT_PACK,
  decided: '5cu/assess/2.1',
  told: '5cu/assess/2.3',
  number: '5cu/assess/2.3(a)',
  counting: '5cu/assess/2.3(b)',
  combination: '5cu/assess/2.3(c)',
  special: '5cu/dl/8.10.2',
  changedBy: ['university', 'senate'],
  specialBy: 'senate',
});
