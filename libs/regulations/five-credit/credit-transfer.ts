import { creditTransfer } from '../common/credit-transfer.ts';
import { fiveCreditScale } from './grades.ts';
import {
  FIVE_CREDIT_PACK,
  fullTimeTransferShare,
  generalCreditsCap,
  residence,
  transferQfLevel,
} from './parameters.ts';

/** Whether credits may be transferred. [5cu/ct/3.1] [5cu/ct/4.3] [5cu/ct/5.1.2] [5cu/ct/7.3] [5cu/ct/8.2] [5cu/ct/9.1] */
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
  withoutGeneral: {
    'associate-diploma': '5cu/subdegpd/3.2',
    'professional-diploma': '5cu/subdegpd/3.2',
    'professional-higher-diploma': '5cu/subdegpd/3.2',
  },
  specificLevels: ['foundation', 'middle', 'higher', 'postgraduate'],
});
