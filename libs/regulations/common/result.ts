import { type ClauseId, plusDays, type Ruling, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { PublicationDay } from '../facts/result-facts.ts';
import type { Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import type { ApprovalRequest, ResultRules } from '../rules/result-rules.ts';
import { type Demand, type Remark, ruleOn } from './demand.ts';
import type { Scale } from './grades.ts';
import type { Rule } from './parameters.ts';
import { together } from './together.ts';

export interface ResultLaw {
  readonly pack: string;
  readonly scale: Scale;
  readonly grading: Rule<GradingRequest, Ruling>;
  /** The scale with its points, and the grades beside it that have none. */
  readonly points: ClauseId;
  readonly pointless: ClauseId;
  /** Every course has an award panel that proposes its results. */
  readonly panel: ClauseId;
  /** Which School gives the grade: the one that offers the course, or the one that runs the programme. */
  readonly approves: { readonly clause: ClauseId; readonly school: 'course' | 'programme' };
  /** Days from the last one of examinations to that of results. */
  readonly daysToResults: Dated<number>;
  /** The University says when and how results can be seen. */
  readonly announced: ClauseId;
}

/**
 * The way of a result: the award panel recommends, the School approves, and the Senate decides on a pass after a resit.
 * A pass without the examination is no such result: it is asked for, and decided as an exemption. Results of a term are
 * out on one day: three weeks after its examinations, or when the University says.
 */
export const result = (law: ResultLaw): ResultRules => ({
  recommendation: (study, { attempt, grade, today }) =>
    together(
      ruleOn(law.pack, [{ clause: law.panel, figures: { grade } }, onScale(law, grade)]),
      law.grading(study, { attempt, grade, today, recommended: true }),
    ),
  approval: (study, request) => {
    const { attempt, grade, approvals, today } = request;
    return together(
      ruleOn(law.pack, [onScale(law, grade), bySchool(law, study, request)]),
      law.grading(study, { attempt, grade, approvals, today }),
    );
  },
  publication: (term) => publicationDay(law, term),
  publicationOn: (term, { on, today }) => {
    const [, over] = term.examinations;
    const planned = publicationDay(law, term);
    return ruleOn(law.pack, [
      {
        clause: law.daysToResults.on(over).clause,
        met: on >= over,
        figures: { examinationsEnd: over, on, planned: planned.on },
        note: text(
          `The examinations of the term last until ${over}; its results come after them.`,
          `該學期考試至 ${over} 才結束，成績須於其後公布。`,
        ),
        remedy: text(`Publish on or after ${over}.`, `於 ${over} 或之後公布。`),
      },
      {
        clause: law.announced,
        met: planned.on > today && on >= today,
        figures: { planned: planned.on, on, today },
        note:
          planned.on > today
            ? text(`${on} is over; results are published today or later.`, `${on} 已過；成績只可於今日或以後公布。`)
            : text(`The results of the term have been out since ${planned.on}.`, `該學期成績已於 ${planned.on} 公布。`),
        ...(planned.on > today ? { remedy: text(`Publish on or after ${today}.`, `於 ${today} 或之後公布。`) } : {}),
      },
    ]);
  },
});

function publicationDay(
  law: ResultLaw,
  { examinations: [, over], resultsOn }: Parameters<ResultRules['publication']>[0],
): PublicationDay {
  if (resultsOn !== undefined) return { on: resultsOn, clause: law.announced, announced: true };
  const { clause, value: days } = law.daysToResults.on(over);
  return { on: plusDays(over, days), clause, announced: false };
}

/** What a grade counts in grade points; a grade beside the scale counts none. */
function onScale(law: ResultLaw, grade: string): Demand | Remark {
  const found = law.scale.get(grade);
  if (found && found.points === null) return { clause: law.pointless, figures: { grade, points: null } };
  return {
    clause: law.points,
    met: found !== undefined,
    figures: { grade, points: found?.points?.toFixed(2) ?? null },
    note: text(`${grade} is not on the scale and counts no grade points.`, `等級表並無 ${grade}，不能換算等級點。`),
    remedy: text(`The grades with points are ${pointed(law)}.`, `設有等級點的等級為 ${pointed(law)}。`),
  };
}

const pointed = ({ scale }: ResultLaw): string =>
  [...scale.values()]
    .filter(({ inGpa }) => inGpa)
    .map(({ grade }) => grade)
    .join(' ');

function bySchool(law: ResultLaw, { registration }: Study, { attempt, school, grade }: ApprovalRequest): Demand {
  const { clause, school: whose } = law.approves;
  const own = whose === 'course' ? attempt.course.school : registration.programme.school;
  return {
    clause,
    met: school === own,
    figures: { school, approving: own, grade },
    note:
      whose === 'course'
        ? text(`The grade is given by the School that offers the course, ${own}.`, `成績由開辦學科的學院 ${own} 給予。`)
        : text(
            `The grade is given by the School that runs the programme, ${own}.`,
            `成績由開辦課程的學院 ${own} 給予。`,
          ),
    remedy: text(`Let ${own} approve it.`, `交由 ${own} 批准。`),
  };
}
