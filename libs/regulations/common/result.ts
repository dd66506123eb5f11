import { type ClauseId, plusDays, type Ruling, rule, text } from '#kernel';
import type { Dated } from '../dated.ts';
import type { PublicationDay } from '../facts/result-facts.ts';
import type { Study } from '../facts.ts';
import type { GradingRequest } from '../pack.ts';
import type { ApprovalRequest, ResultRules } from '../rules/result-rules.ts';
import { approvalBy, type Demand, type Remark, ruleOn } from './demand.ts';
import type { Scale } from './grades.ts';
import type { Rule } from './parameters.ts';

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
  /** A pass without the examination is for the Senate. */
  readonly exemption: ClauseId;
  /** Days from the last one of examinations to that of results. */
  readonly daysToResults: Dated<number>;
  /** The University says when and how results can be seen. */
  readonly announced: ClauseId;
}

/**
 * The way of a result: the award panel recommends, the School approves, and the Senate decides on a pass
 * without the examination, as it does on one after a resit. Results of
 * a term are out on one day: three weeks after its examinations, or when the University says.
 */
export const result = (law: ResultLaw): ResultRules => ({
  recommendation: (study, { attempt, grade, exemption, today }) =>
    joined(
      ruleOn(law.pack, [
        { clause: law.panel, figures: { grade, exemption: exemption ?? false } },
        onScale(law, grade),
        ...(exemption ? [justPass(law, grade)] : []),
      ]),
      law.grading(study, { attempt, grade, today, exemption, recommended: true }),
    ),
  approval: (study, request) => {
    const { attempt, grade, recommendation, approvals, today } = request;
    return joined(
      ruleOn(law.pack, [onScale(law, grade), bySchool(law, study, request), ...bySenate(law, request)]),
      law.grading(study, { attempt, grade, approvals, today, exemption: recommendation.exemption }),
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

/** What the Senate decides on the award panel's recommendation: a pass without the examination. */
function bySenate(law: ResultLaw, { grade, recommendation, approvals }: ApprovalRequest): Demand[] {
  if (!recommendation.exemption) return [];
  return [
    justPass(law, grade),
    {
      clause: law.exemption,
      met: false,
      figures: { grade },
      note: text('The Senate decides on the recommendation of the award panel.', '須由教務會按評核小組的推薦決定。'),
      remedy: text('Record the decision of the Senate with the approval.', '連同教務會的決定一併記錄。'),
      approval: approvalBy(approvals, 'senate'),
    },
  ];
}

/** Who is exempted from the examination has a pass, and no grade with points. */
const justPass = ({ exemption }: ResultLaw, grade: string): Demand => ({
  clause: exemption,
  met: grade === 'Pass',
  figures: { grade },
  note: text('An exemption from the examination is with a pass.', '獲豁免考試者，成績為「及格」。'),
  remedy: text('Recommend Pass.', '推薦「及格」。'),
});

const joined = (one: Ruling, other: Ruling): Ruling =>
  rule(one.pack, [...one.findings, ...other.findings], [...(one.remedies ?? []), ...(other.remedies ?? [])]);
