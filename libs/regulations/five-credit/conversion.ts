import type { ClauseId } from '#kernel';
import { type Conversions, conversion } from '../common/conversion.ts';
import { dated } from '../dated.ts';
import type { AwardKind, ByAward } from '../facts.ts';
import { fiveCreditAudit } from './awards.ts';
import { FIVE_CREDIT_PACK } from './parameters.ts';

const all = (awards: readonly AwardKind[], clause: ClauseId): ByAward<ClauseId> =>
  Object.fromEntries(awards.map((award) => [award, clause]));

/** Sub-degrees and degrees that an award of professional development becomes. [5cu/stack/3.4] [5cu/stack/3.5] */
const further = {
  ...all(['certificate', 'diploma', 'higher-diploma', 'associate'], '5cu/stack/3.4'),
  ...all(['ordinary', 'honours'], '5cu/stack/3.5'),
};

/** What an award of professional development is converted to. [5cu/stack/3.3] [5cu/stack/3.4] [5cu/stack/3.5] */
const conversions = dated<Conversions>({
  from: '2022-09-01',
  clause: '5cu/stack/3.6',
  value: {
    'associate-diploma': {
      ...all(['professional-diploma', 'professional-higher-diploma'], '5cu/stack/3.3'),
      ...further,
    },
    'professional-diploma': { ...all(['professional-higher-diploma'], '5cu/stack/3.3'), ...further },
    'professional-higher-diploma': further,
  },
});

/** Whether an award of professional development may be converted. */
export const fiveCreditConversion = conversion({
  pack: FIVE_CREDIT_PACK,
  application: '5cu/stack/3.6',
  upward: '5cu/stack/1.4',
  conversions,
  ranks: [
    ['associate-diploma', 'certificate'],
    ['professional-diploma', 'diploma'],
    ['professional-higher-diploma', 'higher-diploma', 'associate'],
    ['ordinary'],
    ['honours'],
  ],
  audit: fiveCreditAudit,
});
