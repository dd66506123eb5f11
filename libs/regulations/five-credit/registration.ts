import { type CivilDate, type ClauseId, text } from '#kernel';
import { type AcademicCalendar, isOptional } from '../common/academic-year.ts';
import { type ByChapter, byChapter, eachChapter, ofChapter, type Rule } from '../common/parameters.ts';
import { programmeChange } from '../common/programme-change.ts';
import { programmeWithdrawal } from '../common/programme-withdrawal.ts';
import { provisionalEnd } from '../common/provisional.ts';
import { discontinuation, lapse } from '../common/registration-end.ts';
import { deregistration } from '../common/registration-every-term.ts';
import { loadNotFollowed } from '../common/registration-load.ts';
import { extension, reinstatement, returning } from '../common/registration-return.ts';
import { endedRegistration, historyOf, type StatusLaw, statusOn } from '../common/registration-status.ts';
import { changeOfResearch, leavingResearch, returnToResearch } from '../common/research-coursework.ts';
import { completion } from '../common/teach-out.ts';
import { dated } from '../dated.ts';
import type {
  DeregistrationRequest,
  EndRuling,
  ExtensionRequest,
  ExtensionRuling,
  LoadRequest,
  PeriodRequest,
  RegistrationRules,
} from '../registration.ts';
import { fiveCreditAudit } from './awards.ts';
import {
  FIVE_CREDIT_PACK,
  lateEnrolmentDays,
  taughtPostgraduateLoad,
  taughtPostgraduatePeriod,
  taughtPostgraduatePeriodOf,
  withdrawalDays,
} from './parameters.ts';
import { fiveCreditResearchDiscontinuation, fiveCreditResearchExtension } from './research.ts';
import { fiveCreditResearchLaw } from './research-law.ts';
import { fiveCreditTeachOut } from './teach-out.ts';

const pack = FIVE_CREDIT_PACK;
const from = '2022-09-01';

/** Three terms from September; the load of full-time study is that of two of them. */
const calendar = dated<AcademicCalendar>({ from, clause: '5cu/gloss/2', value: { firstMonth: 9, terms: 3 } });

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

const comeBack = text(
  'Return within one academic year, or apply for admission anew.',
  '於一個學年內申請復學，或重新申請入學。',
);
const applyAnew = text('Apply for admission anew.', '重新申請入學。');
const status = {
  'distance-learning': {
    pack,
    registered: '5cu/dl/3.1',
    deferred: '5cu/dl/4.1',
    remedies: {
      withdrawn: applyAnew,
      lapsed: text('Apply to the Registrar for reinstatement.', '向教務長申請恢復學籍。'),
    },
  },
  undergraduate: {
    pack,
    registered: '5cu/ug/3.1',
    deferred: '5cu/ug/4.1',
    provisional: '5cu/ug/3.6',
    remedies: {
      withdrawn: comeBack,
      deregistered: comeBack,
      discontinued: applyAnew,
    },
  },
  'taught-postgraduate': {
    pack,
    registered: '5cu/tpg/3.1',
    deferred: '5cu/tpg/4.1',
    remedies: { withdrawn: comeBack, deregistered: comeBack, discontinued: applyAnew },
  },
  research: {
    pack,
    registered: '5cu/rpg/2.1',
    deferred: '5cu/rpg/4.7',
    remedies: { withdrawn: applyAnew, discontinued: applyAnew },
  },
} satisfies ByChapter<StatusLaw>;

/** What a chapter knows nothing of. */
const none = () => undefined;

const lapses: ByChapter<Rule<CivilDate, EndRuling | undefined>> = {
  'distance-learning': lapse({ pack, months: lapseMonths, student: '5cu/gloss/28' }),
  undergraduate: none,
  'taught-postgraduate': none,
  research: none,
};

const periods: ByChapter<Rule<PeriodRequest, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: discontinuation({
    pack,
    calendar,
    longest,
    exceeded: '5cu/ug/7.3',
  }),
  'taught-postgraduate': discontinuation({
    pack,
    calendar,
    longest: taughtPostgraduatePeriod,
    ofAward: taughtPostgraduatePeriodOf,
    exceeded: '5cu/tpg/7.2',
  }),
  research: (study, { today }) => fiveCreditResearchDiscontinuation(study, today),
};

const provisionals: ByChapter<Rule<CivilDate, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: provisionalEnd({ pack, clause: '5cu/ug/3.6' }),
  'taught-postgraduate': none,
  research: none,
};

