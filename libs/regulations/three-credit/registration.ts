import { text } from '#kernel';
import { type AcademicCalendar, isOptional } from '../common/academic-year.ts';
import { byMode } from '../common/parameters.ts';
import { programmeChange } from '../common/programme-change.ts';
import { programmeWithdrawal } from '../common/programme-withdrawal.ts';
import { provisionalEnd } from '../common/provisional.ts';
import { discontinuation, lapse } from '../common/registration-end.ts';
import { deregistration } from '../common/registration-every-term.ts';
import { extension, reinstatement, returning } from '../common/registration-return.ts';
import { endedRegistration, historyOf, type StatusLaw, statusOn } from '../common/registration-status.ts';
import { completion } from '../common/teach-out.ts';
import { dated } from '../dated.ts';
import type { RegistrationRules } from '../registration.ts';
import { threeCreditAudit } from './awards.ts';
import { THREE_CREDIT_PACK, withdrawalDays } from './parameters.ts';
import { threeCreditTeachOut } from './teach-out.ts';

const pack = THREE_CREDIT_PACK;
const from = '2022-09-01';

/** Three terms from September; the load of full-time study is that of two of them. */
const calendar = dated<AcademicCalendar>({ from, clause: '3cu/gloss/38', value: { firstMonth: 9, terms: 3 } });

/** Days between the last day of leaving a full-time programme and the first day of examinations. */
const fullTimeDays = dated({ from, clause: '3cu/ug/5.1', value: 14 });

/** Months without registration after which the status lapses. */
const lapseMonths = dated({ from, clause: '3cu/dl/6.4', value: 24 });

/** Years beyond the prescribed ones. */
const extraYears = dated({ from, clause: '3cu/ug/7.2', value: 2 });

/** Academic years that may be missed, and days of teaching within which a return is asked for. */
const returnLimits = dated({ from, clause: '3cu/ug/5.2', value: { years: 1, days: 14 } });

const applyAnew = text('Apply for admission anew.', '重新申請入學。');
const status = {
  'distance-learning': {
    pack,
    registered: '3cu/dl/3.1',
    deferred: '3cu/dl/5.1',
    remedies: {
      withdrawn: applyAnew,
      lapsed: text('Apply to the Registrar for reinstatement.', '向教務長申請恢復學籍。'),
    },
  },
  'full-time': {
    pack,
    registered: '3cu/ug/3.1',
    deferred: '3cu/ug/4.1',
    provisional: '3cu/ug/3.6',
    remedies: {
      withdrawn: text(
        'Return within one academic year, or apply for admission anew.',
        '於一個學年內申請復學，或重新申請入學。',
      ),
      deregistered: text(
        'Return within one academic year, or apply for admission anew.',
        '於一個學年內申請復學，或重新申請入學。',
      ),
      discontinued: applyAnew,
    },
  },
} satisfies Record<string, StatusLaw>;

const period = {
  pack,
  calendar,
  extraYears,
  ofAward: { ordinary: '3cu/bach/5.1', honours: '3cu/bach/5.1' },
  meaning: '3cu/gloss/22',
  exceeded: '3cu/ug/7.3',
};
const ofLapse = lapse({ pack, months: lapseMonths, student: '3cu/gloss/36' });
const ofPeriod = discontinuation(period);
const ofProvisional = provisionalEnd({ pack, clause: '3cu/ug/3.6' });
const ofTerm = deregistration({
  pack,
  calendar,
  entry: '3cu/ug/2.3',
  later: '3cu/ug/3.4',
  deferred: '3cu/ug/4.1',
});
/** The Senate, or the Registrar for the University, sets the longest period aside for a student. */
const ofExtension = extension({ pack, extraYears, authorities: ['senate', 'university'] });
const isFullTime = ({ registration }: Parameters<RegistrationRules['status']>[0]): boolean =>
  registration.programme.mode === 'full-time';

/** From admission to the end of a registration. [3cu/dl/6.1] [3cu/dl/6.4] [3cu/dl/7.1] [3cu/ug/3.4] [3cu/ug/5.1] [3cu/ug/5.2] [3cu/ug/7.2] [3cu/ug/8.1] */
export const threeCreditRegistration: RegistrationRules = {
  status: byMode({
    'distance-learning': statusOn(status['distance-learning']),
    'full-time': statusOn(status['full-time']),
  }),
  history: (study) => historyOf(status[study.registration.programme.mode])(study),
  ended: byMode({
    'distance-learning': endedRegistration(status['distance-learning']),
    'full-time': endedRegistration(status['full-time']),
  }),
  withdrawal: byMode({
    'distance-learning': programmeWithdrawal({
      pack,
      days: withdrawalDays['distance-learning'],
      onRecord: '3cu/dl/6.3',
      noRefund: '3cu/dl/6.2',
    }),
    'full-time': programmeWithdrawal({
      pack,
      days: fullTimeDays,
      addDrop: '3cu/ug/6.4',
      onRecord: '3cu/ug/5.1',
      noRefund: '3cu/ug/5.1',
    }),
  }),
  lapse: (study, today) => (isFullTime(study) ? undefined : ofLapse(study, today)),
  discontinuation: (study, request) => (isFullTime(study) ? ofPeriod(study, request) : undefined),
  deregistration: (study, request) => (isFullTime(study) ? ofTerm(study, request) : undefined),
  provisionalEnd: (study, today) => (isFullTime(study) ? ofProvisional(study, today) : undefined),
  isMainTerm: (term) => !isOptional(term, calendar.on(term.teaching[0]).value),
  reinstatement: byMode({
    'distance-learning': reinstatement({
      status: status['distance-learning'],
      clause: '3cu/dl/7.1',
      anew: '3cu/dl/6.2',
    }),
    'full-time': returning({ status: status['full-time'], clause: '3cu/ug/5.2', calendar, limits: returnLimits }),
  }),
  extension: (study, request) => (isFullTime(study) ? ofExtension(study, request) : undefined),
  change: byMode({
    'distance-learning': programmeChange({
      pack,
      clause: '3cu/dl/8.1',
      calendar,
      from: 'next-term',
      teachOut: threeCreditTeachOut,
      fee: '3cu/dl/8.2',
    }),
    'full-time': programmeChange({
      pack,
      clause: '3cu/ug/8.1',
      calendar,
      from: 'next-academic-year',
      teachOut: threeCreditTeachOut,
    }),
  }),
  completion: (study, of) =>
    completion({
      pack,
      teachOut: threeCreditTeachOut,
      requirements: isFullTime(study) ? '3cu/ug/12.1' : '3cu/dl/10.1',
      audit: threeCreditAudit,
    })(study, of),
};
