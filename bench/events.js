import { randomUUID } from 'node:crypto';

/** An event such as the system appends most often: a student hands in an assignment, and the rule that allowed it. */
export function exampleEvent(student, number) {
  const commandId = randomUUID();
  const at = { course: 'COMP2010', term: '2024-AUT', assignment: `TMA${String(number).padStart(2, '0')}` };
  return {
    id: randomUUID(),
    type: 'AssignmentSubmitted',
    version: 1,
    data: { ...at, on: '2024-10-14', due: '2024-10-18', late: false, banked: false },
    metadata: {
      commandId,
      command: { type: 'SubmitAssignment', data: { student, ...at } },
      correlationId: commandId,
      causationId: commandId,
      actor: { role: 'student', id: student },
      recordedAt: '2024-10-14T04:00:00.000Z',
      effectiveOn: '2024-10-14',
      ruling: {
        outcome: 'allowed',
        pack: 'three-credit@2022-09',
        findings: [
          { clause: '3cu/assess/5.1', holds: true, figures: { due: '2024-10-18', submitted: '2024-10-14' } },
          { clause: '3cu/assess/5.2', holds: true },
        ],
      },
      basis: { revision: String(number), read: { 'course-COMP2010': '0', 'term-2024-AUT': '0' } },
    },
  };
}

/**
 * Streams with the same number of events each.
 * @param {number} streams @param {number} eventsInEach
 */
export const exampleStreams = (streams, eventsInEach) =>
  Array.from({ length: streams }, (_, index) => {
    const student = `S${String(index).padStart(6, '0')}`;
    return {
      stream: `record-${student}`,
      events: Array.from({ length: eventsInEach }, (_, number) => exampleEvent(student, number)),
    };
  });

/** The appends of these streams one by one, in the order in which they come when all streams grow alike. */
export const appendsOf = (streams) =>
  streams[0].events.flatMap((_, revision) =>
    streams.map(({ stream, events }) => ({ stream, revision, event: events[revision] })),
  );
