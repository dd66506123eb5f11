import type { ParticularsLaws } from '../common/particulars.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';

/** Under which name students are registered, and how they report what changes. [5cu/dl/3.2] [5cu/dl/3.3] [5cu/ug/3.2] [5cu/ug/3.7] [5cu/tpg/3.2] [5cu/tpg/3.7] */
export const fiveCreditParticulars: ParticularsLaws = {
  pack: FIVE_CREDIT_PACK,
  'distance-learning': { name: '5cu/dl/3.2', changes: '5cu/dl/3.3' },
  undergraduate: { name: '5cu/ug/3.2', changes: '5cu/ug/3.7' },
  'taught-postgraduate': { name: '5cu/tpg/3.2', changes: '5cu/tpg/3.7' },
};
