import type { ComingRequest } from '#regulations';
import type { RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import type { DeadlinesDocument, ShownDeadline } from './deadlines-document.ts';

/** The days that the record tells of a student on all programmes. Pure. */
export function deadlinesOf({ student, asOf: on, programmes }: RecordAt): DeadlinesDocument {
  const deadlines = programmes.flatMap(({ registration, study, pack }) =>
    pack.deadlines(study, { today: on }).map((deadline) => ({ ...deadline, programme: registration.programme.code })),
  );
  return { student, on, deadlines: inOrder(deadlines) };
}

/**
 * The days of a record with those that the calendar adds on a day, as which the record is looked at. They turn with the
 * calendar, so that they are no part of the view: they are worked out when they are asked. Pure.
 */
export function withComingDeadlines(
  { deadlines, ...of }: DeadlinesDocument,
  { programmes }: Pick<RecordAt, 'programmes'>,
  request: ComingRequest,
): DeadlinesDocument {
  const coming = programmes.flatMap(({ registration, study, pack }) =>
    pack.comingDeadlines(study, request).map((deadline) => ({ ...deadline, programme: registration.programme.code })),
  );
  return { ...of, deadlines: inOrder([...deadlines, ...coming]) };
}

const inOrder = (days: readonly ShownDeadline[]): readonly ShownDeadline[] =>
  [...days].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

export const deadlines = recordView({
  name: 'deadlines',
  version: 5,
  view: (record) => [{ part: '', document: deadlinesOf(record) }],
});
