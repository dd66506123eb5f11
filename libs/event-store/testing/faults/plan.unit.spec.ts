import { describe, expect, it } from '@jest/globals';
import { plan, type When } from './plan.ts';

const strikesOf = (when: When, occasions = 12) => {
  const faults = plan<string>();
  const fault = faults.arm('fault', when);
  const struck = Array.from({ length: occasions }, () => faults.strike() !== undefined);
  expect(struck.filter(Boolean)).toHaveLength(fault.struck);
  return struck.map((did) => (did ? 'x' : '.')).join('');
};

describe('a fault strikes', () => {
  it.each<[string, When, string]>([
    ['once unless told otherwise', {}, 'x...........'],
    ['so often as it is told', { times: 3 }, 'xxx.........'],
    ['after it let some occasions pass', { skip: 2, times: 2 }, '..xx........'],
    ['never when told so', { times: 0 }, '............'],
    ['always with a probability of one and no end', { times: Number.POSITIVE_INFINITY }, 'xxxxxxxxxxxx'],
  ])('%s', (_how, when, expected) => {
    expect(strikesOf(when)).toBe(expected);
  });

  it('at random, and at the same occasions for the same seed', () => {
    const struck = strikesOf({ probability: 0.5, seed: 7 }, 400);
    expect(strikesOf({ probability: 0.5, seed: 7 }, 400)).toBe(struck);
    expect(strikesOf({ probability: 0.5, seed: 8 }, 400)).not.toBe(struck);
    expect(struck.replaceAll('.', '').length).toBeGreaterThan(150);
    expect(struck.replaceAll('.', '').length).toBeLessThan(250);
  });

  it('not when it was lifted, or when it does not apply', () => {
    const faults = plan<string>();
    const lifted = faults.arm('lifted', {});
    faults.arm('other', {});
    lifted.lift();
    expect(faults.strike((what) => what === 'third')).toBeUndefined();
    expect(faults.strike()).toBe('other');
    faults.arm('cleared', {});
    faults.clear();
    expect(faults.strike()).toBeUndefined();
  });
});
