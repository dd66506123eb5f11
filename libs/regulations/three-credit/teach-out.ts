import type { TeachOut } from '../common/teach-out.ts';
import { dated } from '../dated.ts';

/** Years after the end of a programme, as the Senate set it, in which who completes it still receives the award. */
export const threeCreditTeachOut: TeachOut = dated({
  from: '2022-09-01',
  clause: '3cu/bach/3.7',
  value: {
    certificate: { clause: '3cu/subdeg/3.6', years: 4 },
    diploma: { clause: '3cu/subdeg/3.6', years: 3 },
    'higher-diploma': { clause: '3cu/subdeg/3.6', years: 4 },
    associate: { clause: '3cu/subdeg/3.6', years: 4 },
    ordinary: { clause: '3cu/bach/3.7', years: 5 },
    honours: { clause: '3cu/bach/3.7', years: 5 },
    'postgraduate-certificate': { clause: '3cu/pgd/3.7', years: 3 },
    'postgraduate-diploma': { clause: '3cu/pgd/3.7', years: 3 },
    masters: { clause: '3cu/pgdeg/3.7', years: 5 },
    mphil: { clause: '3cu/pgdeg/3.7', years: 5 },
    'professional-doctorate': { clause: '3cu/pgdeg/3.7', years: 5 },
    phd: { clause: '3cu/pgdeg/3.7', years: 5 },
    dual: { clause: '3cu/dual/3.7', years: 6 },
  },
});
