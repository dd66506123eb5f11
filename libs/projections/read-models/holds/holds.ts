import { accountOn, paymentStanding } from '#regulations';
import type { RecordAt } from '#student-record';
import { recordView } from '../../record-view.ts';
import { amountOf, heldShown, programmeName } from '../shown.ts';
import { CLEARED_ACTS, type HoldsDocument } from './holds-document.ts';

/** Holds and the account of a student, and what they keep the student from. Pure. */
export function holdsOf({ student, record, asOf: on, programmes }: RecordAt): HoldsDocument {
  const { charges, owed, overdue, credit, grant, deposit } = accountOn(record.account, on);
  return {
    student,
    on,
    holds: record.holds,
    charges: charges.map(({ id, kind, programme, course, term, clause, payBy, cents, waived, outstanding }) => ({
      id,
      kind,
      programme,
      course,
      term,
      clause,
      payBy,
      amount: amountOf(cents),
      waived: amountOf(waived),
      outstanding: amountOf(outstanding),
    })),
    settlements: (record.account.settlements ?? []).map(({ programme, on: day, deducted, returned, graduation }) => ({
      programme,
      on: day,
      deducted: amountOf(deducted),
      returned: amountOf(returned),
      graduation: amountOf(graduation),
    })),
    graduations: record.graduations,
    balance: {
      owed: amountOf(owed),
      overdue: amountOf(overdue),
      credit: amountOf(credit),
      deposit: amountOf(deposit),
      scholarships: amountOf(grant),
    },
    programmes: programmes.map(({ registration, study, pack }) => ({
      programme: programmeName(registration, pack),
      registration: paymentStanding(
        record.account,
        { programme: registration.programme.code, since: registration.admittedOn },
        on,
      ).status,
      ...heldShown(pack.heldEnrolments(study, on)),
      clearances: CLEARED_ACTS.map((act) => {
        const { outcome, findings, remedies } = pack.clearance(study, { act, approvals: [], today: on });
        return { act, outcome, findings, remedies };
      }),
    })),
  };
}

export const holds = recordView({
  name: 'holds',
  version: 4,
  view: (record) => [{ part: '', document: holdsOf(record) }],
});
