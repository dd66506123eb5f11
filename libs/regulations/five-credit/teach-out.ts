import type { TeachOut } from '../common/teach-out.ts';
import { dated } from '../dated.ts';

/** Years after the end of a programme, as the Senate set it, in which who completes it still receives the award. */
export const fiveCreditTeachOut: TeachOut = dated({
  from: '2022-09-01',
  clause: '5cu/bach/3.6',
  value: {
    certificate: { clause: '5cu/subdeg/3.6', years: 3 },
    diploma: { clause: '5cu/subdeg/3.7', years: 3 },
    'higher-diploma': { clause: '5cu/subdeg/3.8', years: 4 },
    associate: { clause: '5cu/subdeg/3.9', years: 4 },
    ordinary: { clause: '5cu/bach/3.6', years: 5 },
    honours: { clause: '5cu/bach/3.6', years: 5 },
    'postgraduate-certificate': { clause: '5cu/pgd/3.7', years: 3 },
    'postgraduate-diploma': { clause: '5cu/pgd/3.7', years: 3 },
    masters: { clause: '5cu/pgdeg/3.7', years: 5 },
    mphil: { clause: '5cu/pgdeg/3.7', years: 5 },
    'professional-doctorate': { clause: '5cu/pgdeg/3.7', years: 5 },
    phd: { clause: '5cu/pgdeg/3.7', years: 5 },
    'associate-diploma': { clause: '5cu/subdegpd/3.6', years: 3 },
    'professional-diploma': { clause: '5cu/subdegpd/3.6', years: 3 },
    'professional-higher-diploma': { clause: '5cu/subdegpd/3.6', years: 3 },
    dual: { clause: '5cu/dual/3.7', years: 6 },
  },
});
