import { IDENTITY_DOCUMENTS, type IdentityDocument, type PersonalName } from '#regulations';
import type { Contact, Particulars } from '#student-record';
import { Day, Flag, OneOf, Part, Words } from '../field.ts';

export class ShownName implements PersonalName {
  @Words('In English.')
  readonly english!: string;

  @Words('In Chinese, where the document has one.', 'optional')
  readonly chinese?: string;
}

export class ShownContact implements Contact {
  @Words('The postal address.', 'optional')
  readonly address?: string;

  @Words('The telephone number.', 'optional')
  readonly telephone?: string;

  @Words('The address for electronic mail.', 'optional')
  readonly email?: string;
}

/** What a student is called and how the student is reached. It is read from the log, and kept in no read model. */
export class ParticularsDocument implements Particulars {
  @Words('The number of the student.')
  readonly student!: string;

  @Part(ShownName, 'The registered name.')
  readonly name!: ShownName;

  @OneOf(IDENTITY_DOCUMENTS, 'The document that shows it.')
  readonly document!: IdentityDocument['kind'];

  @Flag('Whether the student is not local.')
  readonly nonLocal!: boolean;

  @Part(ShownContact, 'How the student is reached.')
  readonly contact!: ShownContact;

  @Day('The day of the last change.')
  readonly since!: string;
}
