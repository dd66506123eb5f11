import { type CivilDate, civilDateOf, instantOn } from './civil-date.ts';

/** Tells the time. Injected, so that a decision can be taken again as of its own day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it is put: for scenarios, imports and tests. */
export class VirtualClock implements Clock {
  #now: Date;

  constructor(start: CivilDate | Date = '2022-09-01') {
    this.#now = typeof start === 'string' ? instantOn(start) : start;
  }

  now(): Date {
    return this.#now;
  }

  /** Stands at noon, Hong Kong time, of the day. */
  moveTo(date: CivilDate): void {
    this.#now = instantOn(date);
  }
}

export const today = (clock: Clock): CivilDate => civilDateOf(clock.now());
