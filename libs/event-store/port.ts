import type { NewEvent, Position, RecordedEvent } from '#kernel';

/**
 * What an append expects of its stream: nothing, that it has no events yet, that it has some, or that
 * its last event has exactly this revision.
 */
export type Expected = 'any' | 'no-stream' | 'stream-exists' | bigint;

export interface AppendResult {
  /** The revision and the position of the last of the events. */
  readonly revision: bigint;
  readonly position: Position;
  /** False when the very same events were in the stream already and nothing was written. */
  readonly appended: boolean;
}

/** Which events of the log; an event passes when it fits every part that is given. */
export interface EventFilter {
  /** The stream's name begins with one of these. */
  readonly streams?: readonly string[];
  /** The event's type is one of these. */
  readonly types?: readonly string[];
}

/** A run of the log in order. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  /** How far the log was read, matching or not: the place to resume after. */
  readonly position: Position;
  /** Whether nothing more stood in the log when the page was made. */
  readonly caughtUp: boolean;
}

export interface ReadStream {
  /** The first revision wanted; 0 unless told. */
  readonly from?: bigint;
  /** Leaves out events recorded after this position. */
  readonly upTo?: Position;
  readonly signal?: AbortSignal;
}

export interface ReadLog {
  /** Resume after this position; from the beginning when absent. */
  readonly after?: Position;
  readonly filter?: EventFilter;
  /** Leaves out events recorded after this position. */
  readonly upTo?: Position;
  /** The most events in one page. */
  readonly pageSize?: number;
  readonly signal?: AbortSignal;
}

/** Some of the partitions into which streams fall by their names; see `partitionOf`. */
export interface Partitions {
  /** How many there are in all. */
  readonly of: number;
  /** Which of them are meant, counted from 0. */
  readonly only: readonly number[];
}

export interface ReadStreams {
  /** Only the streams of these partitions; all of them unless told. */
  readonly partitions?: Partitions;
  /** Leaves out events recorded after this position. */
  readonly upTo?: Position;
  readonly signal?: AbortSignal;
}

/** A stream from its first event on. */
export interface WholeStream {
  readonly stream: string;
  readonly events: readonly RecordedEvent[];
}

/** How a store is just now. */
export interface StoreHealth {
  /** Whether it answered a question that was put to it now. */
  readonly reachable: boolean;
  /** How long the answer took, or how long it was waited for in vain. */
  readonly milliseconds: number;
  /** How many subscriptions have lost the store and are trying to find it again. */
  readonly resuming: number;
  /** The name of the error with which it could not be reached. */
  readonly fault?: string;
}

/**
 * The log. Streams are ordered by revision from 0 without gaps, the log by position. Nothing in it is
 * changed or removed. An aborted signal ends an iteration quietly.
 *
 * Everything fails with `StoreUnavailable` when the store is closed, or cannot be reached in the time it is given, and
 * with `AccessDenied` when it lets this user not do it; a position or a size of a page that is none is a `RangeError`.
 * Names of streams and types that begin with `$` belong to the store itself: they are refused and never given.
 */
export interface EventStore {
  /**
   * Appends all of the events, in order, or none. Resolves only when the events are durable. Event ids are UUIDs in
   * lower case, and each occurs once in a stream; another stream may have it too.
   *
   * When these very events (by id) stand in the stream next to each other, the first result is given again, whatever
   * is expected. Otherwise fails with
   * - `EventIdTaken` when only some of them are there, or not in this order, or an id is given twice;
   * - `WrongExpectedRevision` when the stream is not as expected;
   * - `UnstorableEvent` when there is no event, or something in it is not plain JSON or no name;
   * - `AppendTooLarge` when the events together are more than the store takes, `MAX_APPEND_BYTES` unless it was told;
   * - `StreamDeleted` when the stream was closed for good.
   */
  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult>;
  /** The events of one stream in order; none when there is no such stream. Fails with `StreamDeleted`. */
  readStream(stream: string, options?: ReadStream): AsyncIterable<RecordedEvent>;
  /** The streams whose names begin with a prefix, each whole, in the order in which they began: for whatever is folded stream by stream. */
  readStreams(prefix: string, options?: ReadStreams): AsyncIterable<WholeStream>;
  /** The log from a position to where it ends now. */
  readAll(options?: ReadLog): AsyncIterable<Page>;
  /**
   * The log from a position on, and whatever is appended later, until the signal aborts or the store is closed. Each
   * event once, in order. Begins with a page that may be empty. Having begun it does not fail: when the store is lost
   * it goes on where it was as soon as the store is found again, and `health` tells.
   */
  subscribe(options: ReadLog & { readonly signal: AbortSignal }): AsyncIterable<Page>;
  /** The names of the streams that begin with a prefix and had an event at or before a position, in order of name. */
  streams(prefix: string, options?: { readonly upTo?: Position }): AsyncIterable<string>;
  /**
   * The position of the last event; the position before all events when there is none. Never behind a position that an
   * append was answered with, by whichever process, even where readings lag behind it.
   */
  head(): Promise<Position>;
  /** Asks the store for a sign of life. Never fails. */
  health(): Promise<StoreHealth>;
  /** Lets what was asked before come to its end, ends subscriptions, and answers nothing more. */
  close(): Promise<void>;
}
