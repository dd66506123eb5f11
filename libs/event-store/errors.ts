import type { Expected } from './port.ts';

/** The stream has moved on, or is not there, or should not be. `actual` is its last revision, `null` for none. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  readonly stream: string;
  readonly expected: Expected;
  readonly actual: bigint | null;

  constructor(stream: string, expected: Expected, actual: bigint | null) {
    super(`stream ${stream}: expected ${expected}, found ${actual ?? 'no stream'}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/**
 * Events with some of these ids are in the log already, and not as this very run of events in this
 * stream, so that the append is neither new nor a repetition. Nothing was written.
 */
export class EventIdTaken extends Error {
  override readonly name = 'EventIdTaken';
  readonly stream: string;
  /** The ids that are taken, or that are given to more than one of the events. */
  readonly ids: readonly string[];

  constructor(stream: string, ids: readonly string[]) {
    super(`stream ${stream}: already in the log under another append: ${ids.join(', ')}`);
    this.stream = stream;
    this.ids = ids;
  }
}

/** The store cannot be reached, is closed or cannot write; nothing was acknowledged. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** An event whose data is not plain JSON, or that is larger than the store takes; or no event at all. */
export class UnstorableEvent extends Error {
  override readonly name = 'UnstorableEvent';
}
