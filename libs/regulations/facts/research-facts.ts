import type { CivilDate } from '#kernel';

/** The awards that research leads to. */
export type ResearchAward = 'mphil' | 'professional-doctorate' | 'phd';

/** The thesis is written in one of the two, which the Research Degrees Committee fixes on admission. [5cu/rpg/3.2] [3cu/rpg/3.2] */
export type ThesisLanguage = 'zh' | 'en';

/** Something that the Research Degrees Committee asks of one student beside what it asks of all. [5cu/rpg/4.1] [3cu/rpg/4.1] */
export interface ResearchCondition {
  readonly id: string;
  /** A course to be passed, an oral or written test, or anything else. */
  readonly kind: 'course' | 'test' | 'other';
  /** The code of the course. */
  readonly course?: string;
  /** What is asked, in the Committee's words. */
  readonly words?: string;
  /** Before study begins, or in its course: then by the day on which the thesis is handed in. */
  readonly when: 'before' | 'during';
  readonly imposedOn: CivilDate;
  /** Absent while it is outstanding. */
  readonly fulfilledOn?: CivilDate;
}

/** The field of research and its plan, as the Research Degrees Committee approved them. [5cu/rpg/4.4] [3cu/rpg/4.4] */
export interface ResearchPlan {
  readonly area: string;
  readonly plan?: string;
  /** The day by which the work is to be done. */
  readonly completeBy?: CivilDate;
  readonly approvedOn: CivilDate;
}

/** What the Research Degrees Committee fixed when it admitted a student. */
export interface ResearchAdmission {
  readonly thesisLanguage: ThesisLanguage;
  /** The first day of study, from which its longest period is counted. */
  readonly startsOn: CivilDate;
  readonly conditions: readonly ResearchCondition[];
  readonly plan: ResearchPlan;
  /** A research degree that is read elsewhere at the same time, as permitted. */
  readonly otherDegree?: string;
}

/** One year of study registered for, with the approval of the School Research Degrees Committee. [5cu/rpg/4.3] [3cu/rpg/4.3] */
export interface AnnualRegistration {
  /** `2024/25` */
  readonly academicYear: string;
  readonly on: CivilDate;
  /** After the last day, as the Registrar let pass. */
  readonly late: boolean;
}

/** A year that had not been registered for when its day was over. */
export interface MissedRegistration {
  readonly academicYear: string;
  /** The first day after the last one of registration. */
  readonly on: CivilDate;
  readonly recordedOn: CivilDate;
}

/** Study interrupted, with the Registrar's permission. [5cu/rpg/4.7] [3cu/rpg/4.7] */
export interface Leave {
  /** The first day without study. */
  readonly from: CivilDate;
  /** The first day on which study goes on; that of its beginning where it was called off before. */
  readonly until: CivilDate;
  readonly reason: string;
  readonly recordedOn: CivilDate;
  /** Of one that was ended before its time. */
  readonly early?: EarlyEnd;
}

/** An interruption ended before its time, with the Registrar's permission. */
export interface EarlyEnd {
  /** The first day on which study would have gone on. */
  readonly grantedUntil: CivilDate;
  readonly reason: string;
  readonly recordedOn: CivilDate;
}

/** Study or research away from the University. [5cu/rpg/7.1] [3cu/rpg/7.1] */
export interface StudyElsewhere {
  readonly place: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly recordedOn: CivilDate;
}

/** Another research degree that is read elsewhere, as permitted. [5cu/rpg/4.5] [3cu/rpg/4.5] */
export interface OtherResearchDegree {
  readonly institution: string;
  readonly degree: string;
  readonly recordedOn: CivilDate;
}

/** A thesis handed in. It belongs to the University from then on. [5cu/rpg/6.3] [3cu/rpg/6.3] */
export interface ThesisSubmission {
  readonly on: CivilDate;
  readonly language: ThesisLanguage;
  readonly property: 'university';
  /** Why the Research Degrees Committee let it come outside the window. */
  readonly outsideWindow?: string;
}

/** What the examiners recommend, one of four. [5cu/pgdeg/7.5] [5cu/pgdeg/8.4] [3cu/pgdeg/7.4] [3cu/pgdeg/8.3] */
export type ThesisOutcome = 'pass' | 'minor-amendments' | 'resubmit' | 'fail';

export interface ThesisExamination {
  /** The day of the oral examination. */
  readonly oralOn: CivilDate;
  readonly outcome: ThesisOutcome;
  readonly recordedOn: CivilDate;
}

export interface Thesis {
  readonly title: string;
  /** The first registration for the thesis, from which the window of its submission is counted. */
  readonly registeredOn: CivilDate;
  /** The days on which the Registry was told that the thesis would be handed in. */
  readonly notices: readonly CivilDate[];
  readonly submissions: readonly ThesisSubmission[];
  readonly examinations: readonly ThesisExamination[];
  /** The day on which minor amendments were accepted. */
  readonly amendedOn?: CivilDate;
}

/** What the record holds of research on one programme, beside the registration itself. */
export interface ResearchFile {
  readonly programme: string;
  /** The research degree that was changed for this one: what is recorded of it until then is of this one as well. */
  readonly replaces?: string;
  readonly conditions: readonly ResearchCondition[];
  /** The latest last. */
  readonly plans: readonly ResearchPlan[];
  readonly years: readonly AnnualRegistration[];
  readonly missed: readonly MissedRegistration[];
  readonly leaves: readonly Leave[];
  readonly elsewhere: readonly StudyElsewhere[];
  readonly otherDegrees: readonly OtherResearchDegree[];
  readonly thesis?: Thesis;
}
