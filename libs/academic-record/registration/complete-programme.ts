import { programmes } from '#catalogue';
import { Command, IsProgrammeCode, IsStudentId } from '#commands';
import { decideBy, text } from '#kernel';
import type { ProgrammeCompleted } from '#student-record';
import { isRefusal, recordUseCase, registrationGoingOn } from '../record-use-case.ts';

/**
 * A student has met every requirement of a programme, and the registration on it is at an end; the award itself is for
 * the Senate and the Council. Refused while a requirement is outstanding, and where the programme has ended longer ago
 * than the award regulations leave for completing it.
 * [5cu/dl/9.1] [5cu/ug/12.1] [5cu/subdeg/3.6] [5cu/bach/3.6] [3cu/dl/10.1] [3cu/ug/12.1] [3cu/subdeg/3.6] [3cu/bach/3.7]
 */
export class CompleteProgramme extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;
}

export const completeProgramme = recordUseCase({
  command: CompleteProgramme,
  path: 'programme-completions',
  summary: text('Record that a programme is completed', '記錄已修畢課程'),
  by: ['registrar', 'registry', 'award-panel', 'migration'],
  clauses: [
    '5cu/dl/9.1',
    '5cu/ug/12.1',
    '5cu/tpg/10.1',
    '5cu/pgd/3.7',
    '5cu/pgdeg/3.7',
    '5cu/subdeg/3.6',
    '5cu/subdeg/3.7',
    '5cu/subdeg/3.8',
    '5cu/subdeg/3.9',
    '5cu/bach/3.6',
    '5cu/subdegpd/3.6',
    '5cu/dual/3.7',
    '3cu/dual/3.7',
    '3cu/dl/10.1',
    '3cu/ug/12.1',
    '3cu/tpg/11.1',
    '3cu/pgd/3.7',
    '3cu/pgdeg/3.7',
    '3cu/subdeg/3.6',
    '3cu/bach/3.7',
  ],
  facts: (reader, { programme }: CompleteProgramme) => reader.read(programmes, programme),
  decide: (record, command, { facts, today }) => {
    const found = registrationGoingOn(record, command.programme, today);
    if (isRefusal(found)) return found;
    const { pack, study } = found;
    const { ruling, clause } = pack.registration.completion(study, { closing: facts?.closing });
    const completed: ProgrammeCompleted = {
      type: 'ProgrammeCompleted',
      data: { programme: command.programme, on: today, recordedOn: today, clause },
    };
    return decideBy(ruling, [completed], {
      code: 'not-completed',
      message: text('The regulations do not see the programme as completed.', '按規例尚未修畢課程。'),
    });
  },
});
