import type { ClauseId } from '#kernel';
import type { Clause } from './clause.ts';
import { fiveCreditAssessmentClauses } from './five-credit-assessment.ts';
import { fiveCreditAwardClauses } from './five-credit-awards.ts';
import { fiveCreditStudyClauses } from './five-credit-study.ts';
import { fiveCreditTransferClauses } from './five-credit-transfer.ts';
import { threeCreditAssessmentClauses } from './three-credit-assessment.ts';
import { threeCreditAwardClauses } from './three-credit-awards.ts';
import { threeCreditStudyClauses } from './three-credit-study.ts';
import { threeCreditTransferClauses } from './three-credit-transfer.ts';

export type { Clause } from './clause.ts';

const register: readonly Clause[] = [
  ...fiveCreditStudyClauses,
  ...fiveCreditAssessmentClauses,
  ...fiveCreditTransferClauses,
  ...fiveCreditAwardClauses,
  ...threeCreditStudyClauses,
  ...threeCreditAssessmentClauses,
  ...threeCreditTransferClauses,
  ...threeCreditAwardClauses,
];

const byId: ReadonlyMap<ClauseId, Clause> = new Map(register.map((each) => [each.id, each]));

/** The clause of an id, if the register has it. */
export const clause = (id: ClauseId): Clause | undefined => byId.get(id);

/** Every clause that rulings and scenarios may name, in the order of regime and chapter. */
export const allClauses = (): readonly Clause[] => register;
