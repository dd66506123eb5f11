import { text } from '#kernel';
import type { Study } from '../facts.ts';
import type { ChangeRequest, ChangeRuling } from '../rules/registration.ts';
import { type Demand, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';
import { approvedBy, COMMITTEE, type ResearchLaw } from './research-law.ts';
import { withinPeriod } from './research-period.ts';
import { awaited, completedOn } from './research-thesis-state.ts';
import { opensFor, type TeachOut } from './teach-out.ts';

/**
 * Another research degree in place of one, MPhil for PhD or the other way, or the same in the other mode: the Research
 * Degrees Committee, which admits to every research degree, approves it, and it takes effect in a later term. Study goes
 * on from its first day, so that the longest period of the other degree must not be over by then; what was granted beyond
 * that of the earlier one does not go along. Not while examiners have the thesis or have passed it.
 * [5cu/rpg/2.1] [5cu/rpg/5.1] [5cu/rpg/6.3] [3cu/rpg/2.1] [3cu/rpg/5.1] [3cu/rpg/6.3]
 */
export const changeOfResearch =
  (law: ResearchLaw, teachOut: TeachOut): Rule<ChangeRequest, ChangeRuling> =>
  (study, { to, term, approvals, today }) => {
    const { committee: clause, pack } = law;
    const [begins] = term.teaching;
    const { code: from } = study.registration.programme;
    const there: Study = { ...study, registration: { ...study.registration, programme: to }, extensions: [] };
    const later: Demand = {
      clause,
      met: begins > today,
      figures: { today, term: term.code, begins },
      note: text(
        `A change takes effect in a later term; ${term.code} began on ${begins}.`,
        `更改課程於其後的學期生效；${term.code} 學期已於 ${begins} 開始。`,
      ),
      remedy: text(`Name a term that begins after ${today}.`, `註明在 ${today} 之後開始的學期。`),
    };
    const demands = [
      approvedBy(clause, approvals, COMMITTEE, { from, to: to.code }),
      later,
      ...withinPeriod(law, there, begins),
      ...thesisOpen(law, study),
      ...opensFor(teachOut, to, term),
    ];
    return { ruling: ruleOn(pack, demands), clause };
  };

/** Nothing is looked at before a thesis has been handed in. */
function thesisOpen(law: ResearchLaw, study: Study): Demand[] {
  const [first] = study.research?.thesis?.submissions ?? [];
  if (!first) return [];
  const waiting = awaited(study)?.on;
  const done = completedOn(study);
  return [
    {
      clause: law.thesis,
      met: waiting === undefined && done === undefined,
      figures: { handedInOn: waiting ?? null, completedOn: done ?? null },
      note: done
        ? text(`The thesis was completed on ${done}.`, `論文已於 ${done} 順利完成。`)
        : text(`The outcome of the thesis of ${waiting} is still open.`, `於 ${waiting} 遞交的論文尚未有考試結果。`),
      ...(done ? {} : { remedy: text('The outcome is recorded first.', '先記錄考試結果。') }),
    },
  ];
}
