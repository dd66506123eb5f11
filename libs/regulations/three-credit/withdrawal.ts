import { byChapter } from '../common/parameters.ts';
import { dropOrWithdrawal, withdrawal, withdrawalKeepingLoad } from '../common/withdrawal.ts';
import {
  academicCalendar,
  addDropDays,
  fullTimeLoad,
  THREE_CREDIT_PACK,
  taughtPostgraduateLoad,
  withdrawalDays,
} from './parameters.ts';

/** Whether a course may be left, and whether that leaves a trace. [3cu/dl/6.1] [3cu/ug/5.1] [3cu/ug/6.4] [3cu/ug/6.5] */
export const threeCreditWithdrawal = byChapter({
  'distance-learning': withdrawal({
    pack: THREE_CREDIT_PACK,
    days: withdrawalDays['distance-learning'],
    onRecord: '3cu/dl/6.3',
  }),
  undergraduate: dropOrWithdrawal({
    pack: THREE_CREDIT_PACK,
    addDrop: addDropDays,
    days: withdrawalDays.undergraduate,
    remainingLoad: '3cu/ug/5.1',
    calendar: academicCalendar,
    load: fullTimeLoad,
  }),
  'taught-postgraduate': withdrawalKeepingLoad({
    pack: THREE_CREDIT_PACK,
    days: withdrawalDays['taught-postgraduate'],
    onRecord: '3cu/tpg/5.1',
    remainingLoad: '3cu/tpg/5.1',
    calendar: academicCalendar,
    load: taughtPostgraduateLoad,
  }),
  research: withdrawal({
    pack: THREE_CREDIT_PACK,
    days: withdrawalDays['taught-postgraduate'],
    onRecord: '3cu/tpg/5.1',
  }),
});
