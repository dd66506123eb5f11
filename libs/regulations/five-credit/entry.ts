import type { EntryLaws } from '../common/entry.ts';
import { dated } from '../dated.ts';
import { dualRoutes } from './awards-dual.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';

/** How programmes are entered. [5cu/dl/2.3-2.5] [5cu/ug/2.1] [5cu/ug/2.2] [5cu/tpg/2.1] [5cu/tpg/2.2] */
export const fiveCreditEntry: EntryLaws = {
  pack: FIVE_CREDIT_PACK,
  'distance-learning': {
    conditions: {
      general: '5cu/dl/2.4',
      'professional-qualification': '5cu/dl/2.4',
      qualification: '5cu/dl/2.4',
      experience: '5cu/dl/2.4',
      language: '5cu/dl/2.4',
      interview: '5cu/dl/2.4',
      'outside-hong-kong': '5cu/dl/2.3',
      other: '5cu/dl/2.4',
    },
    exemption: false,
    open: '5cu/dl/2.2',
    fewerCredits: '5cu/dl/2.5',
    exempted: '5cu/bach/3.3',
  },
  undergraduate: {
    conditions: {
      general: '5cu/ug/2.1',
      'professional-qualification': '5cu/ug/2.1',
      qualification: '5cu/ug/2.1',
      experience: '5cu/ug/2.1',
      language: '5cu/ug/2.1',
      interview: '5cu/ug/2.2',
      'outside-hong-kong': '5cu/ug/2.1',
      other: '5cu/ug/2.1',
    },
    exemption: true,
    fewerCredits: '5cu/gloss/26',
    exempted: '5cu/bach/3.3',
  },
  'taught-postgraduate': {
    conditions: {
      general: '5cu/tpg/2.1',
      'professional-qualification': '5cu/tpg/2.1',
      qualification: '5cu/tpg/2.1',
      experience: '5cu/tpg/2.1',
      language: '5cu/tpg/2.1',
      interview: '5cu/tpg/2.2',
      'outside-hong-kong': '5cu/tpg/2.1',
      other: '5cu/tpg/2.1',
    },
    exemption: true,
    fewerCredits: '5cu/gloss/20',
  },
  routes: { pathway: '5cu/gloss/20', advanced: '5cu/gloss/26' },
  laterYears: dated<readonly number[]>({ from: '2022-09-01', clause: '5cu/gloss/26', value: [2, 3] }),
  numbered: { dual: dated({ from: '2022-09-01', clause: '5cu/dual/5.1(c)', value: dualRoutes }) },
  period: '5cu/gloss/18',
};
