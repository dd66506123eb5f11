import { admission } from '../common/admission.ts';
import { fiveCreditEntry } from './entry.ts';
import { FIVE_CREDIT_PACK, minimumAge } from './parameters.ts';
import { fiveCreditTeachOut } from './teach-out.ts';

/** The regime is that of the programme, and goes with the registration; the day of entry does not decide it. [5cu/gloss/preamble-1] */
export const fiveCreditAdmission = admission({
  pack: FIVE_CREDIT_PACK,
  scope: '5cu/gloss/preamble-1',
  minimumAge: { 'distance-learning': minimumAge },
  entry: fiveCreditEntry,
  teachOut: fiveCreditTeachOut,
  anew: { 'distance-learning': '5cu/dl/5.2', research: '5cu/rpg/2.1' },
  same: {
    'distance-learning': '5cu/dl/3.1',
    undergraduate: '5cu/ug/2.5',
    'taught-postgraduate': '5cu/tpg/2.5',
    research: '5cu/rpg/3.3',
  },
});
