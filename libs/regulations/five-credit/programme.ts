import { programme } from '../common/programme.ts';
import {
  FIVE_CREDIT_PACK,
  leastProgrammeCredits,
  taughtPostgraduatePeriod,
  taughtPostgraduatePeriodOf,
} from './parameters.ts';

/** Whether a programme may be opened. [5cu/bach/8.1(c)] [5cu/subdeg/5.1(c)] */
export const fiveCreditProgramme = programme({
  pack: FIVE_CREDIT_PACK,
  least: leastProgrammeCredits,
  taughtPostgraduate: { longest: taughtPostgraduatePeriod, awards: taughtPostgraduatePeriodOf },
  equivalents: {
    ordinary: { clause: '5cu/bach/5.3', authority: 'vice-president' },
    honours: { clause: '5cu/bach/9.3', authority: 'vice-president' },
  },
  amendments: { clause: '5cu/assess/1.3' },
});
