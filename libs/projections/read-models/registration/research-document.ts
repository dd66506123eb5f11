import type { CivilDate } from '#kernel';
import type {
  AnnualRegistration,
  EarlyEnd,
  Leave,
  MissedRegistration,
  OtherResearchDegree,
  ResearchCondition,
  ResearchPlan,
  ResearchStanding,
  StudyElsewhere,
  ThesisExamination,
  ThesisLanguage,
  ThesisOutcome,
  ThesisSubmission,
  ThesisWindow,
} from '#regulations';
import { Count, Day, Flag, OneOf, Part, PartList, Words } from '../field.ts';

const Language = () => OneOf(['zh', 'en'], 'Chinese or English.');

/** The longest period of study. */
export class ShownPeriod {
  @Words('The clause that sets it.')
  readonly clause!: string;

  @Day('The first day of study.')
  readonly from!: CivilDate;

  @Count('Years at most, by award and mode; leave counts.')
  readonly years!: number;

  @Count('Years granted beyond them.')
  readonly extended!: number;

  @Day('The last day.')
  readonly lastDay!: CivilDate;

  @Count('Days from that of the document to the last one.')
  readonly daysLeft!: number;
}

export class ShownPlan implements ResearchPlan {
  @Words('The field of research.')
  readonly area!: string;

  @Words('The plan.', 'optional')
  readonly plan?: string;

  @Day('The day by which it is carried out.', 'optional')
  readonly completeBy?: CivilDate;

  @Day('The day on which the Research Degrees Committee approved it.')
  readonly approvedOn!: CivilDate;
}

export class ShownCondition implements ResearchCondition {
  @Words('Its name.')
  readonly id!: string;

  @OneOf(['course', 'test', 'other'], 'A course to be passed, an oral or written test, or anything else.')
  readonly kind!: ResearchCondition['kind'];

  @Words('The code of the course.', 'optional')
  readonly course?: string;

  @Words('What is asked.', 'optional')
  readonly words?: string;

  @OneOf(['before', 'during'], 'Before study begins, or before the thesis is handed in.')
  readonly when!: ResearchCondition['when'];

  @Day('The day on which it was imposed.')
  readonly imposedOn!: CivilDate;

  @Day('The day on which it was fulfilled; absent while it is outstanding.', 'optional')
  readonly fulfilledOn?: CivilDate;
}

export class ShownYear implements AnnualRegistration {
  @Words('The academic year, such as `2024/25`.')
  readonly academicYear!: string;

  @Day('The day on which it was registered for.')
  readonly on!: CivilDate;

  @Flag('After the last day, as the Registrar let pass.')
  readonly late!: boolean;
}

export class ShownMissedYear implements MissedRegistration {
  @Words('The academic year.')
  readonly academicYear!: string;

  @Day('The first day after the last one of registration.')
  readonly on!: CivilDate;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: CivilDate;
}

export class ShownEarlyEnd implements EarlyEnd {
  @Day('The first day on which study would have gone on.')
  readonly grantedUntil!: CivilDate;

  @Words('Why it was ended.')
  readonly reason!: string;

  @Day('The day on which that was recorded.')
  readonly recordedOn!: CivilDate;
}

export class ShownLeave implements Leave {
  @Day('The first day without study.')
  readonly from!: CivilDate;

  @Day('The first day on which study goes on; that of its beginning where it was called off before.')
  readonly until!: CivilDate;

  @Words('Why.')
  readonly reason!: string;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: CivilDate;

  @Part(ShownEarlyEnd, 'Of one that was ended before its time, or called off.', 'optional')
  readonly early?: ShownEarlyEnd;
}

export class ShownElsewhere implements StudyElsewhere {
  @Words('The place.')
  readonly place!: string;

  @Day('The first day there.')
  readonly from!: CivilDate;

  @Day('The first day back.')
  readonly until!: CivilDate;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: CivilDate;
}

export class ShownOtherDegree implements OtherResearchDegree {
  @Words('The institution.')
  readonly institution!: string;

  @Words('The degree.')
  readonly degree!: string;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: CivilDate;
}

export class ShownWindow implements ThesisWindow {
  @Words('The clause that sets it.')
  readonly clause!: string;

  @Day('The first registration for the thesis.')
  readonly from!: CivilDate;

  @Day('The first day on which it may be handed in.')
  readonly opens!: CivilDate;

  @Day('The last day on which it may be handed in.')
  readonly closes!: CivilDate;
}

export class ShownThesisSubmission implements ThesisSubmission {
  @Day('The day on which it was handed in.')
  readonly on!: CivilDate;

  @Language()
  readonly language!: ThesisLanguage;

  @OneOf(['university'], 'Whose property it is.')
  readonly property!: 'university';

  @Words('Why the Research Degrees Committee let it come outside the window.', 'optional')
  readonly outsideWindow?: string;
}

export class ShownThesisExamination implements ThesisExamination {
  @Day('The day of the oral examination.')
  readonly oralOn!: CivilDate;

  @OneOf(['pass', 'minor-amendments', 'resubmit', 'fail'], 'What the examiners recommended.')
  readonly outcome!: ThesisOutcome;

  @Day('The day on which it was recorded.')
  readonly recordedOn!: CivilDate;
}

export class ShownThesis {
  @Words('Its title.')
  readonly title!: string;

  @Part(ShownWindow, 'The days between which it is handed in, both included.')
  readonly window!: ShownWindow;

  @Day('The last day on which the Registry was given notice of it.', 'optional')
  readonly noticeOn?: CivilDate;

  @PartList(ShownThesisSubmission, 'Every time that it was handed in.')
  readonly submissions!: readonly ShownThesisSubmission[];

  @PartList(ShownThesisExamination, 'Every examination.')
  readonly examinations!: readonly ShownThesisExamination[];

  @Day('The day on which it was completed.', 'optional')
  readonly completedOn?: CivilDate;
}

/** How far research has come. */
export class ResearchPart {
  @Language()
  readonly thesisLanguage!: ThesisLanguage;

  @Part(ShownPeriod, 'The longest period of study.')
  readonly period!: ShownPeriod;

  @Part(ShownPlan, 'The field and plan of research, as approved last.')
  readonly plan!: ShownPlan;

  @PartList(ShownCondition, 'What was asked of this student beside what is asked of all.')
  readonly conditions!: readonly ShownCondition[];

  @PartList(ShownYear, 'The years registered for after that of entry.')
  readonly years!: readonly ShownYear[];

  @PartList(ShownMissedYear, 'The years that were not registered for in time, and not since.')
  readonly missed!: readonly ShownMissedYear[];

  @PartList(ShownLeave, 'Times without study.')
  readonly leaves!: readonly ShownLeave[];

  @PartList(ShownElsewhere, 'Study and research elsewhere.')
  readonly elsewhere!: readonly ShownElsewhere[];

  @PartList(ShownOtherDegree, 'Other research degrees that are permitted.')
  readonly otherDegrees!: readonly ShownOtherDegree[];

  @Part(ShownThesis, 'The thesis; absent before it is registered for.', 'optional')
  readonly thesis?: ShownThesis;
}

/** How far research has come, as the document of the registration shows it. */
export function shownResearch({ startsOn: _first, thesis, ...standing }: ResearchStanding): ResearchPart {
  if (!thesis) return standing;
  const { title, window, notices, submissions, examinations, completedOn } = thesis;
  const noticeOn = notices.at(-1);
  return {
    ...standing,
    thesis: {
      title,
      window,
      ...(noticeOn ? { noticeOn } : {}),
      submissions,
      examinations,
      ...(completedOn ? { completedOn } : {}),
    },
  };
}
