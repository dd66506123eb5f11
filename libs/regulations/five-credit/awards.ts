import { type AuditRules, auditOf } from '../common/awards-audit.ts';
import { chapterOf, type Study } from '../facts.ts';
import type { AwardAudit } from '../pack.ts';
import { fiveCreditAwards } from './awards-requirements.ts';
import { fiveCreditFigures } from './figures.ts';
import { fiveCreditScale } from './grades.ts';
import { fiveCreditClass } from './honours.ts';
import { FIVE_CREDIT_PACK, residence } from './parameters.ts';
import { fiveCreditResearchAudit } from './research.ts';

const rules: AuditRules = {
  pack: FIVE_CREDIT_PACK,
  scale: fiveCreditScale,
  awards: fiveCreditAwards,
  residence,
  namedResidence: '5cu/ct/5.1.2(e)',
  figures: fiveCreditFigures,
  classify: fiveCreditClass,
};

/** What a five-credit award still wants, and its class of honours. [5cu/subdeg/5.1] [5cu/bach/5.1] [5cu/bach/9.1] [5cu/bach/12.6] */
export const fiveCreditAudit = (study: Study): AwardAudit =>
  chapterOf(study.registration.programme) === 'research' ? fiveCreditResearchAudit(study) : auditOf(study, rules);
