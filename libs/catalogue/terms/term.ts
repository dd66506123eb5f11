import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import type { TermFacts } from '#regulations';

/** The whole term as it is from now on. */
export type TermDefined = DomainEvent<'TermDefined', { term: TermFacts }>;

export const terms: StreamKind<TermFacts | undefined> = {
  prefix: 'term-',
  streamOf: (code) => `term-${code}`,
  initial: undefined,
  evolve: (term, event: RecordedEvent) =>
    event.type === 'TermDefined' ? (event.data as TermDefined['data']).term : term,
};
