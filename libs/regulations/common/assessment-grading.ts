import { type ClauseId, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AssessmentItem, isCoursework } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import { examined } from './assessment-examined.ts';
import { repeatCap } from './assessment-repeat.ts';
import { compulsoryOutstanding, lastSubmissions } from './coursework-total.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import type { Scale } from './grades.ts';
import type { Rule } from './parameters.ts';

export interface GradingLaw {
  readonly pack: string;
  readonly scale: Scale;
  /** The grades that a result may have in the mode. */
  readonly grades: Dated<readonly string[]>;
  /** Grades of earlier times, which only the migration takes over. */
  readonly legacy?: Dated<readonly string[]>;
  /** Pass and other grades without points; `only` when they are kept for courses graded Pass or Fail. */
  readonly passFail: { readonly clause: ClauseId; readonly only: boolean };
  readonly compulsory: ClauseId;
  /** The School gives one result for a course, when it has been taken. */
  readonly result: ClauseId;
  readonly withdrawn: ClauseId;
  readonly deferred: ClauseId;
  /** A second sitting is granted once, for a failed examination. */
  readonly resit?: { readonly clause: ClauseId; readonly grade: string };
  /** A course without credits ends with a grade of its own, however it is written. */
  readonly noCredits?: { readonly clause: ClauseId; readonly grades: readonly string[] };
  /** A course repeated after readmission is not recorded above its first result. */
  readonly repeatCap?: ClauseId;
}

/**
 * Whether a grade may be recorded for an attempt: not before the course has begun to be taught, nor before its examination. A grade stands; it gives way to a correction with a reason,
 * or, when it only held the place (a resit granted, an incomplete course), to the final one. A W is the mark
 * of a withdrawal and not a result.
 */
export const grading =
  (law: GradingLaw): Rule<GradingRequest, Ruling> =>
  (study, request) =>
    ruleOn(law.pack, [
      onScale(law, request),
      ...state(law, request),
      ...begun(law, request),
      ...(isHeldOpen(law, request.grade) ? [] : examined(law.result, study, request)),
      ...standing(law, request),
      ...passFail(law, request),
      ...resit(law, request),
      ...noCredits(law, request),
      ...compulsory(law, request),
      ...(law.repeatCap ? repeatCap(law.repeatCap, law.scale, study, request) : []),
    ]);

const passes = (law: GradingLaw, grade: string): boolean => law.scale.get(grade)?.effect === 'passed';
const isHeldOpen = (law: GradingLaw, grade: string): boolean => isProvisional(law, grade) && grade !== law.resit?.grade;
const isHeldOrUncredited = (law: GradingLaw, grade: string): boolean =>
  isHeldOpen(law, grade) || (law.noCredits?.grades.includes(grade) ?? false);
const isProvisional = (law: GradingLaw, grade: string): boolean => law.scale.get(grade)?.effect === 'pending';

function onScale(law: GradingLaw, { grade, migrated, today }: GradingRequest): Demand | Remark {
  const legacy = law.legacy?.on(today);
  if (migrated && legacy?.value.includes(grade)) return { clause: legacy.clause, figures: { grade } };
  const { clause, value } = law.grades.on(today);
  return {
    clause,
    met: value.includes(grade),
    figures: { grade },
    note: text(`${grade} is not a result that can be given.`, `${grade} 並非可給予的成績等級。`),
    remedy: text(`The grades are ${value.join(', ')}.`, `可給予的等級為 ${value.join('、')}。`),
  };
}

function state(law: GradingLaw, { attempt }: GradingRequest): Demand[] {
  if (attempt.status !== 'withdrawn' && attempt.status !== 'deferred') return [];
  const left = attempt.status === 'withdrawn';
  return [
    {
      clause: left ? law.withdrawn : law.deferred,
      met: false,
      figures: { status: attempt.status, leftOn: attempt.leftOn ?? null },
      note: left
        ? text('The course was withdrawn from; it has no result.', '該學科已退修，不設成績。')
        : text('The course is deferred; it has no result before it is resumed.', '該學科已延期修業，復修前不設成績。'),
    },
  ];
}

