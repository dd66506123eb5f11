import { centsOf, FEE_SCHEDULE, feeOn, fees, programmes } from '#catalogue';
import {
  Command,
  IsCents,
  IsChargeId,
  IsCourseCode,
  IsDay,
  IsOneOf,
  IsProgrammeCode,
  IsStudentId,
  IsTermCode,
} from '#commands';
import { type CivilDate, decideBy, refuse, text } from '#kernel';
import {
  CHARGE_KINDS,
  type ChargeKind,
  type ChargeRequest,
  chapterOf,
  type ProgrammeFacts,
  packFor,
} from '#regulations';
import { type ChargeRecorded, graduationsOf, type StudentRecord } from '#student-record';
import { isRefusal, recordUseCase, registrationFor } from '../record-use-case.ts';

/**
 * A student owes an amount from a day on. Without an amount it is that of the fee which stands on the day. An
 * application is charged to whoever applies to the programme, on the record or not. Refused where
 * the regulations of the chapter ask no such charge, for a caution deposit of those who entered before it was introduced,
 * for an application fee of who is a graduate by the record (`RecordGraduation`), or for a distance-learning programme without conditions of entry,
 * under a name that is in use (`charge-known`), and without an amount where none has been set (`fee-not-set`).
 * [5cu/dl/3.4] [5cu/ug/3.3] [5cu/ug/3.5] [3cu/dl/3.4] [3cu/ug/3.3] [3cu/ug/3.5]
 */
export class RecordCharge extends Command {
  @IsStudentId()
  readonly student!: string;

  @IsChargeId({ description: 'What the charge is called within the record.' })
  readonly charge!: string;

  @IsOneOf(CHARGE_KINDS, { description: 'What is charged for.' })
  readonly kind!: ChargeKind;

  @IsCents(1, { description: 'The amount in whole Hong Kong cents; that of the fee unless told.', optional: true })
  readonly cents?: number;

  @IsDay({ description: 'The last day on which it may be paid; the day of the charge unless told.', optional: true })
  readonly due?: CivilDate;

  @IsProgrammeCode({
    description: 'Needed by a student on more than one programme, and of an application by who is not on it.',
    optional: true,
  })
  readonly programme?: string;

  @IsCourseCode({ description: 'The course it is for.', optional: true })
  readonly course?: string;

  @IsTermCode({ description: 'The term it is for.', optional: true })
  readonly term?: string;
}

export const recordCharge = recordUseCase({
  command: RecordCharge,
  path: 'charges',
  summary: text('Charge an amount', '記入應繳款項'),
  by: ['finance', 'registry', 'registrar', 'migration'],
  clauses: [
    '5cu/dl/2.6',
    '5cu/dl/3.4',
    '5cu/dl/10.2',
    '5cu/ug/2.4',
    '5cu/ug/3.3',
    '5cu/ug/3.5',
    '5cu/tpg/2.4',
    '5cu/tpg/3.3',
    '5cu/tpg/3.5',
    '3cu/dl/2.6',
    '3cu/dl/3.4',
    '3cu/dl/11.2',
    '3cu/ug/2.4',
    '3cu/ug/3.3',
    '3cu/ug/3.5',
    '3cu/tpg/2.4',
    '3cu/tpg/3.3',
    '3cu/tpg/3.5',
  ],
  facts: async (reader, { kind, programme }: RecordCharge) => ({
    schedule: await reader.read(fees, FEE_SCHEDULE),
    applied: kind === 'application' && programme !== undefined ? await reader.read(programmes, programme) : undefined,
  }),
  decide: (record, command, { facts: { schedule = [], applied }, today }) => {
    const found = charging(record, command.programme, applied, today);
    if (isRefusal(found)) return found;
    const { charge: id, kind, due = today, course, term } = command;
    const { pack, programme: of, mayCharge } = found;
    const { code: programme } = of;
    if (record.account.charges.some((charge) => charge.id === id)) return known;
    const fee = feeOn(schedule, kind, of, today);
    const cents = command.cents ?? (fee && centsOf(fee));
    if (!cents) return notSet;
    const clause = pack.chargeClause(chapterOf(of), kind) ?? '';
    const recorded: ChargeRecorded = {
      type: 'ChargeRecorded',
      data: { charge: { id, kind, programme, cents, due, on: today, clause, course, term } },
    };
    return decideBy(mayCharge({ kind, cents, due }), clause ? [recorded] : [], {
      code: 'charge-refused',
      message: text('The regulations ask no such charge of this student.', '規例並無要求此學生繳付此項費用。'),
    });
  },
});

/** Whom it is charged to: a student of the programme, or who applies to one without being on it. */
function charging(
  record: StudentRecord,
  code: string | undefined,
  applied: ProgrammeFacts | undefined,
  today: CivilDate,
) {
  if (!applied || record.registrations.some(({ programme }) => programme.code === applied.code)) {
    const found = registrationFor(record, code);
    if (isRefusal(found)) return found;
    const { pack, study, registration } = found;
    return {
      pack,
      programme: registration.programme,
      mayCharge: (request: ChargeRequest) => pack.charge(study, request),
    };
  }
  const pack = packFor(applied.regime);
  const applicant = { programme: applied, graduateOf: graduationsOf(record), on: today };
  return {
    pack,
    programme: applied,
    mayCharge: (request: ChargeRequest) => pack.applicationCharge(applicant, request),
  };
}

const known = refuse('charge-known', text('A charge of this name is on the record.', '紀錄中已有同一編號的款項。'));
const notSet = refuse(
  'fee-not-set',
  text('No amount was given, and no fee has been set.', '沒有指明金額，亦未設定有關費用。'),
);
