import type { Position } from '#kernel';

const ZEROS = '0'.repeat(20);

/** The place before all events. */
export const BEGINNING: Position = ZEROS;

/**
 * A commit position, a 64-bit number in decimal digits, as text that sorts like the number. The prepare position is
 * the same for whatever is written over gRPC.
 */
export const positionOf = (commit: string): Position => ZEROS.slice(commit.length) + commit;

/** The digits in a position, as the server takes them. Refuses text that no store of this kind gave out. */
export function commitOf(position: Position): string {
  if (!/^\d{20}$/.test(position)) throw new RangeError(`not a position of this store: ${position}`);
  return BigInt(position).toString();
}

export const laterOf = (one: Position, other: Position): Position => (one > other ? one : other);
