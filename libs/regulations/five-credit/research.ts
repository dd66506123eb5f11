import { researchRules } from '../common/research.ts';
import { fiveCreditFigures } from './figures.ts';
import { fiveCreditResearchLaw } from './research-law.ts';

/**
 * Admission to research, its years, its thesis and its end; its longest period, and what its degrees still want.
 * [5cu/rpg/2.1] [5cu/rpg/4.3] [5cu/rpg/5.1] [5cu/rpg/6.1] [5cu/rpg/6.2] [5cu/rpg/6.3] [5cu/pgdeg/7.1(b)] [5cu/pgdeg/8.1]
 */
export const {
  rules: fiveCreditResearch,
  discontinuation: fiveCreditResearchDiscontinuation,
  extension: fiveCreditResearchExtension,
  audit: fiveCreditResearchAudit,
} = researchRules(fiveCreditResearchLaw, fiveCreditFigures);
