/** A collection of what specs see of each clause. */
export interface Collecting {
  /** Writes the record, with how many tests failed, and ends. */
  leaveBehind(failed: number): void;
  /** Ends without a record. */
  end(): void;
}

export function beginToCollect(file?: string): Collecting;
