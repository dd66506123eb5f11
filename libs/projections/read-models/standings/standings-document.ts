import type { CivilDate } from '#kernel';
import { STANDINGS, type StandingState } from '#regulations';
import { Count, Day, Flag, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { ProgrammeName, Shown, ShownHeldEnrolment } from '../shown.ts';

/** The stage of study by credits. */
export class ShownStage {
  @Count('The stage, from 1 on.')
  readonly stage!: number;

  @Count('Credits accumulated, transferred ones among them.')
  readonly credits!: number;

  @Count('Credits from which the next stage begins; absent in the last.', 'optional')
  readonly nextFrom?: number;

  @Count('Credits that are missing from it.', 'optional')
  readonly missing?: number;
}

/** How far it is to the line between probation and good standing. */
export class ShownDistance {
  @OneOf(['average', 'credits'], 'What the line is drawn through.')
  readonly measure!: 'average' | 'credits';

  @Part(Shown, 'Of an average: the cumulative average.', 'optional')
  readonly value?: Shown;

  @Part(Shown, 'Of an average: what good standing takes.', 'optional')
  readonly line?: Shown;

  @Part(
    Shown,
    'Of an average: grade points times credits that are missing from the line; below zero where it is passed by so many.',
    'optional',
  )
  readonly points?: Shown;

  @Count(
    'Of an average: the credits of the load of a term, or as few more as reach the line with the highest grade.',
    'optional',
  )
  readonly nextCredits?: number;

  @Part(Shown, 'Of an average: the average over those credits that reaches the line.', 'optional')
  readonly nextAverage?: Shown;

  @Count('Of credits: the year of study at whose end the minimum is looked at.', 'optional')
  readonly year?: number;

  @Count('Of credits: the minimum.', 'optional')
  readonly minimum?: number;

  @Count('Of credits: those earned.', 'optional')
  readonly earned?: number;

  @Count('Of credits: those missing.', 'optional')
  readonly missing?: number;
}

/** What a standing was before it was put right. */
export class ShownRevision {
  @OneOf(STANDINGS, 'The standing until then.')
  readonly standing!: StandingState;

  @Part(Shown, 'The cumulative average until then; null while no credits counted.', 'nullable')
  readonly cgpa!: Shown | null;

  @Day('The day on which it had been published.')
  readonly publishedOn!: CivilDate;

  @Day('The day on which it was put right.')
  readonly on!: CivilDate;

  @Words('Why.')
  readonly reason!: string;

  @Words('The id of what led to it, such as the proposal of an amended grade.', 'optional')
  readonly cause?: string;
}

/** A published standing, and why. */
export class ShownStanding {
  @Words('The code of the term at whose end it was.')
  readonly term!: string;

  @Words('Its academic year, `2024/25`.')
  readonly academicYear!: string;

  @OneOf(STANDINGS, 'Good standing, probation for what follows, or study that ends.')
  readonly standing!: StandingState;

  @Count(
    'Terms on probation in a row that were over, the one whose result began it left out; of the five-credit structure, academic years.',
  )
  readonly probationTerms!: number;

  @Count('The stage of study; null where there are none.', 'nullable')
  readonly stage!: number | null;

  @Part(Shown, 'The average of the term; null while no credits count.', 'nullable')
  readonly gpa!: Shown | null;

  @Part(Shown, 'The cumulative average at its end; null while no credits count.', 'nullable')
  readonly cgpa!: Shown | null;

  @Count('Credits earned by then.')
  readonly creditsEarned!: number;

  @Part(ShownDistance, 'How far it was to the line.', 'optional')
  readonly distance?: ShownDistance;

  @WordList('The clauses on which it rests, the deciding one first.')
  readonly clauses!: readonly string[];

  @Words('The standing run that published it.', 'optional')
  readonly run?: string;

  @Words('The command that published it: the decision to ask why of.', 'optional')
  readonly decision?: string;

  @Day('The day of publication, or on which it was put right.')
  readonly on!: CivilDate;

  @PartList(ShownRevision, 'What it was before, in order.')
  readonly revisions!: readonly ShownRevision[];
}

/** What the School advised on probation. */
export class ShownAdvice {
  @Words('The term whose results led to it.')
  readonly term!: string;

  @Words('What was advised.')
  readonly notes!: string;

  @Count('The most credits of a term while probation lasts.', 'optional')
  readonly creditsAtMost?: number;

  @Words('The clause that asks for it.')
  readonly clause!: string;

  @Day('The day of the advice.')
  readonly on!: CivilDate;
}

export class ProgrammeStandings extends ProgrammeName {
  @Part(ShownStage, 'The stage by the record as it stands; absent where the regulations know none.', 'optional')
  readonly stage?: ShownStage;

  @OneOf(STANDINGS, 'The last published standing; absent before there is one.', 'optional')
  readonly standing?: StandingState;

  @Flag(
    'Whether advice on the last published standing is on record; absent in good standing, and where the regulations know none.',
    'optional',
  )
  readonly advised?: boolean;

  @PartList(ShownHeldEnrolment, 'Courses that are not to be taken until advice, enrolled in before.', 'optional')
  readonly held?: readonly ShownHeldEnrolment[];

  @PartList(ShownStanding, 'Every published standing, in order of term.')
  readonly history!: readonly ShownStanding[];

  @PartList(ShownAdvice, 'Advice on probation, in order of record.')
  readonly advice!: readonly ShownAdvice[];
}

/** How a student stands and stood, by programme. */
export class StandingsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @PartList(ProgrammeStandings, 'Programmes with anything to tell, in order of admission.')
  readonly programmes!: readonly ProgrammeStandings[];
}
