import { deferral } from '../common/deferral.ts';
import { byChapter } from '../common/parameters.ts';
import { researchDeferral } from '../common/research-coursework.ts';
import { deferralYears, THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditResearchLaw } from './research-law.ts';

/** Whether study may be put off. [3cu/dl/5.2] [3cu/dl/5.4] [3cu/ug/4.1] [3cu/ug/4.2] [3cu/ug/4.4] */
export const threeCreditDeferral = byChapter({
  'distance-learning': deferral({
    pack: THREE_CREDIT_PACK,
    grounds: { illness: '3cu/dl/5.2(a)', compassionate: '3cu/dl/5.2(b)' },
    known: '3cu/dl/5.2',
    resits: { none: '3cu/dl/5.2' },
    certificate: '3cu/dl/5.2(a)',
    application: '3cu/dl/5.1',
    untilApproved: '3cu/dl/5.3',
    years: deferralYears['distance-learning'],
  }),
  undergraduate: deferral({
    pack: THREE_CREDIT_PACK,
    grounds: { illness: '3cu/ug/4.2(a)', compassionate: '3cu/ug/4.2(b)' },
    known: '3cu/ug/4.2',
    resits: { none: '3cu/ug/4.2' },
    certificate: '3cu/ug/4.3',
    application: '3cu/ug/4.1',
    untilApproved: '3cu/ug/4.3',
    years: deferralYears.undergraduate,
    coversAll: '3cu/ug/4.1',
  }),
  'taught-postgraduate': deferral({
    pack: THREE_CREDIT_PACK,
    grounds: { illness: '3cu/tpg/4.2(a)', compassionate: '3cu/tpg/4.2(b)' },
    known: '3cu/tpg/4.2',
    resits: { none: '3cu/tpg/4.2' },
    certificate: '3cu/tpg/4.2(a)',
    application: '3cu/tpg/4.1',
    untilApproved: '3cu/tpg/4.3',
    years: deferralYears['taught-postgraduate'],
    coversAll: '3cu/tpg/4.1',
  }),
  research: researchDeferral(threeCreditResearchLaw),
});
