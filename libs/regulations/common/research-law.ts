import { type ClauseId, type Figure, type Text, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { Approval, CourseLevel, ResearchAward, ResearchCondition, ResearchFile, Study } from '../facts.ts';
import type { AcademicCalendar } from './academic-year.ts';
import { approvalBy, type Demand } from './demand.ts';
import { sameCourse } from './figures-same-course.ts';
import type { Scale } from './grades.ts';

/** The modes in which research is done. */
export type ResearchMode = 'full-time' | 'part-time';

/** The terms of the academic year, counted from 0, in which study for an award normally begins. */
export interface StartTerms {
  readonly terms: readonly number[];
  /** Only for a student who has prerequisite courses to pass; else any term will do. */
  readonly withCoursesOnly?: boolean;
}

/** Years, with the clauses of the award that say the same. */
export interface YearsAtMost {
  readonly years: number;
  readonly also?: readonly ClauseId[];
}

/** Years from the first registration for the thesis, with the clauses of the award that say the same. */
export interface WindowYears {
  readonly least: number;
  readonly most: number;
  readonly also?: readonly ClauseId[];
}

/** Credits of one level, and the average with which they are earned. */
export interface CourseworkOfAward {
  readonly clause: ClauseId;
  readonly credits: number;
  readonly level: CourseLevel;
  /** The CGPA, where one is asked. */
  readonly cgpa?: number;
}

/** What a research degree takes, by clause. */
export interface ResearchAwardLaw {
  /** That the thesis has satisfied the examiners. */
  readonly thesis: Readonly<Record<ResearchAward, ClauseId>>;
  /** Credits of coursework at postgraduate level, where the award asks for them. */
  readonly coursework: Readonly<Partial<Record<ResearchAward, CourseworkOfAward>>>;
  /** Courses that the programme prescribes. */
  readonly programme: Readonly<Record<ResearchAward, ClauseId>>;
}

/** What a regime says of research degrees, by clause and number. */
export interface ResearchLaw {
  readonly pack: string;
  readonly scale: Scale;
  readonly calendar: Dated<AcademicCalendar>;
  /** The Research Degrees Committee admits. */
  readonly committee: ClauseId;
  readonly entryConditions: ClauseId;
  readonly language: ClauseId;
  /** Nobody is admitted who reads for a research degree. */
  readonly onlyDegree: ClauseId;
  readonly conditions: ClauseId;
  readonly start: Dated<Readonly<Record<ResearchAward, StartTerms>>>;
  readonly everyYear: ClauseId;
  readonly plan: ClauseId;
  /** Nobody takes up another research degree meanwhile. */
  readonly noOther: ClauseId;
  readonly termination: ClauseId;
  readonly interruption: ClauseId;
  readonly period: Dated<Readonly<Record<ResearchAward, Readonly<Record<ResearchMode, YearsAtMost>>>>>;
  readonly window: Readonly<Record<ResearchMode, Dated<Readonly<Record<ResearchAward, WindowYears>>>>>;
  /** Notice, form, oral examination and property of the thesis. */
  readonly thesis: ClauseId;
  readonly elsewhere: { readonly recommended: ClauseId; readonly place: ClauseId; readonly supervision: ClauseId };
  readonly award: ResearchAwardLaw;
  /** Who may set the longest period aside for a student. */
  readonly extendedBy: readonly string[];
}

export const researchAwardOf = ({ registration }: Study): ResearchAward =>
  registration.programme.award as ResearchAward;

export const researchModeOf = ({ registration }: Study): ResearchMode => registration.programme.mode as ResearchMode;

/** The file of a student of whom nothing but the admission is known. */
export const fileOf = ({ registration, research }: Study): ResearchFile =>
  research ?? {
    programme: registration.programme.code,
    conditions: registration.research?.conditions ?? [],
    plans: registration.research ? [registration.research.plan] : [],
    years: [],
    missed: [],
    leaves: [],
    elsewhere: [],
    otherDegrees: [],
  };

/** The first day of study: as the Committee fixed it. [5cu/rpg/4.2] [3cu/rpg/4.2] */
export const startOf = ({ registration }: Study): string =>
  registration.research?.startsOn ?? registration.entryTerm.teaching[0];

export const COMMITTEE = 'research-degrees-committee';
export const SCHOOL_COMMITTEE = 'school-research-degrees-committee';
export const SUPERVISOR = 'principal-supervisor';

/** Who decides, and what it is called. */
const DECIDES = {
  [COMMITTEE]: text('the Research Degrees Committee', '研究學位委員會'),
  [SCHOOL_COMMITTEE]: text('the School Research Degrees Committee', '學院研究學位委員會'),
  [SUPERVISOR]: text('the principal supervisor', '首席研究主任'),
  registrar: text('the Registrar', '教務長'),
  senate: text('the Senate', '教務會'),
} as const satisfies Readonly<Record<string, Text>>;

/** Something that only one authority may approve: without its approval it is refused. */
export function approvedBy(
  clause: ClauseId,
  approvals: readonly Approval[],
  authority: keyof typeof DECIDES,
  figures: Readonly<Record<string, Figure>> = {},
): Demand {
  const name = DECIDES[authority];
  return {
    clause,
    met: false,
    figures,
    approval: approvalBy(approvals, authority),
    note: text(`It is for ${name.en} to approve.`, `須經${name['zh-Hant']}批准。`),
    remedy: text(`The approval of ${name.en}.`, `取得${name['zh-Hant']}批准。`),
  };
}

/** Conditions that still stand open: a course is fulfilled when it, or one of the same content, has been passed. */
export function outstanding(law: ResearchLaw, study: Study): readonly ResearchCondition[] {
  return fileOf(study).conditions.filter(
    (condition) => condition.fulfilledOn === undefined && passedOn(law, study, condition) === undefined,
  );
}

/** The day on which the course of a condition was passed. */
export function passedOn(law: ResearchLaw, study: Study, { kind, course }: ResearchCondition): string | undefined {
  if (kind !== 'course' || course === undefined) return undefined;
  const name = sameCourse(study.attempts.map((attempt) => attempt.course));
  return study.attempts.find(
    ({ grade, course: taken }) =>
      grade !== undefined && law.scale.get(grade)?.effect === 'passed' && name(taken.code) === name(course),
  )?.gradedOn;
}

/** That no condition stands open of those that had to be fulfilled by now; the Committee may let it pass. */
export function noneOutstanding(
  law: ResearchLaw,
  study: Study,
  when: ResearchCondition['when'] | 'any',
  approvals: readonly Approval[],
): Demand {
  const open = outstanding(law, study).filter((condition) => when === 'any' || condition.when === when);
  const ids = open.map(({ id }) => id).join(' ');
  return {
    clause: law.conditions,
    met: open.length === 0,
    figures: { outstanding: ids === '' ? null : ids },
    approval: approvalBy(approvals, COMMITTEE),
    note: text(`Conditions are outstanding: ${ids}.`, `尚未符合的附加條件：${ids}。`),
    remedy: text(
      `Fulfil ${ids} first, or let the Research Degrees Committee decide otherwise.`,
      `先符合 ${ids}，或由研究學位委員會另行決定。`,
    ),
  };
}
