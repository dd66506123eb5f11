import { calendarAt } from '#catalogue';
import { type AnyUseCase, type Command, issue, type Outcome } from '#commands';
import type { EventStore } from '#event-store';
import {
  type Actor,
  type CivilDate,
  type ClauseId,
  commandIdOf,
  eventIdOf,
  type Finding,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Text,
} from '#kernel';
import type { TermFacts } from '#regulations';
import { foldRecord, RECORD_STREAMS, type RecordEvent, recordOn, studentOf } from '#student-record';
import { governed, isGoingOn } from '../record-use-case.ts';
import type { Due, ScheduledProcess } from './processes.ts';

/** A registration that a run found, why, and what came of it. */
export interface Affected {
  readonly process: string;
  readonly student: string;
  readonly programme: string;
  /** The day on which the end takes effect. */
  readonly on: CivilDate;
  readonly clauses: readonly ClauseId[];
  readonly findings: readonly Finding[];
  /** `found` in a dry run. `refused` where the record changed meanwhile, or somebody may not record it. */
  readonly result: 'found' | 'recorded' | 'refused';
  readonly code?: string;
  readonly message?: Text;
}

export interface RunReport {
  readonly process: string;
  readonly on: CivilDate;
  readonly dryRun: boolean;
  /** How far the log was read. */
  readonly position: Position;
  readonly students: number;
  readonly registrations: number;
  readonly found: number;
  readonly recorded: number;
  readonly refused: number;
}

export interface RunOptions {
  readonly on: CivilDate;
  readonly dryRun: boolean;
  readonly now: Date;
  readonly execute: (useCase: AnyUseCase, command: Command) => Promise<Outcome>;
  readonly onAffected?: (affected: Affected) => Promise<void> | void;
  readonly onProgress?: (students: number) => void;
}

/** Its own stream for each process and day. */
export const RUN_STREAMS = 'run-';
export const runStream = (process: string, on: CivilDate): string => `${RUN_STREAMS}${process}-${on}`;

const SCHEDULED: Actor = { role: 'registry', id: 'scheduled' };
/** How many commands are under way at once; they are then committed together. */
const IN_FLIGHT = 64;

/**
 * Looks for what has come about by a day in every record, one after the other, and records it by commands. Their ids
 * are made of process, day, student and programme, and nothing is found twice of a registration that is at an end: a
 * run that broke off is taken up by running it again, and one that is run again finds nothing and writes nothing. The
 * log is read as it stands at the beginning; each command decides by the record as it stands then. A dry run writes
 * nothing at all.
 */
export async function runScheduled(
  store: EventStore,
  process: ScheduledProcess,
  { on, dryRun, now, execute, onAffected, onProgress }: RunOptions,
): Promise<RunReport> {
  const position = await store.head();
  const name = process.name;
  const earlier = await finishedBefore(store, runStream(name, on));
  if (!dryRun) await note(store, { process: name, on, now }, 'RunBegun', { process: name, on, position }, 'begun');
  const day = { on, terms: await latestFirst(store, position) };
  const counts = { students: 0, registrations: 0, found: 0, recorded: 0, refused: 0 };
  const underWay = new Set<Promise<void>>();
  let failure: unknown;

  const carryOut = async (due: Due, affected: Affected): Promise<void> => {
    const outcome = await execute(
      due.useCase,
      issue(due.command, {
        commandId: commandIdOf(`run/${name}/${on}/${affected.student}/${affected.programme}`),
        actor: SCHEDULED,
      }),
    );
    if (outcome.outcome === 'accepted') counts.recorded++;
    else counts.refused++;
    await onAffected?.(
      outcome.outcome === 'accepted'
        ? { ...affected, result: 'recorded' }
        : { ...affected, result: 'refused', code: outcome.code, message: outcome.message },
    );
  };

  for await (const { stream, events } of store.readStreams(RECORD_STREAMS, { upTo: position })) {
    if (failure) break;
    const student = studentOf(stream);
    const record = recordOn(foldRecord(events as readonly RecordEvent[] as Iterable<RecordEvent>), on);
    counts.students++;
    for (const registration of record.registrations) {
      counts.registrations++;
      if (!isGoingOn(record, registration, on)) continue;
      const due = process.dueOf(student, governed(record, registration), day);
      if (!due) continue;
      counts.found++;
      const affected = affectedBy(name, student, registration.programme.code, due);
      if (dryRun) await onAffected?.(affected);
      else {
        if (underWay.size >= IN_FLIGHT) await Promise.race(underWay);
        const one: Promise<void> = carryOut(due, affected)
          .catch((error: unknown) => {
            failure ??= error;
          })
          .finally(() => underWay.delete(one));
        underWay.add(one);
      }
    }
    onProgress?.(counts.students);
  }
  await Promise.all(underWay);
  if (failure) throw failure;
  if (!dryRun && (counts.found > 0 || !earlier))
    await note(store, { process: name, on, now }, 'RunFinished', { process: name, on, position, ...counts }, position);
  return { process: name, on, dryRun, position, ...counts };
}

const affectedBy = (process: string, student: string, programme: string, { ruling }: Due): Affected => ({
  process,
  student,
  programme,
  on: ruling.on,
  clauses: ruling.ruling.findings.map(({ clause }) => clause),
  findings: ruling.ruling.findings,
  result: 'found',
});

/** The terms of the calendar, the latest first. */
const latestFirst = async (store: EventStore, upTo: Position): Promise<readonly TermFacts[]> =>
  (await calendarAt(store, upTo)).sort((a, b) => (a.addDropEnds < b.addDropEnds ? 1 : -1));

async function finishedBefore(store: EventStore, stream: string): Promise<boolean> {
  for await (const { type } of store.readStream(stream) as AsyncIterable<RecordedEvent>)
    if (type === 'RunFinished') return true;
  return false;
}

/** An event of the run itself; the same one is written once. */
async function note(
  store: EventStore,
  { process, on, now }: { readonly process: string; readonly on: CivilDate; readonly now: Date },
  type: string,
  data: object,
  part: string,
): Promise<void> {
  const commandId = commandIdOf(`run/${process}/${on}/${type}/${part}`);
  const event: NewEvent = {
    id: eventIdOf(commandId, 0),
    type,
    version: 1,
    data,
    metadata: {
      commandId,
      command: { type: 'Run', data: { process, on } },
      correlationId: commandId,
      causationId: commandId,
      actor: SCHEDULED,
      recordedAt: now.toISOString(),
      effectiveOn: on,
    },
  };
  await store.append(runStream(process, on), 'any', [event]);
}
