import { Command, IsProgrammeCode, IsStudentId } from '#commands';
import { decideBy, refuse, text } from '#kernel';
import type { ConversionRequested } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

/**
 * A student applies to have an award of professional development converted to that of another programme, whose
 * requirements are met; the lower award is kept. Refused before the first was conferred, to a lower award, for awards that
 * are not converted so (`no-such-conversion`), and twice (`already-applied`). [5cu/stack/3.6]
 */
export class ApplyToConvertAward extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsProgrammeCode({ description: 'The programme whose award is to be converted.' })
  readonly from!: string;

  @IsProgrammeCode({ description: 'The programme whose award it becomes.' })
  readonly to!: string;
}

export const applyToConvertAward = recordUseCase({
  command: ApplyToConvertAward,
  path: 'award-conversions',
  summary: text('Apply to convert an award to a higher one', '申請轉換較高資格'),
  by: ['student', 'registrar', 'registry', 'migration'],
  clauses: ['5cu/stack/3.6'],
  decide: (record, { from, to }, { today }) => {
    const lower = registrationFor(record, from);
    if (isRefusal(lower)) return lower;
    const higher = registrationFor(record, to);
    if (isRefusal(higher)) return higher;
    if (record.conversions.some((each) => each.from === from && each.to === to)) return alreadyApplied;
    const conferredOn = record.conferments.find(({ programme }) => programme === from)?.on;
    const { award } = lower.registration.programme;
    const ruling = higher.pack.conversion(higher.study, {
      from: conferredOn === undefined ? { award } : { award, conferredOn },
      today,
    });
    if (!ruling) return noSuchConversion;
    const requested: ConversionRequested = {
      type: 'ConversionRequested',
      data: { conversion: { from, to, on: today, clause: ruling.findings[0]?.clause ?? '' } },
    };
    return decideBy(ruling, [requested], {
      code: 'conversion-refused',
      message: text('The regulations do not let this award be converted so.', '按規例不可如此轉換資格。'),
    });
  },
});

const noSuchConversion = refuse(
  'no-such-conversion',
  text('Only awards of professional development are converted so.', '只有專業發展副學位資格可如此轉換。'),
);

const alreadyApplied = refuse('already-applied', text('That has been applied for.', '已提出此項申請。'));
