import type { ClauseId } from '#kernel';
import type { AwardRules } from '../common/awards.ts';
import type { ProfessionalAward } from '../facts.ts';

/** Credits of courses that the programme names; each in one programme only. */
const asking = (chapter: ClauseId, minimum: number): AwardRules => ({
  exclusive: '5cu/subdegpd/3.4',
  expiry: '5cu/subdegpd/3.5',
  remaining: '5cu/ct/9.3',
  credits: { clause: `${chapter}.1(b)`, minimum },
  onlyNamed: `${chapter}.1(b)`,
  programme: `${chapter}.1`,
  once: `${chapter}.2`,
  ceilings: [],
  floors: [],
  categories: [],
  reckoning: {
    considered: '5cu/subdegpd/3.1',
    transferred: '5cu/subdegpd/3.2',
    exempted: '5cu/subdegpd/3.3',
  },
});

/** Sub-degree awards of professional development. [5cu/subdegpd/5.1(b)] [5cu/subdegpd/6.1(b)] [5cu/subdegpd/7.1(b)] */
export const professional: Readonly<Record<ProfessionalAward, AwardRules>> = {
  'associate-diploma': asking('5cu/subdegpd/5', 20),
  'professional-diploma': asking('5cu/subdegpd/6', 35),
  'professional-higher-diploma': asking('5cu/subdegpd/7', 65),
};
