import { type CivilDate, plusDays, type Ruling, text } from '#kernel';
import type {
  Attempt,
  ExaminationRules,
  LaterRuling,
  Resit,
  ResitDeferralRequest,
  ResitRequest,
  Study,
} from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import { courseworkTotal, exactly } from './coursework-total.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import {
  type ExaminationLaw,
  endOfTerm,
  fileOf,
  latestOf,
  ofAttempt,
  type ResitLaw,
  taken,
} from './examination-law.ts';
import { noResits, stillRegistered } from './examination-resit-sitting.ts';
import { sittingsOf } from './examination-sittings.ts';
import { attemptName, figure, type Rule } from './parameters.ts';

/** The day after which a resit is: that of the last examination, or the first on which there could have been one. */
const lastExamined = (study: Study, attempt: Attempt): CivilDate =>
  sittingsOf(study, attempt).at(-1)?.on ?? attempt.term.examinations[0];

/**
 * Whether a resit may be arranged: granted by the award panel as a Fail-Resit, not taken before, in its time, for
 * somebody who has not left. [5cu/assess/15.1] [5cu/assess/15.2] [5cu/dl/8.11.2] [5cu/ug/9.7.2] [5cu/tpg/9.5.2]
 */
export const resit =
  (law: ExaminationLaw, goesOn: Rule<CivilDate, boolean>): Rule<ResitRequest, LaterRuling> =>
  (study, request) => {
    const { attempt, today } = request;
    const termEnds = endOfTerm(attempt);
    if (!law.resit) return { ...ruleOn(law.pack, noResits(law)), latest: termEnds, clause: law.entitled[0] };
    const { resit: of } = law;
    const when = { clause: of.when, years: of.years };
    const sat = ofAttempt(study, attempt).sittings.find(({ kind }) => kind === 'resit');
    const granted = attempt.grade === of.grade;
    const ruling = ruleOn(law.pack, [
      ...[of.eligibility, of.granted].map(
        (clause): Demand => ({
          clause,
          met: granted,
          figures: { standingGrade: attempt.grade ?? null },
          note: text('The award panel has granted no resit.', '評審小組未有批准重考。'),
          remedy: text(`The result ${of.grade}.`, `記錄成績 ${of.grade}。`),
        }),
      ),
      {
        clause: of.once,
        met: sat === undefined,
        figures: { takenOn: sat?.on ?? null },
        note: text('An attempt has one resit, and it is over.', '每次修讀只可重考一次，而該次重考已舉行。'),
      },
      taken(when, request, { termEnds, after: lastExamined(study, attempt) }),
      { clause: of.set, figures: { examinationOn: request.examinationOn ?? null } },
      ...stillRegistered(of, goesOn(study, today), today),
      { clause: of.fee, figures: { paidBefore: request.examinationOn ?? null } },
      { clause: of.untilSenate, figures: { standingGrade: attempt.grade ?? null, countsAs: 'not-passed' } },
    ]);
    return { ...ruling, latest: latestOf(when, request, termEnds), clause: of.granted };
  };

/** The term in which a resit is taken; where none was named, that of the course. */
const termOf = ({ period, attempt }: Resit): string => period ?? attempt.slice(attempt.lastIndexOf('@') + 1);

/** Resits that are still to be taken, or were put off from, in a term. */
const resitsOf = (study: Study, term: string): readonly Resit[] =>
  fileOf(study).resits.filter((each) => termOf(each) === term || each.deferredFrom?.period === term);

/**
 * Whether some of the resits of a term may be put off: of two or more, at most half. What was put off before counts.
 * [5cu/assess/15.3]
 */
