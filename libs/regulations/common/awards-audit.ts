import { type ClauseId, type Finding, fails, holds, resting, rule, type Text, text } from '#kernel';
import type { Dated } from '../dated.ts';
import { type AwardKind, type Chapter, chapterOf, type Study } from '../facts.ts';
import type { AwardAudit, Figures, RequirementCheck } from '../pack.ts';
import type { AwardRules, AwardTable, CreditFloor } from './awards.ts';
import { checksOf } from './awards-checks.ts';
import { holdingsOf } from './awards-countable.ts';
import { type Counting, count } from './awards-counted.ts';
import type { Evidence } from './awards-evidence.ts';
import { honoursPart, reckoned } from './awards-honours-part.ts';
import type { Residence } from './credit-transfer-law.ts';
import type { Scale } from './grades.ts';

export type Classification = NonNullable<AwardAudit['classification']>;

/** What a regime brings to an audit. */
export interface AuditRules {
  readonly pack: string;
  readonly scale: Scale;
  readonly awards: Dated<AwardTable>;
  readonly residence: Dated<Readonly<Partial<Record<AwardKind, Residence>>>>;
  /** The clause by which a programme has a residence of its own. */
  readonly namedResidence: ClauseId;
  figures(study: Study): Figures;
  /** The class of honours, for those who meet every requirement. */
  classify(evidence: Evidence): Classification;
}

const WITH_RESIDENCE: ReadonlySet<string> = new Set(['distance-learning', 'taught-postgraduate']);

function asFinding({ clause, met, needed, have, outstanding, requirement, restsOn }: RequirementCheck): Finding {
  const figures = { needed, have };
  const finding = met ? holds(clause, figures) : fails(clause, outstanding ?? requirement, figures);
  return restsOn ? resting(finding, restsOn) : finding;
}

const leftOut = (codes: readonly string[], why: Text): Text => {
  const list = codes.join(', ');
  return text(`${why.en}: ${list}.`, `${why['zh-Hant']}：${list}。`);
};

const EXCLUDED = text('Not counted, as a course that excludes it counts', '因與已計算的學科互相排斥而不計算在內');
const OUTSIDE = text(
  'Not counted, as it is not on the list of remaining courses',
  '不在尚須修讀學科名單之內，不計算在內',
);

function omissions(rules: AwardRules, { excluded, outsideList }: Counting): Finding[] {
  const findings: Finding[] = [];
  if (excluded.length > 0) findings.push({ ...holds(rules.exclusive), note: leftOut(excluded, EXCLUDED) });
  if (outsideList.length > 0) findings.push({ ...holds(rules.remaining), note: leftOut(outsideList, OUTSIDE) });
  return findings;
}

/** Distance learning and taught postgraduate study have a residence; undergraduate transfers are capped when granted. [5cu/ct/5.1.2] [3cu/ct/5.1.2] */
function residenceOf({ registration }: Study, by: AuditRules, creditsRequired: number): CreditFloor | undefined {
  const { award, requirements } = registration.programme;
  if (!WITH_RESIDENCE.has(chapterOf(registration.programme))) return undefined;
  if (requirements.residenceCredits !== undefined)
    return { clause: by.namedResidence, minimum: requirements.residenceCredits };
  const general = by.residence.on(registration.admittedOn).value[award];
  if (!general) return undefined;
  if ('credits' in general) return { clause: general.clause, minimum: general.credits };
  const [part, whole] = general.share;
  return { clause: general.clause, minimum: Math.ceil((creditsRequired * part) / whole) };
}

/**
 * Holds a record against the award of its programme. Each requirement is checked by itself, so that what is missing is
 * told in full; the class of honours is worked out only when all are met. What the record does not hold (debts,
 * attendance, the application to graduate) is not looked at.
 */
export function auditOf(study: Study, by: AuditRules): AwardAudit {
  const { programme } = study.registration;
  const { award, credits } = programme;
  const { admittedOn, entry } = study.registration;
  const table: Partial<Readonly<Record<Chapter, AwardTable['undergraduate']>>> = by.awards.on(admittedOn).value;
  const general = table[chapterOf(programme)]?.[award];
  if (!general) throw new RangeError(`What the award of ${programme.code} (${award}) takes is not held`);
  const route = general.routes?.of[entry?.route?.number ?? 0];
  // Such a route states its total and no limit of level. [5cu/dual/5.1(c)(ii)] [5cu/dual/5.1(c)(iii)]
  const rules = route ? { ...general, credits: route, ceilings: [], floors: [] } : general;
  const figures = by.figures(study);
  const holdings = holdingsOf(study, figures, by.scale);
  const counting = count(rules, study, holdings);
  // A route has a number of its own, below that of the award. [5cu/dl/2.5] [3cu/dl/2.5]
  const creditsRequired = Math.max(
    route ? rules.credits.minimum : 0,
    entry?.route?.credits ?? Math.max(rules.credits.minimum, credits),
  );
  const evidence: Evidence = {
    rules,
    study,
    figures,
    holdings,
    counted: counting.counted,
    total: route?.clause ?? entry?.route?.clause ?? rules.credits.clause,
    creditsRequired,
    residence: residenceOf(study, by, creditsRequired),
  };
  const requirements = checksOf(evidence);
  const met = requirements.every((check) => check.met);
  const findings = [...requirements.map(asFinding), ...reckoned(evidence, requirements), ...omissions(rules, counting)];
  if (!met || (award !== 'honours' && !rules.honours))
    return { award, met, requirements, ruling: rule(by.pack, findings) };
  const classification = by.classify(honoursPart(evidence));
  const { clause, average, rounded, note } = classification;
  const figuresOfClass = { average: average?.toString() ?? null, rounded, class: classification.class };
  for (const each of [clause, ...(rules.honours ? [rules.honours.classified] : [])])
    findings.push(note ? { ...holds(each, figuresOfClass), note } : holds(each, figuresOfClass));
  if (rules.honours) findings.push(holds(rules.honours.unclassified, { class: null }));
  return { award, met, requirements, classification, ruling: rule(by.pack, findings) };
}
