import { registrationRules } from '../common/registration-rules.ts';
import { dated } from '../dated.ts';
import { fiveCreditAudit } from './awards.ts';
import {
  academicCalendar,
  addDropDays,
  changeFeeExempt,
  FIVE_CREDIT_PACK,
  fullTimeLoad,
  lateEnrolmentDays,
  taughtPostgraduateLoad,
  taughtPostgraduatePeriod,
  taughtPostgraduatePeriodOf,
  withdrawalDays,
} from './parameters.ts';
import { fiveCreditResearchLaw } from './research-law.ts';
import { fiveCreditTeachOut } from './teach-out.ts';

const from = '2022-09-01';

/** Days between the last day of leaving a full-time programme and the first day of examinations. */
const fullTimeDays = dated({ from, clause: '5cu/ug/5.1', value: 14 });

/** Months without registration after which the status lapses. */
const lapseMonths = dated({ from, clause: '5cu/dl/5.4', value: 24 });

/** Years beyond the prescribed ones. */
const longest = dated({ from, clause: '5cu/ug/7.2', value: { beyond: 2 } });

/** Academic years that may be missed, and days of teaching within which a return is asked for. */
const returnLimits = {
  undergraduate: dated({ from, clause: '5cu/ug/5.2', value: { years: 1, days: 14 } }),
  'taught-postgraduate': dated({ from, clause: '5cu/tpg/5.2', value: { years: 1, days: 14 } }),
};

/** From admission to the end of a registration. [5cu/dl/5.1] [5cu/dl/5.4] [5cu/dl/6.1] [5cu/ug/3.4] [5cu/ug/5.1] [5cu/ug/5.2] [5cu/ug/7.2] [5cu/ug/8.1] */
export const fiveCreditRegistration = registrationRules({
  pack: FIVE_CREDIT_PACK,
  calendar: academicCalendar,
  teachOut: fiveCreditTeachOut,
  audit: fiveCreditAudit,
  extendedBy: ['senate', 'university'],
  researchLaw: fiveCreditResearchLaw,
  chapters: {
    'distance-learning': {
      registered: '5cu/dl/3.1',
      deferred: '5cu/dl/4.1',
      requirements: '5cu/dl/9.1',
      withdrawal: {
        days: withdrawalDays['distance-learning'],
        onRecord: '5cu/dl/5.3',
        noRefund: '5cu/dl/5.2',
      },
      lapse: { months: lapseMonths, student: '5cu/gloss/28', leftTermCounts: false },
      reinstatement: { clause: '5cu/dl/6.1', anew: '5cu/dl/5.2' },
      change: { clause: '5cu/dl/7.1', from: 'next-term', fee: changeFeeExempt },
    },
    undergraduate: {
      registered: '5cu/ug/3.1',
      deferred: '5cu/ug/4.1',
      provisional: '5cu/ug/3.6',
      requirements: '5cu/ug/12.1',
      withdrawal: {
        days: fullTimeDays,
        addDrop: addDropDays,
        onRecord: '5cu/ug/5.1',
        noRefund: '5cu/ug/5.1',
      },
      period: { longest, exceeded: '5cu/ug/7.3' },
      everyTerm: { entry: '5cu/ug/2.3', later: '5cu/ug/3.4', addDrop: addDropDays },
      termLoad: { load: fullTimeLoad },
      returns: { clause: '5cu/ug/5.2', limits: returnLimits.undergraduate },
      change: { clause: '5cu/ug/8.1', from: 'next-academic-year' },
    },
    'taught-postgraduate': {
      registered: '5cu/tpg/3.1',
      deferred: '5cu/tpg/4.1',
      requirements: '5cu/tpg/10.1',
      withdrawal: {
        days: withdrawalDays['taught-postgraduate'],
        onRecord: '5cu/tpg/5.1',
        noRefund: '5cu/tpg/5.1',
      },
      period: { longest: taughtPostgraduatePeriod, ofAward: taughtPostgraduatePeriodOf, exceeded: '5cu/tpg/7.2' },
      everyTerm: { entry: '5cu/tpg/2.3', later: '5cu/tpg/3.4', days: lateEnrolmentDays },
      returns: { clause: '5cu/tpg/5.2', limits: returnLimits['taught-postgraduate'] },
      load: { clause: '5cu/tpg/3.6', load: taughtPostgraduateLoad, days: lateEnrolmentDays },
      termLoad: { load: taughtPostgraduateLoad },
      change: { clause: '5cu/tpg/8.1', from: 'next-term' },
    },
    research: { registered: '5cu/rpg/2.1', deferred: '5cu/rpg/4.7', requirements: '5cu/rpg/5.1' },
  },
});
