import { programmes, terms } from '#catalogue';
import { ApprovalPart, Command, IsDay, IsPart, IsProgrammeCode, IsStudentId, IsTermCode } from '#commands';
import { type CivilDate, decideBy, text } from '#kernel';
import { packFor } from '#regulations';
import type { StudentAdmitted } from '#student-record';
import { recordUseCase, unknownProgramme, unknownTerm } from '../record-use-case.ts';

/**
 * A person is admitted to a programme and is from then on under its regime. Refused under age, for a second
 * programme without permission, or outside the dates of the regime. [5cu/dl/2.1] [3cu/dl/2.1] [5cu/ug/3.8] [3cu/ug/3.8]
 */
export class Admit extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;

  @IsTermCode({ description: 'The term of entry.' })
  readonly term!: string;

  @IsDay({
    description: 'Date of birth, for the rule of age; kept with the request only.',
    optional: true,
    example: '2004-05-06',
  })
  readonly born?: CivilDate;

  @IsPart(ApprovalPart, { description: 'Permission to read a second programme at the same time.', optional: true })
  readonly approval?: ApprovalPart;
}

export const admit = recordUseCase({
  command: Admit,
  path: 'admissions',
  summary: text('Admit a person to a programme', '取錄學生入讀課程'),
  by: ['registrar', 'registry', 'migration'],
  clauses: ['5cu/dl/2.1', '5cu/ug/3.8', '5cu/gloss/preamble-1', '3cu/dl/2.1', '3cu/ug/3.8', '3cu/gloss/preamble-scope'],
  facts: async (reader, command: Admit) => ({
    programme: await reader.read(programmes, command.programme),
    term: await reader.read(terms, command.term),
  }),
  decide: (record, { student, programme: code, term: termCode, born, approval }, { facts, today }) => {
    const { programme, term } = facts;
    if (!programme) return unknownProgramme(code);
    if (!term) return unknownTerm(termCode);
    const current = record.registrations.map((registration) => registration.programme);
    const ruling = packFor(programme.regime).admission({ programme, term, born, current, approval, today });
    const admitted: StudentAdmitted = {
      type: 'StudentAdmitted',
      data: { student, registration: { programme, entryTerm: term, admittedOn: today } },
    };
    return decideBy(ruling, [admitted], {
      code: 'admission-refused',
      message: text('The regulations do not allow this admission.', '按規例不可取錄。'),
    });
  },
});