export const resitDeferral =
  (law: ExaminationLaw): Rule<ResitDeferralRequest, LaterRuling> =>
  (study, request) => {
    const { term, attempts, today, later } = request;
    const [first] = attempts;
    if (!law.resit || !first) return { ...ruleOn(law.pack, noResits(law)), latest: today, clause: law.entitled[0] };
    const { deferral, ...of } = law.resit;
    const all = resitsOf(study, term);
    const asked = new Set(attempts.map(attemptName));
    const before = all.filter((each) => each.deferredFrom?.period === term && !asked.has(each.attempt)).length;
    const { value: least } = deferral.least.on(today);
    const most = Math.floor(all.length / 2);
    const missing = [...asked].filter((name) => !all.some((each) => each.attempt === name && termOf(each) === term));
    const days = all
      .filter(({ attempt }) => asked.has(attempt))
      .map(({ examinationOn, latest }) => examinationOn ?? latest);
    const earliest = days.sort()[0] ?? today;
    const { clause: timing, value: beforeDays } = deferral.beforeDays.on(earliest);
    const last = plusDays(earliest, -beforeDays);
    const when = { clause: of.when, years: of.years };
    const termEnds = days.at(-1) ?? today;
    const ruling = ruleOn(law.pack, [
      {
        clause: deferral.clause,
        met: missing.length === 0,
        figures: { term, asked: [...asked].join(' '), notResits: missing.join(' ') || null },
        note: text(`No resit of ${term}: ${missing.join(' ')}.`, `並非 ${term} 的重考：${missing.join(' ')}。`),
      },
      {
        clause: deferral.clause,
        met: all.length >= least && before + asked.size <= most,
        figures: { resits: all.length, least, most, deferredBefore: before, asked: asked.size },
        note: text(
          `Of ${all.length} resits of ${term} at most ${most} can be put off, and only of ${least} or more.`,
          `${term} 共有 ${all.length} 次重考，最多可延期 ${most} 次，且須有 ${least} 次或以上。`,
        ),
        remedy:
          most - before > 0 ? text(`Name ${most - before} at most.`, `最多選擇 ${most - before} 個。`) : undefined,
      },
      later
        ? taken(when, { ...later, today }, { termEnds, after: earliest })
        : {
            clause: timing,
            met: today <= last,
            figures: { resitOn: earliest, appliedOn: today, lastDay: last },
            note: text(`The application was due by ${last}.`, `申請須於 ${last} 或之前提出。`),
            remedy: text(`The last day was ${last}.`, `最後日期為 ${last}。`),
          },
    ]);
    return { ...ruling, latest: latestOf(when, later ?? {}, termEnds), clause: deferral.clause };
  };

/**
 * What examinations say of a grade: a resit is granted for a narrow fail, by what the course asks, and once; a course that
 * was not passed in two sittings, or in its resit, is not passed without being taken again. [5cu/assess/15.1(a)]
 * [5cu/assess/15.1(b)] [5cu/assess/5.2] [3cu/assess/5.2]
 */
export const examinationGrading =
  (
    law: ExaminationLaw,
    passes: (grade: string) => boolean,
    count: ExaminationRules['count'],
  ): Rule<GradingRequest, Ruling> =>
  (study, { attempt, grade, approvals = [] }) => {
    if (law.resit && grade === law.resit.grade) return ruleOn(law.pack, narrowFail(law.resit, study, attempt));
    if (!passes(grade) || !wasExamined(study, attempt)) return ruleOn(law.pack, []);
    const { failed, most, retake } = count(study, attempt);
    const { clauses, liftedBy } = law.sittings;
    const exception = approvalBy(approvals, ...liftedBy);
    const again: Demand[] = clauses.map((clause) => ({
      clause,
      met: retake.length === 0,
      figures: { grade, failed, most },
      approval: exception,
      note: text(
        `The examination was not passed in ${failed} sittings; the course has to be taken again.`,
        `應考 ${failed} 次均未能及格，學生須重修該學科。`,
      ),
    }));
    const lost = failedResit(law, study, attempt, grade).map((demand) => ({ ...demand, approval: exception }));
    return ruleOn(law.pack, [
      ...again,
      ...lost,
      ...passed(law, study, attempt).map((demand) => ({
        ...demand,
        approval: retake.length > 0 ? exception : undefined,
      })),
    ]);
  };

const wasExamined = (study: Study, attempt: Attempt): boolean => sittingsOf(study, attempt).length > 0;

