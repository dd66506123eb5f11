import type { Occasions } from '../faults/faults.ts';
import type { Log } from '../log/log.ts';
import type { Writes } from '../streams/writes.ts';
import type { CallLog } from './calls.ts';

export interface Limits {
  /** The most bytes of one append. */
  readonly maxAppendSize: number;
  /** Whether metadata and types count towards it, as from 24.10.4 on; otherwise data only. */
  readonly wholeEventsCount: boolean;
  /** Whether a first checkpoint that tells of nothing is 2^64-1, as up to 24.10.4 and in 25.0.0. */
  readonly startsNowhere: boolean;
  /** How long the server waits for the last chunk of a batch, in milliseconds. */
  readonly writeTimeout: number;
}

/** What all calls have in common: the server that they come to. */
export interface ServerNode {
  readonly log: Log;
  readonly writes: Writes;
  readonly calls: CallLog;
  readonly occasions: Occasions;
  readonly limits: Limits;
  readonly serverVersion: string;
  /** The port that it is reached by. */
  address(): number;
  /** Destroys the connection of a caller. */
  drop(peer: string): void;
}
