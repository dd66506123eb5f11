import { describe, expect, it } from '@jest/globals';
import { isIn, partitionOf } from './partition.ts';

describe('the partition of a stream', () => {
  // Checkpoints are kept by partition: another answer for the same name would skip events or apply them twice.
  it.each([
    ['record-S1', 8, 3],
    ['record-1000001', 8, 1],
    ['record-陳', 8, 0],
    ['', 8, 5],
    ['record-S1', 1, 0],
  ])('of %j, among %i, is %i for ever', (stream, of, partition) => expect(partitionOf(stream, of)).toBe(partition));

  it('has about as many streams as any other', () => {
    const counts = Array.from({ length: 8 }, () => 0);
    for (let n = 0; n < 8_000; n++) counts[partitionOf(`record-${n}`, 8)]!++;
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('is looked up among those that are wanted', () => {
    expect(isIn({ of: 8, only: [partitionOf('record-S1', 8)] }, 'record-S1')).toBe(true);
    expect(isIn({ of: 8, only: [] }, 'record-S1')).toBe(false);
  });
});
