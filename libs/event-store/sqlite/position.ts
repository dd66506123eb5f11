import type { Position } from '#kernel';

const ZEROS = '0'.repeat(16);

/** The n-th event of the log, counted from 1, as text that sorts like the number. */
export function positionOf(n: number): Position {
  const digits = String(n);
  return ZEROS.slice(digits.length) + digits;
}

/** The number in a position. Refuses text that no store of this kind gave out. */
export function numberOf(position: Position): number {
  if (!/^\d{16}$/.test(position)) throw new RangeError(`not a position of this store: ${position}`);
  return Number(position);
}
