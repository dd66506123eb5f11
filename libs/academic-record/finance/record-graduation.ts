import { Command, IsDay, IsLine, IsOneOf, IsStudentId } from '#commands';
import { accept, type CivilDate, refuse, text } from '#kernel';
import { GRADUATES_OF, type GraduateOf } from '#regulations';
import type { GraduationRecorded } from '#student-record';
import { dayToCome } from '../day-to-come.ts';
import { isRefusal, recordUseCase, studentOn } from '../record-use-case.ts';
import { waivedForGraduate } from './application-charge.ts';

/**
 * The Registry has seen that a student graduated before: of the University, or with the LiPACE higher diploma. Such a
 * student pays no application fee; whoever charges it does not say so. A programme that the record shows as completed
 * needs no such record. What was charged for an application since the day of the award is waived. Refused for a day that has not come (`day-to-come`), and a second time (`graduation-known`).
 * [5cu/dl/2.6] [5cu/dl/7.2] [5cu/ug/2.4] [5cu/tpg/2.4] [3cu/dl/2.6] [3cu/dl/8.2] [3cu/ug/2.4] [3cu/tpg/2.4]
 */
export class RecordGraduation extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsOneOf(GRADUATES_OF, { description: 'Of the University, or with the LiPACE higher diploma.' })
  readonly of!: GraduateOf;

  @IsLine({ description: 'What shows it.', example: 'Certificate of 2020' })
  readonly evidence!: string;

  @IsDay({ description: 'The day of the award.', optional: true })
  readonly graduatedOn?: CivilDate;
}

export const recordGraduation = recordUseCase({
  command: RecordGraduation,
  path: 'graduations',
  summary: text('Record an earlier graduation', '記錄先前的畢業資格'),
  by: ['registry', 'registrar', 'migration'],
  clauses: [
    '5cu/dl/2.6',
    '5cu/dl/7.2',
    '5cu/ug/2.4',
    '5cu/tpg/2.4',
    '3cu/dl/2.6',
    '3cu/dl/8.2',
    '3cu/ug/2.4',
    '3cu/tpg/2.4',
  ],
  decide: (before, { of, evidence, graduatedOn }: RecordGraduation, { today }) => {
    const record = studentOn(before);
    if (isRefusal(record)) return record;
    if (record.graduations.some((graduation) => graduation.of === of)) return known;
    if (graduatedOn !== undefined && graduatedOn > today) return dayToCome;
    const graduation = { of, evidence, ...(graduatedOn ? { graduatedOn } : {}), recordedOn: today };
    const recorded: GraduationRecorded = { type: 'GraduationRecorded', data: { graduation } };
    return accept([recorded, ...waivedForGraduate(record, graduation)]);
  },
});

const known = refuse('graduation-known', text('This graduation is on the record.', '紀錄中已有此畢業資格。'));
