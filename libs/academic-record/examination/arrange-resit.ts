import { FEE_SCHEDULE, fees } from '#catalogue';
import { type CivilDate, decideBy, plusDays, text } from '#kernel';
import type { Resit } from '#regulations';
import { attemptKey, type ChargeRecorded, type ResitArranged } from '#student-record';
import { AboutAttempt } from '../about-attempt.ts';
import { type Charging, charged } from '../finance/charging.ts';
import { attemptFor, isRefusal, recordUseCase } from '../record-use-case.ts';
import { IsPeriod, IsSetDay, laterFacts, laterOf } from './later.ts';

/**
 * The University says when an examination is sat again that the award panel has granted as Fail-Resit: in the next
 * examinations of the course, or within a year after the term where it is not offered. Its fee is charged, to be paid by
 * the day before. Arranged anew it replaces what was arranged before. Refused where no resit was granted, for who has
 * left, and under the three-credit regulations, which know none. [5cu/assess/15.1] [5cu/assess/15.2] [5cu/dl/8.11.2]
 * [5cu/dl/8.11.3] [5cu/ug/9.7.2] [5cu/ug/9.7.3] [5cu/tpg/9.5.2] [5cu/tpg/9.5.3] [3cu/assess/5.1]
 */
export class ArrangeResit extends AboutAttempt {
  @IsPeriod()
  readonly period?: string;

  @IsSetDay()
  readonly examinationOn?: CivilDate;
}

export const arrangeResit = recordUseCase({
  command: ArrangeResit,
  path: 'resits',
  summary: text('Arrange a resit', '安排重考'),
  by: ['registry', 'registrar', 'migration'],
  clauses: [
    '5cu/assess/15.1',
    '5cu/assess/15.2',
    '5cu/assess/15.2(a)',
    '5cu/assess/15.2(b)',
    '5cu/assess/15.2(c)',
    '5cu/assess/15.2(d)',
    '5cu/assess/15.2(e)',
    '5cu/assess/15.2(f)',
    '5cu/dl/8.11.2',
    '5cu/dl/8.11.3',
    '5cu/ug/9.7.2',
    '5cu/ug/9.7.3',
    '5cu/tpg/9.5.2',
    '5cu/tpg/9.5.3',
    '3cu/assess/5.1',
  ],
  facts: async (reader, command: ArrangeResit) => ({
    ...(await laterFacts(reader, command.course, command)),
    schedule: await reader.read(fees, FEE_SCHEDULE),
  }),
  decide: (record, command, { facts, today }) => {
    const found = attemptFor(record, command);
    if (isRefusal(found)) return found;
    const { pack, study, attempt, registration } = found;
    const { period, examinedIn, schedule = [] } = facts ?? {};
    const later = laterOf(command, period, examinedIn);
    if (isRefusal(later)) return later;
    const { latest, clause, ...ruling } = pack.examination.resit(study, { ...later, attempt, today });
    const key = attemptKey(command.course, command.term);
    const before = record.examinations.resits.find((each) => each.attempt === key);
    const resit: Resit = {
      attempt: key,
      period: command.period,
      examinationOn: command.examinationOn,
      latest,
      charge: before?.charge,
      clause,
      arrangedOn: today,
    };
    const fee = before?.charge
      ? []
      : resitFee({ account: record.account, registration, schedule, today }, attempt, resitDay(resit, period));
    const arranged: ResitArranged = {
      type: 'ResitArranged',
      data: { resit: fee[0] ? { ...resit, charge: fee[0].data.charge.id } : resit },
    };
    return decideBy(ruling, [arranged, ...fee], {
      code: 'resit-refused',
      message: text('The regulations do not allow this resit.', '按規例不可安排此重考。'),
    });
  },
});

/** The day before which the fee of a resit is paid: that of the resit, or the first on which it may be. */
export const resitDay = (
  { examinationOn, latest }: Pick<Resit, 'examinationOn' | 'latest'>,
  period: { readonly examinations: readonly [CivilDate, CivilDate] } | undefined,
): CivilDate => examinationOn ?? period?.examinations[0] ?? latest;

/** The fee of a resit, due on the day before it; none where none has been set. [5cu/assess/15.2(e)] */
export function resitFee(
  charging: Charging,
  { course, term }: Parameters<typeof charged>[2] & object,
  day: CivilDate,
): ChargeRecorded[] {
  const before = plusDays(day, -1);
  return charged(charging, 'resit', { course, term }).map(({ type, data: { charge } }) => ({
    type,
    data: { charge: { ...charge, due: before > charge.due ? before : charge.due } },
  }));
}
