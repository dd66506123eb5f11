import { describe, expect, it } from '@jest/globals';
import { dated } from './dated.ts';

describe('a number of law', () => {
  const limit = dated(
    { from: '2025-09-01', clause: '3cu/dl/3.6', value: 27 },
    { from: '2022-09-01', clause: '3cu/dl/3.6', value: 24 },
  );

  it('stands from its own day until the next one begins', () => {
    expect(limit.on('2022-09-01').value).toBe(24);
    expect(limit.on('2025-08-31').value).toBe(24);
    expect(limit.on('2025-09-01').value).toBe(27);
  });

  it('has the earliest provision for the days before it', () => expect(limit.on('1999-01-01').value).toBe(24));

  it('cannot have two values from one day', () =>
    expect(() =>
      dated({ from: '2022-09-01', clause: 'a', value: 1 }, { from: '2022-09-01', clause: 'b', value: 2 }),
    ).toThrow(RangeError));
});
