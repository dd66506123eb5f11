import { creditTransfer } from '../common/credit-transfer.ts';
import { threeCreditScale } from './grades.ts';
import {
  fullTimeTransferShare,
  generalCreditsCap,
  residence,
  THREE_CREDIT_PACK,
  transferQfLevel,
} from './parameters.ts';

/** Whether credits may be transferred. [3cu/ct/3.1] [3cu/ct/4.3] [3cu/ct/5.1.2] [3cu/ct/7.3] [3cu/ct/8.2] [3cu/ct/9.1] */
export const threeCreditTransfer = creditTransfer({
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  regulation: '3cu/ct',
  qfLevel: transferQfLevel,
  residence,
  fullTimeShare: fullTimeTransferShare,
  generalCap: generalCreditsCap,
  generalLevel: 1000,
  specificLevels: [1000, 2000, 3000, 4000, 8000],
});
