import { byChapter } from '../common/parameters.ts';
import { dropOrWithdrawal, withdrawal, withdrawalKeepingLoad } from '../common/withdrawal.ts';
import {
  academicCalendar,
  addDropDays,
  FIVE_CREDIT_PACK,
  fullTimeLoad,
  taughtPostgraduateLoad,
  withdrawalDays,
} from './parameters.ts';

/** Whether a course may be left, and whether that leaves a trace. [5cu/dl/5.1] [5cu/ug/5.1] [5cu/ug/6.4] [5cu/ug/6.5] */
export const fiveCreditWithdrawal = byChapter({
  'distance-learning': withdrawal({
    pack: FIVE_CREDIT_PACK,
    days: withdrawalDays['distance-learning'],
    onRecord: '5cu/dl/5.3',
  }),
  undergraduate: dropOrWithdrawal({
    pack: FIVE_CREDIT_PACK,
    addDrop: addDropDays,
    days: withdrawalDays.undergraduate,
    remainingLoad: '5cu/ug/5.1',
    calendar: academicCalendar,
    load: fullTimeLoad,
  }),
  'taught-postgraduate': withdrawalKeepingLoad({
    pack: FIVE_CREDIT_PACK,
    days: withdrawalDays['taught-postgraduate'],
    onRecord: '5cu/tpg/5.1',
    remainingLoad: '5cu/tpg/5.1',
    calendar: academicCalendar,
    load: taughtPostgraduateLoad,
  }),
  research: withdrawal({
    pack: FIVE_CREDIT_PACK,
    days: withdrawalDays['taught-postgraduate'],
    onRecord: '5cu/tpg/5.1',
  }),
});
