import type { Finding, Ruling } from '#kernel';
import type { Approval, Attempt, CourseFacts, TermFacts } from '#regulations';
import type { ChargeRecorded, ChargeWaived } from '#student-record';
import type { Governed } from '../record-use-case.ts';
import { type Charging, charged, freed } from './charging.ts';

/** What an enrolment costs, as events, and what the regulations say of it. */
export interface Tuition {
  readonly events: readonly (ChargeRecorded | ChargeWaived)[];
  readonly findings: readonly Finding[];
}

/**
 * Tuition of a course in a term, and the fee of a late registration once a term where one goes with it. Nothing is
 * charged while no fees are set. [5cu/dl/3.4] [5cu/dl/3.5] [5cu/dl/4.6] [5cu/ug/3.5] [5cu/ug/4.5] [5cu/tpg/3.5]
 * [5cu/tpg/4.5] [5cu/tpg/6.1] [3cu/dl/3.4] [3cu/dl/3.5] [3cu/dl/5.6] [3cu/ug/3.5] [3cu/ug/4.5] [3cu/tpg/3.5] [3cu/tpg/4.5] [3cu/tpg/6.1]
 */
export function tuitionOf(
  { pack, study, registration }: Governed,
  { account, schedule, today }: Omit<Charging, 'registration'>,
  {
    course,
    term,
    approvals = [],
  }: { readonly course: CourseFacts; readonly term: TermFacts; readonly approvals?: readonly Approval[] },
): Tuition {
  if (schedule.length === 0) return { events: [], findings: [] };
  const { payable, credited, findings, late } = pack.tuition(study, { course, term, approvals, today });
  const charging = { account, registration, schedule, today };
  const knownLate = account.charges.some(({ kind, term: of }) => kind === 'late-registration' && of === term.code);
  const charges = payable ? charged(charging, 'tuition', { course, term }) : [];
  const due = charges.reduce((sum, { data }) => sum + data.charge.cents, 0);
  return {
    events: [
      ...creditedTo(charging, credited, due),
      ...charges,
      ...(late && !knownLate ? charged(charging, 'late-registration', { term }) : []),
    ],
    findings,
  };
}

/** Tuition of deferred attempts that is used for what is taken on return, up to an amount. */
function creditedTo(charging: Charging, credited: readonly Attempt[], cents: number): ChargeWaived[] {
  let left = cents;
  return credited.flatMap((attempt) => {
    const events = freed(charging, attempt, 'credited to the courses taken on return', left);
    left -= events.reduce((sum, { data }) => sum + data.waiver.cents, 0);
    return events;
  });
}

/** A ruling that also tells what it costs. */
export const withFindings = (ruling: Ruling, findings: readonly Finding[]): Ruling =>
  findings.length === 0 ? ruling : { ...ruling, findings: [...ruling.findings, ...findings] };
