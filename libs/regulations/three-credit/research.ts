import { research } from '../common/research.ts';
import { researchAudit } from '../common/research-audit.ts';
import { researchDiscontinuation, researchExtension } from '../common/research-period.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditResearchLaw } from './research-law.ts';

/** Admission to research, its years, its thesis and its end. [3cu/rpg/2.1] [3cu/rpg/4.3] [3cu/rpg/5.1] [3cu/rpg/6.1] [3cu/rpg/6.2] [3cu/rpg/6.3] */
export const threeCreditResearch = research(threeCreditResearchLaw);

/** The longest period, and the Senate, or the Registrar for the University, who may set it aside. [3cu/rpg/5.1] */
export const threeCreditResearchDiscontinuation = researchDiscontinuation(threeCreditResearchLaw);
export const threeCreditResearchExtension = researchExtension(threeCreditResearchLaw, ['senate', 'university']);

/** What a research degree still wants. [3cu/pgdeg/7.1(b)] [3cu/pgdeg/8.1] */
export const threeCreditResearchAudit = researchAudit(threeCreditResearchLaw, {
  thesis: { mphil: '3cu/pgdeg/8.1', phd: '3cu/pgdeg/8.1', 'professional-doctorate': '3cu/pgdeg/7.1(c)' },
  coursework: { 'professional-doctorate': { clause: '3cu/pgdeg/7.1(b)', credits: 24, level: 8000, cgpa: 2 } },
  programme: { mphil: '3cu/pgdeg/8.1', phd: '3cu/pgdeg/8.1', 'professional-doctorate': '3cu/pgdeg/7.1' },
  figures: threeCreditFigures,
});
