import { type AuditRules, auditOf } from '../common/awards-audit.ts';
import { chapterOf, type Study } from '../facts.ts';
import type { AwardAudit } from '../pack.ts';
import { threeCreditAwards } from './awards-requirements.ts';
import { threeCreditFigures } from './figures.ts';
import { threeCreditScale } from './grades.ts';
import { threeCreditClass } from './honours.ts';
import { residence, THREE_CREDIT_PACK } from './parameters.ts';
import { threeCreditResearchAudit } from './research.ts';

const rules: AuditRules = {
  pack: THREE_CREDIT_PACK,
  scale: threeCreditScale,
  awards: threeCreditAwards,
  residence,
  namedResidence: '3cu/ct/5.1.2(e)',
  figures: threeCreditFigures,
  classify: threeCreditClass,
};

/** What a three-credit award still wants, and its class of honours. [3cu/subdeg/5.2] [3cu/bach/6.1] [3cu/bach/7.1] [3cu/bach/9.5] */
export const threeCreditAudit = (study: Study): AwardAudit =>
  chapterOf(study.registration.programme) === 'research' ? threeCreditResearchAudit(study) : auditOf(study, rules);
