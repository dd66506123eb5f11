import { text } from '#kernel';
import { DeferralTerms } from '../deferral/defer.ts';
import { ChangeTerms } from '../registration/change-programme.ts';
import { ExtensionTerms } from '../registration/extend-study-period.ts';
import { ReturnTerms } from '../registration/reinstate.ts';
import { WithdrawalTerms } from '../registration/withdraw-from-programme.ts';
import { LeaveTerms } from '../research/interrupt-study.ts';
import { application, applying } from './applying.ts';

/**
 * A student asks to put study off. Until the University approves, courses are taken and work is handed in as before.
 * [5cu/dl/4.1] [5cu/dl/4.3] [5cu/ug/4.1] [5cu/tpg/4.1] [3cu/dl/5.1] [3cu/dl/5.3] [3cu/ug/4.1] [3cu/tpg/4.1]
 */
export class ApplyForDeferral extends applying(DeferralTerms) {}

/**
 * Somebody whose registration is at an end asks to come back. It is the day of the application that has to be within two
 * weeks of teaching. [5cu/dl/6.1] [5cu/ug/5.2] [5cu/tpg/5.2] [3cu/dl/7.1] [3cu/ug/5.2] [3cu/tpg/5.2]
 */
export class ApplyToReturn extends applying(ReturnTerms) {}

/** A student asks to go over to another programme. [5cu/dl/7.1] [5cu/ug/8.1] [5cu/tpg/8.1] [3cu/dl/8.1] [3cu/ug/8.1] [3cu/tpg/8.1] */
export class ApplyToChangeProgramme extends applying(ChangeTerms) {}

/** A research student asks to interrupt study. [5cu/rpg/4.7] [3cu/rpg/4.7] */
export class ApplyForLeave extends applying(LeaveTerms) {}

/** A student asks for more years than the longest period. [5cu/ug/7.2] [5cu/tpg/7.1] [3cu/ug/7.2] [3cu/tpg/7.1] */
export class ApplyForLongerStudy extends applying(ExtensionTerms) {}

/**
 * A student asks the Registrar to leave the programme. It is the day of the application that has to be 14 days before the
 * examinations. [5cu/dl/5.1] [5cu/ug/5.1] [5cu/tpg/5.1] [3cu/dl/6.1] [3cu/ug/5.1] [3cu/tpg/5.1]
 */
export class ApplyToLeaveProgramme extends applying(WithdrawalTerms) {}

export const applyForDeferral = application({
  kind: 'deferral',
  command: ApplyForDeferral,
  path: 'deferral-applications',
  summary: text('Apply to defer studies', '申請延期修業'),
  clauses: [
    ...['5cu/dl/4.1', '5cu/dl/4.3', '5cu/ug/4.1', '5cu/ug/4.3', '5cu/tpg/4.1', '5cu/tpg/4.3'],
    ...['3cu/dl/5.1', '3cu/dl/5.3', '3cu/ug/4.1', '3cu/ug/4.3', '3cu/tpg/4.1', '3cu/tpg/4.3'],
  ],
});

export const applyToReturn = application({
  kind: 'return',
  command: ApplyToReturn,
  path: 'return-applications',
  summary: text('Apply to come back', '申請恢復學籍'),
  clauses: ['5cu/dl/6.1', '5cu/ug/5.2', '5cu/tpg/5.2', '3cu/dl/7.1', '3cu/ug/5.2', '3cu/tpg/5.2'],
});

export const applyToChangeProgramme = application({
  kind: 'programme-change',
  command: ApplyToChangeProgramme,
  path: 'programme-change-applications',
  summary: text('Apply to change to another programme', '申請更改課程'),
  clauses: [
    ...['5cu/dl/7.1', '5cu/ug/8.1', '5cu/tpg/8.1', '5cu/rpg/2.1'],
    ...['3cu/dl/8.1', '3cu/ug/8.1', '3cu/tpg/8.1', '3cu/rpg/2.1'],
  ],
});

export const applyForLeave = application({
  kind: 'leave',
  command: ApplyForLeave,
  path: 'leave-applications',
  summary: text('Apply to interrupt study', '申請停學'),
  clauses: ['5cu/rpg/4.7', '3cu/rpg/4.7'],
});

export const applyForLongerStudy = application({
  kind: 'study-period-extension',
  command: ApplyForLongerStudy,
  path: 'study-period-extension-applications',
  summary: text('Apply for a longer period of study', '申請延長最長修業期'),
  clauses: ['5cu/ug/7.2', '5cu/tpg/7.1', '5cu/rpg/5.1', '3cu/ug/7.2', '3cu/tpg/7.1', '3cu/rpg/5.1'],
});

export const applyToLeaveProgramme = application({
  kind: 'programme-withdrawal',
  command: ApplyToLeaveProgramme,
  path: 'programme-withdrawal-applications',
  summary: text('Apply to withdraw from a programme', '申請退修課程'),
  clauses: ['5cu/dl/5.1', '5cu/ug/5.1', '5cu/tpg/5.1', '3cu/dl/6.1', '3cu/ug/5.1', '3cu/tpg/5.1'],
});
