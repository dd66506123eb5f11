import type { ParticularsLaws } from '../common/particulars.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';

/** Under which name students are registered, and how they report what changes. [3cu/dl/3.2] [3cu/dl/3.3] [3cu/ug/3.2] [3cu/ug/3.7] [3cu/tpg/3.2] [3cu/tpg/3.7] */
export const threeCreditParticulars: ParticularsLaws = {
  pack: THREE_CREDIT_PACK,
  'distance-learning': { name: '3cu/dl/3.2', changes: '3cu/dl/3.3' },
  undergraduate: { name: '3cu/ug/3.2', changes: '3cu/ug/3.7' },
  'taught-postgraduate': { name: '3cu/tpg/3.2', changes: '3cu/tpg/3.7' },
};
