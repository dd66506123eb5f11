import type { CivilDate, Text } from '#kernel';
import {
  type AssessmentItem,
  type AttemptStatus,
  type CourseLevel,
  ITEM_KINDS,
  LATE_DECISIONS,
  type LateDecision,
  type Period,
  STANDINGS,
  type StandingState,
  type TermFacts,
} from '#regulations';
import {
  AttemptState,
  Count,
  Day,
  DayRange,
  Flag,
  Level,
  OneOf,
  Part,
  PartList,
  Percentage,
  WordList,
  Words,
} from '../field.ts';
import { BilingualText, ProgrammeName, Shown, ShownFinding, ShownPeriod } from '../shown.ts';

/** One piece of assessed work. */
export class CourseworkItem {
  @Words('Its code within the course.')
  readonly id!: string;

  @OneOf(ITEM_KINDS, 'What it is: coursework of some kind, or an examination.')
  readonly kind!: AssessmentItem['kind'];

  @Percentage('Per cent of its part (coursework or examination) of the result.')
  readonly weight!: number;

  @Day('The day it is due for the student, which an extension may have moved.')
  readonly due!: CivilDate;

  @Flag('Whether the course cannot be passed without it.')
  readonly compulsory!: boolean;

  @Day('The day it was last handed in.', 'optional')
  readonly submittedOn?: CivilDate;

  @Flag('Whether that was after the day it was due.', 'optional')
  readonly late?: boolean;

  @Flag('Whether it was carried over from an earlier presentation of the course.', 'optional')
  readonly banked?: boolean;

  @Percentage('The mark, 0 to 100, before anything is taken off for lateness.', 'optional')
  readonly mark?: number;

  @Day('The day of the mark.', 'optional')
  readonly markedOn?: CivilDate;

  @Flag('Whether it came late and waits for the decision whether it is taken.', 'optional')
  readonly pending?: boolean;

  @OneOf(LATE_DECISIONS, 'What became of it when it was late; refused, it counts as zero.', 'optional')
  readonly lateDecision?: LateDecision['decision'];

  @Percentage('The marks of 100 that are taken off for lateness.', 'optional')
  readonly deduction?: number;
}

/** How far the assessed work of one attempt has come. */
export class Coursework {
  @Count('The assignments of the course; examinations and other activities are left out.')
  readonly assignments!: number;

  @Count('Assignments handed in.')
  readonly submitted!: number;

  @Count('Assignments marked.')
  readonly marked!: number;

  @PartList(CourseworkItem, 'Assignments, other activities and examinations.')
  readonly items!: readonly CourseworkItem[];

  @Part(
    Shown,
    'The weighted mark of the coursework, 0 to 100, once all that is asked is marked; null before, or when none carries weight.',
    'nullable',
  )
  readonly total!: Shown | null;
}

export class TermResult {
  @Words('The grade; a withdrawal shows `W`.')
  readonly grade!: string;

  @Words('The grade that was awarded, where the lower one of the first time is recorded.', 'optional')
  readonly awarded?: string;

  @Part(Shown, 'Grade points; null for grades outside the averages.', 'nullable')
  readonly points!: Shown | null;

  @Count('Credits earned by this attempt.')
  readonly creditsEarned!: number;

  @Flag('Whether a later attempt has taken its place in the cumulative average.')
  readonly superseded!: boolean;

  @Day('The day of the result.', 'optional')
  readonly gradedOn?: CivilDate;
}

export class TermEnrolment {
  @Words('The code of the course.')
  readonly code!: string;

  @Part(BilingualText, 'The title of the course.')
  readonly title!: Text;

  @Count('The credits of the course.')
  readonly credits!: number;

  @Level()
  readonly level!: CourseLevel;

  @AttemptState()
  readonly status!: AttemptStatus;

  @Day('The day of enrolment.')
  readonly enrolledOn!: CivilDate;

  @Day('The day of withdrawal, or the first day of the deferral.', 'optional')
  readonly leftOn?: CivilDate;

