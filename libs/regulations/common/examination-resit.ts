import { type CivilDate, type ClauseId, plusDays, text } from '#kernel';
import type { Attempt, Resit, Study } from '../facts.ts';
import type { LaterRuling, ResitDeferralRequest, ResitRequest } from '../rules/examination.ts';
import { type Demand, ruleOn } from './demand.ts';
import {
  type ExaminationLaw,
  endOfTerm,
  fileOf,
  latestOf,
  notTakenAgain,
  ofAttempt,
  type ResitLaw,
  taken,
} from './examination-law.ts';
import { noResits, stillRegistered } from './examination-resit-sitting.ts';
import { sittingsOf } from './examination-sittings.ts';
import { attemptName, type Rule } from './parameters.ts';

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
    const since = { termEnds, after: lastExamined(study, attempt), granted: attempt.gradedOn ?? today };
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
      notTakenAgain(of.once, study, attempt),
      taken(when, request, since),
      { clause: of.set, figures: { examinationOn: request.examinationOn ?? null } },
      ...stillRegistered(of, goesOn(study, today), today),
      { clause: of.fee, figures: { paidBefore: request.examinationOn ?? null } },
      { clause: of.untilSenate, figures: { standingGrade: attempt.grade ?? null, countsAs: 'not-passed' } },
    ]);
    return { ...ruling, latest: latestOf(when, request, since), clause: of.granted };
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
    if (!law.resit) return { ...ruleOn(law.pack, noResits(law)), latest: today, clause: law.entitled[0] };
    const { deferral, when: clause, years } = law.resit;
    const all = resitsOf(study, term);
    const names = new Set(attempts.map(attemptName));
    const asked = all.filter((each) => names.has(each.attempt) && termOf(each) === term);
    const when = { clause, years };
    const termEnds = asked.map(endOf).sort().at(-1) ?? today;
    const first = asked.map(dayOf).sort()[0];
    const since = { termEnds, after: first ?? today, granted: today };
    const ruling = ruleOn(law.pack, [
      ofTerm(deferral.clause, term, names, asked),
      half(deferral, term, { all, names, today }),
      ...(first === undefined
        ? []
        : [later ? taken(when, { ...later, today }, since) : inTime(deferral, first, today)]),
    ]);
    return { ...ruling, latest: latestOf(when, { ...later, today }, since), clause: deferral.clause };
  };

const dayOf = ({ examinationOn, latest }: Resit): CivilDate => examinationOn ?? latest;

/** The end of the examinations in which a resit is; of a special one its day. */
const endOf = (resit: Resit): CivilDate => (resit.period === undefined ? dayOf(resit) : resit.latest);

function ofTerm(clause: ClauseId, term: string, names: ReadonlySet<string>, asked: readonly Resit[]): Demand {
  const others = [...names].filter((name) => !asked.some(({ attempt }) => attempt === name)).join(' ');
  return {
    clause,
    met: others === '',
    figures: { term, asked: [...names].join(' '), notResits: others || null },
    note: text(`No resit of ${term}: ${others}.`, `並非 ${term} 的重考：${others}。`),
  };
}

function half(
  { clause, least: fewest, oneIn }: ResitLaw['deferral'],
  term: string,
  {
    all,
    names,
    today,
  }: { readonly all: readonly Resit[]; readonly names: ReadonlySet<string>; readonly today: CivilDate },
): Demand {
  const before = all.filter((each) => each.deferredFrom?.period === term && !names.has(each.attempt)).length;
  const { value: least } = fewest.on(today);
  const most = Math.floor(all.length / oneIn.on(today).value);
  return {
    clause,
    met: all.length >= least && before + names.size <= most,
    figures: { resits: all.length, least, most, deferredBefore: before, asked: names.size },
    note: text(
      `Of ${all.length} resits of ${term} at most ${most} can be put off, and only of ${least} or more.`,
      `${term} 共有 ${all.length} 次重考，最多可延期 ${most} 次，且須有 ${least} 次或以上。`,
    ),
    remedy: most > before ? text(`Name ${most - before} at most.`, `最多選擇 ${most - before} 個。`) : undefined,
  };
}

function inTime({ beforeDays }: ResitLaw['deferral'], first: CivilDate, today: CivilDate): Demand {
  const { clause, value } = beforeDays.on(first);
  const last = plusDays(first, -value);
  return {
    clause,
    met: today <= last,
    figures: { resitOn: first, appliedOn: today, lastDay: last },
    note: text(`The application was due by ${last}.`, `申請須於 ${last} 或之前提出。`),
    remedy: text(`The last day was ${last}.`, `最後日期為 ${last}。`),
  };
}
