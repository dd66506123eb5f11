import { type CivilDate, type ClauseId, plusYears, text } from '#kernel';
import type { Dated } from '../dated.ts';
import {
  type Attempt,
  type CertificateIssuer,
  type ExaminationFile,
  emptyExaminationFile,
  type SittingKind,
  type Study,
} from '../facts.ts';
import type { LaterExamination } from '../rules/examination.ts';
import type { Demand } from './demand.ts';
import { sameCourse } from './figures-same-course.ts';
import { attemptName } from './parameters.ts';

/** What the regulations of a chapter say of examinations. */
export interface ExaminationLaw {
  readonly pack: string;
  /** Who may sit: by the assessment regulations, and by those of the chapter. */
  readonly entitled: readonly [ClauseId, ClauseId];
  /** What is asked of the parts of the result. */
  readonly scheme: ClauseId;
  /** So many sittings without a pass, and the course has to be taken again. */
  readonly sittings: {
    readonly most: Dated<number>;
    /** Every clause that says so. */
    readonly clauses: readonly ClauseId[];
    readonly counts: readonly SittingKind[];
    /** Who may make an exception with a reason; nobody where it is firm. */
    readonly liftedBy: readonly string[];
  };
  /** Grades that only hold the place of a result. */
  readonly open: readonly string[];
  readonly absence: AbsenceLaw;
  readonly deferred: DeferredLaw;
  readonly exemption: ExemptionLaw;
  /** Absent where no examination is sat again. */
  readonly resit?: ResitLaw;
}

export interface AbsenceLaw {
  /** Days after the examination until which absence for health is reported, the last included. */
  readonly afterDays: Dated<number>;
  readonly certificate: ClauseId;
  readonly issuers: { readonly clause: ClauseId; readonly accepted: Dated<readonly CertificateIssuer[]> };
  readonly unfit: ClauseId;
  /** Days before the examination by which a reason known by then is told. */
  readonly beforeDays: Dated<number>;
  readonly other: {
    readonly clause: ClauseId;
    readonly evidence: ClauseId;
    readonly explanation: ClauseId;
    /** Days after the examination, as the University sets them. */
    readonly afterDays: Dated<number>;
  };
  /** Only for very good reasons, in writing. */
  readonly exceptional: ClauseId;
  /** A resit is not put off by itself; said by some chapters. */
  readonly ofResit?: ClauseId;
}

export interface DeferredLaw {
  readonly score: Dated<number>;
  /** Whether the score is asked of every course with coursework, or where a pass in coursework is asked. */
  readonly scoreOf: 'every-course' | 'where-coursework-is-passed';
  readonly conditions: ClauseId;
  readonly when: ClauseId;
  readonly set: ClauseId;
  readonly once: ClauseId;
  /** Years after the end of the term in which it is taken at the latest. */
  readonly years: Dated<number>;
}

export interface ExemptionLaw {
  readonly clause: ClauseId;
  readonly passed: ClauseId;
  readonly oneAssignment: ClauseId;
  readonly last: ClauseId;
  readonly certificate: ClauseId;
  readonly issuers: Dated<readonly CertificateIssuer[]>;
  readonly recommendation: ClauseId;
  readonly ofPassed: ClauseId;
  readonly ofIncomplete: ClauseId;
  /** The result that it leaves. */
  readonly grade: string;
}

export interface ResitLaw {
  readonly grade: string;
  /** The result of who lets it go by. */
  readonly lost: string;
  readonly eligibility: ClauseId;
  readonly coursework: ClauseId;
  readonly examination: ClauseId;
  /** By the regulations of the chapter: the grant, the fee and the withdrawn, and what follows a failed one. */
  readonly granted: ClauseId;
  readonly feeOfChapter: ClauseId;
  readonly failed: ClauseId;
  readonly set: ClauseId;
  readonly once: ClauseId;
  readonly when: ClauseId;
  readonly untilSenate: ClauseId;
  readonly fee: ClauseId;
  readonly withdrawn: ClauseId;
  readonly years: Dated<number>;
  readonly deferral: {
    readonly clause: ClauseId;
    readonly least: Dated<number>;
    /** One in so many may be put off. */
    readonly oneIn: Dated<number>;
    readonly beforeDays: Dated<number>;
  };
}

export const fileOf = ({ examinations = emptyExaminationFile }: Study): ExaminationFile => examinations;

