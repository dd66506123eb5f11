import { type DeadlinesLaw, deadlines, withRegistration } from '../common/deadlines.ts';
import { comingDeadlines } from '../common/deadlines-coming.ts';
import { withExaminations } from '../common/examination-deadlines.ts';
import { withResearch } from '../common/research.ts';
import { chapterOf } from '../facts.ts';
import type { RegulationPack } from '../pack.ts';
import { fiveCreditAudit } from './awards.ts';
import { fiveCreditExamination } from './examination.ts';
import { addDropDays, courseChangeDays, withdrawalDays } from './parameters.ts';
import { fiveCreditRegistration } from './registration.ts';
import { fiveCreditResearch } from './research.ts';
import { fiveCreditResearchLaw } from './research-law.ts';
import { fiveCreditTeachOut } from './teach-out.ts';

const taughtPostgraduate: DeadlinesLaw = {
  registration: '5cu/tpg/6.1',
  change: { clause: '5cu/tpg/8.2', kind: 'course-change', days: courseChangeDays },
  withdrawalDays: withdrawalDays['taught-postgraduate'],
  submission: '5cu/tpg/9.3',
  resumption: '5cu/tpg/4.1',
};

const undergraduate: DeadlinesLaw = {
  registration: '5cu/ug/6.1',
  change: { clause: '5cu/ug/6.4', kind: 'add-drop', days: addDropDays },
  withdrawalDays: withdrawalDays.undergraduate,
  submission: '5cu/ug/9.5',
  resumption: '5cu/ug/4.1',
};

const general = deadlines({
  'distance-learning': {
    registration: '5cu/dl/3.5',
    change: { clause: '5cu/dl/7.3', kind: 'course-change' },
    withdrawalDays: withdrawalDays['distance-learning'],
    submission: '5cu/dl/8.5',
    resumption: '5cu/dl/4.6',
  },
  undergraduate,
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
});

const ofStudy = withRegistration(fiveCreditRegistration, general);
const ofResearch = withResearch(fiveCreditResearchLaw, general);

/** The days that concern a student. [5cu/dl/3.5] [5cu/dl/7.3] [5cu/ug/6.1] [5cu/ug/6.4] */
export const fiveCreditDeadlines: RegulationPack['deadlines'] = withExaminations(
  (study, request) => (chapterOf(study.registration.programme) === 'research' ? ofResearch : ofStudy)(study, request),
  fiveCreditExamination.deadlines,
  (study, day) => fiveCreditRegistration.ended(study, day).outcome === 'allowed',
);

/** The days of registering for the next term or year, of coming back, of leaving courses over several terms, and of completing what ends. [5cu/ug/3.4] [5cu/ug/5.2] [5cu/tpg/3.4] [5cu/tpg/5.2] [5cu/rpg/4.3] */
export const fiveCreditComingDeadlines: RegulationPack['comingDeadlines'] = comingDeadlines({
  registration: fiveCreditRegistration,
  courses: { undergraduate, 'taught-postgraduate': taughtPostgraduate },
  withdrawalDays: { ...withdrawalDays, research: withdrawalDays['taught-postgraduate'] },
  teachOut: fiveCreditTeachOut,
  missedYear: fiveCreditResearch.missedYear,
  met: (study) => fiveCreditAudit(study).met,
});
