import type { CivilDate, Text } from '#kernel';
import {
  ARRANGEMENT_KINDS,
  ARRANGEMENT_PAPERS,
  type ArrangementKind,
  type ArrangementPaper,
  CIRCUMSTANCES,
  type Circumstance,
  CONSIDERATIONS,
  type ConsiderationOutcome,
  DISCLOSURES,
  type DisclosureKind,
  INCIDENT_KINDS,
  type IncidentKind,
  ORAL_OUTCOMES,
  type OralOutcome,
  RESULT_CHANNELS,
  type ResultChannel,
  SCRIPT_DECISIONS,
  type ScriptDecision,
} from '#regulations';
import { Count, Day, DayRange, Flag, OneOf, Part, PartList, Percentage, WordList, Words } from '../field.ts';
import { Amount, BilingualText } from '../shown.ts';

/** What is said of everything that was asked. */
abstract class ShownAsked {
  @Words('What it is called within the record.')
  readonly request!: string;

  @Words('The code of the course.')
  readonly course!: string;

  @Part(BilingualText, 'The title of the course.')
  readonly title!: Text;

  @Words('The code of the term.')
  readonly term!: string;

  @Day('The day on which it was asked or reported.')
  readonly on!: CivilDate;

  @Words('The role that asked or reported.')
  readonly by!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** A charge that goes with a request. */
export class ShownFee {
  @Words('What the charge is called within the record.')
  readonly charge!: string;

  @Part(Amount, 'What it came to.')
  readonly amount!: Amount;

  @Part(Amount, 'What of it is still to be paid.')
  readonly outstanding!: Amount;

  @Part(Amount, 'What of it need not be paid, or was given back.')
  readonly waived!: Amount;

  @Day('The last day on which it may be paid.')
  readonly payBy!: CivilDate;
}

/** What is arranged. */
export class ShownTerms {
  @Words('The place.', 'optional')
  readonly place?: string;

  @Day('The other day.', 'optional')
  readonly date?: CivilDate;

  @Count('More minutes for the paper.', 'optional')
  readonly minutes?: number;

  @Words('The invigilator.', 'optional')
  readonly invigilator?: string;

  @Words('The note-taker.', 'optional')
  readonly noteTaker?: string;

  @Flag('Whether the candidate knows the note-taker.', 'optional')
  readonly noteTakerKnown?: boolean;

  @OneOf(['teacher', 'tutor'], 'Whom the Registrar consulted.', 'optional')
  readonly consulted?: 'teacher' | 'tutor';

  @Flag('Whether the candidate cannot write by hand.', 'optional')
  readonly assessed?: boolean;

  @Flag('Whether it can be arranged.', 'optional')
  readonly practicable?: boolean;

  @Words('The agency abroad.', 'optional')
  readonly host?: string;

  @Flag('Whether it takes place at the same time as in Hong Kong.', 'optional')
  readonly sameTime?: boolean;

  @Flag('Whether another paper has been set.', 'optional')
  readonly otherPaper?: boolean;
}

/** What was decided, and why. */
export class ShownDecision {
  @Day('The day of the decision.')
  readonly on!: CivilDate;

  @Words('The role that decided.')
  readonly by!: string;

  @Words('Why.')
  readonly reason!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** A paper that came with a request. */
export class ShownPaper {
  @OneOf(ARRANGEMENT_PAPERS, 'What kind of paper it is.')
  readonly kind!: ArrangementPaper;

  @Words('Of whom, of which day.')
  readonly words!: string;
}

export class ShownArrangement extends ShownAsked {
  @OneOf(ARRANGEMENT_KINDS, 'What was to be arranged.')
  readonly kind!: ArrangementKind;

  @Words('What was asked, and why.')
  readonly words!: string;

  @Words('The term of the sitting.')
  readonly sittingTerm!: string;

  @DayRange('The examination days of the sitting.')
  readonly examinations!: readonly [string, string];

  @PartList(ShownPaper, 'The papers that came with it.')
  readonly papers!: readonly ShownPaper[];

  @Words('The religious body through which it was asked.', 'optional')
  readonly religiousBody?: string;

  @OneOf(
    ['asked', 'granted', 'refused', 'lapsed'],
    'What came of it; `lapsed` where its costs were not paid before the examination.',
  )
  readonly outcome!: 'asked' | 'granted' | 'refused' | 'lapsed';

  @Part(ShownDecision, 'Absent while nothing has been decided.', 'optional')
  readonly decision?: ShownDecision;

  @Part(ShownTerms, 'Of a grant: what is arranged.', 'optional')
  readonly terms?: ShownTerms;

  @Part(ShownFee, 'The fee for asking.', 'optional')
  readonly fee?: ShownFee;

  @Part(ShownFee, 'What the arrangement costs.', 'optional')
  readonly costs?: ShownFee;
}

export class ShownOral extends ShownAsked {
  @Words('Why the award panel wants to hear the candidate.')
  readonly reason!: string;

  @Day('The day on which it is held.', 'optional')
  readonly day?: CivilDate;

  @OneOf(['required', ...ORAL_OUTCOMES], 'What came of it.')
  readonly outcome!: 'required' | OralOutcome;

  @Words('What the panel found.', 'optional')
  readonly words?: string;

  @Day('The day on which the outcome was recorded.', 'optional')
  readonly recordedOn?: CivilDate;
}

/** A candidate came late. */
export class ShownArrival {
  @Words('When, by the clock.')
  readonly time!: string;

  @Count('Minutes after the beginning.')
  readonly minutesLate!: number;

  @Words('The reason that the candidate gave.')
  readonly reason!: string;

  @Flag('Whether any candidate had left before.')
  readonly anyoneHadLeft!: boolean;
}

/** The examination of a candidate was ended. */
export class ShownEnded {
  @Words('Why.')
  readonly reason!: string;

