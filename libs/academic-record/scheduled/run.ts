import { calendarAt } from '#catalogue';
import { type AnyUseCase, type Command, issue, type Outcome } from '#commands';
import type { EventStore } from '#event-store';
import type { CivilDate, Position } from '#kernel';
import type { TermFacts } from '#regulations';
import { foldRecord, RECORD_STREAMS, type RecordEvent, recordOn, recordStream, studentOf } from '#student-record';
import { governed, isGoingOn } from '../record-use-case.ts';
import type { Due, ScheduledProcess } from './processes.ts';
import {
  type Affected,
  type AffectedOne,
  foundAndLeft,
  note,
  type RefusedOne,
  type RunCounts,
  runCommandId,
  runStream,
  SCHEDULED,
  scheduledRun,
} from './run-stream.ts';

export interface RunReport extends RunCounts {
  readonly process: string;
  readonly on: CivilDate;
  readonly dryRun: boolean;
  /** How far the log was read. */
  readonly position: Position;
}

export interface RunOptions {
  readonly on: CivilDate;
  readonly dryRun: boolean;
  readonly now: Date;
  readonly execute: (useCase: AnyUseCase, command: Command) => Promise<Outcome>;
  readonly onAffected?: (affected: Affected) => Promise<void> | void;
  readonly onProgress?: (students: number) => void;
}

/** How many of the affected are written down, and their commands given, at once; these are then committed together. */
const BATCH = 64;

/** Something due, and how it is told. */
interface Found {
  readonly due: Due;
  readonly affected: Affected;
}

/**
 * Looks for what has come about by a day in every record, one after the other, and records it by commands. Their ids
 * are made of process, day, student and programme, they are correlated by the run's stream, and what was recorded is
 * not found again: a run that broke off is taken up by running it again, and one that is run again finds
 * nothing and writes nothing. The log is read as it stands at the beginning; each command decides by the record as it
 * stands then. Whom it concerns is written into the run's own stream before the commands are given, and what came of them
 * after it, so that the report can be told whenever it is asked for. A dry run writes nothing at all.
 */
export async function runScheduled(
  store: EventStore,
  process: ScheduledProcess,
  { on, dryRun, now, execute, onAffected, onProgress }: RunOptions,
): Promise<RunReport> {
  const position = await store.head();
  const name = process.name;
  const ofRun = { process: name, on, position };
  const earlier = await scheduledRun(store, name, on);
  if (!dryRun) {
    await note(store, { type: 'RunBegun', data: ofRun }, 'begun', now);
    await settleBroken(store, name, on, now);
  }
  const day = { on, terms: await latestFirst(store, position) };
  const counts = { students: 0, registrations: 0, found: 0, recorded: 0, refused: 0 };
  let batch = 0;

  const carryOut = async ({ due, affected }: Found): Promise<Affected> => {
    const envelope = {
      commandId: runCommandId(name, on, affected),
      actor: SCHEDULED,
      correlationId: runStream(name, on),
    };
    const outcome = await execute(due.useCase, issue(due.command, envelope));
    return outcome.outcome === 'accepted'
      ? { ...affected, result: 'recorded' }
      : { ...affected, result: 'refused', code: outcome.code, message: outcome.message };
  };
  const carryOutAll = async (found: readonly Found[]): Promise<void> => {
    if (found.length === 0) return;
    const ofBatch = { ...ofRun, batch: batch++ };
    const part = `${position}/${ofBatch.batch}`;
    const affected = found.map((one) => one.affected);
    await note(store, { type: 'RunFound', data: { ...ofBatch, affected } }, part, now);
    const settled = await Promise.allSettled(found.map(carryOut));
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    const results = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = results.filter(({ result }) => result === 'refused');
    counts.refused += refused.length;
    counts.recorded += results.length - refused.length;
    await note(
      store,
      { type: 'RunCarriedOut', data: { ...ofBatch, refused: refused.map(refusedOne), left: [] } },
      part,
      now,
    );
    for (const one of results) await onAffected?.(one);
  };

  let waiting: Found[] = [];
  for await (const { stream, events } of store.readStreams(RECORD_STREAMS, { upTo: position })) {
    const student = studentOf(stream);
    const record = recordOn(foldRecord(events as readonly RecordEvent[] as Iterable<RecordEvent>), on);
    counts.students++;
    for (const registration of record.registrations) {
      counts.registrations++;
      if (!isGoingOn(record, registration, on)) continue;
      const due = process.dueOf(student, governed(record, registration), day);
      if (!due) continue;
      counts.found++;
      const affected = affectedOf(name, student, registration.programme.code, due);
      if (dryRun) await onAffected?.(affected);
      else waiting.push({ due, affected });
    }
    if (waiting.length >= BATCH) {
      await carryOutAll(waiting);
      waiting = [];
    }
    onProgress?.(counts.students);
  }
  await carryOutAll(waiting);
  if (!dryRun && (counts.found > 0 || earlier?.state !== 'finished'))
    await note(store, { type: 'RunFinished', data: { ...ofRun, ...counts } }, position, now);
  return { ...ofRun, dryRun, ...counts };
}

/** Of what a run found before it broke off: what was recorded is told so; what was not is left, and found anew if it still is so. */
async function settleBroken(store: EventStore, process: string, on: CivilDate, now: Date): Promise<void> {
  for (const { affected, ...ofBatch } of await foundAndLeft(store, process, on)) {
    const left: AffectedOne[] = [];
    for (const { student, programme } of affected)
      if (!(await isRecorded(store, student, runCommandId(process, on, { student, programme }))))
        left.push({ student, programme });
    const part = `${ofBatch.position}/${ofBatch.batch}`;
    await note(store, { type: 'RunCarriedOut', data: { ...ofBatch, refused: [], left } }, part, now);
  }
}

async function isRecorded(store: EventStore, student: string, commandId: string): Promise<boolean> {
  for await (const { metadata } of store.readStream(recordStream(student)))
    if (metadata.commandId === commandId) return true;
  return false;
}

const refusedOne = ({ student, programme, code, message }: Affected): RefusedOne => ({
  student,
  programme,
  code,
  message,
});

const affectedOf = (process: string, student: string, programme: string, { ruling }: Due): Affected => ({
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
