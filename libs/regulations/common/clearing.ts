import type { CivilDate, Ruling } from '#kernel';
import type { Approval, ProgrammeFacts, Study, TermFacts } from '../facts.ts';
import type { ClearanceRequest, ConfermentRequest, GradingRequest } from '../pack.ts';
import type { RegistrationRules } from '../rules/registration.ts';
import { ruleOn } from './demand.ts';
import { type EntryLaws, entryOf } from './entry.ts';
import { entryOffered } from './entry-offered.ts';
import { type FieldsLaw, fieldsOfStudy } from './fields-of-study.ts';
import type { Rule } from './parameters.ts';
import { together } from './together.ts';

/** A course is taken, or changed, by somebody whom neither money owed nor a hold keeps from it. */
export const whileCleared =
  <Request extends { readonly approvals: readonly Approval[]; readonly today: CivilDate }>(
    enrolment: Rule<Request, Ruling>,
    clearance: Rule<ClearanceRequest, Ruling>,
  ): Rule<Request, Ruling> =>
  (study, request) => {
    const { approvals, today } = request;
    return together(enrolment(study, request), clearance(study, { act: 'enrolment', approvals, today }));
  };

/** A result is recorded of a course in whose term the student was registered. [5cu/ug/3.6] [3cu/ug/3.6] */
export const whileRecognised =
  (
    grading: Rule<GradingRequest, Ruling>,
    recognition: Rule<{ readonly term: string; readonly today: CivilDate }, Ruling>,
  ): Rule<GradingRequest, Ruling> =>
  (study, request) => {
    const { attempt, today } = request;
    return together(grading(study, request), recognition(study, { term: attempt.term.code, today }));
  };

/** A result is recorded that sittings and resits allow. */
export const whileExamined =
  (grading: Rule<GradingRequest, Ruling>, examined: Rule<GradingRequest, Ruling>): typeof grading =>
  (study, request) =>
    together(grading(study, request), examined(study, request));

/** Eligibility for a term with what money owed and holds say of it. */
export const andCleared =
  (
    eligibility: (study: Study, term: TermFacts, today: CivilDate) => Ruling,
    clearance: Rule<ClearanceRequest, Ruling>,
  ): typeof eligibility =>
  (study, term, today) =>
    together(eligibility(study, term, today), clearance(study, { act: 'enrolment', approvals: [], today }));

/** An award is conferred on somebody who owes nothing. */
export const andAward =
  (conferment: Rule<ConfermentRequest, Ruling>, clearance: Rule<ClearanceRequest, Ruling>): typeof conferment =>
  (study, request) =>
    together(conferment(study, request), clearance(study, { act: 'award', approvals: [], today: request.today }));

/** A programme may be opened as it is described, with its fields of study, and entered so. */
export const andEntered =
  (
    programme: (programme: ProgrammeFacts, today: CivilDate) => Ruling,
    laws: EntryLaws,
    fields: FieldsLaw,
  ): typeof programme =>
  (opened, today) =>
    [entryOffered(laws)(opened, today), fieldsOfStudy(fields)(opened)].reduce(together, programme(opened, today));

/** A programme is gone over to with what it asks of its entrants. */
export const andEntering =
  (change: RegistrationRules['change'], laws: EntryLaws): typeof change =>
  (study, request) => {
    const { to: programme, credentials } = request;
    const changed = change(study, request);
    const entering = ruleOn(laws.pack, entryOf(laws, { programme, entry: { credentials } }));
    return { ...changed, ruling: together(changed.ruling, entering) };
  };
