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

/** The store cannot be reached, is closed or cannot write; nothing was acknowledged. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** An event whose data is not plain JSON, or that is larger than the store takes. */
export class UnstorableEvent extends Error {
  override readonly name = 'UnstorableEvent';
}
