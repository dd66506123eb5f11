import { type CivilDate, commandIdOf } from '#kernel';
import type { AcademicAdvice, DecidedStanding, StandingDecision } from '#regulations';
import type { RecordEvent } from './events.ts';

/** The published standings after an event, in the order of their first publication; one for a programme and a term. */
export function standingsAfter(standings: readonly DecidedStanding[], event: RecordEvent): readonly DecidedStanding[] {
  if (event.type === 'StandingDecided') {
    const { decision } = event.data;
    const earlier = standings.find((one) => isOfSame(one, decision));
    return earlier ? standings : [...standings, { ...decision, revisions: [] }];
  }
  if (event.type !== 'StandingRevised') return standings;
  const { decision, ...revision } = event.data;
  return standings.map((one) =>
    isOfSame(one, decision) ? { ...decision, revisions: [...one.revisions, revision] } : one,
  );
}

const isOfSame = (one: StandingDecision, other: StandingDecision): boolean =>
  one.programme === other.programme && one.term.code === other.term.code;

/** The advice given to a student on probation after an event. */
export const adviceAfter = (advice: readonly AcademicAdvice[], event: RecordEvent): readonly AcademicAdvice[] =>
  event.type === 'AcademicAdviceRecorded' ? [...advice, event.data.advice] : advice;

/** The days on which standings were published or put right, and advice was given. */
export const daysOfStanding = (
  standings: readonly DecidedStanding[],
  advice: readonly AcademicAdvice[],
): readonly CivilDate[] => [
  ...standings.flatMap(({ on, revisions }) => [on, ...revisions.map((revision) => revision.on)]),
  ...advice.map(({ on }) => on),
];

/** The id of the command with which a run publishes the standing of one student: made of the three, so that it is given once. */
export const publishingCommandId = (run: string, student: string, programme: string): string =>
  commandIdOf(`standing-run/${run}/${student}/${programme}`);