  @Flag('Whether the breach was serious.')
  readonly serious!: boolean;

  @Flag('Whether the candidate was ordered to leave.')
  readonly orderedOut!: boolean;
}

export class ShownScript extends ShownDecision {
  @OneOf(SCRIPT_DECISIONS, 'What the University decided.')
  readonly decision!: ScriptDecision;
}

export class ShownIncident extends ShownAsked {
  @OneOf(INCIDENT_KINDS, 'What it is about.')
  readonly kind!: IncidentKind;

  @Day('The day on which it happened.')
  readonly day!: CivilDate;

  @Words('The account of the chief invigilator.')
  readonly account!: string;

  @Words('The written statement of the candidate.', 'optional')
  readonly statement?: string;

  @Flag('Whether the candidate would give none.', 'optional')
  readonly statementRefused?: boolean;

  @WordList('What was handed in with it.')
  readonly exhibits!: readonly string[];

  @Part(ShownEnded, 'Present when the examination of the candidate was ended.', 'optional')
  readonly ended?: ShownEnded;

  @Part(ShownArrival, 'Of a candidate who came late.', 'optional')
  readonly arrival?: ShownArrival;

  @WordList('What a candidate without identification could not show.', 'optional')
  readonly missing?: readonly string[];

  @Flag('Whether it goes to the discipline of students.')
  readonly referred!: boolean;

  @Part(ShownScript, 'What becomes of the script; absent while nothing has been decided.', 'optional')
  readonly script?: ShownScript;
}

export class ShownCircumstances extends ShownAsked {
  @OneOf(CIRCUMSTANCES, 'What kind of event it is.')
  readonly kind!: Circumstance;

  @Words('What happened, and what it did to study.')
  readonly words!: string;

  @Day('The first day of the event.')
  readonly from!: CivilDate;

  @Day('Its last day; it went on when absent.', 'optional')
  readonly until?: CivilDate;

  @WordList('The papers that show it.')
  readonly documents!: readonly string[];

  @OneOf(['reported', ...CONSIDERATIONS], 'What came of it.')
  readonly outcome!: 'reported' | ConsiderationOutcome;

  @Words('How the panel weighed it.', 'optional')
  readonly considered?: string;

  @Day('The day on which the panel considered it.', 'optional')
  readonly consideredOn?: CivilDate;
}

export class ShownContact extends ShownAsked {
  @OneOf(['tutor', 'coordinator'], 'Who was told.')
  readonly to!: 'tutor' | 'coordinator';

  @Words('What keeps the student from the work.')
  readonly words!: string;

  @Day('The day on which the tutor could not be reached.', 'optional')
  readonly tutorTriedOn?: CivilDate;
}

/** An examination mark that was told. */
export class ShownMark {
  @Words('The examination.')
  readonly item!: string;

  @Percentage('The mark, of 100.')
  readonly mark!: number;
}

export class ShownAppeal extends ShownAsked {
  @Words('The result that is appealed against.')
  readonly grade!: string;

  @Words('What is wrong with it.')
  readonly words!: string;

  @Day('The last day on which an appeal could be made.')
  readonly lastDay!: CivilDate;

  @OneOf(
    ['open', 'stands', 'improved', 'overtaken'],
    'What came of it; overtaken where the result was put right before it was decided.',
  )
  readonly outcome!: 'open' | 'stands' | 'improved' | 'overtaken';

  @Words('The grade after it.', 'optional')
  readonly gradeAfter?: string;

  @Part(ShownDecision, 'Absent while it is open.', 'optional')
  readonly decision?: ShownDecision;

  @PartList(ShownMark, 'The examination marks that were told.', 'optional')
  readonly marks?: readonly ShownMark[];

  @Part(ShownFee, 'Its fee, given back when a better grade came of it.', 'optional')
  readonly fee?: ShownFee;
}

export class ShownDisclosure extends ShownAsked {
  @OneOf(DISCLOSURES, 'What was asked for.')
  readonly what!: DisclosureKind;

  @OneOf(RESULT_CHANNELS, 'How it is given.')
  readonly channel!: ResultChannel;

  @OneOf(['asked', 'issued'], 'What came of it.')
  readonly outcome!: 'asked' | 'issued';

  @Day('The day on which it was given.', 'optional')
  readonly issuedOn?: CivilDate;

  @Words('The certified result.', 'optional')
  readonly grade?: string;

  @PartList(ShownMark, 'The examination marks.', 'optional')
  readonly marks?: readonly ShownMark[];

  @Part(ShownFee, 'Its fee.', 'optional')
  readonly fee?: ShownFee;
}

/** What was asked and reported about the examinations and results of one student, and what came of it. */
export class RequestsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Day('The latest day that the record tells of: it is shown as it stood then.')
  readonly asOf!: CivilDate;

  @PartList(ShownArrangement, 'Arrangements for examinations, in order of record.')
  readonly arrangements!: readonly ShownArrangement[];

  @PartList(ShownOral, 'Oral examinations that the award panel required.')
  readonly orals!: readonly ShownOral[];

  @PartList(ShownIncident, 'Incidents at examinations.')
  readonly incidents!: readonly ShownIncident[];

  @PartList(ShownCircumstances, 'Special circumstances that were reported to the award panel.')
  readonly circumstances!: readonly ShownCircumstances[];

  @PartList(ShownContact, 'Trouble with coursework of which the tutor was told.')
  readonly contacts!: readonly ShownContact[];

  @PartList(ShownAppeal, 'Appeals against results.')
  readonly appeals!: readonly ShownAppeal[];

  @PartList(ShownDisclosure, 'Examination marks and proofs of results that were asked for.')
  readonly disclosures!: readonly ShownDisclosure[];
}
