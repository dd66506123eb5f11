import { byMode } from '../common/parameters.ts';
import { dropOrWithdrawal, withdrawal } from '../common/withdrawal.ts';
import { FIVE_CREDIT_PACK, fullTimeLoad, withdrawalDays } from './parameters.ts';

/** Whether a course may be left, and whether that leaves a trace. [5cu/dl/5.1] [5cu/ug/5.1] [5cu/ug/6.4] [5cu/ug/6.5] */
export const fiveCreditWithdrawal = byMode({
  'distance-learning': withdrawal({
    pack: FIVE_CREDIT_PACK,
    days: withdrawalDays['distance-learning'],
    onRecord: '5cu/dl/5.3',
  }),
  'full-time': dropOrWithdrawal({
    pack: FIVE_CREDIT_PACK,
    addDrop: '5cu/ug/6.4',
    days: withdrawalDays['full-time'],
    remainingLoad: '5cu/ug/5.1',
    load: fullTimeLoad,
  }),
});
