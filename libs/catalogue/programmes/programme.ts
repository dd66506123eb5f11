import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import type { ProgrammeFacts } from '#regulations';

/** The whole programme as it is for those admitted from now on. */
export type ProgrammeDefined = DomainEvent<'ProgrammeDefined', { programme: ProgrammeFacts }>;

export const programmes: StreamKind<ProgrammeFacts | undefined> = {
  prefix: 'programme-',
  streamOf: (code) => `programme-${code}`,
  initial: undefined,
  evolve: (programme, event: RecordedEvent) =>
    event.type === 'ProgrammeDefined' ? (event.data as ProgrammeDefined['data']).programme : programme,
};
