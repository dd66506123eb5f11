import { byMode } from '../common/parameters.ts';
import { dropOrWithdrawal, withdrawal } from '../common/withdrawal.ts';
import { fullTimeLoad, THREE_CREDIT_PACK, withdrawalDays } from './parameters.ts';

/** Whether a course may be left, and whether that leaves a trace. [3cu/dl/6.1] [3cu/ug/5.1] [3cu/ug/6.4] [3cu/ug/6.5] */
export const threeCreditWithdrawal = byMode({
  'distance-learning': withdrawal({
    pack: THREE_CREDIT_PACK,
    days: withdrawalDays['distance-learning'],
    onRecord: '3cu/dl/6.3',
  }),
  'full-time': dropOrWithdrawal({
    pack: THREE_CREDIT_PACK,
    addDrop: '3cu/ug/6.4',
    days: withdrawalDays['full-time'],
    remainingLoad: '3cu/ug/5.1',
    load: fullTimeLoad,
  }),
});
