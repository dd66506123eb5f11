import { creditTransfer } from '../common/credit-transfer.ts';
import { fiveCreditScale } from './grades.ts';
import {
  FIVE_CREDIT_PACK,
  fullTimeTransferShare,
  generalCreditsCap,
  residence,
  transferQfLevel,
} from './parameters.ts';

export const fiveCreditTransfer = creditTransfer({
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  regulation: '5cu/ct',
  qfLevel: transferQfLevel,
  residence,
  fullTimeShare: fullTimeTransferShare,
  generalCap: generalCreditsCap,
  generalLevel: 'foundation',
  ownGeneralLevel: 'preparatory',
  specificLevels: ['foundation', 'middle', 'higher', 'postgraduate'],
});
