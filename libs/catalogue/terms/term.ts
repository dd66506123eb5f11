import type { StreamKind } from '#commands';
import type { CivilDate, DomainEvent, RecordedEvent } from '#kernel';
import type { TermFacts } from '#regulations';

/** The whole term as it is from now on; the day of its results stays unless another is told. */
export type TermDefined = DomainEvent<'TermDefined', { term: TermFacts }>;

/** The day on which the results of the term are published. */
export type ResultsPublished = DomainEvent<'ResultsPublished', { term: string; on: CivilDate; reason?: string }>;

export const terms: StreamKind<TermFacts | undefined> = {
  prefix: 'term-',
  streamOf: (code) => `term-${code}`,
  initial: undefined,
  evolve: (before, { type, data }: RecordedEvent) => {
    if (type === 'TermDefined') {
      const { term } = data as TermDefined['data'];
      return before?.resultsOn === undefined ? term : { resultsOn: before.resultsOn, ...term };
    }
    if (type === 'ResultsPublished' && before) return { ...before, resultsOn: (data as ResultsPublished['data']).on };
    return before;
  },
};
