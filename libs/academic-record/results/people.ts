import { type Actor, refuse, text } from '#kernel';
import type { Person } from '#regulations';

/** Who acts, as it is kept with what was done. */
export const personOf = ({ role, id }: Actor): Person => (id === undefined ? { role } : { role, id });

/**
 * Whether two are one person, or cannot be told apart: the same name in whatever role, or the same office without
 * names.
 */
export const isSamePerson = (one: Person, other: Person): boolean =>
  one.id === undefined || other.id === undefined ? one.role === other.role && one.id === other.id : one.id === other.id;

export const samePerson = refuse(
  'same-person',
  text('Somebody else has to do this: it was put forward by the same person.', '須由另一人處理：此項由同一人提出。'),
);
