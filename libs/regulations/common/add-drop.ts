import { type CivilDate, type ClauseId, plusDays } from '#kernel';
import type { Dated } from '../dated.ts';
import type { TermFacts } from '../facts.ts';

/** The add/drop period of a term full-time. */
export interface AddDrop {
  readonly clause: ClauseId;
  /** Its last day. */
  readonly addDropEnds: CivilDate;
}

/** Until the last day of the calendar, and never for longer than so many days of teaching. [5cu/ug/6.4] [3cu/ug/6.4] */
export function addDropOf(days: Dated<number>, { addDropEnds, teaching: [begins] }: TermFacts): AddDrop {
  const { clause, value } = days.on(begins);
  const last = plusDays(begins, value);
  return { clause, addDropEnds: addDropEnds < last ? addDropEnds : last };
}

/** Until when courses of a term are registered for. */
export interface Registering {
  /** Days of teaching; until the last day of adding courses where absent. */
  readonly days?: Dated<number>;
  /** Days of teaching for which courses are added at most, where that is the last day. */
  readonly addDrop?: Dated<number>;
}

/** The last day of registering for courses of a term. */
export function lastDayOfRegistering({ days, addDrop }: Registering, term: TermFacts): CivilDate {
  const [begins] = term.teaching;
  if (days) return plusDays(begins, days.on(begins).value);
  return addDrop ? addDropOf(addDrop, term).addDropEnds : term.addDropEnds;
}
