import { Command, IsReason, IsStudentId } from '#commands';
import { accept, refuse, text } from '#kernel';
import { isRefusal, recordUseCase, studentOn } from '../record-use-case.ts';
import { revisedStandings } from './revised-standings.ts';

/**
 * The published standings of a student are put right where the record says otherwise since, such as after a correction of
 * a result. The earlier ones stay known. Refused where all of them are as the record has them.
 * [5cu/ug/11.1] [5cu/ug/11.3] [3cu/ug/11.1] [3cu/ug/11.3] [3cu/tpg/10.1] [3cu/tpg/10.3] [3cu/dl/4.1] [3cu/dl/4.3]
 */
export class ReviseStanding extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsReason({ description: 'Why they are looked at again.' })
  readonly reason!: string;
}

export const reviseStanding = recordUseCase({
  command: ReviseStanding,
  path: 'standing-revisions',
  summary: text('Put published standings right', '更正已公布的學業狀況'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/ug/11.1',
    '5cu/ug/11.3',
    '3cu/ug/11.1',
    '3cu/ug/11.3',
    '3cu/tpg/10.1',
    '3cu/tpg/10.3',
    '3cu/dl/4.1',
    '3cu/dl/4.3',
  ],
  decide: (record, { reason }: ReviseStanding, { today }) => {
    const known = studentOn(record);
    if (isRefusal(known)) return known;
    const revised = revisedStandings(record, { today, reason });
    return revised.length > 0 ? accept(revised.flatMap(({ events }) => events)) : asPublished;
  },
});

const asPublished = refuse(
  'standings-as-published',
  text('All published standings are as the record has them.', '所有已公布的學業狀況均與紀錄相符。'),
);
