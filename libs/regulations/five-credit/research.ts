import { research } from '../common/research.ts';
import { researchAudit } from '../common/research-audit.ts';
import { researchDiscontinuation, researchExtension } from '../common/research-period.ts';
import { fiveCreditFigures } from './figures.ts';
import { fiveCreditResearchLaw } from './research-law.ts';

/** Admission to research, its years, its thesis and its end. [5cu/rpg/2.1] [5cu/rpg/4.3] [5cu/rpg/5.1] [5cu/rpg/6.1] [5cu/rpg/6.2] [5cu/rpg/6.3] */
export const fiveCreditResearch = research(fiveCreditResearchLaw);

/** The longest period, and the Senate, or the Registrar for the University, who may set it aside. [5cu/rpg/5.1] */
export const fiveCreditResearchDiscontinuation = researchDiscontinuation(fiveCreditResearchLaw);
export const fiveCreditResearchExtension = researchExtension(fiveCreditResearchLaw, ['senate', 'university']);

/** What a research degree still wants. [5cu/pgdeg/7.1(b)] [5cu/pgdeg/8.1] */
export const fiveCreditResearchAudit = researchAudit(fiveCreditResearchLaw, {
  thesis: { mphil: '5cu/pgdeg/8.1', phd: '5cu/pgdeg/8.1', 'professional-doctorate': '5cu/pgdeg/7.1(b)' },
  coursework: { 'professional-doctorate': { clause: '5cu/pgdeg/7.1(b)', credits: 40, level: 'postgraduate' } },
  programme: { mphil: '5cu/pgdeg/8.1', phd: '5cu/pgdeg/8.1', 'professional-doctorate': '5cu/pgdeg/7.1(c)' },
  figures: fiveCreditFigures,
});
