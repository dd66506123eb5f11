import { type Actor, refuse, text } from '#kernel';
import type { Person } from '#regulations';

/** Who acts, as it is kept with what was done. */
export const personOf = ({ role, id }: Actor): Person => (id === undefined ? { role } : { role, id });

/**
 * Whether somebody can be told apart from others, as everybody must who does one of two things that two people do. What
 * is taken over from another system was done there, by people whom this one does not know.
 */
export const isNamed = ({ role, id }: Person): boolean => id !== undefined || role === 'migration';

/**
 * Whether two are one person, or cannot be told apart: the same name in whatever role, or somebody without a name. The
 * migration is nobody else than itself.
 */
export const isSamePerson = (one: Person, other: Person): boolean =>
  one.id === undefined || other.id === undefined
    ? (one.role === 'migration') === (other.role === 'migration')
    : one.id === other.id;

export const samePerson = refuse(
  'same-person',
  text('Somebody else has to do this: it was put forward by the same person.', '須由另一人處理：此項由同一人提出。'),
);

export const personNeeded = refuse(
  'person-needed',
  text('Two people are needed for this, so each is to be named: say who acts.', '此事須由兩人分別處理，請註明經辦人。'),
);
