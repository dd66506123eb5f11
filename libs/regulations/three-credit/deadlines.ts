import { deadlines } from '../common/deadlines.ts';
import { withdrawalDays } from './parameters.ts';

/** The days that concern a student. [3cu/dl/3.5] [3cu/dl/8.3] [3cu/ug/6.1] [3cu/ug/6.4] */
export const threeCreditDeadlines = deadlines({
  'distance-learning': {
    registration: '3cu/dl/3.5',
    change: { clause: '3cu/dl/8.3', kind: 'course-change' },
    withdrawalDays: withdrawalDays['distance-learning'],
    submission: '3cu/dl/9.6',
    resumption: '3cu/dl/5.6',
  },
  'full-time': {
    registration: '3cu/ug/6.1',
    change: { clause: '3cu/ug/6.4', kind: 'add-drop' },
    withdrawalDays: withdrawalDays['full-time'],
    submission: '3cu/ug/9.7',
    resumption: '3cu/ug/4.1',
  },
});
