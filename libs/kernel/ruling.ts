import type { Text } from './text.ts';
import { testify } from './witness.ts';

/** The id of a clause of the regulations, such as `3cu/dl/6.1`. */
export type ClauseId = string;

/** A figure that a rule used: a date, a count of credits, an average, a grade. */
export type Figure = string | number | boolean | null;

/** What one clause said of the facts. */
export interface Finding {
  readonly clause: ClauseId;
  readonly holds: boolean;
  readonly figures?: Readonly<Record<string, Figure>>;
  /** The clauses by which a figure was reckoned that decides: how an average is made, by which grade credits are earned. */
  readonly restsOn?: readonly ClauseId[];
  /** Why it does not hold, or what was read into it; for screens and letters. */
  readonly note?: Text;
}

/** What the regulations say of one request: the outcome and every clause that it rests on. */
export interface Ruling {
  readonly outcome: 'allowed' | 'refused';
  /** Which rules, of which day: `five-credit@2022-09`. */
  readonly pack: string;
  readonly findings: readonly Finding[];
  /** What would turn a refusal round: the last day it was possible, the approval that would lift it. */
  readonly remedies?: readonly Text[];
}

export const holds = (clause: ClauseId, figures?: Record<string, Figure>): Finding =>
  figures ? { clause, holds: true, figures } : { clause, holds: true };

export const fails = (clause: ClauseId, note: Text, figures?: Record<string, Figure>): Finding =>
  figures ? { clause, holds: false, figures, note } : { clause, holds: false, note };

/** The finding with the clauses by which its figures were reckoned. */
export const resting = (finding: Finding, restsOn: readonly ClauseId[]): Finding => ({ ...finding, restsOn });

/** Allowed when every finding holds. */
export function rule(pack: string, findings: readonly Finding[], remedies: readonly Text[] = []): Ruling {
  testify(pack, findings);
  const outcome = findings.every((finding) => finding.holds) ? 'allowed' : 'refused';
  return outcome === 'refused' && remedies.length > 0
    ? { outcome, pack, findings, remedies }
    : { outcome, pack, findings };
}

/** The clauses that stood in the way. */
export const refusingClauses = (ruling: Ruling): ClauseId[] =>
  ruling.findings.filter((finding) => !finding.holds).map((finding) => finding.clause);
