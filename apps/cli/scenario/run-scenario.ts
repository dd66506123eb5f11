import { issue, readCommand } from '#commands';
import { type Actor, commandIdOf, plusDays, VirtualClock } from '#kernel';
import { mayRead, openSystem, readModelQuery, Show, type SystemOptions, useCaseNamed } from '#system';
import { type Buses, busesOf } from '../buses.ts';
import { bearWitnessOfDecision, bearWitnessOfDocument } from './borne-clauses.ts';
import { type Mismatch, mismatches, outcomeMismatches, type Result } from './expectation.ts';
import { type DoStep, problemLines, type Scenario, ScenarioError, type ShowStep } from './scenario-file.ts';

/** What a scenario came to. */
export interface ScenarioReport {
  readonly file: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly passed: boolean;
  readonly steps: number;
  readonly failures: readonly StepFailure[];
}

export interface StepFailure {
  readonly step: number;
  readonly line: number;
  readonly what: string;
  readonly mismatches: readonly Mismatch[];
}

const REGISTRAR: Actor = { role: 'registrar' };

/**
 * Runs one scenario against a system of its own, in memory unless told, on a virtual clock. All steps run, whatever
 * fails. The log must be empty.
 */
export async function runScenario(
  scenario: Scenario,
  { eventStore, databaseUrl }: Pick<SystemOptions, 'eventStore' | 'databaseUrl'> = {},
): Promise<ScenarioReport> {
  const clock = new VirtualClock();
  const system = await openSystem({ clock, eventStore, databaseUrl });
  const buses = await busesOf(system);
  try {
    const story = new Story(scenario, buses, clock);
    await story.setTheScene();
    const failures: StepFailure[] = [];
    for (const step of scenario.steps) {
      const found = 'do' in step ? await story.carryOut(step) : await story.show(step, await system.store.head());
      const what = 'do' in step ? step.do : `show ${step.show}`;
      if (found.length > 0) failures.push({ step: step.number, line: step.line, what, mismatches: found });
    }
    const { file, title, clauses, steps } = scenario;
    return { file, title, clauses, passed: failures.length === 0, steps: steps.length, failures };
  } finally {
    await buses.close();
    await system.close();
  }
}

class Story {
  readonly #scenario: Scenario;
  readonly #buses: Buses;
  readonly #clock: VirtualClock;

  constructor(scenario: Scenario, buses: Buses, clock: VirtualClock) {
    this.#scenario = scenario;
    this.#buses = buses;
    this.#clock = clock;
  }

  /** What is given is defined the day before the first step, and must be accepted. */
  async setTheScene(): Promise<void> {
    const first = this.#scenario.steps.find((step) => step.on)?.on;
    if (first) this.#clock.moveTo(plusDays(first, -1));
    for (const [index, { name, fields }] of this.#scenario.given.entries()) {
      const result = await this.#ask(name, fields, REGISTRAR, `given ${index}`);
      if (result.outcome === 'accepted') continue;
      const why = result.outcome === 'invalid' ? problemLines(result.problems) : result.message.en;
      throw new ScenarioError(this.#scenario.file, `given: ${name} ${JSON.stringify(fields)}: ${why}`);
    }
  }

  async carryOut(step: DoStep): Promise<Mismatch[]> {
    if (step.on) this.#clock.moveTo(step.on);
    const result = await this.#ask(step.do, step.with, step.as, `step ${step.number}`, step.override);
    const found = outcomeMismatches(step.expect, result);
    if (found.length === 0) bearWitnessOfDecision(step.do, result);
    return found;
  }

  async show(step: ShowStep, position: string): Promise<Mismatch[]> {
    if (step.on) this.#clock.moveTo(step.on);
    const query = readModelQuery(step.show);
    if (!query) return [{ at: 'show', expected: 'a read model', actual: step.show }];
    const subject = Object.fromEntries(Object.entries(step.with).map(([key, value]) => [key, String(value)]));
    if (!mayRead(query, subject, step.as))
      return step.expect === 'nothing' ? [] : [{ at: '', expected: step.expect, actual: 'not for who looks' }];
    const found = await this.#buses.queries.execute(
      new Show(query, subject, position, { reader: step.as, asOf: step.asOf }),
    );
    const document: unknown = found && JSON.parse(found.document);
    if (step.expect === 'nothing') return found ? [{ at: '', expected: 'nothing', actual: document }] : [];
    const different = mismatches(step.expect, document);
    if (different.length === 0) bearWitnessOfDocument(query, step.expect, document);
    return different;
  }

  async #ask(name: string, fields: unknown, actor: Actor, key: string, override?: DoStep['override']): Promise<Result> {
    const useCase = useCaseNamed(name);
    if (!useCase) throw new ScenarioError(this.#scenario.file, `unknown command ${name}`);
    const { command, problems } = readCommand(useCase.command, fields);
    if (problems) return { outcome: 'invalid', problems };
    const commandId = commandIdOf(`${this.#scenario.file}/${key}`);
    const outcome = await this.#buses.ask(
      useCase,
      issue(command, { commandId, actor, at: this.#clock.now(), override }),
    );
    await this.#buses.settled();
    return outcome;
  }
}
