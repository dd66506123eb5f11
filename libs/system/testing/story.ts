import { terminated } from '#academic-record';
import { CommandExecution, issue, type Outcome, readCommand } from '#commands';
import { type Actor, commandIdOf, eventIdOf, type Position, VirtualClock } from '#kernel';
import { packFor, standingDecision } from '#regulations';
import { foldRecord, type RecordEvent, type StudentRecord, studyOf } from '#student-record';
import { openSystem, type RecordsSystem } from '../open-system.ts';
import { readModelQuery } from '../queries/index.ts';
import { eventsOf } from '../record-now.ts';
import { Show, ShowHandler } from '../show.ts';
import { useCaseNamed } from '../use-cases.ts';
import { worksOf } from '../works.ts';

export const PANEL: Actor = { role: 'award-panel', id: 'P1' };
export const SCHOOL: Actor = { role: 'school', id: 'D1' };
export const REGISTRAR: Actor = { role: 'registrar', id: 'R1' };

export const TERMS = [
  { code: '2024-AUT', teaching: ['2024-09-02', '2024-11-30'], examinations: ['2024-12-09', '2024-12-20'] },
  { code: '2025-SPR', teaching: ['2025-01-06', '2025-04-12'], examinations: ['2025-04-28', '2025-05-10'] },
  { code: '2025-AUT', teaching: ['2025-09-01', '2025-11-29'], examinations: ['2025-12-08', '2025-12-19'] },
];

export type Accepted = Extract<Outcome, { outcome: 'accepted' }>;

/** A system in memory on a clock that is moved by hand, with requests about one student, S1. */
export interface Story {
  readonly system: RecordsSystem;
  readonly clock: VirtualClock;
  ask(name: string, fields: object, actor?: Actor): Promise<Outcome>;
  /** Asks of S1, or of whom the fields name, and fails where it is refused. */
  done(name: string, fields: object, actor?: Actor): Promise<Accepted>;
  recordNow(): Promise<StudentRecord>;
  /** Publishes the standing at the end of a term as a run would. */
  publishStanding(term: string, programme?: string): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: documents of all kinds
  show(name: string, subject?: object, asOf?: { day: string } | { position: Position }): Promise<any>;
}

export async function beginStory(from: string): Promise<Story> {
  const clock = new VirtualClock(from);
  const system = await openSystem({ clock });
  const execution = new CommandExecution(system.store, clock, worksOf(system));
  let asked = 0;

  const ask: Story['ask'] = async (name, fields, actor = REGISTRAR) => {
    const useCase = useCaseNamed(name);
    if (!useCase) throw new Error(name);
    const { command, problems } = readCommand(useCase.command, fields);
    if (problems) throw new Error(JSON.stringify(problems));
    const commandId = commandIdOf(`story/${asked++}`);
    return execution.execute(useCase, issue(command, { commandId, actor, at: clock.now() }));
  };

  const done: Story['done'] = async (name, fields, actor) => {
    const about = name.startsWith('Define') ? {} : { student: 'S1' };
    const outcome = await ask(name, { ...about, ...fields }, actor);
    if (outcome.outcome === 'refused') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome;
  };

  const recordNow = async () => foldRecord((await eventsOf(system.store, 'S1')) as unknown as RecordEvent[]);

  const publishStanding: Story['publishStanding'] = async (code, programme = 'BBAH') => {
    const record = await recordNow();
    const registration = record.registrations.find((each) => each.programme.code === programme);
    const term = record.attempts.find((attempt) => attempt.term.code === code)?.term;
    if (!registration || !term) throw new Error(code);
    const on = clock.now().toISOString().slice(0, 10);
    const { standing } = packFor(registration.programme.regime);
    const ruling = standing.decide(studyOf(record, registration), { term, yearEnd: false, today: on });
    const decision = standingDecision(ruling, { programme, term, yearEnd: false, run: `${code}-1`, on });
    const commandId = commandIdOf(`standing/${code}`);
    const metadata = {
      commandId,
      command: { type: 'Run', data: {} },
      correlationId: commandId,
      causationId: commandId,
      actor: REGISTRAR,
      recordedAt: clock.now().toISOString(),
      effectiveOn: on,
    };
    const ends = decision.standing === 'terminated' ? [terminated(decision, on)] : [];
    const events = [{ type: 'StandingDecided', data: { decision } }, ...ends];
    await system.store.append(
      'record-S1',
      'any',
      events.map((event, index) => ({ ...event, id: eventIdOf(commandId, index), version: 1, metadata })),
    );
  };

  const show: Story['show'] = async (name, subject = {}, asOf) => {
    const query = readModelQuery(name);
    if (!query) throw new Error(name);
    const handler = new ShowHandler(system.readModels, system.projections, system.store, clock);
    const of = query.path.includes(':student') ? { student: 'S1', ...subject } : { ...subject };
    const found = await handler.execute(new Show(query, of, await system.store.head(), { asOf }));
    return found && JSON.parse(found.document);
  };

  return { system, clock, ask, done, recordNow, publishStanding, show };
}
