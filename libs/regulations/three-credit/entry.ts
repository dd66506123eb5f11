import type { EntryLaws } from '../common/entry.ts';
import { dated } from '../dated.ts';
import { THREE_CREDIT_PACK } from './parameters.ts';

/** How programmes are entered. [3cu/dl/2.2-2.5] [3cu/ug/2.1] [3cu/ug/2.2] [3cu/tpg/2.1] [3cu/tpg/2.2] */
export const threeCreditEntry: EntryLaws = {
  pack: THREE_CREDIT_PACK,
  'distance-learning': {
    conditions: {
      general: '3cu/dl/2.4',
      'professional-qualification': '3cu/dl/2.4(a)',
      qualification: '3cu/dl/2.4(b)',
      experience: '3cu/dl/2.4(c)',
      language: '3cu/dl/2.4(d)',
      interview: '3cu/dl/2.4',
      'outside-hong-kong': '3cu/dl/2.3',
      other: '3cu/dl/2.4',
    },
    exemption: false,
    open: '3cu/dl/2.2',
    fewerCredits: '3cu/dl/2.5',
    exempted: '3cu/bach/3.3',
  },
  undergraduate: {
    conditions: {
      general: '3cu/ug/2.1',
      'professional-qualification': '3cu/ug/2.1',
      qualification: '3cu/ug/2.1',
      experience: '3cu/ug/2.1',
      language: '3cu/ug/2.1',
      interview: '3cu/ug/2.2',
      'outside-hong-kong': '3cu/ug/2.1',
      other: '3cu/ug/2.1',
    },
    exemption: true,
    fewerCredits: '3cu/gloss/34',
    exempted: '3cu/bach/3.4',
  },
  'taught-postgraduate': {
    conditions: {
      general: '3cu/tpg/2.1',
      'professional-qualification': '3cu/tpg/2.1',
      qualification: '3cu/tpg/2.1',
      experience: '3cu/tpg/2.1',
      language: '3cu/tpg/2.1',
      interview: '3cu/tpg/2.2',
      'outside-hong-kong': '3cu/tpg/2.1',
      other: '3cu/tpg/2.1',
    },
    exemption: true,
    fewerCredits: '3cu/gloss/27',
  },
  routes: { pathway: '3cu/gloss/27', advanced: '3cu/gloss/34' },
  laterYears: dated<readonly number[]>({ from: '2022-09-01', clause: '3cu/gloss/34', value: [2, 3] }),
  period: '3cu/gloss/25',
};
