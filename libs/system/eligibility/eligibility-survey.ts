import { addCounts, type CivilDate, type ClauseId, type Counts, type Position, type Text } from '#kernel';
import type { TermFacts } from '#regulations';
import { enrolmentEligibility, foldOn, recordAt } from '#student-record';
import type { Survey } from '../survey/survey.ts';

/** Who may enrol in the courses of a term on a day. */
export interface EligibilityQuestion {
  readonly term: TermFacts;
  /** The day; not later than the last on which courses of the term can be added. */
  readonly on: CivilDate;
  /** How far the log is read. */
  readonly position: Position;
}

/** Whether one registration lets its student enrol in courses of the term, and why not. */
export interface EligibilityLine {
  readonly student: string;
  readonly programme: string;
  readonly mayEnrol: boolean;
  /** The clauses that stand in the way. */
  readonly clauses: readonly ClauseId[];
  /** What would turn it round. */
  readonly remedies?: readonly Text[];
}

export interface EligibilitySummary {
  readonly students: number;
  /** Registrations that were looked at. */
  readonly registrations: number;
  readonly mayEnrol: number;
  /** How many registrations a clause stands in the way of. */
  readonly refusing: Counts;
}

/** Who may enrol in a term and who may not, of all students. [5cu/dl/3.5] [5cu/ug/6.1] [3cu/dl/3.5] [3cu/ug/6.1] */
export const eligibilitySurvey: Survey<EligibilityQuestion, EligibilityLine, EligibilitySummary> = {
  none: { students: 0, registrations: 0, mayEnrol: 0, refusing: {} },
  together: (one, other) => ({
    students: one.students + other.students,
    registrations: one.registrations + other.registrations,
    mayEnrol: one.mayEnrol + other.mayEnrol,
    refusing: addCounts(one.refusing, other.refusing),
  }),
  about: (stream, events, { term, on }) => {
    const record = recordAt(foldOn(stream, events), undefined, on);
    const lines = enrolmentEligibility(record.programmes, [term], on).map(
      ({ programme, mayEnrol, findings, remedies }): EligibilityLine => ({
        student: record.student,
        programme: programme.registration.programme.code,
        mayEnrol,
        clauses: [...new Set(findings.filter(({ holds }) => !holds).map(({ clause }) => clause))],
        ...(remedies.length > 0 ? { remedies } : {}),
      }),
    );
    return {
      lines,
      counts: {
        students: 1,
        registrations: lines.length,
        mayEnrol: lines.filter(({ mayEnrol }) => mayEnrol).length,
        refusing: lines
          .flatMap(({ clauses }) => clauses)
          .reduce<Counts>((sum, clause) => addCounts(sum, { [clause]: 1 }), {}),
      },
    };
  },
};
