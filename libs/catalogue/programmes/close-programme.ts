import { Command, IsDay, IsProgrammeCode, useCase } from '#commands';
import { accept, type CivilDate, refuse, text } from '#kernel';
import { type ProgrammeClosed, programmes } from './programme.ts';

/**
 * The University announces that a programme will end on a day that the Senate has set; announced again, with another
 * day, that one stands. Nobody enters it in a term from then on, and who is on it still receives the award when it is
 * completed within the years that the award regulations leave. Refused for a programme that is not there, and where the
 * same day stands already.
 * [5cu/subdeg/3.6] [5cu/subdeg/3.7] [5cu/subdeg/3.8] [5cu/subdeg/3.9] [5cu/bach/3.6] [3cu/subdeg/3.6] [3cu/bach/3.7]
 */
export class CloseProgramme extends Command {
  @IsProgrammeCode()
  readonly code!: string;

  @IsDay({ description: 'The day on which it ends, as the Senate set it.', example: '2027-08-31' })
  readonly endsOn!: CivilDate;
}

export const closeProgramme = useCase({
  command: CloseProgramme,
  path: 'programme-closings',
  summary: text('Announce the end of a programme', '公布課程停辦'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/subdeg/3.6',
    '5cu/subdeg/3.7',
    '5cu/subdeg/3.8',
    '5cu/subdeg/3.9',
    '5cu/bach/3.6',
    '5cu/subdegpd/3.6',
    '5cu/dual/3.7',
    '3cu/dual/3.7',
    '3cu/subdeg/3.6',
    '3cu/bach/3.7',
  ],
  stream: programmes,
  subject: (command) => command.code,
  decide: (programme, { code, endsOn }, { today }) => {
    if (!programme) return refuse('unknown-programme', text(`There is no programme ${code}.`, `沒有課程 ${code}。`));
    if (programme.closing?.endsOn === endsOn) return announcedAlready;
    const closed: ProgrammeClosed = { type: 'ProgrammeClosed', data: { closing: { endsOn, announcedOn: today } } };
    return accept([closed]);
  },
});

const announcedAlready = refuse('already-closed', text('That day stands already.', '已公布在該日停辦。'));
