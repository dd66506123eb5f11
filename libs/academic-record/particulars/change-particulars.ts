import { Command, IsFlag, IsLine, IsOneOf, IsPart, IsStudentId } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { CHANNELS, type Channel, packFor } from '#regulations';
import type { ParticularsChanged } from '#student-record';
import { IdentityDocumentPart, NamePart, notAStudent, particularsUseCase } from './parts.ts';

/**
 * A student reports that an address, a telephone number or the name is another: by the student portal, or in writing to
 * the Registry, which enters it. Refused by another channel, and for a name that the document does not show.
 * [5cu/dl/3.3] [5cu/ug/3.7] [3cu/dl/3.3] [3cu/ug/3.7]
 */
export class ChangeParticulars extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsOneOf(CHANNELS, { description: 'By the student portal in person, or in writing to the Registry.' })
  readonly channel!: Channel;

  @IsLine({ description: 'The new postal address.', optional: true })
  readonly address?: string;

  @IsLine({ description: 'The new telephone number.', optional: true })
  readonly telephone?: string;

  @IsLine({ description: 'The new address for electronic mail.', optional: true })
  readonly email?: string;

  @IsPart(NamePart, { description: 'The new name; it comes with the document.', optional: true })
  readonly name?: NamePart;

  @IsPart(IdentityDocumentPart, { description: 'The document that shows the new name.', optional: true })
  readonly document?: IdentityDocumentPart;

  @IsFlag({ description: 'Whether the student is not local, where that has changed.' })
  readonly nonLocal?: boolean;
}

export const changeParticulars = particularsUseCase({
  command: ChangeParticulars,
  path: 'particulars-changes',
  summary: text('Report a change of particulars', '申報更改個人資料'),
  by: ['student', 'registry', 'registrar', 'migration'],
  clauses: ['5cu/dl/3.3', '5cu/ug/3.7', '3cu/dl/3.3', '3cu/ug/3.7'],
  decide: (state, { channel, address, telephone, email, name, document, nonLocal }, { facts, today, actor }) => {
    const [programme] = facts.programmesOn(today);
    if (!programme) return notAStudent;
    if (!state) return nothingRegistered;
    if ((name === undefined) !== (document === undefined)) return nameAndDocument;
    const asked = { address, telephone, email };
    const contact = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const changed = [...Object.keys(contact), ...(name ? ['name'] : [])];
    if (changed.length === 0) return nothingChanges;
    const local = nonLocal ?? state.nonLocal;
    const pack = packFor(programme.regime);
    const ruling = pack.particulars(programme, {
      channel,
      by: actor.role,
      changed,
      ...(name && document ? { name: { name, document, nonLocal: local } } : {}),
    });
    const event: ParticularsChanged = {
      type: 'ParticularsChanged',
      data: {
        contact,
        ...(name && document ? { name, document: document.kind, nonLocal: local } : {}),
        channel,
        on: today,
        clause: ruling.findings[0]?.clause ?? '',
      },
    };
    return decideBy(ruling, [event], {
      code: 'particulars-refused',
      message: text('The regulations do not allow this change of particulars.', '按規例不可更改此項個人資料。'),
    });
  },
});

const nothingRegistered = refuse('no-particulars', text('No name is registered yet.', '尚未登記姓名。'));

const nameAndDocument = refuse(
  'document-needed',
  text('A new name comes with the document that shows it.', '更改姓名須連同身份證明文件。'),
);

const nothingChanges = refuse('nothing-changes', text('Nothing is reported as changed.', '未有申報任何更改。'));
