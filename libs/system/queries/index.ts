import { assessmentQueries } from './assessment.ts';
import type { ReadModelQuery } from './query.ts';
import { recordQueries } from './record.ts';
import { registrationQueries } from './registration.ts';
import { resultsQueries } from './results.ts';

export type { ReadModelQuery, Subject } from './query.ts';

/** Every question that the read side answers, in the order of a student's life. */
export const readModelQueries: readonly ReadModelQuery[] = [
  ...recordQueries,
  ...registrationQueries,
  ...assessmentQueries,
  ...resultsQueries,
];

export const readModelQuery = (name: string): ReadModelQuery | undefined =>
  readModelQueries.find((query) => query.name === name);
