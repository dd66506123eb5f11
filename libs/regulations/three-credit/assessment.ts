import { grading } from '../common/assessment-grading.ts';
import { marking } from '../common/assessment-marking.ts';
import { lateByTeacher, lateByTier, submission } from '../common/assessment-submission.ts';
import { byChapter } from '../common/parameters.ts';
import { dated } from '../dated.ts';
import { threeCreditScale } from './grades.ts';
import { extensionTiers, THREE_CREDIT_PACK } from './parameters.ts';

const pack = THREE_CREDIT_PACK;
const once = '3cu/assess/3.4';

/** The results of a course in every mode. */
const RESULTS = ['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D', 'Fail', 'Pass', 'Complete', 'Incomplete'];

const graded = {
  pack,
  scale: threeCreditScale,
  compulsory: '3cu/assess/2.2',
  result: '3cu/assess/17.2.1',
};

/** Courses of research students are those of taught postgraduate programmes. */
const taughtPostgraduate = {
  submission: submission({
    pack,
    once,
    due: '3cu/tpg/9.7',
    late: lateByTeacher('3cu/tpg/9.7'),
    sitting: '3cu/tpg/9.9.1',
    components: '3cu/tpg/9.1',
    activity: '3cu/tpg/9.8',
    channel: '3cu/tpg/9.7',
    method: '3cu/assess/3.2',
    open: ['Incomplete'],
    left: { withdrawn: '3cu/tpg/5.1', deferred: '3cu/tpg/4.1', completed: '3cu/assess/17.2.1' },
    banked: { clause: '3cu/assess/3.1' },
  }),
  marking: marking({
    pack,
    scheme: '3cu/assess/2.1',
    handedIn: '3cu/assess/3.1',
    review: '3cu/assess/19.1',
    refused: '3cu/tpg/9.7',
  }),
  grading: grading({
    ...graded,
    grades: dated({ from: '2022-09-01', clause: '3cu/tpg/9.2', value: RESULTS }),
    passFail: { clause: '3cu/tpg/9.3', only: false },
    noCredits: { clause: '3cu/tpg/9.3', grades: ['Complete'] },
    withdrawn: '3cu/tpg/5.1',
    deferred: '3cu/tpg/4.1',
  }),
};

/** Whether work may be handed in, and whether it is late. [3cu/dl/9.8.1] [3cu/dl/9.8.2] [3cu/dl/9.8.3] [3cu/ug/9.7] */
export const threeCreditSubmission = byChapter({
  'distance-learning': submission({
    pack,
    once,
    due: '3cu/dl/9.8.1',
    late: lateByTier({ due: '3cu/dl/9.8.1', tiers: extensionTiers, last: '3cu/dl/9.8.3' }),
    sitting: '3cu/dl/9.12.1',
    components: '3cu/dl/9.1',
    activity: '3cu/dl/9.10',
    channel: '3cu/dl/9.6',
    method: '3cu/dl/9.7',
    open: ['Incomplete'],
    left: { withdrawn: '3cu/dl/6.3', deferred: '3cu/dl/5.6', completed: '3cu/assess/17.2.1' },
    banked: { clause: '3cu/dl/5.5', authority: 'school' },
  }),
  undergraduate: submission({
    pack,
    once,
    due: '3cu/ug/9.7',
    late: lateByTeacher('3cu/ug/9.7'),
    sitting: '3cu/ug/9.9.1',
    components: '3cu/ug/9.1',
    activity: '3cu/ug/9.8',
    channel: '3cu/ug/9.7',
    method: '3cu/assess/3.2',
    open: ['Incomplete'],
    left: { withdrawn: '3cu/ug/6.5', deferred: '3cu/ug/4.1', completed: '3cu/assess/17.2.1' },
    banked: { clause: '3cu/assess/3.1' },
  }),
  'taught-postgraduate': taughtPostgraduate.submission,
  research: taughtPostgraduate.submission,
});

/** Whether a mark may be recorded. [3cu/assess/3.1] [3cu/dl/9.8.3] */
export const threeCreditMarking = byChapter({
  'distance-learning': marking({
    pack,
    scheme: '3cu/assess/2.1',
    handedIn: '3cu/assess/3.1',
    lastLate: '3cu/dl/9.8.3',
    review: '3cu/dl/9.9.1',
    refused: '3cu/dl/9.8.1',
  }),
  undergraduate: marking({
    pack,
    scheme: '3cu/assess/2.1',
    handedIn: '3cu/assess/3.1',
    review: '3cu/assess/19.1',
    refused: '3cu/ug/9.7',
  }),
  'taught-postgraduate': taughtPostgraduate.marking,
  research: taughtPostgraduate.marking,
});

/** Whether a grade may be recorded. [3cu/dl/9.2] [3cu/ug/9.2] [3cu/assess/2.2] */
export const threeCreditGrading = byChapter({
  'distance-learning': grading({
    ...graded,
    grades: dated({ from: '2022-09-01', clause: '3cu/dl/9.2', value: RESULTS }),
    passFail: { clause: '3cu/dl/9.3', only: false },
    noCredits: { clause: '3cu/dl/9.3', grades: ['Complete'] },
    withdrawn: '3cu/dl/6.3',
    deferred: '3cu/dl/5.6',
  }),
  undergraduate: grading({
    ...graded,
    grades: dated({ from: '2022-09-01', clause: '3cu/ug/9.2', value: RESULTS }),
    passFail: { clause: '3cu/ug/9.3', only: false },
    noCredits: { clause: '3cu/ug/9.3', grades: ['Complete'] },
    withdrawn: '3cu/ug/6.5',
    deferred: '3cu/ug/4.1',
  }),
  'taught-postgraduate': taughtPostgraduate.grading,
  research: taughtPostgraduate.grading,
});
