import { type CivilDate, type ClauseId, type Finding, type Ruling, rule } from '#kernel';
import type { Study, TermFacts } from '../facts.ts';
import type { EnrolmentRequest } from '../pack.ts';
import { approvalBy, type Demand, ruleOn } from './demand.ts';
import type { Rule } from './parameters.ts';

/** Who attests that a student on probation has had academic advice. */
const ADVISER = 'adviser';

/**
 * A course is taken by somebody whose study goes on: the ruling on an enrolment is that on the course together with
 * that on the student's eligibility for the term, which the term summary shows as well. A block that stands until
 * academic advice is given is lifted by the adviser's word. Advice may ask for a smaller load.
 */
export const whileEligible =
  <Request extends EnrolmentRequest>(
    enrolment: Rule<Request, Ruling>,
    eligibility: (study: Study, term: TermFacts, today: CivilDate) => Ruling,
    untilAdvice: readonly ClauseId[],
    advisedLoad: Rule<EnrolmentRequest, readonly Demand[]> = () => [],
  ): Rule<Request, Ruling> =>
  (study, request) => {
    const course = enrolment(study, request);
    const standing = eligibility(study, request.term, request.today);
    const advice = approvalBy(request.approvals, ADVISER);
    const advised = (finding: Finding): Finding =>
      advice && !finding.holds && untilAdvice.includes(finding.clause)
        ? {
            ...finding,
            holds: true,
            figures: { ...finding.figures, approvedBy: ADVISER, approvalReason: advice.reason },
          }
        : finding;
    const load = ruleOn(course.pack, advisedLoad(study, request));
    const findings = [...course.findings, ...standing.findings.map(advised), ...load.findings];
    return rule(course.pack, findings, [
      ...(course.remedies ?? []),
      ...(standing.remedies ?? []),
      ...(load.remedies ?? []),
    ]);
  };
