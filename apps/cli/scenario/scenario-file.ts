import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { type FieldProblem, parseActor } from '#commands';
import { type Actor, isCivilDate } from '#kernel';
import { clause } from '#regulations';
import { type AsOf, readAsOf, readModelQueries, useCases } from '#system';

/** A story of a record, with what must come of it, that a registry officer can write. */
export interface Scenario {
  readonly file: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly given: readonly { readonly name: string; readonly fields: unknown }[];
  readonly steps: readonly Step[];
}

export type Step = DoStep | ShowStep;

interface StepBase {
  readonly number: number;
  readonly line: number;
  /** The day on the virtual clock; the day of the step before when absent. */
  readonly on?: string;
  readonly with: Readonly<Record<string, unknown>>;
}

export interface DoStep extends StepBase {
  readonly do: string;
  readonly as: Actor;
  /** The authority on which a rule is set aside, and why. */
  readonly override?: { readonly authority: string; readonly reason: string };
  readonly expect: unknown;
}

export interface ShowStep extends StepBase {
  readonly show: string;
  /** Who looks: a student sees what is published. */
  readonly as: Actor;
  /** As it was known at the end of a day. */
  readonly asOf?: AsOf;
  readonly expect: unknown;
}

/** What is wrong with a scenario file, before it runs. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly file: string;

  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}

/** The part of `given` that each kind of definition stands in, in the order in which they are made. */
const GIVEN: readonly (readonly [part: string, command: string])[] = [
  ['terms', 'DefineTerm'],
  ['courses', 'DefineCourse'],
  ['presentations', 'DefinePresentation'],
  ['programmes', 'DefineProgramme'],
  ['fees', 'DefineFee'],
  ['scholarships', 'DefineScholarship'],
];

const PARTS = ['title', 'clauses', 'given', 'steps'];
const STEP_PARTS = ['on', 'as', 'do', 'show', 'with', 'override', 'asOf', 'expect'];

/**
 * The scenario files under the paths: files as named, folders searched for `.yaml` and `.yml`. A folder without any is
 * refused: a suite of nothing would pass, and so hide a wrong path.
 */
export function scenarioFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new ScenarioError(path, 'no such file or folder');
    if (!stat.isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
    if (names.length === 0) throw new ScenarioError(path, 'there is no scenario (.yaml, .yml) in this folder');
    return names.sort().map((name) => join(path, name));
  });
}

export const readScenario = (file: string): Scenario => parseScenario(file, readFileSync(file, 'utf8'));

export function parseScenario(file: string, source: string): Scenario {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  const [fault] = document.errors;
  if (fault) throw new ScenarioError(file, fault.message);
  const root: unknown = document.toJS();
  const fail = (message: string): never => {
    throw new ScenarioError(file, message);
  };
  if (!isMap(root)) return fail('a scenario is a mapping with title, given and steps');
  for (const part of Object.keys(root)) if (!PARTS.includes(part)) fail(`unknown part "${part}" (${PARTS.join(', ')})`);
  const { title, clauses = [], given = {}, steps } = root;
  if (typeof title !== 'string') return fail('title is missing');
  if (!Array.isArray(clauses) || !clauses.every((id) => typeof id === 'string'))
    return fail('clauses is a list of ids');
  requireClauses(clauses, 'clauses', fail);
  if (!Array.isArray(steps) || steps.length === 0) return fail('steps is a list of at least one step');
  const lineOf = (index: number): number => {
    const node = document.getIn(['steps', index], true) as { range?: [number, number, number] } | undefined;
    return node?.range ? counter.linePos(node.range[0]).line : 0;
  };
  return {
    file,
    title,
    clauses,
    given: givenOf(given, fail),
    steps: steps.map((step, index) => stepOf(step, index + 1, lineOf(index), fail)),
  };
}

type Fail = (message: string) => never;

function givenOf(given: unknown, fail: Fail): Scenario['given'] {
  if (!isMap(given)) return fail('given is a mapping of lists');
  const known = GIVEN.map(([part]) => part);
  for (const part of Object.keys(given))
    if (!known.includes(part)) fail(`given: unknown part "${part}" (${known.join(', ')})`);
  return GIVEN.flatMap(([part, name]) => {
    const list = given[part] ?? [];
    if (!Array.isArray(list)) return fail(`given.${part} is a list`);
    return list.map((fields) => ({ name, fields }));
  });
}

function stepOf(step: unknown, number: number, line: number, fail: Fail): Step {
  const at = `step ${number} (line ${line})`;
  if (!isMap(step)) return fail(`${at} is a mapping`);
  for (const part of Object.keys(step))
    if (!STEP_PARTS.includes(part)) fail(`${at}: unknown part "${part}" (${STEP_PARTS.join(', ')})`);
  const { on, as = 'registrar', do: asked, show, with: fields = {}, override, asOf, expect } = step;
  if (on !== undefined && !isCivilDate(on)) fail(`${at}: on is a day, YYYY-MM-DD`);
  if (!isMap(fields)) return fail(`${at}: with is a mapping of fields`);
  const base = { number, line, on: on as string | undefined, with: fields };
  if ((asked === undefined) === (show === undefined)) return fail(`${at}: has either do or show`);
  const actor = typeof as === 'string' ? parseActor(as) : undefined;
  if (!actor) return fail(`${at}: as is a role, or a role and a person, such as "registrar" or "student S1"`);
  if (show !== undefined) {
    const names = readModelQueries.map((query) => query.name);
    if (override !== undefined) fail(`${at}: override goes with do`);
    if (!names.includes(String(show))) fail(`${at}: unknown read model "${show}" (${names.join(', ')})`);
    const time = asOf === undefined ? undefined : readAsOf(String(asOf));
    if (asOf !== undefined && !time) fail(`${at}: asOf is a day, YYYY-MM-DD`);
    return { ...base, show: String(show), as: actor, ...(time ? { asOf: time } : {}), expect: expect ?? {} };
  }
  const names = useCases.map((useCase) => useCase.command.name);
  if (!names.includes(String(asked))) fail(`${at}: unknown command "${asked}" (${names.join(', ')})`);
  if (asOf !== undefined) fail(`${at}: asOf goes with show`);
  if (isMap(expect) && Array.isArray(expect.refused)) requireClauses(expect.refused, `${at}: refused`, fail);
  return { ...base, do: String(asked), as: actor, ...overrideOf(override, at, fail), expect: expect ?? 'accepted' };
}

function overrideOf(override: unknown, at: string, fail: Fail): Pick<DoStep, 'override'> {
  if (override === undefined) return {};
  if (!isMap(override)) return fail(`${at}: override has authority and reason`);
  const { authority, reason, ...others } = override;
  if (typeof authority !== 'string' || typeof reason !== 'string' || Object.keys(others).length > 0)
    return fail(`${at}: override has authority and reason`);
  return { override: { authority, reason } };
}

/** A clause that does not exist can refuse nothing and cover nothing: its id is mistyped. */
function requireClauses(ids: readonly unknown[], at: string, fail: Fail): void {
  const unknown = ids.filter((id) => typeof id !== 'string' || !clause(id));
  if (unknown.length > 0)
    fail(
      `${at}: not in the register of clauses: ${unknown.map((id) => (typeof id === 'string' ? id : JSON.stringify(id))).join(', ')}`,
    );
}

export const problemLines = (problems: readonly FieldProblem[]): string =>
  problems.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join('; ');

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
