import { type ClauseId, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { RegistrationRules } from '../rules/registration.ts';
import { type AcademicCalendar, isOptional } from './academic-year.ts';
import { coursesAtEnd } from './courses-at-end.ts';
import { extension } from './longer-period.ts';
import { type ByChapter, byChapter, eachChapter, ofChapter } from './parameters.ts';
import { type ChangeLaw, programmeChange } from './programme-change.ts';
import { type ProgrammeWithdrawalLaw, programmeWithdrawal } from './programme-withdrawal.ts';
import { provisionalEnd } from './provisional.ts';
import { discontinuation, type LapseLaw, lapse, type PeriodLaw } from './registration-end.ts';
import { deregistration, type EveryTermLaw } from './registration-every-term.ts';
import { type LoadFollowedLaw, loadNotFollowed } from './registration-load.ts';
import { missedTerms, overdue } from './registration-overdue.ts';
import { lastReturn, type ReinstatementLaw, type ReturnLaw, reinstatement, returning } from './registration-return.ts';
import { endedRegistration, historyOf, type StatusLaw, statusOn } from './registration-status.ts';
import { changeOfResearch } from './research-change.ts';
import { leavingResearch, returnToResearch } from './research-coursework.ts';
import type { ResearchLaw } from './research-law.ts';
import { researchDiscontinuation, researchExtension } from './research-period.ts';
import { loadShortfall, smallerLoad, type TermLoadLaw } from './smaller-load.ts';
import { type CompletionLaw, completion, type TeachOut } from './teach-out.ts';

/** What every chapter says of a registration. */
export interface ChapterLaw {
  /** Admission, and the first registration that makes it good. */
  readonly registered: ClauseId;
  readonly deferred: ClauseId;
  /** That the requirements of the programme are met. */
  readonly requirements: ClauseId;
}

export interface DistanceLearningLaw extends ChapterLaw {
  readonly withdrawal: Omit<ProgrammeWithdrawalLaw, 'pack'>;
  readonly lapse: Omit<LapseLaw, 'pack'>;
  readonly reinstatement: Omit<ReinstatementLaw, 'status'>;
  readonly change: Pick<ChangeLaw, 'clause' | 'from' | 'fee'>;
}

/** Face-to-face study, in which everybody registers every term. */
export interface FaceToFaceLaw extends ChapterLaw {
  readonly withdrawal: Omit<ProgrammeWithdrawalLaw, 'pack'>;
  readonly period: Omit<PeriodLaw, 'pack' | 'calendar'>;
  readonly everyTerm: Pick<EveryTermLaw, 'entry' | 'later' | 'days' | 'addDrop'>;
  readonly returns: Pick<ReturnLaw, 'clause' | 'limits'>;
  readonly change: Pick<ChangeLaw, 'clause' | 'from'>;
  /** Registration until tuition that is paid later has arrived; absent where nothing provides for it. */
  readonly provisional?: ClauseId;
  /** The load whose neglect may end the registration; absent where it has no such end. */
  readonly load?: Omit<LoadFollowedLaw, 'pack' | 'calendar'>;
  /** The load that a term prescribes. */
  readonly termLoad: Pick<TermLoadLaw, 'load'>;
}

/** What a regime says of the life of a registration, by clause and number. */
export interface RegistrationLaw {
  readonly pack: string;
  readonly calendar: Dated<AcademicCalendar>;
  readonly teachOut: TeachOut;
  readonly audit: CompletionLaw['audit'];
  /** Who may set the longest period aside for a student. */
  readonly extendedBy: readonly string[];
  readonly researchLaw: ResearchLaw;
  readonly chapters: {
    readonly 'distance-learning': DistanceLearningLaw;
    readonly undergraduate: FaceToFaceLaw;
    readonly 'taught-postgraduate': FaceToFaceLaw;
    readonly research: ChapterLaw;
  };
}

/** What a chapter knows nothing of. */
const none = () => undefined;

/** From admission to the end of a registration: the rules of every chapter, made of the law of a regime. */
export function registrationRules(law: RegistrationLaw): RegistrationRules {
  const { pack, calendar, researchLaw } = law;
  const { 'distance-learning': distance, undergraduate, 'taught-postgraduate': taught } = law.chapters;
  const status = statusLaws(law);
  const ended = eachChapter(status, endedRegistration);
  const standing = eachChapter(status, statusOn);
  const lapsed = lapse({ pack, ...distance.lapse });
  const missed = { undergraduate: everyTerm(law, undergraduate), 'taught-postgraduate': everyTerm(law, taught) };
  return {
    status: byChapter(standing),
    history: (study) => historyOf(ofChapter(status, study.registration.programme))(study),
    ended: byChapter(ended),
    withdrawal: byChapter({
      'distance-learning': programmeWithdrawal({ pack, ...distance.withdrawal }),
      undergraduate: programmeWithdrawal({ pack, ...undergraduate.withdrawal }),
      'taught-postgraduate': programmeWithdrawal({ pack, ...taught.withdrawal }),
      research: leavingResearch(researchLaw),
    }),
    coursesAtEnd,
    lapse: byChapter({ ...NOWHERE, 'distance-learning': lapsed }),
    discontinuation: byChapter({
      'distance-learning': none,
      undergraduate: discontinuation({ pack, calendar, ...undergraduate.period }),
      'taught-postgraduate': discontinuation({ pack, calendar, ...taught.period }),
      research: (study, { today }) => researchDiscontinuation(researchLaw)(study, today),
    }),
    deregistration: byChapter({ ...NOWHERE, ...missed }),
    overdue: byChapter({
      ...NOWHERE,
      'distance-learning': (study, { today }) =>
        overdue(pack, status['distance-learning'].remedies.lapsed, [lapsed(study, today)]),
      undergraduate: (study, request) => missedTerms(pack, status.undergraduate, missed.undergraduate, study, request),
      'taught-postgraduate': (study, request) =>
        missedTerms(pack, status['taught-postgraduate'], missed['taught-postgraduate'], study, request),
    }),
    loadNotFollowed: byChapter({
      ...NOWHERE,
      undergraduate: followed(law, undergraduate),
      'taught-postgraduate': followed(law, taught),
    }),
    smallerLoad: byChapter({
      ...NOWHERE,
      undergraduate: smallerLoad(termLoad(law, undergraduate)),
      'taught-postgraduate': smallerLoad(termLoad(law, taught)),
    }),
    loadShortfall: byChapter({
      ...NOWHERE,
      undergraduate: loadShortfall(termLoad(law, undergraduate)),
      'taught-postgraduate': loadShortfall(termLoad(law, taught)),
    }),
    provisionalEnd: byChapter({
      ...NOWHERE,
      undergraduate: provisional(law, undergraduate),
      'taught-postgraduate': provisional(law, taught),
    }),
    isMainTerm: (term) => !isOptional(term, calendar.on(term.teaching[0]).value),
    reinstatement: byChapter({
      'distance-learning': reinstatement({ status: status['distance-learning'], ...distance.reinstatement }),
      undergraduate: returning({ status: status.undergraduate, calendar, ...undergraduate.returns }),
      'taught-postgraduate': returning({ status: status['taught-postgraduate'], calendar, ...taught.returns }),
      research: returnToResearch(researchLaw),
    }),
    lastReturn: byChapter({
      ...NOWHERE,
      undergraduate: lastReturn({ status: status.undergraduate, calendar, ...undergraduate.returns }),
      'taught-postgraduate': lastReturn({ status: status['taught-postgraduate'], calendar, ...taught.returns }),
    }),
    extension: byChapter({
      'distance-learning': none,
      undergraduate: longer(law, undergraduate),
      'taught-postgraduate': longer(law, taught),
      research: researchExtension(researchLaw),
    }),
    change: byChapter({
      'distance-learning': changes(law, distance),
      undergraduate: changes(law, undergraduate),
      'taught-postgraduate': changes(law, taught),
      research: changeOfResearch(researchLaw, law.teachOut),
    }),
    completion: (study, of) => {
      const { requirements } = ofChapter<ChapterLaw>(law.chapters, study.registration.programme);
      return completion({ pack, teachOut: law.teachOut, requirements, audit: law.audit })(study, of);
    },
  };
}

const NOWHERE = { 'distance-learning': none, undergraduate: none, 'taught-postgraduate': none, research: none };

const everyTerm = ({ pack, calendar }: RegistrationLaw, { everyTerm: of, registered, deferred }: FaceToFaceLaw) =>
  deregistration({ pack, calendar, registered, deferred, ...of });

const followed = ({ pack, calendar }: RegistrationLaw, { load }: FaceToFaceLaw) =>
  load ? loadNotFollowed({ pack, calendar, ...load }) : none;

const termLoad = (
  { pack, calendar }: RegistrationLaw,
  { everyTerm: { days, addDrop }, deferred, termLoad: { load } }: FaceToFaceLaw,
) => ({
  ...{ pack, calendar, load, deferred },
  ...(days ? { days } : {}),
  ...(addDrop ? { addDrop } : {}),
});

const provisional = ({ pack }: RegistrationLaw, { provisional: clause }: FaceToFaceLaw) =>
  clause ? provisionalEnd({ pack, clause }) : none;

const longer = ({ pack, extendedBy: authorities }: RegistrationLaw, { period: { longest } }: FaceToFaceLaw) =>
  extension({ pack, longest, authorities });

const changes = ({ pack, calendar, teachOut }: RegistrationLaw, { change }: Pick<DistanceLearningLaw, 'change'>) =>
  programmeChange({ pack, calendar, teachOut, ...change });

const applyAnew = text('Apply for admission anew.', '重新申請入學。');
const comeBack = text(
  'Return within one academic year, or apply for admission anew.',
  '於一個學年內申請復學，或重新申請入學。',
);
const reinstate = text('Apply to the Registrar for reinstatement.', '向教務長申請恢復學籍。');

/** How the registrations of each chapter stand, and what is open to those who are no longer registered. */
function statusLaws({ pack, chapters }: RegistrationLaw): ByChapter<StatusLaw> {
  const faceToFace = { withdrawn: comeBack, deregistered: comeBack, discontinued: applyAnew };
  const { 'distance-learning': distance, undergraduate, 'taught-postgraduate': taught, research } = chapters;
  return {
    'distance-learning': { pack, ...distance, remedies: { withdrawn: applyAnew, lapsed: reinstate } },
    undergraduate: { pack, ...undergraduate, remedies: faceToFace },
    'taught-postgraduate': { pack, ...taught, remedies: faceToFace },
    research: { pack, ...research, remedies: { withdrawn: applyAnew, discontinued: applyAnew } },
  };
}
