import { type CivilDate, type ClauseId, plusYears, type Ruling, rule, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AwardKind, type ByAward, ofAward, type ProgrammeFacts, type Study, type TermFacts } from '../facts.ts';
import type { AwardAudit } from '../pack.ts';
import type { CompletionRuling } from '../rules/registration.ts';
import { type Demand, ruleOn } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { completedOn as thesisCompletedOn } from './research-thesis-state.ts';

/** For how many years after the end of a programme its award is still made, by award. */
export type TeachOut = Dated<ByAward<{ readonly clause: ClauseId; readonly years: number }>>;

/** Nobody enters a programme that has ended: it is taught out to those who are on it. */
export function opensFor(teachOut: TeachOut, { code, award, closing }: ProgrammeFacts, term: TermFacts): Demand[] {
  if (!closing) return [];
  const begins = term.teaching[0];
  return [
    {
      clause: ofAward(teachOut.on(closing.endsOn).value, award).clause,
      met: begins < closing.endsOn,
      figures: { programme: code, endsOn: closing.endsOn, term: term.code, begins },
      note: text(
        `${code} ends on ${closing.endsOn}; the term begins on ${begins}.`,
        `${code} 於 ${closing.endsOn} 停辦；該學期於 ${begins} 開始。`,
      ),
      remedy: text('Enter another programme.', '入讀另一課程。'),
    },
  ];
}

export interface CompletionLaw {
  readonly pack: string;
  readonly teachOut: TeachOut;
  /** That the requirements of the programme are met. */
  readonly requirements: ClauseId;
  readonly audit: (study: Study) => AwardAudit;
}

/**
 * Whether a programme has been completed: every requirement is met, and of a programme that has ended within so many
 * years of its end, the last day included. It was completed on the first day on which every requirement was met; what was
 * taken beyond them later does not put that off.
 * [5cu/subdeg/3.6] [5cu/subdeg/3.7] [5cu/subdeg/3.8] [5cu/subdeg/3.9] [5cu/bach/3.6] [5cu/pgd/3.7] [5cu/pgdeg/3.7]
 * [3cu/subdeg/3.6] [3cu/bach/3.7] [3cu/pgd/3.7] [3cu/pgdeg/3.7] [5cu/subdegpd/3.6] [5cu/dual/3.7] [3cu/dual/3.7]
 */
export const completion =
  (law: CompletionLaw) =>
  (study: Study, { closing }: { readonly closing?: ProgrammeFacts['closing'] }): CompletionRuling => {
    const { award } = study.registration.programme;
    const { met, ruling } = law.audit(study);
    const completedOn = firstMetOn(law, study, met);
    const demands: Demand[] = [
      {
        clause: law.requirements,
        met,
        figures: { award, completedOn },
        note: text('Not every requirement of the programme is met.', '尚未符合課程的所有要求。'),
      },
      ...(closing ? [inTeachOut(law.teachOut, award, closing, completedOn)] : []),
    ];
    const { findings, remedies } = ruleOn(law.pack, demands);
    const whole: Ruling = rule(law.pack, [...findings, ...ruling.findings], remedies);
    return { ruling: whole, clause: law.requirements, completedOn };
  };

/** The first day on which every requirement was met, of those on which something was added; the last of them while one is not. */
function firstMetOn({ audit }: CompletionLaw, study: Study, met: boolean): CivilDate {
  const { admittedOn } = study.registration;
  const thesis = thesisCompletedOn(study);
  const added = [
    ...ownAttempts(study).map(({ gradedOn }) => gradedOn),
    ...study.transfers.map(({ grantedOn }) => grantedOn),
    thesis,
  ].filter((day) => day !== undefined);
  const days = [...new Set([admittedOn, ...added.filter((day) => day > admittedOn)])].sort();
  const last = days.at(-1) ?? admittedOn;
  if (!met) return last;
  return days.find((day) => day === last || ((thesis ?? day) <= day && audit(asOf(study, day)).met)) ?? last;
}

/** A study with the results and transferred credits that it had on a day. */
const asOf = (study: Study, day: CivilDate): Study => ({
  ...study,
  attempts: study.attempts.map((attempt) => {
    if (attempt.gradedOn === undefined || attempt.gradedOn <= day) return attempt;
    const { grade: _grade, gradedOn: _gradedOn, gradedTerm: _term, ...taken } = attempt;
    return { ...taken, status: 'enrolled' };
  }),
  transfers: study.transfers.filter(({ grantedOn }) => grantedOn <= day),
});

/** Until when a programme that ends may be completed. */
export function lastOfTeachOut(
  teachOut: TeachOut,
  award: AwardKind,
  { endsOn }: NonNullable<ProgrammeFacts['closing']>,
): { readonly clause: ClauseId; readonly years: number; readonly lastDay: CivilDate } {
  const { clause, years } = ofAward(teachOut.on(endsOn).value, award);
  return { clause, years, lastDay: plusYears(endsOn, years) };
}

function inTeachOut(
  teachOut: TeachOut,
  award: AwardKind,
  closing: NonNullable<ProgrammeFacts['closing']>,
  completedOn: CivilDate,
): Demand {
  const { endsOn } = closing;
  const { clause, years, lastDay } = lastOfTeachOut(teachOut, award, closing);
  return {
    clause,
    met: completedOn <= lastDay,
    figures: { endsOn, years, lastDay, completedOn },
    note: text(
      `The programme ended on ${endsOn}; its award is made to who completes it within ${years} years, by ${lastDay}.`,
      `課程已於 ${endsOn} 停辦；於其後 ${years} 年內（${lastDay} 或之前）修畢者仍可獲頒資格。`,
    ),
    remedy: text('Change to a programme that is offered.', '轉讀現行開辦的課程。'),
  };
}
