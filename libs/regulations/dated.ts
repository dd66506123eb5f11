import type { CivilDate, ClauseId } from '#kernel';

/** A number or table of law, with the day from which it stands and the clause that sets it. */
export interface Provision<Value> {
  readonly from: CivilDate;
  readonly clause: ClauseId;
  readonly value: Value;
}

/** A parameter of the regulations through time. */
export interface Dated<Value> {
  /** In order of their days. */
  readonly provisions: readonly Provision<Value>[];
  /**
   * What stands on a day. The earliest provision stands for the days before it as well, because a record
   * from before the written rules has no others to be judged by.
   */
  on(day: CivilDate): Provision<Value>;
}

/** A parameter from its provisions; two of the same day contradict each other and are an error. */
export function dated<Value>(first: Provision<Value>, ...later: readonly Provision<Value>[]): Dated<Value> {
  const provisions = [first, ...later].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [index, provision] of provisions.entries()) {
    if (provisions[index + 1]?.from === provision.from)
      throw new RangeError(`two provisions from ${provision.from}: ${provision.clause}`);
  }
  const earliest = provisions[0] as Provision<Value>;
  return {
    provisions,
    on: (day) => provisions.findLast((provision) => provision.from <= day) ?? earliest,
  };
}
