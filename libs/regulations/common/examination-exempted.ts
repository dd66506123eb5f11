import { type Ruling, text } from '#kernel';
import { isWritten, type Study } from '../facts.ts';
import type { AwardAudit, GradingRequest } from '../pack.ts';
import type { ExaminationRules, ExemptionDecisionRequest } from '../rules/examination.ts';
import { courseworkTotal, lastSubmissions } from './coursework-total.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { courseworkPassed } from './examination-deferred.ts';
import type { ExaminationLaw } from './examination-law.ts';
import { ownAttempts } from './figures.ts';
import { attemptName, figure, type Rule } from './parameters.ts';
import { together } from './together.ts';

/**
 * Whether the Senate may exempt from an examination and let the course be passed: coursework is passed, or an assignment
 * that counts was done so that the award panel is convinced; and study cannot go on, the course being the last.
 * [5cu/assess/13.1] [3cu/assess/13.1]
 */
export const exemptionDecision =
  (law: ExaminationLaw, audit: (study: Study) => AwardAudit): Rule<ExemptionDecisionRequest, Ruling> =>
  (study, request) => {
    const { approvals } = request;
    const { clause } = law.exemption;
    return ruleOn(law.pack, [
      {
        clause,
        met: false,
        approval: approvalBy(approvals, 'senate'),
        note: text('The Senate exempts from an examination.', '豁免考試須由教務會批准。'),
        remedy: text('The approval of the Senate.', '取得教務會批准。'),
      },
      ...standard(law, request),
      ...last(law, study, request, audit),
    ]);
  };

function standard(law: ExaminationLaw, { attempt, approvals }: ExemptionDecisionRequest): Demand[] {
  const { passed, oneAssignment } = law.exemption;
  const { total } = courseworkTotal(attempt);
  const pass = attempt.scheme?.courseworkPass ?? null;
  const byCoursework: Demand = {
    clause: passed,
    met: courseworkPassed(attempt) === true,
    figures: { courseworkTotal: total && figure(total), pass },
    note: text('The overall coursework is not passed.', '平時作業總分未達及格。'),
  };
  if (byCoursework.met) return [byCoursework];
  const handedIn = lastSubmissions(attempt);
  const counting = attempt.items.filter(
    (item) => isWritten(item) && item.weight > 0 && handedIn.get(item.id)?.mark !== undefined,
  ).length;
  const panel = approvalBy(approvals, 'award-panel');
  const byOne: Demand = {
    clause: oneAssignment,
    met: counting > 0 && panel !== undefined,
    figures: { courseworkTotal: total && figure(total), pass, marked: counting, panel: panel?.reason ?? null },
    note:
      counting > 0
        ? text('The award panel has not said that it is convinced.', '評審小組未有表示信納。')
        : text('No assignment that counts has been marked.', '沒有任何計分作業獲評分。'),
    remedy: text('The word of the award panel on an assignment that counts.', '由評審小組就計分作業作出評定。'),
  };
  return byOne.met ? [byOne] : [byCoursework, byOne];
}

/**
 * An exemption takes the place of the examination, and of nothing else that stands in the way of a pass: what is
 * compulsory in the coursework, an allegation, an oral examination. [5cu/assess/13.1] [5cu/assess/2.2] [5cu/assess/4.2]
 * [5cu/assess/16.1] [3cu/assess/13.1] [3cu/assess/2.2] [3cu/assess/4.2] [3cu/assess/15.1]
 */
export const whilePassing = (
  examination: ExaminationRules,
  grading: Rule<GradingRequest, Ruling>,
): ExaminationRules => ({
  ...examination,
  exemptionDecision: (study, request) => {
    const { attempt, approvals, today } = request;
    const grade = examination.clauses(study).exemptionGrade;
    return together(
      examination.exemptionDecision(study, request),
      grading(study, { attempt, grade, exemption: true, approvals, today }),
    );
  },
});

/** With a pass in this course every requirement of the award is met. */
function last(
  law: ExaminationLaw,
  study: Study,
  { attempt, application }: ExemptionDecisionRequest,
  audit: (study: Study) => AwardAudit,
): Demand[] {
  const own = ownAttempts(study);
  const underWay = own
    .filter((each) => each.status === 'enrolled' && attemptName(each) !== attemptName(attempt))
    .map(attemptName);
  const passed: typeof attempt = {
    ...attempt,
    status: 'completed',
    grade: law.exemption.grade,
    gradedTerm: attempt.gradedTerm ?? attempt.term.code,
    gradedOn: application.on,
  };
  const attempts = study.attempts.map((each) => (attemptName(each) === attemptName(attempt) ? passed : each));
  const outstanding = audit({ ...study, attempts })
    .requirements.filter(({ met }) => !met)
    .map(({ clause }) => clause);
  return [
    {
      clause: law.exemption.last,
      met: underWay.length === 0 && outstanding.length === 0,
      figures: {
        cannotContinue: application.cannotContinue,
        underWay: underWay.join(' ') || null,
        outstanding: outstanding.join(' ') || null,
      },
      note: text(
        'It is not the last course: more is to be completed for the award.',
        '該學科並非最後一個學科：學生尚須完成其他要求方可獲頒資歷。',
      ),
    },
  ];
}
