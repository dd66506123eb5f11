import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import type { ScholarshipFacts } from '#regulations';

/** The whole scholarship as it is for those nominated from now on. */
export type ScholarshipDefined = DomainEvent<'ScholarshipDefined', { scholarship: ScholarshipFacts }>;

export const scholarships: StreamKind<ScholarshipFacts | undefined> = {
  prefix: 'scholarship-',
  streamOf: (code) => `scholarship-${code}`,
  initial: undefined,
  evolve: (scholarship, event: RecordedEvent) =>
    event.type === 'ScholarshipDefined' ? (event.data as ScholarshipDefined['data']).scholarship : scholarship,
};
