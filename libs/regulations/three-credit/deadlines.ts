import { type DeadlinesLaw, deadlines, withRegistration } from '../common/deadlines.ts';
import { comingDeadlines } from '../common/deadlines-coming.ts';
import { withExaminations } from '../common/examination-deadlines.ts';
import { withResearch } from '../common/research.ts';
import { chapterOf } from '../facts.ts';
import type { RegulationPack } from '../pack.ts';
import { threeCreditAudit } from './awards.ts';
import { threeCreditExamination } from './examination.ts';
import { addDropDays, courseChangeDays, withdrawalDays } from './parameters.ts';
import { threeCreditRegistration } from './registration.ts';
import { threeCreditResearch } from './research.ts';
import { threeCreditResearchLaw } from './research-law.ts';
import { threeCreditTeachOut } from './teach-out.ts';

const taughtPostgraduate: DeadlinesLaw = {
  registration: '3cu/tpg/6.1',
  change: { clause: '3cu/tpg/8.2', kind: 'course-change', days: courseChangeDays },
  withdrawalDays: withdrawalDays['taught-postgraduate'],
  submission: '3cu/tpg/9.7',
  resumption: '3cu/tpg/4.1',
};

const undergraduate: DeadlinesLaw = {
  registration: '3cu/ug/6.1',
  change: { clause: '3cu/ug/6.4', kind: 'add-drop', days: addDropDays },
  withdrawalDays: withdrawalDays.undergraduate,
  submission: '3cu/ug/9.7',
  resumption: '3cu/ug/4.1',
};

const general = deadlines({
  'distance-learning': {
    registration: '3cu/dl/3.5',
    change: { clause: '3cu/dl/8.3', kind: 'course-change' },
    withdrawalDays: withdrawalDays['distance-learning'],
    submission: '3cu/dl/9.6',
    resumption: '3cu/dl/5.6',
  },
  undergraduate,
  'taught-postgraduate': taughtPostgraduate,
  research: taughtPostgraduate,
});

const ofStudy = withRegistration(threeCreditRegistration, general);
const ofResearch = withResearch(threeCreditResearchLaw, general);

/** The days that concern a student. [3cu/dl/3.5] [3cu/dl/8.3] [3cu/ug/6.1] [3cu/ug/6.4] */
export const threeCreditDeadlines: RegulationPack['deadlines'] = withExaminations(
  (study, request) => (chapterOf(study.registration.programme) === 'research' ? ofResearch : ofStudy)(study, request),
  threeCreditExamination.deadlines,
  (study, day) => threeCreditRegistration.ended(study, day).outcome === 'allowed',
);

/** The days of registering for the next term or year, of coming back, of leaving courses over several terms, and of completing what ends. [3cu/ug/3.4] [3cu/ug/5.2] [3cu/tpg/3.4] [3cu/tpg/5.2] [3cu/rpg/4.3] */
export const threeCreditComingDeadlines: RegulationPack['comingDeadlines'] = comingDeadlines({
  registration: threeCreditRegistration,
  courses: { undergraduate, 'taught-postgraduate': taughtPostgraduate },
  withdrawalDays: { ...withdrawalDays, research: withdrawalDays['taught-postgraduate'] },
  teachOut: threeCreditTeachOut,
  missedYear: threeCreditResearch.missedYear,
  met: (study) => threeCreditAudit(study).met,
});
