import type { CivilDate, Text } from '#kernel';
import type { GradeAmendment, Person, PublicationDay } from '#regulations';
import { Count, Day, Flag, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { BilingualText, Shown } from '../shown.ts';

/** Somebody who acts. */
export class ShownPerson implements Person {
  @Words('The role.')
  readonly role!: string;

  @Words('The person, where it is known.', 'optional')
  readonly id?: string;
}

/** The day on which a result is published. */
export class ShownPublication implements PublicationDay {
  @Day('The first day on which the student sees it.')
  readonly on!: CivilDate;

  @Words('The clause that sets it.')
  readonly clause!: string;

  @Flag('Whether it was announced for the term; otherwise it is reckoned from the examinations.')
  readonly announced!: boolean;
}

/** What the award panel recommended last. */
export class ShownRecommendation {
  @Words('What it is called.')
  readonly id!: string;

  @Words('The recommended grade.')
  readonly grade!: string;

  @Words('How the course came out as a whole.', 'optional')
  readonly statistics?: string;

  @Part(ShownPerson, 'Who recommended it.')
  readonly by!: Person;

  @Day('The day of the recommendation.')
  readonly on!: CivilDate;

  @Flag('Whether it has been approved.')
  readonly approved!: boolean;
}

/** How the last recommendation was approved. */
export class ShownResultApproval {
  @Words('The approved grade.')
  readonly grade!: string;

  @Words('The School that approved it.')
  readonly school!: string;

  @Words('Why it is not the recommended one.', 'optional')
  readonly differs?: string;

  @Words('The decision of the Senate, where it was needed.', 'optional')
  readonly senate?: string;

  @Part(ShownPerson, 'Who approved it.')
  readonly by!: Person;

  @Day('The day of the approval.')
  readonly on!: CivilDate;
}

/** One grade that stood, or stands, on record. */
export class GradeOnRecord {
  @Words('The grade.')
  readonly grade!: string;

  @Words('The grade that was awarded, where a lower one is recorded.', 'optional')
  readonly awarded?: string;

  @Words('The grade that it took the place of by correction.', 'optional')
  readonly from?: string;

  @Day('The day on which it was recorded.')
  readonly on!: CivilDate;

  @Words('The instant at which it was recorded (ISO 8601, UTC).')
  readonly recordedAt!: string;

  @Words('Why it was put right.', 'optional')
  readonly reason?: string;

  @Words('The proposal that led to it.', 'optional')
  readonly amendment?: string;

  @Words('The id of the decision, for the reasons.')
  readonly decision!: string;
}

/** How a proposal came to its end. */
export class AmendmentEnd {
  @OneOf(['confirmed', 'withdrawn'], 'What became of it.')
  readonly as!: 'confirmed' | 'withdrawn';

  @Part(ShownPerson, 'Who did so.')
  readonly by!: Person;

  @Day('The day.')
  readonly on!: CivilDate;

  @Words('Why it was withdrawn.', 'optional')
  readonly reason?: string;
}

/** Another grade that was proposed. */
export class ShownAmendment {
  @Words('What the proposal is called.')
  readonly id!: string;

  @Words('The grade on record when it was proposed.')
  readonly from!: string;

  @Words('The proposed grade.')
  readonly to!: string;

  @Words('Why.')
  readonly reason!: string;

  @WordList('What shows it.')
  readonly evidence!: readonly string[];

  @Part(ShownPerson, 'Who proposed it.')
  readonly proposedBy!: Person;

  @Day('The day of the proposal.')
  readonly proposedOn!: CivilDate;

  @Part(AmendmentEnd, 'Absent while it is open.', 'optional')
  readonly closed?: NonNullable<GradeAmendment['closed']>;
}

/** The result of one attempt, from the award panel's word to its publication. */
export class ShownResult {
  @Words('The code of the programme it is taken for.')
  readonly programme!: string;

  @Words('The code of the course.')
  readonly course!: string;

  @Part(BilingualText, 'The title of the course.')
  readonly title!: Text;

  @Words('The code of the term of enrolment.')
  readonly term!: string;

  @Words('The term with whose results it is published.')
  readonly gradedTerm!: string;

  @OneOf(
    ['recommended', 'approved', 'published'],
    'Recommended by the award panel; approved and on record; published to the student.',
  )
  readonly state!: 'recommended' | 'approved' | 'published';

  @Words('The grade on record; null while there is none.', 'nullable')
  readonly grade!: string | null;

  @Words('The grade that was awarded, where the lower one of the first time is recorded.', 'optional')
  readonly awarded?: string;

  @Part(Shown, 'Grade points; null for grades outside the averages.', 'nullable')
  readonly points!: Shown | null;

  @Count('Credits earned by it.')
  readonly creditsEarned!: number;

  @Part(ShownPublication, 'When it is published; null where nobody knows the term.', 'nullable')
  readonly publication!: PublicationDay | null;

  @Part(ShownRecommendation, 'What the award panel recommended last; not told to students.', 'optional')
  readonly recommendation?: ShownRecommendation;

  @Part(ShownResultApproval, 'How it was approved; not told to students.', 'optional')
  readonly approval?: ShownResultApproval;

  @PartList(GradeOnRecord, 'Every grade that stood or stands on record, the first first.')
  readonly history!: readonly GradeOnRecord[];

  @PartList(ShownAmendment, 'Amendments that were proposed; to students only those that were confirmed.')
  readonly amendments!: readonly ShownAmendment[];
}

/**
 * The results of one student and where each stands. [5cu/assess/18.2.1] [5cu/assess/19.2] [3cu/assess/17.2.1]
 * [3cu/assess/18.2]
 */
export class ResultsDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Day('The day of which this is said.')
  readonly on!: CivilDate;

  @PartList(ShownResult, 'Attempts with a result or a recommendation, in the order of enrolment.')
  readonly results!: readonly ShownResult[];
}
