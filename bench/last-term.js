import { calendarAt, foldOn, RECORD_STREAMS } from './product.js';

const inOrder = (terms) => terms.sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : 1));

/** The calendar of a log in order of teaching. Copies of a log have students only: their terms are those that they carry. */
export async function calendarOf(store) {
  const calendar = await calendarAt(store);
  if (calendar.length > 0) return inOrder(calendar);
  const terms = new Map();
  for await (const { stream, events } of store.readStreams(RECORD_STREAMS)) {
    if (events.length === 0) continue;
    const { registrations, attempts } = foldOn(stream, events).record;
    for (const term of [...registrations.map(({ entryTerm }) => entryTerm), ...attempts.map(({ term }) => term)])
      terms.set(term.code, term);
  }
  return inOrder([...terms.values()]);
}

/** The last term of a log. Fails where it has none. */
export async function lastTermOf(store) {
  const last = (await calendarOf(store)).at(-1);
  if (!last) throw new Error('the log has no terms');
  return last;
}
