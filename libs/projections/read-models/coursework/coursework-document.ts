import type { CivilDate, Text } from '#kernel';
import { LATE_DECISIONS, type LateDecision, QUERY_ADDRESSEES, type QueryAddressee } from '#regulations';
import { Count, Day, Flag, OneOf, Part, PartList, Percentage, WordList, Words } from '../field.ts';
import { BilingualText, Shown } from '../shown.ts';

/** A later day for one piece of work. */
export class ShownExtension {
  @Words('The piece of work.')
  readonly assignment!: string;

  @Day('The day of the request.')
  readonly requestedOn!: CivilDate;

  @Day('The day until which it was asked for.')
  readonly asked!: CivilDate;

  @Words('The special circumstances.')
  readonly reason!: string;

  @Words('Who decides, by the days that were asked for.')
  readonly tier!: string;

  @OneOf(['waiting', 'granted', 'declined'], 'What came of it.')
  readonly outcome!: 'waiting' | 'granted' | 'declined';

  @Day('The day that holds, where it was granted.', 'optional')
  readonly until?: CivilDate;

  @Day('The day of the decision.', 'optional')
  readonly decidedOn?: CivilDate;

  @Words('Whose decision it was.', 'optional')
  readonly decidedBy?: string;

  @Words('Why it was decided so.', 'optional')
  readonly decisionReason?: string;

  @Flag('Whether somebody is there to mark the work then; said where that is asked.', 'optional')
  readonly markerAvailable?: boolean;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** What became of work that came late. */
export class ShownLateWork {
  @Words('The piece of work.')
  readonly assignment!: string;

  @Day('The day that held for the student.')
  readonly due!: CivilDate;

  @Day('The day on which it came.')
  readonly handedInOn!: CivilDate;

  @OneOf(LATE_DECISIONS, 'The decision; what was refused scores zero.')
  readonly decision!: LateDecision['decision'];

  @Percentage('The marks of 100 that are taken off.', 'optional')
  readonly deduction?: number;

  @Part(Shown, 'The mark as it counts; absent while there is none.', 'optional')
  readonly counts?: Shown;

  @Words('Whose decision it was.')
  readonly decidedBy!: string;

  @Day('The day of the decision.')
  readonly decidedOn!: CivilDate;

  @Words('Why it was decided so.')
  readonly reason!: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** A doubt about a mark. */
export class ShownMarkQuery {
  @Words('The piece of work.')
  readonly assignment!: string;

  @OneOf(QUERY_ADDRESSEES, 'To whom it went.')
  readonly to!: QueryAddressee;

  @Day('The day on which it was raised.')
  readonly raisedOn!: CivilDate;

  @Percentage('The mark that was doubted.')
  readonly mark!: number;

  @Words('Why.')
  readonly reason!: string;

  @OneOf(['waiting', 'mark-stands', 'mark-changed'], 'What came of it.')
  readonly outcome!: 'waiting' | 'mark-stands' | 'mark-changed';

  @Day('The day of the answer.', 'optional')
  readonly decidedOn?: CivilDate;

  @Percentage('The mark from then on.', 'optional')
  readonly markThen?: number;

  @Words('The answer.', 'optional')
  readonly answer?: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** The next step that is open to who doubts a mark. */
export class ShownQueryWindow {
  @Words('The piece of work.')
  readonly assignment!: string;

  @OneOf(QUERY_ADDRESSEES, 'To whom it goes.')
  readonly to!: QueryAddressee;

  @Day('The last day.')
  readonly lastDay!: CivilDate;

  @Words('The clause that sets it.')
  readonly clause!: string;
}

/** A mark that gave way to another. */
export class ShownEarlierMark {
  @Words('The piece of work.')
  readonly assignment!: string;

  @Percentage('The mark that stood.')
  readonly mark!: number;

  @Day('Its day.')
  readonly markedOn!: CivilDate;

  @Words('Why it was changed.')
  readonly reason!: string;
}

/** That a shortage of attendance does not count. */
export class ShownWaiver {
  @Day('The day of the waiver.')
  readonly on!: CivilDate;

  @Words('Whose it was.')
  readonly authority!: string;

  @Words('Why.')
  readonly reason!: string;
}

/** How much of the course was attended. */
export class ShownAttendance {
  @Count('Sessions held so far.', 'optional')
  readonly held?: number;

  @Count('Of them, those that were attended.', 'optional')
  readonly attended?: number;

  @Part(Shown, 'Per cent of the sessions held so far.', 'optional')
  readonly percent?: Shown;

  @Percentage('Per cent without which the course is not passed; absent where none is asked.', 'optional')
  readonly minimum?: number;

  @Flag('Whether it stands in the way of a pass.')
  readonly short!: boolean;

  @Part(ShownWaiver, 'Present where a shortage was waived.', 'optional')
  readonly waiver?: ShownWaiver;

  @WordList('The clauses that ask it.')
  readonly clauses!: readonly string[];
}

/** An allegation of plagiarism. */
export class ShownAllegation {
  @Words('The piece of work.')
  readonly assignment!: string;

  @Day('The day of the report.')
  readonly allegedOn!: CivilDate;

  @Words('What is alleged.')
  readonly account!: string;

  @Words('What the check of the work is filed under.', 'optional')
  readonly check?: string;

  @OneOf(['open', 'dismissed', 'established'], 'What the disciplinary proceedings made of it.')
  readonly outcome!: 'open' | 'dismissed' | 'established';

  @Day('The day of the outcome.', 'optional')
  readonly settledOn?: CivilDate;

  @Words('The case in the disciplinary proceedings.', 'optional')
  readonly caseReference?: string;

  @Words('The clause that it rests on.')
  readonly clause!: string;
}

/** The coursework of one attempt. */
export class AttemptCoursework {
  @Words('The code of the course.')
  readonly course!: string;

  @Part(BilingualText, 'Its title.')
  readonly title!: Text;

  @Words('The code of the term.')
  readonly term!: string;

  @Part(Shown, 'The overall coursework mark so far, 0 to 100; null where nothing weighs.', 'nullable')
  readonly total!: Shown | null;

  @Flag('Whether nothing is still to come.')
  readonly complete!: boolean;

  @WordList('The pieces that count in it.')
  readonly counted!: readonly string[];

  @WordList('Compulsory pieces that are outstanding.')
  readonly compulsoryOutstanding!: readonly string[];

  @PartList(ShownExtension, 'In order of request.')
  readonly extensions!: readonly ShownExtension[];

  @PartList(ShownLateWork, 'In order of submission.')
  readonly lateWork!: readonly ShownLateWork[];

  @PartList(ShownMarkQuery, 'In order of query.')
  readonly queries!: readonly ShownMarkQuery[];

  @PartList(ShownQueryWindow, 'What may still be queried.')
  readonly open!: readonly ShownQueryWindow[];

  @PartList(ShownEarlierMark, 'Marks that stood before, in order.')
  readonly earlierMarks!: readonly ShownEarlierMark[];

  @Part(ShownAttendance, 'Absent where nothing is on record.', 'optional')
  readonly attendance?: ShownAttendance;

  @PartList(ShownAllegation, 'In order of report.')
  readonly allegations!: readonly ShownAllegation[];
}

/** Extensions, late work, queries, attendance and allegations of one student; attempts without any are left out. */
export class CourseworkDocument {
  @Words('The number of the student.')
  readonly student!: string;

  @PartList(AttemptCoursework, 'In order of enrolment.')
  readonly attempts!: readonly AttemptCoursework[];
}
