import { researchRules } from '../common/research.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditResearchLaw } from './research-law.ts';

/**
 * Admission to research, its years, its thesis and its end; its longest period, and what its degrees still want.
 * [3cu/rpg/2.1] [3cu/rpg/4.3] [3cu/rpg/5.1] [3cu/rpg/6.1] [3cu/rpg/6.2] [3cu/rpg/6.3] [3cu/pgdeg/7.1(b)] [3cu/pgdeg/8.1]
 */
export const {
  rules: threeCreditResearch,
  discontinuation: threeCreditResearchDiscontinuation,
  extension: threeCreditResearchExtension,
  audit: threeCreditResearchAudit,
} = researchRules(threeCreditResearchLaw, threeCreditFigures);
