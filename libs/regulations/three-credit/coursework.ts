import { courseworkRules } from '../common/coursework.ts';
import type { CourseworkLaw } from '../common/coursework-law.ts';
import type { ByChapter } from '../common/parameters.ts';
import { threeCreditScale } from './grades.ts';
import { attendanceMinimum, extensionTiers, queryDays, THREE_CREDIT_PACK } from './parameters.ts';

const general = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  weights: '3cu/assess/2.1',
  ownWork: '3cu/assess/4.1',
  discipline: '3cu/assess/4.2',
};

/** Who may waive a shortage of attendance in face-to-face study, where the School sees to it. */
const WAIVED_BY = ['school', 'dean', 'award-panel'];

/** Courses of research students are those of taught postgraduate programmes. */
const taughtPostgraduate: CourseworkLaw = {
  ...general,
  left: { withdrawn: '3cu/tpg/5.1', deferred: '3cu/tpg/4.1', completed: '3cu/assess/17.2.1' },
  extension: '3cu/tpg/9.7',
  late: { clause: '3cu/tpg/9.7', general: '3cu/assess/3.3', authorities: ['teacher'], deduction: true },
  query: '3cu/assess/19.1',
  attendance: {
    clause: '3cu/tpg/9.10',
    minimum: attendanceMinimum['taught-postgraduate'],
    waivedBy: WAIVED_BY,
  },
};

/** What the three-credit regulations say of coursework, by chapter. */
export const threeCreditCourseworkLaws: ByChapter<CourseworkLaw> = {
  'distance-learning': {
    ...general,
    left: { withdrawn: '3cu/dl/6.3', deferred: '3cu/dl/5.6', completed: '3cu/assess/17.2.1' },
    extension: { prior: '3cu/dl/9.8.2', tiers: extensionTiers, last: '3cu/dl/9.8.3' },
    late: {
      clause: '3cu/dl/9.8.1',
      general: '3cu/assess/3.3',
      authorities: ['course-coordinator'],
      deduction: false,
      last: '3cu/dl/9.8.3',
    },
    query: { first: '3cu/dl/9.9.2', ...queryDays },
    // The award panel sets the level, on what the Senate requires.
    attendance: { clause: '3cu/dl/9.11.1', waivedBy: ['award-panel', 'senate'] },
  },
  undergraduate: {
    ...general,
    left: { withdrawn: '3cu/ug/6.5', deferred: '3cu/ug/4.1', completed: '3cu/assess/17.2.1' },
    extension: '3cu/ug/9.7',
    late: { clause: '3cu/ug/9.7', general: '3cu/assess/3.3', authorities: ['teacher'], deduction: true },
    query: '3cu/assess/19.1',
    attendance: { clause: '3cu/ug/9.10', minimum: attendanceMinimum.undergraduate, waivedBy: WAIVED_BY },
  },
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
};

/** Schemes, extensions, late work, queries, attendance and plagiarism. [3cu/assess/2.3] [3cu/assess/3.3] [3cu/assess/4.2] */
export const threeCreditCoursework = courseworkRules(threeCreditCourseworkLaws, {
  pack: THREE_CREDIT_PACK,
  decided: '3cu/assess/2.1',
  told: '3cu/assess/2.3',
  number: '3cu/assess/2.3(a)',
  counting: '3cu/assess/2.3(b)',
  combination: '3cu/assess/2.3(c)',
  special: '3cu/dl/9.11.2',
  changedBy: ['university', 'senate'],
  specialBy: 'senate',
});
