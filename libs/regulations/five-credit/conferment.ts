import type { ConfermentLaw } from '../common/conferment.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';

/** By award, what says which day it bears. */
export const fiveCreditConferment: ConfermentLaw = {
  pack: FIVE_CREDIT_PACK,
  date: {
    certificate: '5cu/subdeg/3.10',
    diploma: '5cu/subdeg/3.10',
    'higher-diploma': '5cu/subdeg/3.10',
    associate: '5cu/subdeg/3.10',
    ordinary: '5cu/bach/3.7',
    honours: '5cu/bach/3.7',
    'postgraduate-certificate': '5cu/pgd/3.8',
    'postgraduate-diploma': '5cu/pgd/3.8',
    masters: '5cu/pgdeg/3.8',
    mphil: '5cu/pgdeg/3.8',
    'professional-doctorate': '5cu/pgdeg/3.8',
    phd: '5cu/pgdeg/3.8',
    'associate-diploma': '5cu/subdegpd/3.7',
    'professional-diploma': '5cu/subdegpd/3.7',
    'professional-higher-diploma': '5cu/subdegpd/3.7',
    dual: '5cu/dual/3.8',
  },
  intention: {
    ordinary: { clause: '5cu/bach/5.1(a)' },
    'associate-diploma': { clause: '5cu/subdegpd/5.1(a)', whole: '5cu/subdegpd/5.1' },
    'professional-diploma': { clause: '5cu/subdegpd/6.1(a)', whole: '5cu/subdegpd/6.1' },
    'professional-higher-diploma': { clause: '5cu/subdegpd/7.1(a)', whole: '5cu/subdegpd/7.1' },
    dual: { clause: '5cu/dual/5.1(b)', whole: '5cu/dual/5.1' },
  },
};
