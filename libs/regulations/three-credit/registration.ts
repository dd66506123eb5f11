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
import { threeCreditAudit } from './awards.ts';
import {
  lateEnrolmentDays,
  THREE_CREDIT_PACK,
  taughtPostgraduateLoad,
  taughtPostgraduatePeriod,
  taughtPostgraduatePeriodOf,
  withdrawalDays,
} from './parameters.ts';
import { threeCreditResearchDiscontinuation, threeCreditResearchExtension } from './research.ts';
import { threeCreditResearchLaw } from './research-law.ts';
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
const longest = dated({ from, clause: '3cu/ug/7.2', value: { beyond: 2 } });

/** Academic years that may be missed, and days of teaching within which a return is asked for. */
const returnLimits = {
  undergraduate: dated({ from, clause: '3cu/ug/5.2', value: { years: 1, days: 14 } }),
  'taught-postgraduate': dated({ from, clause: '3cu/tpg/5.2', value: { years: 1, days: 14 } }),
};

const comeBack = text(
  'Return within one academic year, or apply for admission anew.',
  '於一個學年內申請復學，或重新申請入學。',
);
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
  undergraduate: {
    pack,
    registered: '3cu/ug/3.1',
    deferred: '3cu/ug/4.1',
    provisional: '3cu/ug/3.6',
    remedies: {
      withdrawn: comeBack,
      deregistered: comeBack,
      discontinued: applyAnew,
    },
  },
  'taught-postgraduate': {
    pack,
    registered: '3cu/tpg/3.1',
    deferred: '3cu/tpg/4.1',
    remedies: { withdrawn: comeBack, deregistered: comeBack, discontinued: applyAnew },
  },
  research: {
    pack,
    registered: '3cu/rpg/2.1',
    deferred: '3cu/rpg/4.7',
    remedies: { withdrawn: applyAnew, discontinued: applyAnew },
  },
} satisfies ByChapter<StatusLaw>;

/** What a chapter knows nothing of. */
const none = () => undefined;

const lapses: ByChapter<Rule<CivilDate, EndRuling | undefined>> = {
  'distance-learning': lapse({ pack, months: lapseMonths, student: '3cu/gloss/36' }),
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
    ofAward: { ordinary: '3cu/bach/5.1', honours: '3cu/bach/5.1', dual: '3cu/dual/5.1' },
    meaning: '3cu/gloss/22',
    exceeded: '3cu/ug/7.3',
  }),
  'taught-postgraduate': discontinuation({
    pack,
    calendar,
    longest: taughtPostgraduatePeriod,
    ofAward: taughtPostgraduatePeriodOf,
    exceeded: '3cu/tpg/7.2',
  }),
  research: (study, { today }) => threeCreditResearchDiscontinuation(study, today),
};

const provisionals: ByChapter<Rule<CivilDate, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: provisionalEnd({ pack, clause: '3cu/ug/3.6' }),
  'taught-postgraduate': none,
  research: none,
};

const everyTerm: ByChapter<Rule<DeregistrationRequest, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: deregistration({
    pack,
    calendar,
    entry: '3cu/ug/2.3',
    registered: '3cu/ug/3.1',
    later: '3cu/ug/3.4',
    deferred: '3cu/ug/4.1',
  }),
  'taught-postgraduate': deregistration({
    pack,
    calendar,
    entry: '3cu/tpg/2.3',
    registered: '3cu/tpg/3.1',
    later: '3cu/tpg/3.4',
    deferred: '3cu/tpg/4.1',
    days: lateEnrolmentDays,
  }),
  research: none,
};

const loads: ByChapter<Rule<LoadRequest, EndRuling | undefined>> = {
  'distance-learning': none,
  undergraduate: none,
  'taught-postgraduate': loadNotFollowed({
    pack,
    clause: '3cu/tpg/3.6',
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
  research: threeCreditResearchExtension,
};

/** That the requirements of the programme are met. */
const requirements: ByChapter<ClauseId> = {
  'distance-learning': '3cu/dl/10.1',
  undergraduate: '3cu/ug/12.1',
  'taught-postgraduate': '3cu/tpg/11.1',
  research: '3cu/rpg/5.1',
};

/** From admission to the end of a registration. [3cu/dl/6.1] [3cu/dl/6.4] [3cu/dl/7.1] [3cu/ug/3.4] [3cu/ug/5.1] [3cu/ug/5.2] [3cu/ug/7.2] [3cu/ug/8.1] */
export const threeCreditRegistration: RegistrationRules = {
  status: byChapter(eachChapter<StatusLaw, ReturnType<typeof statusOn>>(status, statusOn)),
  history: (study) => historyOf(ofChapter<StatusLaw>(status, study.registration.programme))(study),
  ended: byChapter(eachChapter<StatusLaw, ReturnType<typeof endedRegistration>>(status, endedRegistration)),
  withdrawal: byChapter({
    'distance-learning': programmeWithdrawal({
      pack,
      days: withdrawalDays['distance-learning'],
      onRecord: '3cu/dl/6.3',
      noRefund: '3cu/dl/6.2',
    }),
    undergraduate: programmeWithdrawal({
      pack,
      days: fullTimeDays,
      addDrop: '3cu/ug/6.4',
      onRecord: '3cu/ug/5.1',
      noRefund: '3cu/ug/5.1',
    }),
    'taught-postgraduate': programmeWithdrawal({
      pack,
      days: withdrawalDays['taught-postgraduate'],
      onRecord: '3cu/tpg/5.1',
      noRefund: '3cu/tpg/5.1',
    }),
    research: leavingResearch(threeCreditResearchLaw),
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
      clause: '3cu/dl/7.1',
      anew: '3cu/dl/6.2',
    }),
    undergraduate: returning({
      status: status.undergraduate,
      clause: '3cu/ug/5.2',
      calendar,
      limits: returnLimits.undergraduate,
    }),
    'taught-postgraduate': returning({
      status: status['taught-postgraduate'],
      clause: '3cu/tpg/5.2',
      calendar,
      limits: returnLimits['taught-postgraduate'],
    }),
    research: returnToResearch(threeCreditResearchLaw),
  }),
  extension: byChapter(extensions),
  change: byChapter({
    'distance-learning': programmeChange({
      pack,
      clause: '3cu/dl/8.1',
      calendar,
      from: 'next-term',
      teachOut: threeCreditTeachOut,
      fee: '3cu/dl/8.2',
    }),
    undergraduate: programmeChange({
      pack,
      clause: '3cu/ug/8.1',
      calendar,
      from: 'next-academic-year',
      teachOut: threeCreditTeachOut,
    }),
    'taught-postgraduate': programmeChange({
      pack,
      clause: '3cu/tpg/8.1',
      calendar,
      from: 'next-term',
      teachOut: threeCreditTeachOut,
    }),
    research: changeOfResearch(threeCreditResearchLaw),
  }),
  completion: (study, of) =>
    completion({
      pack,
      teachOut: threeCreditTeachOut,
      requirements: ofChapter(requirements, study.registration.programme),
      audit: threeCreditAudit,
    })(study, of),
};