/** Where the course asks that the examination be passed by itself, every paper of it was at its last sitting. */
function passed(law: ExaminationLaw, study: Study, attempt: Attempt): Demand[] {
  const pass = attempt.scheme?.examinationPass;
  if (pass === undefined) return [];
  const last = new Map(sittingsOf(study, attempt).map(({ examination = '', mark }) => [examination, mark]));
  const below = [...last.values()].filter((mark) => mark === undefined || mark < pass);
  return [
    {
      clause: law.scheme,
      met: below.length === 0,
      figures: { examinationPass: pass, mark: below[0] ?? null, papers: last.size },
      note: text(`The course asks for a pass in the examination, at ${pass}.`, `該學科要求考試及格，即 ${pass} 分。`),
    },
  ];
}

function narrowFail(of: ResitLaw, study: Study, attempt: Attempt): (Demand | Remark)[] {
  const { resitCoursework, resitExamination } = attempt.scheme ?? {};
  const { total } = courseworkTotal(attempt);
  const sat = sittingsOf(study, attempt).filter(({ kind }) => kind !== 'resit');
  const marks = sat.flatMap(({ mark }) => (mark === undefined ? [] : [exactly(mark)]));
  const best = marks.reduce<(typeof marks)[number] | null>((most, mark) => (most?.atLeast(mark) ? most : mark), null);
  const pass = attempt.scheme?.examinationPass;
  const resat = ofAttempt(study, attempt).sittings.find(({ kind }) => kind === 'resit');
  const once: Demand = {
    clause: of.once,
    met: resat === undefined,
    figures: { takenOn: resat?.on ?? null },
    note: text('An attempt has one resit, and it is over.', '每次修讀只可重考一次，而該次重考已舉行。'),
  };
  if (resitCoursework === undefined && resitExamination === undefined && sat.length === 0)
    return [{ clause: of.eligibility, figures: { panel: true } }, once];
  return [
    { clause: of.eligibility, figures: { panel: true } },
    {
      clause: of.coursework,
      met: resitCoursework === undefined || total === null || total.atLeast(exactly(resitCoursework)),
      figures: { courseworkTotal: total && figure(total), least: resitCoursework ?? null },
      note: text(
        `The overall coursework is below ${resitCoursework}, which a resit takes.`,
        `平時作業總分低於重考所需的 ${resitCoursework} 分。`,
      ),
    },
    {
      clause: of.examination,
      met: best !== null && (resitExamination === undefined || best.atLeast(exactly(resitExamination))),
      figures: { mark: best && figure(best), least: resitExamination ?? null, satOn: sat.at(-1)?.on ?? null },
      note:
        best === null
          ? text('The examination was not sat.', '學生未有應考。')
          : text(
              `The examination mark is below ${resitExamination}, which a resit takes.`,
              `考試分數低於重考所需的 ${resitExamination} 分。`,
            ),
    },
    {
      clause: of.examination,
      met: best === null || pass === undefined || !best.atLeast(exactly(pass)),
      figures: { mark: best && figure(best), pass: pass ?? null },
      note: text('The examination was passed; there is nothing to sit again.', '考試已及格，無須重考。'),
    },
    once,
  ];
}

/** Whoever fails the resit takes the course again. [5cu/dl/8.11.4] [5cu/ug/9.7.4] [5cu/tpg/9.5.4] */
function failedResit(law: ExaminationLaw, study: Study, attempt: Attempt, grade: string): Demand[] {
  const pass = attempt.scheme?.examinationPass;
  const sittings = sittingsOf(study, attempt);
  const last = sittings.at(-1);
  if (!law.resit || !last || !sittings.some(({ kind }) => kind === 'resit')) return [];
  const failed = last.mark === undefined || (pass !== undefined && last.mark < pass);
  return [
    {
      clause: law.resit.failed,
      met: !failed,
      figures: { grade, resitOn: last.on, mark: last.mark ?? null, pass: pass ?? null },
      note: text('The resit was not passed; the course has to be taken again.', '重考未能及格，學生須重修該學科。'),
    },
  ];
}
