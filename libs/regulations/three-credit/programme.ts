import { programme } from '../common/programme.ts';
import {
  leastProgrammeCredits,
  THREE_CREDIT_PACK,
  taughtPostgraduatePeriod,
  taughtPostgraduatePeriodOf,
} from './parameters.ts';

/** Whether a programme may be opened. [3cu/bach/7.1.4.1] [3cu/subdeg/5.2(d)] */
export const threeCreditProgramme = programme({
  pack: THREE_CREDIT_PACK,
  least: leastProgrammeCredits,
  taughtPostgraduate: { longest: taughtPostgraduatePeriod, awards: taughtPostgraduatePeriodOf },
  amendments: { clause: '3cu/assess/1.3', authority: 'senate' },
});
