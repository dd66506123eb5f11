import { type CivilDate, type ClauseId, text } from '#kernel';
import type { RegistrationStatus, Study } from '../facts.ts';
import type { DepositRuling } from '../rules/dues-requests.ts';
import { accountOn, emptyAccount } from './account.ts';
import { ruleOn } from './demand.ts';
import type { DuesLaw } from './dues-law.ts';
import type { Rule } from './parameters.ts';

/** A registration that has ended so was left; after a change the deposit goes on with the other programme. */
const LEFT: readonly RegistrationStatus[] = ['withdrawn', 'lapsed', 'discontinued', 'deregistered', 'completed'];

/**
 * What becomes of a caution deposit once its payer has left: debts are deducted from it, and what is left is returned, or
 * is the graduation fee of who completed the programme. Refused while the registration goes on, and where no deposit is
 * left. [5cu/ug/3.3] [3cu/ug/3.3]
 */
export const depositSettlement =
  (law: DuesLaw): Rule<{ readonly status: RegistrationStatus; readonly today: CivilDate }, DepositRuling> =>
  ({ account = emptyAccount, registration }: Study, { status, today }) => {
    const clause: ClauseId = law.charges['caution-deposit'] ?? law.debts.enrolment;
    const { charges, owed } = accountOn(account, today);
    const { code } = registration.programme;
    const ofDeposit = charges.filter(({ kind, programme }) => kind === 'caution-deposit' && programme === code);
    const paid = ofDeposit.reduce((sum, charge) => sum + charge.paid, 0);
    const settled = (account.settlements ?? [])
      .filter(({ programme, on }) => programme === code && on <= today)
      .reduce((sum, { deducted, returned, graduation }) => sum + deducted + returned + graduation, 0);
    const deposit = paid - settled;
    const debts = owed - ofDeposit.reduce((sum, { outstanding }) => sum + outstanding, 0);
    const deducted = Math.min(deposit, debts);
    const left = deposit - deducted;
    const completed = status === 'completed';
    const figures = { status, depositCents: deposit, debtCents: debts, deductedCents: deducted, leftCents: left };
    const ruling = ruleOn(law.pack, [
      {
        clause,
        met: LEFT.includes(status),
        figures,
        note: text('The deposit is settled when the student has left.', '保證金於學生離校時結算。'),
      },
      {
        clause,
        met: deposit > 0,
        figures: { depositCents: deposit },
        note: text('No deposit is left to be settled.', '沒有尚待結算的保證金。'),
      },
    ]);
    return { ruling, clause, deducted, returned: completed ? 0 : left, graduation: completed ? left : 0 };
  };
