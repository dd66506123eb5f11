import { deferral } from '../common/deferral.ts';
import { byMode } from '../common/parameters.ts';
import { deferralYears, FIVE_CREDIT_PACK } from './parameters.ts';

/** Whether study may be put off. [5cu/dl/4.2] [5cu/dl/4.4] [5cu/ug/4.1] [5cu/ug/4.2] [5cu/ug/4.4] */
export const fiveCreditDeferral = byMode({
  'distance-learning': deferral({
    pack: FIVE_CREDIT_PACK,
    grounds: { illness: '5cu/dl/4.2(a)', compassionate: '5cu/dl/4.2(b)' },
    certificate: '5cu/dl/4.2(unnumbered)',
    application: '5cu/dl/4.1',
    untilApproved: '5cu/dl/4.3',
    years: deferralYears['distance-learning'],
  }),
  'full-time': deferral({
    pack: FIVE_CREDIT_PACK,
    grounds: { illness: '5cu/ug/4.2(a)', compassionate: '5cu/ug/4.2(b)' },
    certificate: '5cu/ug/4.3',
    application: '5cu/ug/4.1',
    untilApproved: '5cu/ug/4.3',
    years: deferralYears['full-time'],
    coversAll: '5cu/ug/4.1',
  }),
});
