import type { CivilDate } from '#kernel';
import type { TermFacts } from '#regulations';
import { type EnrolmentEligibility, enrolmentEligibility, type RecordAt } from '#student-record';
import { programmeName, shown } from '../shown.ts';
import type { EnrolmentEligibilityDocument } from './enrolment-eligibility-document.ts';

/** Whether a student may enrol on a day in each term in which courses can still be added, by programme. Pure. */
export const enrolmentEligibilityOf = (
  { student, programmes }: Pick<RecordAt, 'student' | 'programmes'>,
  terms: readonly TermFacts[],
  on: CivilDate,
): EnrolmentEligibilityDocument[] =>
  enrolmentEligibility(programmes, terms, on).map((eligibility) => documentOf(student, eligibility, on));

function documentOf(
  student: string,
  { programme: { registration, pack }, term, mayEnrol, findings, remedies, loads }: EnrolmentEligibility,
  on: CivilDate,
): EnrolmentEligibilityDocument {
  const { code, academicYear, teaching, examinations, addDropEnds, registration: days } = term;
  return {
    student,
    programme: programmeName(registration, pack),
    term: { code, academicYear, teaching, examinations, addDropEnds },
    on,
    mayEnrol,
    opens: days[0],
    closes: days[1],
    findings,
    remedies: remedies.length > 0 ? remedies : undefined,
    load: loads.map(({ limit, taken, left, ...of }) => ({
      ...of,
      limit: shown(limit),
      taken: shown(taken),
      left: shown(left),
    })),
  };
}
