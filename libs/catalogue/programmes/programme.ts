import type { StreamKind } from '#commands';
import type { DomainEvent, RecordedEvent } from '#kernel';
import type { ProgrammeFacts } from '#regulations';

/** The whole programme as it is for those admitted from now on. */
export type ProgrammeDefined = DomainEvent<'ProgrammeDefined', { programme: ProgrammeFacts }>;

/** The University has announced that the programme will end on a day that the Senate set. */
export type ProgrammeClosed = DomainEvent<'ProgrammeClosed', { closing: NonNullable<ProgrammeFacts['closing']> }>;

export const programmes: StreamKind<ProgrammeFacts | undefined> = {
  prefix: 'programme-',
  streamOf: (code) => `programme-${code}`,
  initial: undefined,
  evolve: (programme, event: RecordedEvent) => {
    switch (event.type) {
      case 'ProgrammeDefined': {
        // What is announced stands, however the programme is described later.
        const defined = (event.data as ProgrammeDefined['data']).programme;
        return programme?.closing ? { ...defined, closing: programme.closing } : defined;
      }
      case 'ProgrammeClosed':
        return programme && { ...programme, closing: (event.data as ProgrammeClosed['data']).closing };
      default:
        return programme;
    }
  },
};
