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
 * Events with some of these ids are in the stream already, and not as this very run of events, so that the
 * append is neither new nor a repetition. Nothing was written. Other streams may have events of the same ids.
 */
export class EventIdTaken extends Error {
  override readonly name = 'EventIdTaken';
  readonly stream: string;
  /** The ids that are taken, or that are given to more than one of the events. */
  readonly ids: readonly string[];

  constructor(stream: string, ids: readonly string[]) {
    super(`stream ${stream}: already there under another append: ${ids.join(', ')}`);
    this.stream = stream;
    this.ids = ids;
  }
}

/**
 * The store cannot be reached, is closed or cannot write. Nothing was acknowledged. What was to be appended may stand
 * there all the same when the store was lost meanwhile: appended again, the same events are answered with the truth.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The store does not let this user do this. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
}

/** The store cannot be opened with these settings. No password is ever in the message. */
export class StoreMisconfigured extends Error {
  override readonly name = 'StoreMisconfigured';
  /** What is wrong, for programs: `credentials-without-tls`, `unknown-setting`, ... */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The stream was closed for good by somebody with power over the store; it takes and gives nothing any more. */
export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  readonly stream: string;

  constructor(stream: string) {
    super(`stream ${stream} is deleted for good`);
    this.stream = stream;
  }
}

/** An event whose data is not plain JSON, or whose name or id the store does not take; or no event at all. */
export class UnstorableEvent extends Error {
  override readonly name: string = 'UnstorableEvent';
}

/** Events larger than the store takes. Nothing was written. */
export class AppendTooLarge extends UnstorableEvent {
  override readonly name = 'AppendTooLarge';
  /** The most that the store takes, in bytes; undefined when the store did not say. */
  readonly limit: number | undefined;

  constructor(message: string, limit?: number) {
    super(message);
    this.limit = limit;
  }
}
