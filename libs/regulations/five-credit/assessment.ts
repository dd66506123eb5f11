import { grading } from '../common/assessment-grading.ts';
import { marking } from '../common/assessment-marking.ts';
import { recordedAsAwarded, recordedNotAbove } from '../common/assessment-repeat.ts';
import { lateByTeacher, lateByTier, submission } from '../common/assessment-submission.ts';
import { byChapter } from '../common/parameters.ts';
import { dated } from '../dated.ts';
import { fiveCreditScale } from './grades.ts';
import { extensionTiers, FACE_TO_FACE_MARKERS, FIVE_CREDIT_PACK } from './parameters.ts';

const pack = FIVE_CREDIT_PACK;
const once = '5cu/assess/3.4';
const RESIT = 'Fail-Resit';

/** The pass levels of the scale before this one. */
const legacy = dated({
  from: '2022-09-01',
  clause: '5cu/bach/12.4',
  value: ['Pass One', 'Pass Two', 'Pass Three', 'Pass Four'],
});

/** The results of a course in every mode. */
const RESULTS = ['A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', RESIT, 'Fail', 'Pass'];

const graded = {
  pack,
  scale: fiveCreditScale,
  compulsory: '5cu/assess/2.2',
  result: '5cu/assess/18.2.1',
};

/** Courses of research students are those of taught postgraduate programmes. */
const taughtPostgraduate = {
  submission: submission({
    pack,
    once,
    due: '5cu/tpg/9.3',
    late: lateByTeacher('5cu/tpg/9.3', FACE_TO_FACE_MARKERS),
    sitting: '5cu/tpg/9.5.1',
    components: '5cu/tpg/9.1',
    activity: '5cu/tpg/9.4',
    channel: '5cu/tpg/9.3',
    method: '5cu/assess/3.2',
    resit: { clause: '5cu/tpg/9.5.2', grade: RESIT },
    open: [RESIT, 'I', 'Incomplete'],
    left: { withdrawn: '5cu/tpg/5.1', deferred: '5cu/tpg/4.1', completed: '5cu/assess/18.2.1' },
    banked: { clause: '5cu/assess/3.1' },
  }),
  marking: marking({
    pack,
    scheme: '5cu/assess/2.1',
    handedIn: '5cu/assess/3.1',
    review: '5cu/assess/20.1',
    refused: '5cu/tpg/9.3',
  }),
  grading: grading({
    ...graded,
    grades: dated({
      from: '2022-09-01',
      clause: '5cu/tpg/9.2',
      value: [...RESULTS, 'L', 'I', 'Complete', 'Incomplete'],
    }),
    passFail: { clause: '5cu/tpg/9.2', only: true },
    withdrawn: '5cu/tpg/5.1',
    deferred: '5cu/tpg/4.1',
    resit: { clause: '5cu/tpg/9.5.2', grade: RESIT },
    noCredits: { clause: '5cu/tpg/9.2', grades: ['L', 'Complete'] },
    repeatCap: '5cu/tpg/2.5',
  }),
};

/** Whether work may be handed in, and whether it is late. [5cu/dl/8.7.1] [5cu/dl/8.7.2] [5cu/dl/8.7.3] [5cu/ug/9.5] */
export const fiveCreditSubmission = byChapter({
  'distance-learning': submission({
    pack,
    once,
    due: '5cu/dl/8.7.1',
    late: lateByTier({ due: '5cu/dl/8.7.1', tiers: extensionTiers, last: '5cu/dl/8.7.3' }),
    sitting: '5cu/dl/8.11.1',
    components: '5cu/dl/8.1',
    activity: '5cu/dl/8.9',
    channel: '5cu/dl/8.5',
    method: '5cu/dl/8.6',
    resit: { clause: '5cu/dl/8.11.2', grade: RESIT },
    open: [RESIT],
    left: { withdrawn: '5cu/dl/5.3', deferred: '5cu/dl/4.6', completed: '5cu/assess/18.2.1' },
    banked: { clause: '5cu/dl/4.5', authority: 'school' },
  }),
  undergraduate: submission({
    pack,
    once,
    due: '5cu/ug/9.5',
    late: lateByTeacher('5cu/ug/9.5', FACE_TO_FACE_MARKERS),
    sitting: '5cu/ug/9.7.1',
    components: '5cu/ug/9.1',
    activity: '5cu/ug/9.6',
    channel: '5cu/ug/9.5',
    method: '5cu/assess/3.2',
    resit: { clause: '5cu/ug/9.7.2', grade: RESIT },
    open: [RESIT, 'I'],
    left: { withdrawn: '5cu/ug/6.5', deferred: '5cu/ug/4.1', completed: '5cu/assess/18.2.1' },
    banked: { clause: '5cu/assess/3.1' },
  }),
  'taught-postgraduate': taughtPostgraduate.submission,
  research: taughtPostgraduate.submission,
});

/** Whether a mark may be recorded. [5cu/assess/3.1] [5cu/dl/8.7.3] */
export const fiveCreditMarking = byChapter({
  'distance-learning': marking({
    pack,
    scheme: '5cu/assess/2.1',
    handedIn: '5cu/assess/3.1',
    lastLate: '5cu/dl/8.7.3',
    review: '5cu/dl/8.8.1',
    refused: '5cu/dl/8.7.1',
  }),
  undergraduate: marking({
    pack,
    scheme: '5cu/assess/2.1',
    handedIn: '5cu/assess/3.1',
    review: '5cu/assess/20.1',
    refused: '5cu/ug/9.5',
  }),
  'taught-postgraduate': taughtPostgraduate.marking,
  research: taughtPostgraduate.marking,
});

/** Whether a grade may be recorded. [5cu/dl/8.2] [5cu/ug/9.2] [5cu/assess/2.2] */
export const fiveCreditGrading = byChapter({
  'distance-learning': grading({
    ...graded,
    grades: dated({ from: '2022-09-01', clause: '5cu/dl/8.2', value: RESULTS }),
    legacy,
    passFail: { clause: '5cu/dl/8.2', only: true },
    withdrawn: '5cu/dl/5.3',
    deferred: '5cu/dl/4.6',
    resit: { clause: '5cu/dl/8.11.2', grade: RESIT },
  }),
  undergraduate: grading({
    ...graded,
    grades: dated({ from: '2022-09-01', clause: '5cu/ug/9.2', value: [...RESULTS, 'L', 'I'] }),
    legacy,
    passFail: { clause: '5cu/ug/9.2', only: true },
    withdrawn: '5cu/ug/6.5',
    deferred: '5cu/ug/4.1',
    resit: { clause: '5cu/ug/9.7.2', grade: RESIT },
    noCredits: { clause: '5cu/ug/9.2', grades: ['L'] },
    repeatCap: '5cu/ug/2.5',
  }),
  'taught-postgraduate': taughtPostgraduate.grading,
  research: taughtPostgraduate.grading,
});

/** The grade that is recorded, of the one that is awarded: a repetition after readmission counts no more than the first time. */
export const fiveCreditRecordedGrade = byChapter({
  'distance-learning': recordedAsAwarded,
  undergraduate: recordedNotAbove(fiveCreditScale),
  'taught-postgraduate': recordedNotAbove(fiveCreditScale),
  research: recordedNotAbove(fiveCreditScale),
});
