import type { EventStore } from '#event-store';
import { type CivilDate, commandIdOf, type DomainEvent, eventIdOf, type NewEvent, type Position } from '#kernel';

/** Students admitted by `admitted(...)` have one name; written into a store each has his or her own. */
const named = ({ type, data }: DomainEvent, student: string | undefined): DomainEvent => ({
  type,
  data: type === 'StudentAdmitted' && student ? { ...(data as object), student } : data,
});

/**
 * What stands in a stream of a store before a spec begins, as the migration writes it; `student` is who was admitted
 * where it tells of an admission.
 */
export async function givenIn(
  store: EventStore,
  stream: string,
  events: readonly DomainEvent[],
  { student, on = '2024-08-01' }: { student?: string; on?: CivilDate } = {},
): Promise<Position> {
  const before = await store.head();
  const commandId = commandIdOf(`given ${stream} ${before}`);
  const metadata = {
    commandId,
    command: { type: 'Given', data: {} },
    correlationId: commandId,
    causationId: commandId,
    actor: { role: 'migration' },
    recordedAt: `${on}T04:00:00.000Z`,
    effectiveOn: on,
  };
  const written = events.map(
    (event, index): NewEvent => ({ ...named(event, student), id: eventIdOf(commandId, index), version: 1, metadata }),
  );
  const { position } = await store.append(stream, 'any', written);
  return position;
}
