import { deferral } from '../common/deferral.ts';
import { byChapter } from '../common/parameters.ts';
import { researchDeferral } from '../common/research-coursework.ts';
import { deferralYears, FIVE_CREDIT_PACK, resitsForDeferral } from './parameters.ts';
import { fiveCreditResearchLaw } from './research-law.ts';

/** Whether study may be put off. [5cu/dl/4.2] [5cu/dl/4.4] [5cu/ug/4.1] [5cu/ug/4.2] [5cu/ug/4.4] */
export const fiveCreditDeferral = byChapter({
  'distance-learning': deferral({
    pack: FIVE_CREDIT_PACK,
    grounds: { illness: '5cu/dl/4.2(a)', compassionate: '5cu/dl/4.2(b)' },
    known: '5cu/dl/4.2',
    resits: { none: '5cu/dl/8.11.5' },
    certificate: '5cu/dl/4.2(unnumbered)',
    application: '5cu/dl/4.1',
    untilApproved: '5cu/dl/4.3',
    years: deferralYears['distance-learning'],
  }),
  undergraduate: deferral({
    pack: FIVE_CREDIT_PACK,
    grounds: { illness: '5cu/ug/4.2(a)', compassionate: '5cu/ug/4.2(b)' },
    known: '5cu/ug/4.2',
    resits: { none: '5cu/ug/9.7.5' },
    certificate: '5cu/ug/4.3',
    application: '5cu/ug/4.1',
    untilApproved: '5cu/ug/4.3',
    years: deferralYears.undergraduate,
    coversAll: '5cu/ug/4.1',
  }),
  'taught-postgraduate': deferral({
    pack: FIVE_CREDIT_PACK,
    grounds: { illness: '5cu/tpg/4.2(a)', compassionate: '5cu/tpg/4.2(b)' },
    known: '5cu/tpg/4.2',
    resits: { least: resitsForDeferral, grade: 'Fail-Resit' },
    certificate: '5cu/tpg/4.2(unnumbered)',
    application: '5cu/tpg/4.1',
    untilApproved: '5cu/tpg/4.3',
    years: deferralYears['taught-postgraduate'],
    coversAll: '5cu/tpg/4.1',
  }),
  research: researchDeferral(fiveCreditResearchLaw),
});
