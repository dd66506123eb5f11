import type { CivilDate, Text } from '#kernel';
import type { AttemptStatus, AwardKind, CourseLevel, EndedStatus, Period, TransferKind } from '#regulations';
import { AttemptState, AwardName, Count, Day, Flag, Level, OneOf, Part, PartList, WordList, Words } from '../field.ts';
import { BilingualText, NamedClass, ProgrammeName, Shown, ShownPeriod } from '../shown.ts';

export class TranscriptTerm {
  @Words('The code of the term.')
  readonly term!: string;

  @Part(Shown, 'The average of the term in grade points; null while no credits count.', 'nullable')
  readonly gpa!: Shown | null;

  @Count('Credits earned by the results of the term.')
  readonly creditsEarned!: number;
}

/** The end of a registration. */
export class TranscriptEnd {
  @OneOf(
    ['withdrawn', 'lapsed', 'discontinued', 'deregistered', 'changed', 'completed'],
    'How the registration came to its end.',
  )
  readonly status!: EndedStatus;

  @Day('The day on which it took effect.')
  readonly on!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

export class TranscriptProgramme extends ProgrammeName {
  @Part(TranscriptEnd, 'Where the registration is at an end. [3cu/dl/6.3] [3cu/ug/5.1] [5cu/ug/5.1]', 'optional')
  readonly ended?: TranscriptEnd;

  @Count('Credits earned at the University, transferred ones left out.')
  readonly creditsEarned!: number;

  @Count('Credits transferred from study elsewhere.')
  readonly creditsTransferred!: number;

  @Part(Shown, 'The cumulative average in grade points; null while no credits count.', 'nullable')
  readonly cgpa!: Shown | null;

  @PartList(TranscriptTerm, 'The terms with a course, in order of teaching.')
  readonly terms!: readonly TranscriptTerm[];

  @WordList('The clauses that the figures rest on.')
  readonly clauses!: readonly string[];
}

/** One taking of one course. */
export class TranscriptCourse {
  @Words('The code of the programme it is taken for.')
  readonly programme!: string;

  @Words('The code of the course.')
  readonly code!: string;

  @Part(BilingualText, 'The title of the course.')
  readonly title!: Text;

  @Count('The credits of the course.')
  readonly credits!: number;

  @Level()
  readonly level!: CourseLevel;

  @Words('The code of the term of enrolment.')
  readonly term!: string;

  @Words('The term in whose average the result counts, when that is another.', 'optional')
  readonly gradedTerm?: string;

  @AttemptState()
  readonly status!: AttemptStatus;

  @Words('The grade; `W` for a course that was withdrawn from, null while there is no result.', 'nullable')
  readonly grade!: string | null;

  @Part(Shown, 'Grade points, such as `3.70`; null for grades outside the averages.', 'nullable')
  readonly points!: Shown | null;

  @Count('Credits earned by this attempt.')
  readonly creditsEarned!: number;

  @Flag('Whether a later attempt has taken its place in the cumulative average.')
  readonly superseded!: boolean;

  @Day('The day of enrolment.')
  readonly enrolledOn!: CivilDate;

  @Day('The day of the result.', 'optional')
  readonly gradedOn?: CivilDate;

  @Day('The day of withdrawal, or the first day of the deferral.', 'optional')
  readonly leftOn?: CivilDate;

  @PartList(
    ShownPeriod,
    'The times for which it is put off, in order, from when that is approved. The status is `deferred` once the record tells of the first day or a later one; before, the deferral is to come.',
    'optional',
  )
  readonly deferrals?: readonly Period[];
}

export class TransferredCourse {
  @Words('The code of the course.')
  readonly code!: string;

  @Part(BilingualText, 'The title of the course.')
  readonly title!: Text;
}

export class TranscriptTransfer {
  @Words('The code of the programme to which the credits are transferred.')
  readonly programme!: string;

  @OneOf(
    ['general', 'specific', 'block', 'full-time-specific', 'full-time-exemption', 'full-time-block'],
    'The kind of transfer. [5cu/ct/3.1] [3cu/ct/3.1]',
  )
  readonly kind!: TransferKind;

  @Count('The credits; 0 for an exemption.')
  readonly credits!: number;

  @Level()
  readonly level!: CourseLevel;

  @Part(TransferredCourse, 'The course that it stands for.', 'optional')
  readonly course?: TransferredCourse;

  @Words('Where it was studied.')
  readonly institution!: string;

  @Words('The title of what was obtained there.')
  readonly qualification!: string;

  @Day('The day of the grant.')
  readonly grantedOn!: CivilDate;
}

export class TranscriptAward {
  @Words('The code of the programme.')
  readonly programme!: string;

  @AwardName()
  readonly award!: AwardKind;

  @OneOf(['met', 'in-progress'], 'Whether every requirement of the award is met.')
  readonly state!: 'met' | 'in-progress';

  @Part(NamedClass, 'Of honours; null without, and while the requirements are not met.', 'nullable')
  readonly class!: NamedClass | null;

  @Day('The day on which the Council conferred it, once it has.', 'optional')
  readonly conferredOn?: CivilDate;

  @Words('The clause by which it bears that day.', 'optional')
  readonly clause?: string;
}

/**
 * The whole academic record of one student: results, term averages, cumulative average and awards.
 * [3cu/dl/11.1] [3cu/ug/13.1] [5cu/dl/10.1] [5cu/ug/13.1]
 */
export class TranscriptDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @PartList(TranscriptProgramme, 'In order of first admission.')
  readonly programmes!: readonly TranscriptProgramme[];

  @PartList(
    TranscriptCourse,
    'Every attempt in the order of enrolment. A dropped course leaves none, a withdrawn one stays. [3cu/dl/6.3] [5cu/dl/5.3]',
  )
  readonly courses!: readonly TranscriptCourse[];

  @PartList(TranscriptTransfer, 'Credits for study elsewhere, by programme.')
  readonly transfers!: readonly TranscriptTransfer[];

  @PartList(TranscriptAward, 'One for each programme.')
  readonly awards!: readonly TranscriptAward[];
}
