import { describe, expect, it } from '@jest/globals';
import { lastOf, standingOf, streamMemory } from './memory.ts';

const known = (...ids: string[]) => ({ first: 0n, ids });

describe('what is remembered of streams', () => {
  it('grows with what is written behind it, and with nothing else', () => {
    const memory = streamMemory();
    memory.keep('s', known('a', 'b'));
    memory.extend('s', ['c'], 2n);
    memory.extend('s', ['x'], 9n);
    expect(memory.of('s')).toEqual(known('a', 'b', 'c'));
    memory.extend('t', ['a', 'b'], 1n);
    expect(memory.of('t')).toEqual(known('a', 'b'));
  });

  it('is not replaced by less', () => {
    const memory = streamMemory();
    memory.keep('s', known('a', 'b'));
    memory.keep('s', known('a'));
    expect(memory.of('s')).toEqual(known('a', 'b'));
  });

  it('is bounded: the streams that were not used for longest are forgotten', () => {
    const memory = streamMemory(6);
    memory.keep('s', known('1', '2'));
    memory.keep('t', known('3', '4'));
    memory.extend('s', ['5'], 2n);
    memory.keep('u', known('6', '7'));
    expect([memory.of('s'), memory.of('t'), memory.of('u')].map((stream) => stream?.ids.length)).toEqual([
      3,
      undefined,
      2,
    ]);
    memory.keep('v', known('1', '2', '3', '4', '5', '6', '7'));
    expect(memory.of('v')).toBeUndefined();
  });

  it.each([
    [['x'], 'none'],
    [['b'], { revision: 6n }],
    [['b', 'c'], { revision: 7n }],
    [['c', 'b'], { taken: ['c', 'b'] }],
    [['a', 'c'], { taken: ['a', 'c'] }],
    [['c', 'x'], { taken: ['c'] }],
    [['x', 'a'], { taken: ['a'] }],
  ])('tells where %j stands', (run, standing) =>
    expect(standingOf(run, { first: 5n, ids: ['a', 'b', 'c'] })).toEqual(standing),
  );

  it('ends where the last of its ids stands', () => {
    expect(lastOf(known())).toBe(-1n);
    expect(lastOf({ first: 5n, ids: ['a', 'b', 'c'] })).toBe(7n);
  });
});
