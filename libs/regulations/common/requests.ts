import { type CivilDate, type Ruling, text } from '#kernel';
import type { Attempt } from '../facts.ts';
import type { ClearanceRequest, GradingRequest, MarkingRequest } from '../pack.ts';
import type { RequestClauses, RequestRules } from '../rules/request-rules.ts';
import type { AwardedGrade } from './assessment-repeat.ts';
import { type Demand, ruleOn } from './demand.ts';
import { attemptName, type Rule } from './parameters.ts';
import { arrangement, arrangementDecision } from './requests-arrangements.ts';
import { circumstances, consideration, contact, heard, isDecided } from './requests-circumstances.ts';
import { incident, script, scriptStands } from './requests-incidents.ts';
import type { RequestsLaw } from './requests-law.ts';
import { appeal, appealDecision, disclosure, issue } from './requests-results.ts';
import { together } from './together.ts';

/** Rules of a regime that requests lean on. */
interface Beside {
  readonly grading: Rule<GradingRequest, Ruling>;
  readonly recordedGrade: Rule<AwardedGrade, string>;
  readonly clearance: Rule<ClearanceRequest, Ruling>;
}

/** The rules of a regime on requests about examinations and results. */
export const requests = (law: RequestsLaw, { grading, recordedGrade, clearance }: Beside): RequestRules => ({
  clauses: clausesOf(law),
  arrangementFees: (kind) => {
    const { fee, costs } = law.arrangements.kinds[kind];
    return { asking: fee?.charge, costs };
  },
  arrangement: (study, request) => arrangement(law, study, request),
  arrangementDecision: (study, request) => arrangementDecision(law, study, request),
  oral: (_study, { attempt }) => ruleOn(law.pack, [panelDecides(law, attempt)]),
  oralResult: (_study, { attempt, oral, outcome, today }) =>
    ruleOn(law.pack, [panelDecides(law, attempt), ...(outcome === 'waived' ? [] : [held(law, oral.day, today)])]),
  incident: (_study, request) => incident(law, request),
  isReferred: (kind) => law.incidents.breaches.has(kind),
  script: (_study, request) => script(law, request),
  circumstances: (_study, request) => circumstances(law, request),
  consideration: (_study, { attempt, report }) => consideration(law, attempt, report),
  contact: (_study, request) => contact(law, request),
  appeal: (_study, request) => appeal(law, request),
  appealDecision: (study, request) => appealDecision(law, study, request, { grading, recordedGrade }),
  disclosure: (_study, request) => disclosure(law, request),
  issue: (study, request) => {
    const { disclosure: asked, approvals, today } = request;
    const act = asked.what === 'certified-results' ? 'documents' : 'results';
    return together(issue(law, study, request), clearance(study, { act, approvals, today }));
  },
});

const clausesOf = (law: RequestsLaw): RequestClauses => ({
  arrangement: (kind) => law.arrangements.kinds[kind].clause,
  incident: (kind) => law.incidents.kinds[kind],
  oral: law.oral,
  circumstances: law.circumstances.report,
  contact: law.circumstances.tutor,
  appeal: clauseOf(law.appeals.within),
  refund: law.appeals.fee,
  disclosure: clauseOf(law.disclosure.released),
});

const clauseOf = ({ provisions }: RequestsLaw['appeals']['within' | 'told'] | RequestsLaw['disclosure']['released']) =>
  provisions.at(-1)?.clause ?? '';

/** The award panel requires what it needs before it decides. */
const panelDecides = (law: RequestsLaw, attempt: Attempt): Demand => ({
  clause: law.oral,
  met: !isDecided(law, attempt),
  figures: { attempt: attemptName(attempt), grade: attempt.grade ?? null },
  note: text('The award panel has decided on the result.', '評審小組已決定成績。'),
});

const held = (law: RequestsLaw, day: CivilDate | undefined, today: CivilDate): Demand => ({
  clause: law.oral,
  met: day === undefined || day <= today,
  figures: { day: day ?? null, today },
  note: text('The day of the oral examination has not come.', '口試日期尚未到。'),
});

/** A result is recorded when the award panel has considered what was reported to it. */
export const whileHeard =
  (grading: Rule<GradingRequest, Ruling>, law: RequestsLaw): Rule<GradingRequest, Ruling> =>
  (study, request) =>
    study.requests === undefined
      ? grading(study, request)
      : together(grading(study, request), ruleOn(law.pack, heard(law, study, request)));

/** An examination is marked of which the script was taken. */
export const whileScriptStands =
  (marking: Rule<MarkingRequest, Ruling>, law: RequestsLaw): Rule<MarkingRequest, Ruling> =>
  (study, request) =>
    study.requests === undefined
      ? marking(study, request)
      : together(marking(study, request), ruleOn(law.pack, scriptStands(law, study, request)));
