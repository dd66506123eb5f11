import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { inTurn, newTurns, type Turns } from './turns.ts';

/** A thread that holds the turn until it is told to end it. */
const holding = async (turns: Turns) => {
  const thread = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     const turn = new Int32Array(workerData);
     Atomics.store(turn, 0, 1);
     parentPort.postMessage('held');
     setTimeout(() => { Atomics.store(turn, 0, 0); Atomics.notify(turn, 0, 1); }, 300);`,
    { eval: true, workerData: turns },
  );
  await new Promise((held) => thread.once('message', held));
  return thread;
};

describe('writing in turn', () => {
  it('waits for the thread whose turn it is', async () => {
    const turns = newTurns();
    const thread = await holding(turns);
    const begun = performance.now();
    expect(await inTurn(turns, async () => new Int32Array(turns)[0])).toBe(1);
    expect(performance.now() - begun).toBeGreaterThan(100);
    await thread.terminate();
  });

  it('passes the turn on, also after a failure', async () => {
    const turns = newTurns();
    const failing = inTurn(turns, () => Promise.reject(new Error('of the database')));
    await expect(failing).rejects.toThrow('of the database');
    expect(new Int32Array(turns)[0]).toBe(0);
    expect(await inTurn(turns, async () => 'written')).toBe('written');
  });

  it('asks for nothing where everybody may write', async () =>
    expect(await inTurn(undefined, async () => 'written')).toBe('written'));
});
