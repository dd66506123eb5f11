import { partitionOf } from '#event-store';
import type { Projection } from './projection.ts';
import { isRecordView } from './record-view.ts';

/**
 * Into how many partitions the log falls for read models about one student. The number stands in every read
 * database: changing it means building all of them anew.
 */
export const PARTITIONS = 8;

/** All partitions of the log, from 0. */
export const allPartitions: readonly number[] = Array.from({ length: PARTITIONS }, (_, partition) => partition);

/** A projection across students sees the whole log in its order: it has one partition only. */
export const partitionsOf = (projection: Projection): readonly number[] =>
  isRecordView(projection) ? allPartitions : [0];

/** The partition of a projection that a stream's events belong to. */
export const partitionFor = (projection: Projection, stream: string): number =>
  isRecordView(projection) ? partitionOf(stream, PARTITIONS) : 0;
