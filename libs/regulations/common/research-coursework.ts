import { type CivilDate, type ClauseId, type Ruling, rule, text } from '#kernel';
import type { Study, TermFacts } from '../facts.ts';
import type { DeferralRequest, EnrolmentRequest } from '../pack.ts';
import type {
  ProgrammeWithdrawalRequest,
  ProgrammeWithdrawalRuling,
  ReturnRequest,
  ReturnRuling,
} from '../rules/registration.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import { ownAttempts } from './figures.ts';
import { sameCourse } from './figures-same-course.ts';
import type { Rule } from './parameters.ts';
import { coursesUnderWay } from './programme-withdrawal.ts';
import { COMMITTEE, fileOf, type ResearchLaw } from './research-law.ts';
import { notOnLeave } from './research-leave.ts';
import { withinPeriod } from './research-period.ts';

/**
 * Courses of a research student: those that a condition names or the programme prescribes, any other with the approval
 * of the Research Degrees Committee. For the rest they are taken as courses of taught postgraduate programmes are,
 * without a limit of load. [5cu/rpg/4.1] [3cu/rpg/4.1]
 */
export const researchEnrolment = <Request extends EnrolmentRequest>(
  law: ResearchLaw,
  taken: Rule<Request, Ruling>,
): Rule<Request, Ruling> => {
  return (study, request) => {
    const own = ruleOn(law.pack, [prescribed(law.conditions, study, request)]);
    const general = taken(study, request);
    return rule(
      law.pack,
      [...own.findings, ...general.findings],
      [...(own.remedies ?? []), ...(general.remedies ?? [])],
    );
  };
};

function prescribed(clause: ClauseId, study: Study, { course, approvals }: EnrolmentRequest): Demand {
  const { courses, named } = study.registration.programme.requirements;
  const ofConditions = fileOf(study).conditions.flatMap((condition) => condition.course ?? []);
  const name = sameCourse([course]);
  const codes = [...new Set([...ofConditions, ...courses, ...named])];
  return {
    clause,
    met: codes.some((code) => name(code) === name(course.code)),
    figures: { course: course.code, prescribed: codes.join(' ') || null },
    approval: approvalBy(approvals, COMMITTEE),
    note: text(
      `${course.code} is neither a condition of this student nor prescribed by the programme.`,
      `${course.code} 既非此學生的附加條件，亦非課程的指定學科。`,
    ),
    remedy: text('A decision of the Research Degrees Committee.', '由研究學位委員會決定。'),
  };
}

/** Whether a research student may take courses of a term: not while study is interrupted, nor beyond the longest period. */
export const researchEligibility =
  (law: ResearchLaw) =>
  (study: Study, term: TermFacts, today: CivilDate): Ruling => {
    const [begins] = term.teaching;
    const day = begins > today ? begins : today;
    return ruleOn(law.pack, [notOnLeave(law, study, day), ...withinPeriod(law, study, begins)]);
  };

/** Research is not deferred course by course: study is interrupted. [5cu/rpg/4.7] [3cu/rpg/4.7] */
export const researchDeferral =
  (law: ResearchLaw): Rule<DeferralRequest, Ruling> =>
  (_study, { from, until }) =>
    ruleOn(law.pack, [
      {
        clause: law.interruption,
        met: false,
        figures: { from, until },
        note: text('Research is not deferred; study is interrupted.', '研究課程不設延期修業，可申請停學。'),
        remedy: text('Apply to the Registrar to interrupt study.', '向教務長申請停學。'),
      },
    ]);

/** A research student may leave at any time; courses under way are left with the programme, and stay on record. */
export const leavingResearch =
  (law: ResearchLaw): Rule<ProgrammeWithdrawalRequest, ProgrammeWithdrawalRuling> =>
  (study, request) => {
    const leaves = coursesUnderWay(ownAttempts(study), request).map(
      (attempt) => ({ attempt, effect: request.today <= attempt.term.addDropEnds ? 'dropped' : 'withdrawn' }) as const,
    );
    return {
      ruling: ruleOn(law.pack, [{ clause: law.committee, figures: { today: request.today, courses: leaves.length } }]),
      leaves,
    };
  };

/** Whatever the programme, the Research Degrees Committee admits to it. [5cu/rpg/2.1] [3cu/rpg/2.1] */
const onlyAdmitted = (clause: ClauseId): Demand => ({
  clause,
  met: false,
  note: text(
    'A research degree is entered by an admission of the Research Degrees Committee.',
    '入讀研究學位課程須由研究學位委員會取錄。',
  ),
  remedy: text('Be admitted by the Research Degrees Committee.', '由研究學位委員會取錄。'),
});

export const returnToResearch =
  (law: ResearchLaw): Rule<ReturnRequest, ReturnRuling> =>
  () => ({ ruling: ruleOn(law.pack, [onlyAdmitted(law.committee)]), clause: law.committee });
