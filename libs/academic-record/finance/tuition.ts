import type { Finding, Ruling } from '#kernel';
import type { CourseFacts, TermFacts } from '#regulations';
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
  { course, term }: { readonly course: CourseFacts; readonly term: TermFacts },
): Tuition {
  if (schedule.length === 0) return { events: [], findings: [] };
  const { payable, credited, findings, late } = pack.tuition(study, { course, term, today });
  const charging = { account, registration, schedule, today };
  const knownLate = account.charges.some(({ kind, term: of }) => kind === 'late-registration' && of === term.code);
  return {
    events: [
      ...credited.flatMap((attempt) => freed(charging, attempt, 'credited to the courses taken on return')),
      ...(payable ? charged(charging, 'tuition', { course, term }) : []),
      ...(late && !knownLate ? charged(charging, 'late-registration', { term }) : []),
    ],
    findings,
  };
}

/** A ruling that also tells what it costs. */
export const withFindings = (ruling: Ruling, findings: readonly Finding[]): Ruling =>
  findings.length === 0 ? ruling : { ...ruling, findings: [...ruling.findings, ...findings] };