/** A course has a result when it has been taken; nobody has taken one that is not yet taught. */
function begun(law: GradingLaw, { attempt, today }: GradingRequest): Demand[] {
  const [teachingBegins] = attempt.term.teaching;
  if (today >= teachingBegins) return [];
  return [
    {
      clause: law.result,
      met: false,
      figures: { today, teachingBegins },
      note: text(
        `Teaching begins on ${teachingBegins}; before that the course has no result.`,
        `該學科於 ${teachingBegins} 開始授課，在此之前不設成績。`,
      ),
      remedy: text(`Record it on or after ${teachingBegins}.`, `於 ${teachingBegins} 或之後記錄。`),
    },
  ];
}

function standing(law: GradingLaw, { attempt, grade, correction }: GradingRequest): (Demand | Remark)[] {
  const stands = attempt.grade ?? null;
  const figures = { standingGrade: stands, grade, gradedOn: attempt.gradedOn ?? null };
  const clause = law.result;
  if (correction) {
    return [
      {
        clause,
        met: stands !== null && (attempt.awarded ?? stands) !== grade,
        figures,
        note:
          stands === null
            ? text('There is no grade to correct.', '尚無成績可供更正。')
            : text('The correction gives the grade that stands already.', '更正後的成績與現有成績相同。'),
      },
    ];
  }
  if (stands === null) return [{ clause, figures: { grade } }];
  return [
    {
      clause,
      met: isProvisional(law, stands) && stands !== grade,
      figures,
      note: text(`The grade ${stands} stands already.`, `已有成績 ${stands}。`),
      remedy: text('Record a correction and its reason.', '以更正方式記錄並註明理由。'),
    },
  ];
}

function passFail(law: GradingLaw, { attempt, grade, exemption }: GradingRequest): Demand[] {
  const { clause, only } = law.passFail;
  const figures = { grade, passFailCourse: attempt.course.passFail };
  if (attempt.course.passFail)
    return [
      {
        clause,
        met: grade === 'Pass' || grade === 'Fail' || isHeldOrUncredited(law, grade),
        figures,
        note: text('The course is graded Pass or Fail only.', '該學科只評定及格或不及格。'),
        remedy: text('Record Pass or Fail.', '記錄及格或不及格。'),
      },
    ];
  if (!only || grade !== 'Pass' || exemption) return [];
  return [
    {
      clause,
      met: false,
      figures,
      note: text('Pass is kept for courses that are graded Pass or Fail.', '「及格」只適用於評定及格或不及格的學科。'),
    },
  ];
}

function resit(law: GradingLaw, { attempt, grade }: GradingRequest): Demand[] {
  if (!law.resit || grade !== law.resit.grade) return [];
  return [
    {
      clause: law.resit.clause,
      met: attempt.course.examination && attempt.grade !== grade,
      figures: { examination: attempt.course.examination, standingGrade: attempt.grade ?? null },
      note: attempt.course.examination
        ? text('One resit is granted for an attempt.', '每次修讀只可重考一次。')
        : text('The course has no examination to sit again.', '該學科不設考試，無從重考。'),
    },
  ];
}

function noCredits(law: GradingLaw, { attempt, grade }: GradingRequest): Demand[] {
  if (!law.noCredits?.grades.includes(grade)) return [];
  return [
    {
      clause: law.noCredits.clause,
      met: attempt.course.credits === 0,
      figures: { grade, credits: attempt.course.credits },
      note: text(`${grade} is for courses without credits.`, `${grade} 只適用於不計學分的學科。`),
    },
  ];
}

/** What is compulsory of the coursework, and the examination unless it is exempted from. */
function compulsory(law: GradingLaw, { attempt, grade, exemption }: GradingRequest): Demand[] {
  const isAsked = (item: AssessmentItem) => !exemption || isCoursework(item);
  const required = attempt.items.filter((item) => item.compulsory && isAsked(item));
  if (required.length === 0 || !passes(law, grade)) return [];
  const outstanding = compulsoryOutstanding(attempt)
    .filter(isAsked)
    .map((item) => item.id);
  const missing = outstanding.join(' ');
  const last = lastSubmissions(attempt);
  // What was refused is not handed in again.
  const refused = outstanding.some((id) => last.get(id)?.lateDecision?.decision === 'refused');
  return [
    {
      clause: law.compulsory,
      met: missing === '',
      figures: { grade, compulsory: required.length, missing: missing || null },
      note: text(`The course cannot be passed without ${missing}.`, `未完成指定項目 ${missing}，該學科不能及格。`),
      remedy: refused ? undefined : text(`Hand in ${missing}.`, `完成並遞交 ${missing}。`),
    },
  ];
}
