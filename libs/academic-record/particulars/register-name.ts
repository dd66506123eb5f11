import { Command, IsFlag, IsLine, IsPart, IsStudentId } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import { packFor } from '#regulations';
import type { NameRegistered } from '#student-record';
import { IdentityDocumentPart, NamePart, notAStudent, particularsUseCase } from './parts.ts';

/**
 * A student is registered under the name on the Hong Kong identity card, or, who is not local, on the passport. Refused
 * under another name or by passport otherwise; a name that is registered is changed by a change of particulars
 * (`name-registered`). [5cu/dl/3.2] [5cu/ug/3.2] [3cu/dl/3.2] [3cu/ug/3.2]
 */
export class RegisterName extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsPart(NamePart, { description: 'The name under which the student registers.' })
  readonly name!: NamePart;

  @IsPart(IdentityDocumentPart, { description: 'The document that was shown.' })
  readonly document!: IdentityDocumentPart;

  @IsFlag({ description: 'Not a local student; false unless told.' })
  readonly nonLocal?: boolean;

  @IsLine({ description: 'The postal address.', optional: true })
  readonly address?: string;

  @IsLine({ description: 'The telephone number.', example: '+852 2768 6000', optional: true })
  readonly telephone?: string;

  @IsLine({ description: 'The address for electronic mail.', optional: true })
  readonly email?: string;
}

export const registerName = particularsUseCase({
  command: RegisterName,
  path: 'name-registrations',
  summary: text('Register a student under a name', '登記學生姓名'),
  by: ['registry', 'registrar', 'migration'],
  clauses: ['5cu/dl/3.2', '5cu/ug/3.2', '3cu/dl/3.2', '3cu/ug/3.2'],
  decide: (state, { student, name, document, nonLocal = false, address, telephone, email }, { facts, today }) => {
    const [programme] = facts.programmesOn(today);
    if (!programme) return notAStudent;
    if (state) return registeredAlready;
    const ruling = packFor(programme.regime).name(programme, { name, document, nonLocal });
    const registered: NameRegistered = {
      type: 'NameRegistered',
      data: {
        student,
        name,
        document: document.kind,
        nonLocal,
        contact: { address, telephone, email },
        on: today,
        clause: ruling.findings[0]?.clause ?? '',
      },
    };
    return decideBy(ruling, [registered], {
      code: 'name-refused',
      message: text('The regulations do not allow registration under this name.', '按規例不可以此姓名註冊。'),
    });
  },
});

const registeredAlready = refuse(
  'name-registered',
  text('A name is registered already; report a change of particulars.', '姓名已登記，如有更改請申報更改個人資料。'),
);