/** The part of a file that is about an attempt. */
export function ofAttempt(study: Study, attempt: Attempt) {
  const file = fileOf(study);
  const key = attemptName(attempt);
  const of = <Fact extends { readonly attempt: string }>(facts: readonly Fact[]) =>
    facts.filter((fact) => fact.attempt === key);
  return {
    sittings: of(file.sittings),
    deferred: of(file.deferred),
    exemptions: of(file.exemptions),
    resit: of(file.resits).at(-1),
  };
}

/**
 * The later taking of the same course that has come in the place of one: whoever enrols in it again is examined in that
 * one. [5cu/assess/15.2(b)] [5cu/dl/8.11.4] [5cu/ug/9.7.4] [5cu/tpg/9.5.4]
 */
export function takenAgain({ attempts }: Study, attempt: Attempt): Attempt | undefined {
  const name = sameCourse([attempt.course, ...attempts.map(({ course }) => course)]);
  return attempts.find(
    (other) =>
      other.programme === attempt.programme &&
      other.status !== 'withdrawn' &&
      other.term.teaching[0] > attempt.term.teaching[0] &&
      name(other.course.code) === name(attempt.course.code),
  );
}

/** A resit is of the attempt that was failed, and lost when the course is taken again. */
export function notTakenAgain(clause: ClauseId, study: Study, attempt: Attempt): Demand {
  const again = takenAgain(study, attempt);
  return {
    clause,
    met: again === undefined,
    figures: { takenAgainIn: again?.term.code ?? null },
    note: text(
      `The course is taken again in ${again?.term.code}; it is examined there.`,
      `學生已於 ${again?.term.code} 重修該學科，考試以該次修讀為準。`,
    ),
  };
}

/** The last day of the term of an attempt, with its examinations; of a course over several terms that of its result where it is later. */
export function endOfTerm({ term, course, gradedOn = '' }: Attempt): CivilDate {
  const ends = term.examinations[1] > term.teaching[1] ? term.examinations[1] : term.teaching[1];
  return course.terms > 1 && gradedOn > ends ? gradedOn : ends;
}

/** The clause that says when an examination is taken that is not taken with the others, and the years that it leaves. */
export interface When {
  readonly clause: ClauseId;
  readonly years: Dated<number>;
}

/** When the term of the examination that was missed or failed ends, that examination, and when another was granted. */
export interface Since {
  readonly termEnds: CivilDate;
  readonly after: CivilDate;
  readonly granted: CivilDate;
}

type Later = LaterExamination & { readonly today: CivilDate };

/** The next examinations of the course that the calendar has: the chance is limited to them. [5cu/assess/12.2(b)] [5cu/assess/15.2(c)] [3cu/assess/12.2(b)] */
const nextOf = ({ examinedIn = [] }: Later, { after, granted }: Since) =>
  examinedIn
    .filter(({ examinations: [first, last] }) => first > after && last >= granted)
    .sort((a, b) => (a.examinations[0] < b.examinations[0] ? -1 : 1))[0];

/**
 * The last day on which such an examination can be taken: that of the next regular examinations of the course, or a year
 * after the end of the term, whichever comes first. Where nobody knows when the course is examined next, the period that
 * the office names is taken for it. [5cu/assess/12.2] [5cu/assess/15.2(c)] [3cu/assess/12.2]
 */
export function latestOf({ years }: When, later: Later, since: Since): CivilDate {
  const year = plusYears(since.termEnds, years.on(since.termEnds).value);
  const periods = [later.period, nextOf(later, since)];
  return periods.reduce(
    (last, period) => (period && period.examinations[1] < last ? period.examinations[1] : last),
    year,
  );
}

/** Whether the day and the period that the office names are those of the clause; `after` is the examination before. */
export function taken(when: When, later: Later, since: Since): Demand {
  const { period, examinationOn, today } = later;
  const { termEnds, after } = since;
  const latest = latestOf(when, later, since);
  const next = nextOf(later, since);
  const day = examinationOn ?? period?.examinations[0] ?? latest;
  return {
    clause: when.clause,
    met: day > after && day >= today && day <= latest,
    figures: {
      period: period?.code ?? null,
      ...(next ? { next: next.code } : {}),
      examinationOn: examinationOn ?? null,
      latest,
      termEnds,
      after,
    },
    note: text(
      `It follows the examination of ${after} and is taken by ${latest}, and not before today.`,
      `須在 ${after} 的考試之後、今天或以後應考，最遲為 ${latest}。`,
    ),
    remedy: text(`Set a day on or before ${latest}.`, `於 ${latest} 或之前安排考試。`),
  };
}