  @PartList(
    ShownPeriod,
    'The times for which it is put off, in order, from when that is approved. The status is `deferred` once the record tells of the first day or a later one; before, the deferral is to come.',
    'optional',
  )
  readonly deferrals?: readonly Period[];

  @Part(TermResult, 'Null until there is one.', 'nullable')
  readonly result!: TermResult | null;

  @Part(Coursework, 'How far the assessed work has come.')
  readonly coursework!: Coursework;
}

/** Of the courses whose result counts in the term. */
export class TermStatistics {
  @Count('Courses with a final result.')
  readonly completed!: number;

  @Count('Courses passed.')
  readonly passed!: number;

  @Count('Courses failed.')
  readonly failed!: number;

  @Count('Courses withdrawn from.')
  readonly withdrawn!: number;

  @Count('Credits earned by the results of the term.')
  readonly creditsEarned!: number;

  @Part(Shown, 'The average of the term in grade points; null while no credits count.', 'nullable')
  readonly gpa!: Shown | null;
}

export class TermLoad {
  @Count('The credits of the courses begun in the term.')
  readonly credits!: number;

  @Part(Shown, 'What is taken in the term, in credits: a course over several terms counts a share in each of them.')
  readonly registrationValue!: Shown;
}

/** Whether the student may enrol in courses of the term, by the record as it stands and the day teaching begins. */
export class TermEligibility {
  @Flag('Whether the student may enrol in courses of the term.')
  readonly eligible!: boolean;

  @Day('The day on which the question is put: the first of teaching.')
  readonly on!: CivilDate;

  @PartList(ShownFinding, 'The clauses that were asked, and what stands in the way.')
  readonly findings!: readonly ShownFinding[];

  @PartList(BilingualText, 'What would let the student enrol.', 'optional')
  readonly remedies?: readonly Text[];
}

/** The published standing at the end of the term. */
export class TermStanding {
  @OneOf(STANDINGS, 'Good standing, probation for what follows, or study that ends.')
  readonly standing!: StandingState;

  @Count('Terms on probation in a row that were over; of the five-credit structure, academic years.')
  readonly probationTerms!: number;

  @Count('The stage of study; null where there are none.', 'nullable')
  readonly stage!: number | null;

  @WordList('The clauses on which it rests, the deciding one first.')
  readonly clauses!: readonly string[];

  @Day('The day of publication, or on which it was put right.')
  readonly on!: CivilDate;
}

export class TermProgramme extends ProgrammeName {
  @PartList(TermEnrolment, 'In order of enrolment.')
  readonly enrolments!: readonly TermEnrolment[];

  @Part(TermStatistics, 'Of the courses whose result counts in the term.')
  readonly statistics!: TermStatistics;

  @Part(TermLoad, 'The study load of the term.')
  readonly load!: TermLoad;

  @Part(TermEligibility, 'By the record as it stands and the day teaching begins.')
  readonly eligibility!: TermEligibility;

  @Part(TermStanding, 'As published; absent before.', 'optional')
  readonly standing?: TermStanding;

  @Part(Shown, 'The cumulative average over the whole record as it stands, not up to this term.', 'nullable')
  readonly cgpa!: Shown | null;
}

export class TermDates implements Omit<TermFacts, 'registration'> {
  @Words('The code of the term.')
  readonly code!: string;

  @Words('The academic year, such as `2024/25`.')
  readonly academicYear!: string;

  @DayRange('The first and the last day of teaching.')
  readonly teaching!: TermFacts['teaching'];

  @DayRange('The first and the last day of examinations.')
  readonly examinations!: TermFacts['examinations'];

  @Day('The last day of adding and dropping courses.')
  readonly addDropEnds!: CivilDate;
}

/** One student's term: what is taken, how far it has come, and what it adds up to. */
export class TermSummaryDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @Part(TermDates, 'The term.')
  readonly term!: TermDates;

  @PartList(TermProgramme, 'The programmes entered in or studied in the term.')
  readonly programmes!: readonly TermProgramme[];
}
