import type { ConfermentLaw } from '../common/conferment.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';

/** By award, what says which day it bears. */
export const threeCreditConferment: ConfermentLaw = {
  pack: THREE_CREDIT_PACK,
  date: {
    certificate: '3cu/subdeg/3.7',
    diploma: '3cu/subdeg/3.7',
    'higher-diploma': '3cu/subdeg/3.7',
    associate: '3cu/subdeg/3.7',
    ordinary: '3cu/bach/3.8',
    honours: '3cu/bach/3.8',
    'postgraduate-certificate': '3cu/pgd/3.8',
    'postgraduate-diploma': '3cu/pgd/3.8',
    masters: '3cu/pgdeg/3.8',
    mphil: '3cu/pgdeg/3.8',
    'professional-doctorate': '3cu/pgdeg/3.8',
    phd: '3cu/pgdeg/3.8',
    dual: '3cu/dual/3.8',
  },
  intention: { dual: { clause: '3cu/dual/6.1.1', whole: '3cu/dual/6.1' } },
};
