import { type CivilDate, type Finding, holds, type Text, text } from '#kernel';
import { goesOnAs, registrationNotOpen, type TermFacts, type TermRuling } from '#regulations';
import type { ProgrammeAt } from './record-at.ts';

/** Whether one programme lets its student enrol on a day in courses of a term. */
export interface EnrolmentEligibility {
  readonly programme: ProgrammeAt;
  readonly term: TermFacts;
  readonly mayEnrol: boolean;
  readonly findings: readonly Finding[];
  /** What would turn it round. */
  readonly remedies: readonly Text[];
  /** The load that is left. */
  readonly loads: TermRuling['loads'];
}

/**
 * Whether a student may enrol on a day in each term in which courses can still be added, by programme. It turns with
 * the calendar and the day, so it is no view of the record alone: it is worked out when it is asked. Pure.
 */
export function enrolmentEligibility(
  programmes: readonly ProgrammeAt[],
  terms: readonly TermFacts[],
  on: CivilDate,
): EnrolmentEligibility[] {
  const coming = comingTerms(terms, on);
  return programmes.flatMap((programme) => {
    const end = endOf(programme, terms, on);
    return coming.map((term) => ofTerm(programme, end, term, on));
  });
}

/** What an end of the registration, recorded or not, says of enrolling. */
interface EndOfRegistration {
  readonly findings: readonly Finding[];
  readonly remedies: readonly Text[];
  /** Whether it stands in the way of enrolling. */
  readonly inTheWay: boolean;
}

/**
 * A registration that has come to its end takes no more courses, whether or not that is recorded. A term that is not on the
 * record, which the calendar alone tells of, is named and stands in nobody's way: the run at its deadline records it.
 */
function endOf(
  { registration, study, pack }: ProgrammeAt,
  terms: readonly TermFacts[],
  on: CivilDate,
): EndOfRegistration {
  const met = () => pack.audit(study).met;
  const end = goesOnAs(pack.registration.status(study, on).status)
    ? pack.registration.overdue(study, { met, today: on })
    : pack.registration.ended(study, on);
  if (end) return { findings: end.findings, remedies: end.remedies ?? [], inTheWay: true };
  const entered = registration.entryTerm.teaching[0];
  const findings = terms
    .filter(({ addDropEnds, teaching: [begins] }) => addDropEnds < on && begins > entered)
    .sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : 1))
    .flatMap((term) => {
      const missed = pack.registration.deregistration(study, { term, met, today: on });
      return missed?.ruling.outcome === 'allowed' ? [passedOver(missed.clause, term.code, missed.on)] : [];
    });
  return { findings: findings.slice(0, 1), remedies: [], inTheWay: false };
}

const passedOver = (clause: string, term: string, on: CivilDate): Finding => ({
  ...holds(clause, { term, on, recorded: false }),
  note: text(
    `${term} was not registered for; the registration deadline of that term, once it is run, ends the registration on ${on}.`,
    `未有就 ${term} 學期註冊；執行該學期的註冊限期程序後，學籍將於 ${on} 終結。`,
  ),
});

/** The terms in which courses can still be added on a day, in order of teaching. */
const comingTerms = (terms: readonly TermFacts[], on: CivilDate): TermFacts[] =>
  terms
    .filter(({ addDropEnds }) => addDropEnds >= on)
    .sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : a.teaching[0] > b.teaching[0] ? 1 : 0));

function ofTerm(programme: ProgrammeAt, end: EndOfRegistration, term: TermFacts, on: CivilDate): EnrolmentEligibility {
  const { study, pack } = programme;
  const { outcome, findings, remedies = [], loads } = pack.enrolmentTerm(study, { term, today: on });
  const early = registrationNotOpen(term, on);
  return {
    programme,
    term,
    mayEnrol: outcome === 'allowed' && !early && !end.inTheWay,
    findings: [...findings, ...end.findings],
    remedies: [...(early ? [early.message] : []), ...remedies, ...end.remedies],
    loads,
  };
}
