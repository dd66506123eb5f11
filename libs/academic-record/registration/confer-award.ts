import { Command, IsDay, IsProgrammeCode, IsStudentId } from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import type { AwardConferred } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

/**
 * The Council has conferred the award of a completed programme; the award bears that day. Refused before the programme is
 * completed, for a day to come, for whoever owes money to the University, and before the student has declared the award to
 * be intended where the award asks for that.
 * [5cu/bach/3.7] [5cu/subdeg/3.10] [3cu/bach/3.8] [3cu/subdeg/3.7]
 */
export class ConferAward extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode()
  readonly programme!: string;

  @IsDay({ description: 'The day on which the Council conferred it.' })
  readonly on!: CivilDate;
}

export const conferAward = recordUseCase({
  command: ConferAward,
  path: 'conferments',
  summary: text('Record that an award was conferred', '記錄頒授學術資格'),
  by: ['registrar', 'registry', 'migration'],
  clauses: [
    '5cu/bach/3.7',
    '5cu/bach/3.8',
    '5cu/subdeg/3.10',
    '5cu/subdeg/3.11',
    '3cu/bach/3.8',
    '3cu/bach/3.9',
    '3cu/subdeg/3.7',
    '3cu/subdeg/3.8',
    '5cu/subdegpd/3.7',
    '5cu/subdegpd/3.8',
    '5cu/dual/3.8',
    '5cu/dual/3.9',
    '3cu/dual/3.8',
    '3cu/dual/3.9',
  ],
  decide: (record, { programme, on }, { today }) => {
    const found = registrationFor(record, programme);
    if (isRefusal(found)) return found;
    if (record.conferments.some((each) => each.programme === programme)) return alreadyConferred;
    const { pack, study } = found;
    const ruling = pack.conferment(study, { on, today });
    const conferred: AwardConferred = {
      type: 'AwardConferred',
      data: { conferment: { programme, on, recordedOn: today, clause: ruling.findings[0]?.clause ?? '' } },
    };
    const decision = decideBy(ruling, [conferred], {
      code: 'conferment-refused',
      message: text('The regulations do not allow this award to be conferred.', '按規例不可頒授此學術資格。'),
    });
    return decision.outcome === 'accepted' ? { ...decision, effectiveOn: on } : decision;
  },
});

const alreadyConferred = refuse('already-conferred', text('The award has been conferred.', '學術資格已獲頒授。'));
