import { fails, type Ruling, rule, type Text, text } from '#kernel';
import type { Study, TermFacts } from '../facts.ts';
import type { DeregistrationRequest, EndRuling, PeriodRequest } from '../rules/registration.ts';
import { ownAttempts } from './figures.ts';
import type { Rule } from './parameters.ts';
import type { StatusLaw } from './registration-status.ts';

/** Why nothing more is taken on a registration whose end has come about, recorded or not, with the clause that ends it. */
export function overdue(pack: string, remedy: Text | undefined, ends: readonly EndRuling[]): Ruling | undefined {
  const end = ends.find(({ ruling }) => ruling.outcome === 'allowed');
  if (!end) return undefined;
  const { clause, on, since } = end;
  const note = text(
    `The registration came to its end on ${on}; it remains to be recorded.`,
    `學籍已於 ${on} 終結，尚待記錄。`,
  );
  return rule(pack, [fails(clause, note, { on, since, recorded: false })], remedy ? [remedy] : []);
}

/** Of the terms that the record knows, the first that was let pass. */
export function missedTerms(
  pack: string,
  { remedies }: StatusLaw,
  missed: Rule<DeregistrationRequest, EndRuling>,
  study: Study,
  request: PeriodRequest,
): Ruling | undefined {
  const known = new Map<string, TermFacts>();
  for (const term of [study.registration.entryTerm, ...ownAttempts(study).map((attempt) => attempt.term)])
    known.set(term.code, term);
  const inOrder = [...known.values()].sort((a, b) => (a.teaching[0] < b.teaching[0] ? -1 : 1));
  return overdue(
    pack,
    remedies.deregistered,
    inOrder.map((term) => missed(study, { ...request, term })),
  );
}
