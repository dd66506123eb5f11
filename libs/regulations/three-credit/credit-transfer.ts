import { creditTransfer } from '../common/credit-transfer.ts';
import { threeCreditScale } from './grades.ts';
import {
  fullTimeTransferShare,
  generalCreditsCap,
  residence,
  THREE_CREDIT_PACK,
  transferQfLevel,
} from './parameters.ts';

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
