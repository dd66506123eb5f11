import { Worker } from 'node:worker_threads';
import { describe, expect, it } from '@jest/globals';
import { threadMemory } from './fill-threads.ts';

/** Gathers and orders so many names, as a store does that keeps no list of its streams; ends with their number. */
const gathering = (names: number, resourceLimits: object) =>
  new Promise<number | string>((resolve) => {
    const program = `
      const names = new Set();
      for (let n = 0; n < ${names}; n++) names.add('record-' + String(n).padStart(10, '0'));
      require('node:worker_threads').parentPort.postMessage([...names].sort().length);`;
    const thread = new Worker(program, { eval: true, resourceLimits });
    thread.on('message', resolve);
    thread.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });

describe('the heap of a thread that fills', () => {
  it('holds the names of its share of a million streams', async () => {
    expect(await gathering(500_000, threadMemory(1_000_000, 2))).toBe(500_000);
    expect(await gathering(1_000_000, threadMemory(1_000_000, 1))).toBe(1_000_000);
  }, 60_000);

  it('is as small as it was for a university of today', () =>
    expect(threadMemory(30_000, 2).maxOldGenerationSizeMb).toBeLessThan(56));
});
