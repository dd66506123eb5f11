import { describe, expect, it } from '@jest/globals';
import { FollowUps } from './follow-ups.ts';

const slow = () => {
  let end: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const work = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => work, end: () => end(), fail: (error: Error) => fail(error) };
};

describe('what a request leads to', () => {
  it('is waited for while it is short, and its failure is that of the request', async () => {
    let done = false;
    const followUps = new FollowUps();
    await followUps.begin(async () => {
      done = true;
    });
    expect(done).toBe(true);
    await expect(followUps.begin(() => Promise.reject(new Error('at once')))).rejects.toThrow('at once');
    await followUps.settled();
  });

  it('goes on without the request when it is long, and whoever waits for the end is told of its failure once', async () => {
    const followUps = new FollowUps();
    const { work, fail } = slow();
    await followUps.begin(work);
    let settled = false;
    const waiting = followUps.settled().finally(() => {
      settled = true;
    });
    await followUps.begin(async () => undefined);
    expect(settled).toBe(false);
    fail(new Error('later'));
    await expect(waiting).rejects.toThrow('later');
    await followUps.settled();
  });

  it('is asked to give up when the process ends, which waits for it', async () => {
    const followUps = new FollowUps();
    const { work, end } = slow();
    await followUps.begin(work);
    followUps.signal.addEventListener('abort', end);
    await followUps.onModuleDestroy();
    expect(followUps.signal.aborted).toBe(true);
    await followUps.settled();
  });
});
