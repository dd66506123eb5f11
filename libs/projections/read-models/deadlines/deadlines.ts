import type { RecordAt } from '../../record-at.ts';
import { recordView } from '../../record-view.ts';
import type { DeadlinesDocument } from './deadlines-document.ts';

/** The days that concern a student on all programmes. Pure. */
export function deadlinesOf({ student, asOf: on, programmes }: RecordAt): DeadlinesDocument {
  const deadlines = programmes.flatMap(({ registration, study, pack }) =>
    pack.deadlines(study, { today: on }).map((deadline) => ({ ...deadline, programme: registration.programme.code })),
  );
  return { student, on, deadlines: deadlines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) };
}

export const deadlines = recordView({
  name: 'deadlines',
  version: 4,
  view: (record) => [{ part: '', document: deadlinesOf(record) }],
});
