import type { CivilDate } from '#kernel';
import { registrationNotOpen, type TermFacts } from '#regulations';
import type { ProgrammeAt, RecordAt } from '../../record-at.ts';
import { programmeName, shown } from '../shown.ts';
import type { EnrolmentEligibilityDocument } from './enrolment-eligibility-document.ts';

/**
 * Whether a student may enrol on a day in each term in which courses can still be added, by programme. It turns with
 * the calendar and the day, so it is no view of the record alone: it is worked out when it is asked. Pure.
 */
export const enrolmentEligibilityOf = (
  { student, programmes }: Pick<RecordAt, 'student' | 'programmes'>,
  terms: readonly TermFacts[],
  on: CivilDate,
): EnrolmentEligibilityDocument[] => {
  const coming = comingTerms(terms, on);
  return programmes.flatMap((programme) => coming.map((term) => ofTerm(student, programme, term, on)));
};

/** The terms in which courses can still be added on a day, in order of teaching. */
export const comingTerms = (terms: readonly TermFacts[], on: CivilDate): TermFacts[] =>
  terms
    .filter(({ addDropEnds }) => addDropEnds >= on)
    .sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : a.teaching[0] > b.teaching[0] ? 1 : 0));

function ofTerm(
  student: string,
  { registration, study, pack }: ProgrammeAt,
  term: TermFacts,
  on: CivilDate,
): EnrolmentEligibilityDocument {
  const { outcome, findings, remedies = [], loads } = pack.enrolmentTerm(study, { term, today: on });
  const early = registrationNotOpen(term, on);
  const { code, academicYear, teaching, examinations, addDropEnds, registration: days } = term;
  const turns = early ? [early.message, ...remedies] : remedies;
  return {
    student,
    programme: programmeName(registration, pack),
    term: { code, academicYear, teaching, examinations, addDropEnds },
    on,
    mayEnrol: outcome === 'allowed' && !early,
    opens: days[0],
    closes: days[1],
    findings,
    remedies: turns.length > 0 ? turns : undefined,
    load: loads.map(({ limit, taken, left, ...of }) => ({
      ...of,
      limit: shown(limit),
      taken: shown(taken),
      left: shown(left),
    })),
  };
}
