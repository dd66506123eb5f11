import { registrationRules } from '../common/registration-rules.ts';
import { dated } from '../dated.ts';
import { threeCreditAudit } from './awards.ts';
import {
  academicCalendar,
  addDropDays,
  changeFeeExempt,
  fullTimeLoad,
  lateEnrolmentDays,
  THREE_CREDIT_PACK,
  taughtPostgraduateLoad,
  taughtPostgraduatePeriod,
  taughtPostgraduatePeriodOf,
  withdrawalDays,
} from './parameters.ts';
import { threeCreditResearchLaw } from './research-law.ts';
import { threeCreditTeachOut } from './teach-out.ts';

const from = '2022-09-01';

/** Days between the last day of leaving a full-time programme and the first day of examinations. */
const fullTimeDays = dated({ from, clause: '3cu/ug/5.1', value: 14 });

/** Months without registration after which the status lapses. */
const lapseMonths = dated({ from, clause: '3cu/dl/6.4', value: 24 });

/** Years beyond the prescribed ones. */
const longest = dated({ from, clause: '3cu/ug/7.2', value: { beyond: 2 } });

/** Academic years that may be missed, and days of teaching within which a return is asked for. */
const returnLimits = {
  undergraduate: dated({ from, clause: '3cu/ug/5.2', value: { years: 1, days: 14 } }),
  'taught-postgraduate': dated({ from, clause: '3cu/tpg/5.2', value: { years: 1, days: 14 } }),
};

/** From admission to the end of a registration. [3cu/dl/6.1] [3cu/dl/6.4] [3cu/dl/7.1] [3cu/ug/3.4] [3cu/ug/5.1] [3cu/ug/5.2] [3cu/ug/7.2] [3cu/ug/8.1] */
export const threeCreditRegistration = registrationRules({
  pack: THREE_CREDIT_PACK,
  calendar: academicCalendar,
  teachOut: threeCreditTeachOut,
  audit: threeCreditAudit,
  extendedBy: ['senate', 'university'],
  researchLaw: threeCreditResearchLaw,
  chapters: {
    'distance-learning': {
      registered: '3cu/dl/3.1',
      deferred: '3cu/dl/5.1',
      requirements: '3cu/dl/10.1',
      withdrawal: {
        days: withdrawalDays['distance-learning'],
        onRecord: '3cu/dl/6.3',
        noRefund: '3cu/dl/6.2',
      },
      lapse: { months: lapseMonths, student: '3cu/gloss/36', leftTermCounts: true },
      reinstatement: { clause: '3cu/dl/7.1', anew: '3cu/dl/6.2' },
      change: { clause: '3cu/dl/8.1', from: 'next-term', fee: changeFeeExempt },
    },
    undergraduate: {
      registered: '3cu/ug/3.1',
      deferred: '3cu/ug/4.1',
      provisional: '3cu/ug/3.6',
      requirements: '3cu/ug/12.1',
      withdrawal: {
        days: fullTimeDays,
        addDrop: addDropDays,
        onRecord: '3cu/ug/5.1',
        noRefund: '3cu/ug/5.1',
      },
      period: {
        longest,
        ofAward: { ordinary: '3cu/bach/5.1', honours: '3cu/bach/5.1', dual: '3cu/dual/5.1' },
        meaning: '3cu/gloss/22',
        exceeded: '3cu/ug/7.3',
        ended: '3cu/ug/11.5.2',
      },
      everyTerm: { entry: '3cu/ug/2.3', later: '3cu/ug/3.4', addDrop: addDropDays },
      termLoad: { load: fullTimeLoad },
      returns: { clause: '3cu/ug/5.2', limits: returnLimits.undergraduate },
      change: { clause: '3cu/ug/8.1', from: 'next-academic-year' },
    },
    'taught-postgraduate': {
      registered: '3cu/tpg/3.1',
      deferred: '3cu/tpg/4.1',
      requirements: '3cu/tpg/11.1',
      withdrawal: {
        days: withdrawalDays['taught-postgraduate'],
        onRecord: '3cu/tpg/5.1',
        noRefund: '3cu/tpg/5.1',
      },
      period: {
        longest: taughtPostgraduatePeriod,
        ofAward: taughtPostgraduatePeriodOf,
        exceeded: '3cu/tpg/7.2',
        ended: '3cu/tpg/10.5.2',
      },
      everyTerm: { entry: '3cu/tpg/2.3', later: '3cu/tpg/3.4', days: lateEnrolmentDays },
      returns: { clause: '3cu/tpg/5.2', limits: returnLimits['taught-postgraduate'] },
      load: { clause: '3cu/tpg/3.6', load: taughtPostgraduateLoad, days: lateEnrolmentDays },
      termLoad: { load: taughtPostgraduateLoad },
      change: { clause: '3cu/tpg/8.1', from: 'next-term' },
    },
    research: { registered: '3cu/rpg/2.1', deferred: '3cu/rpg/4.7', requirements: '3cu/rpg/5.1' },
  },
});
