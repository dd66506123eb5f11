import type { CivilDate, DomainEvent } from '#kernel';
import type { Channel, IdentityDocument, PersonalName } from '#regulations';

/** How a person is reached. */
export interface Contact {
  readonly address?: string;
  readonly telephone?: string;
  readonly email?: string;
}

/** A person is registered under a name. */
export type NameRegistered = DomainEvent<
  'NameRegistered',
  {
    student: string;
    name: PersonalName;
    document: IdentityDocument['kind'];
    nonLocal: boolean;
    contact: Contact;
    on: CivilDate;
    clause: string;
  }
>;

/** Something of it is otherwise now. */
export type ParticularsChanged = DomainEvent<
  'ParticularsChanged',
  {
    name?: PersonalName;
    document?: IdentityDocument['kind'];
    nonLocal?: boolean;
    contact: Contact;
    channel: Channel;
    on: CivilDate;
    clause: string;
  }
>;

/** Everything that can stand in `student-<student>`. No read model is made of it, and no other stream has any of it. */
export type ParticularsEvent = NameRegistered | ParticularsChanged;

/** What a person is called and how they are reached, apart from everything that regulations look at. */
export interface Particulars {
  readonly student: string;
  readonly name: PersonalName;
  readonly document: IdentityDocument['kind'];
  readonly nonLocal: boolean;
  readonly contact: Contact;
  /** The day of the last change, or of registration. */
  readonly since: CivilDate;
}

export const PARTICULARS_STREAMS = 'student-';
export const particularsStream = (student: string): string => `${PARTICULARS_STREAMS}${student}`;

export function evolveParticulars(
  before: Particulars | undefined,
  { type, data }: ParticularsEvent,
): Particulars | undefined {
  if (type === 'NameRegistered') {
    const { student, name, document, nonLocal, contact, on } = data;
    return { student, name, document, nonLocal, contact, since: on };
  }
  if (!before) return before;
  const { name = before.name, document = before.document, nonLocal = before.nonLocal, contact, on } = data;
  return { ...before, name, document, nonLocal, contact: { ...before.contact, ...contact }, since: on };
}
