import type { Position, Text } from '#kernel';
import { type DecisionOutcome, type DependentDecision, STANDINGS, type StandingState } from '#regulations';
import { Count, Flag, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { BilingualText, NamedClass, Shown } from '../shown.ts';
import { ShownAmendment } from './results-document.ts';

/** What a decision came to. */
export class ShownOutcome implements DecisionOutcome {
  @OneOf(['accepted', 'refused'], 'Whether it was granted.')
  readonly outcome!: 'accepted' | 'refused';

  @Words('Of a refusal.', 'optional')
  readonly code?: string;

  @WordList('The clauses that stood in the way.')
  readonly refusedBy!: readonly string[];

  @WordList('The types of the events.')
  readonly events!: readonly string[];
}

/** A later decision that comes out otherwise on the amended grade. */
export class ChangedDecision implements DependentDecision {
  @Words('The id of the decision, for the reasons.')
  readonly decision!: string;

  @Words('What was asked.')
  readonly request!: string;

  @Part(BilingualText, 'The same for people.', 'optional')
  readonly summary?: Text;

  @Words('The instant at which it was decided (ISO 8601, UTC).')
  readonly recordedAt!: string;

  @OneOf(
    ['outcome', 'facts', 'ruling'],
    'What is otherwise: granted or refused, by whichever clauses; what is recorded; or only what the clauses rest on.',
  )
  readonly change!: 'outcome' | 'facts' | 'ruling';

  @WordList('The clauses of which the finding is another.')
  readonly clauses!: readonly string[];

  @Part(ShownOutcome, 'On the grade on record.')
  readonly before!: ShownOutcome;

  @Part(ShownOutcome, 'On the amended grade.')
  readonly after!: ShownOutcome;

  @WordList(
    'The roles of which one has to settle it once the grade is amended; none where it comes out as it is on record.',
  )
  readonly settledBy!: readonly string[];
}

/** How somebody stands at the end of a term. */
export class StandingTold {
  @OneOf(STANDINGS, 'The standing.')
  readonly standing!: StandingState;

  @Count('Terms on probation in a row.')
  readonly probationTerms!: number;

  @WordList('The clauses that it rests on.')
  readonly clauses!: readonly string[];
}

/** The figures of a term. */
export class TermAmended {
  @Words('The code of the term.')
  readonly term!: string;

  @Part(Shown, 'The average of the term.', 'nullable')
  readonly gpa!: Shown | null;

  @Count('Credits earned by its results.')
  readonly creditsEarned!: number;

  @Part(
    StandingTold,
    'How the student stands at its end; absent where the term has no end for the student.',
    'optional',
  )
  readonly standing?: StandingTold;
}

export class AwardAmended {
  @Flag('Whether every requirement is met.')
  readonly met!: boolean;

  @WordList('The clauses of the requirements that are not met.')
  readonly outstanding!: readonly string[];

  @Part(NamedClass, 'Of honours; null without, and while the requirements are not met.', 'nullable')
  readonly class!: NamedClass | null;
}

/** What a programme of the record comes to. */
export class FiguresTold {
  @Part(Shown, 'The cumulative average.', 'nullable')
  readonly cgpa!: Shown | null;

  @Count('Credits earned at the University.')
  readonly creditsEarned!: number;

  @PartList(TermAmended, 'The terms of which something is otherwise, in order of teaching.')
  readonly terms!: readonly TermAmended[];

  @Part(AwardAmended, 'The award.')
  readonly award!: AwardAmended;
}

export class ProgrammeAmended {
  @Words('The code of the programme.')
  readonly programme!: string;

  @Part(FiguresTold, 'On the grade on record.')
  readonly before!: FiguresTold;

  @Part(FiguresTold, 'On the amended grade.')
  readonly after!: FiguresTold;
}

/** A published standing that an amendment puts right. */
export class StandingAmended {
  @Words('The code of the programme.')
  readonly programme!: string;

  @Words('The code of the term.')
  readonly term!: string;

  @Flag('Whether the student stands otherwise, and not only the figures are others.')
  readonly standsOtherwise!: boolean;

  @Part(StandingTold, 'As published.')
  readonly before!: StandingTold;

  @Part(StandingTold, 'On the amended grade.')
  readonly after!: StandingTold;
}

/** What another grade changes: every later decision that comes out otherwise, published standings, and the figures. */
export abstract class CorrectionEffect {
  @Words('The place in the log up to which decisions were looked at.')
  readonly upTo!: Position;

  @Count('The number of this list, which a confirmation names: how far record and requests had come.')
  readonly preview!: number;

  @PartList(ChangedDecision, 'The later decisions that come out otherwise, in the order in which they were taken.')
  readonly decisions!: readonly ChangedDecision[];

  @PartList(StandingAmended, 'Published standings that are put right with the grade.')
  readonly standings!: readonly StandingAmended[];

  @PartList(ProgrammeAmended, 'The programmes of which a figure is another.')
  readonly figures!: readonly ProgrammeAmended[];
}

/** What the amendment of a grade changes. Told before it is confirmed, and afterwards as it was then. [5cu/assess/18.2.1] [3cu/assess/17.2.1] */
export class GradeAmendmentDocument extends CorrectionEffect {
  @Words('The number of the student.')
  readonly student!: string;

  @Words('The code of the course.')
  readonly course!: string;

  @Words('The code of the term of enrolment.')
  readonly term!: string;

  @OneOf(['proposed', 'confirmed', 'withdrawn'], 'Where the proposal stands.')
  readonly state!: 'proposed' | 'confirmed' | 'withdrawn';

  @Part(ShownAmendment, 'The proposal.')
  readonly amendment!: ShownAmendment;
}

/** What a better grade on appeal would change. Told before the appeal is decided. [5cu/assess/20.3] [3cu/assess/19.3] */
export class ResultAppealEffect extends CorrectionEffect {
  @Words('The number of the student.')
  readonly student!: string;

  @Words('What the appeal is called.')
  readonly appeal!: string;

  @Words('The code of the course.')
  readonly course!: string;

  @Words('The code of the term of enrolment.')
  readonly term!: string;

  @Words('The grade that was appealed against.')
  readonly from!: string;

  @Words('The better grade.')
  readonly grade!: string;
}
