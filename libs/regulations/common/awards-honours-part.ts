import { type Finding, fails, holds, text } from '#kernel';
import type { RequirementCheck } from '../pack.ts';
import { creditsOf } from './awards-counted.ts';
import type { Evidence } from './awards-evidence.ts';

/** What the class of honours is worked out from: of an award in two parts the degree alone. [5cu/dual/6.1] [3cu/dual/7.1] */
export function honoursPart(evidence: Evidence): Evidence {
  const { rules, counted, creditsRequired } = evidence;
  const levels = rules.honours?.levels;
  if (!rules.honours || !levels) return evidence;
  return {
    ...evidence,
    counted: counted.filter((item) => levels.includes(item.level)),
    creditsRequired: creditsRequired - rules.honours.without,
    rules: { ...rules, floors: rules.floors.filter((floor) => floor.levels.every((level) => levels.includes(level))) },
  };
}

const SHORT = text(
  'Not to be considered for the award yet: credits or averages are wanting.',
  '學分或平均積點尚未足夠，未可考慮頒授。',
);

/**
 * Who has the credits and the averages is considered for the award; of transferred credits and exempted courses it is
 * told that they count. [5cu/dual/3.2] [5cu/dual/3.3] [5cu/dual/3.4] [3cu/dual/3.2] [3cu/dual/3.3] [3cu/dual/3.4]
 * [5cu/subdegpd/3.1] [5cu/subdegpd/3.2] [5cu/subdegpd/3.3]
 */
export function reckoned(
  { rules, total, creditsRequired, counted, study }: Evidence,
  requirements: readonly RequirementCheck[],
): Finding[] {
  const { reckoning } = rules;
  if (!reckoning) return [];
  const ofCredits = new Set([total, rules.beyond, ...(rules.averages ?? []).map(({ clause }) => clause)]);
  const enough = requirements.every(({ clause, met }) => met || !ofCredits.has(clause));
  const figures = { credits: creditsOf(counted), needed: creditsRequired };
  const findings: Finding[] = [
    enough ? holds(reckoning.considered, figures) : fails(reckoning.considered, SHORT, figures),
  ];
  const transferred = counted.filter(({ attempt }) => attempt === undefined);
  if (transferred.length > 0) findings.push(holds(reckoning.transferred, { credits: creditsOf(transferred) }));
  const { code } = study.registration.programme;
  const exempted = [
    ...study.transfers.flatMap(({ programme, course }) => (programme === code && course ? [course.code] : [])),
    ...(study.registration.entry?.route?.exempts ?? []),
  ];
  if (exempted.length > 0) findings.push(holds(reckoning.exempted, { completed: exempted.join(' ') }));
  return findings;
}
