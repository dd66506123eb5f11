import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

describe('taking turns', () => {
  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('goes one after the other under one name, in the order of asking, and answers each', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const act = (step: number) => async () => {
      seen.push(`${step} begins`);
      await soon();
      seen.push(`${step} ends`);
      return step;
    };
    expect(await Promise.all([1, 2, 3].map((step) => turns.take('a', act(step))))).toEqual([1, 2, 3]);
    expect(seen).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  });

  it('does not wait for what goes under another name', async () => {
    const turns = new Turns();
    let release = (): void => undefined;
    const held = turns.take('a', () => new Promise<void>((resolve) => (release = resolve)));
    expect(await turns.take('b', async () => 'b')).toBe('b');
    release();
    await held;
  });

  it('goes on after a failure, which only the one who asked gets', async () => {
    const turns = new Turns();
    const failing = turns.take('a', () => Promise.reject(new Error('lost')));
    const throwing = turns.take('a', () => {
      throw new Error('wrong');
    });
    const next = turns.take('a', async () => 'next');
    await expect(failing).rejects.toThrow('lost');
    await expect(throwing).rejects.toThrow('wrong');
    expect(await next).toBe('next');
  });

  it('keeps nothing of what has ended, well or not', async () => {
    const turns = new Turns();
    const acts = Array.from({ length: 20 }, (_, n) =>
      turns.take(`${n % 3}`, () => (n % 2 === 0 ? soon() : Promise.reject(new Error('lost')))),
    );
    expect(turns.size).toBe(3);
    await Promise.allSettled(acts);
    expect(turns.size).toBe(0);
  });
});
