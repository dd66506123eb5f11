import { admission } from '../common/admission.ts';
import { threeCreditEntry } from './entry.ts';
import { firstAdmission, minimumAge, THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditTeachOut } from './teach-out.ts';

export const threeCreditAdmission = admission({
  pack: THREE_CREDIT_PACK,
  scope: '3cu/gloss/preamble-scope',
  firstDay: firstAdmission,
  minimumAge: { 'distance-learning': minimumAge },
  entry: threeCreditEntry,
  teachOut: threeCreditTeachOut,
  anew: { 'distance-learning': '3cu/dl/6.2', research: '3cu/rpg/2.1' },
  same: {
    'distance-learning': '3cu/dl/3.1',
    undergraduate: '3cu/ug/2.5',
    'taught-postgraduate': '3cu/tpg/2.5',
    research: '3cu/rpg/3.3',
  },
});