const everyTerm: ByChapter<Rule<DeregistrationRequest, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: deregistration({
    pack,
    calendar,
    entry: '5cu/ug/2.3',
    registered: '5cu/ug/3.1',
    later: '5cu/ug/3.4',
    deferred: '5cu/ug/4.1',
  }),
  'taught-postgraduate': deregistration({
    pack,
    calendar,
    entry: '5cu/tpg/2.3',
    registered: '5cu/tpg/3.1',
    later: '5cu/tpg/3.4',
    deferred: '5cu/tpg/4.1',
    days: lateEnrolmentDays,
  }),
  research: none,
};

const loads: ByChapter<Rule<LoadRequest, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: none,
  'taught-postgraduate': loadNotFollowed({
    pack,
    clause: '5cu/tpg/3.6',
    load: taughtPostgraduateLoad,
    days: lateEnrolmentDays,
  }),
  research: none,
};

/** The Senate, or the Registrar for the University, sets the longest period aside for a student. */
const extensions: ByChapter<Rule<ExtensionRequest, ExtensionRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: extension({ pack, longest, authorities: ['senate', 'university'] }),
  'taught-postgraduate': extension({ pack, longest: taughtPostgraduatePeriod, authorities: ['senate', 'university'] }),
  research: fiveCreditResearchExtension,
};

/** That the requirements of the programme are met. */
const requirements: ByChapter<ClauseId> = {
  'distance-learning': '5cu/dl/9.1',
  undergraduate: '5cu/ug/12.1',
  'taught-postgraduate': '5cu/tpg/10.1',
  research: '5cu/rpg/5.1',
};

/** From admission to the end of a registration. [5cu/dl/5.1] [5cu/dl/5.4] [5cu/dl/6.1] [5cu/ug/3.4] [5cu/ug/5.1] [5cu/ug/5.2] [5cu/ug/7.2] [5cu/ug/8.1] */
export const fiveCreditRegistration: RegistrationRules = {
  status: byChapter(eachChapter<StatusLaw, ReturnType<typeof statusOn>>(status, statusOn)),
  history: (study) => historyOf(ofChapter<StatusLaw>(status, study.registration.programme))(study),
  ended: byChapter(eachChapter<StatusLaw, ReturnType<typeof endedRegistration>>(status, endedRegistration)),
  withdrawal: byChapter({
    'distance-learning': programmeWithdrawal({
      pack,
      days: withdrawalDays['distance-learning'],
      onRecord: '5cu/dl/5.3',
      noRefund: '5cu/dl/5.2',
    }),
    undergraduate: programmeWithdrawal({
      pack,
      days: fullTimeDays,
      addDrop: '5cu/ug/6.4',
      onRecord: '5cu/ug/5.1',
      noRefund: '5cu/ug/5.1',
    }),
    'taught-postgraduate': programmeWithdrawal({
      pack,
      days: withdrawalDays['taught-postgraduate'],
      onRecord: '5cu/tpg/5.1',
      noRefund: '5cu/tpg/5.1',
    }),
    research: leavingResearch(fiveCreditResearchLaw),
  }),
  lapse: byChapter(lapses),
  discontinuation: byChapter(periods),
  deregistration: byChapter(everyTerm),
  loadNotFollowed: byChapter(loads),
  provisionalEnd: byChapter(provisionals),
  isMainTerm: (term) => !isOptional(term, calendar.on(term.teaching[0]).value),
  reinstatement: byChapter({
    'distance-learning': reinstatement({
      status: status['distance-learning'],
      clause: '5cu/dl/6.1',
      anew: '5cu/dl/5.2',
    }),
    undergraduate: returning({
      status: status.undergraduate,
      clause: '5cu/ug/5.2',
      calendar,
      limits: returnLimits.undergraduate,
    }),
    'taught-postgraduate': returning({
      status: status['taught-postgraduate'],
      clause: '5cu/tpg/5.2',
      calendar,
      limits: returnLimits['taught-postgraduate'],
    }),
    research: returnToResearch(fiveCreditResearchLaw),
  }),
  extension: byChapter(extensions),
  change: byChapter({
    'distance-learning': programmeChange({
      pack,
      clause: '5cu/dl/7.1',
      calendar,
      from: 'next-term',
      teachOut: fiveCreditTeachOut,
      fee: '5cu/dl/7.2',
    }),
    undergraduate: programmeChange({
      pack,
      clause: '5cu/ug/8.1',
      calendar,
      from: 'next-academic-year',
      teachOut: fiveCreditTeachOut,
    }),
    'taught-postgraduate': programmeChange({
      pack,
      clause: '5cu/tpg/8.1',
      calendar,
      from: 'next-term',
      teachOut: fiveCreditTeachOut,
    }),
    research: changeOfResearch(fiveCreditResearchLaw),
  }),
  completion: (study, of) =>
    completion({
      pack,
      teachOut: fiveCreditTeachOut,
      requirements: ofChapter(requirements, study.registration.programme),
      audit: fiveCreditAudit,
    })(study, of),
};
