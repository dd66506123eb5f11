/** Whose turn it is to write, said between threads in memory that they share. */
export type Turns = SharedArrayBuffer;

/** After so long a thread goes on without its turn, as the one that had it may be gone; the database's own lock stands. */
const PATIENCE = 10_000;
const FREE = 0;
const TAKEN = 1;

export const newTurns = (): Turns => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

/**
 * Writes when it is this thread's turn, and blocks the thread until then. A database of one writer lets the others
 * wait too, but by asking again after ever longer pauses, in which nobody writes.
 */
export async function inTurn<Result>(turns: Turns | undefined, write: () => Promise<Result>): Promise<Result> {
  if (!turns) return write();
  const turn = new Int32Array(turns);
  const givenUp = performance.now() + PATIENCE;
  while (Atomics.compareExchange(turn, 0, FREE, TAKEN) !== FREE && performance.now() < givenUp)
    Atomics.wait(turn, 0, TAKEN, PATIENCE);
  try {
    return await write();
  } finally {
    Atomics.store(turn, 0, FREE);
    Atomics.notify(turn, 0, 1);
  }
}
