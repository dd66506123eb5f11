import { describe, expect, it } from '@jest/globals';
import { pauses } from './patience.ts';

const some = (count: number, of = pauses()) => Array.from({ length: count }, () => of.next());

describe('the pauses between tries', () => {
  it('grow with each try, up to the longest', () => {
    const taken = some(12, pauses(1000));
    for (const [index, pause] of taken.entries()) {
      const bound = Math.min(25 * 2 ** index, 1000);
      expect(pause).toBeGreaterThanOrEqual(bound / 2);
      expect(pause).toBeLessThanOrEqual(bound);
    }
  });

  it('are of other lengths for everybody, so that not all come back at once', () => {
    const everybody = Array.from({ length: 50 }, () => some(4).at(-1));
    expect(new Set(everybody).size).toBeGreaterThan(40);
  });

  it('are short again when all was well', () => {
    const growing = pauses();
    some(10, growing);
    growing.over();
    expect(growing.next()).toBeLessThanOrEqual(25);
  });
});
