import type { EventStore } from '#event-store';
import {
  type Actor,
  type CivilDate,
  type ClauseId,
  commandIdOf,
  type DomainEvent,
  eventIdOf,
  type Finding,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Text,
} from '#kernel';

/** A registration that a run found, why, and what came of it. */
export interface Affected {
  readonly process: string;
  readonly student: string;
  readonly programme: string;
  /** The day from which what is recorded holds. */
  readonly on: CivilDate;
  readonly clauses: readonly ClauseId[];
  readonly findings: readonly Finding[];
  /** `found` in a dry run, and while a run is under way. `refused` where the record changed meanwhile, or somebody may not record it. */
  readonly result: 'found' | 'recorded' | 'refused';
  readonly code?: string;
  readonly message?: Text;
}

/** Which registration of the affected is meant. */
export type AffectedOne = Pick<Affected, 'student' | 'programme'>;
export type RefusedOne = AffectedOne & Pick<Affected, 'code' | 'message'>;

/** What a run looked at and came to, where it was not broken off. */
export interface RunCounts {
  readonly students: number;
  readonly registrations: number;
  readonly found: number;
  readonly recorded: number;
  readonly refused: number;
}

interface OfRun {
  readonly process: string;
  readonly on: CivilDate;
  /** How far the log was read. */
  readonly position: Position;
}

/** Some of the affected belong together: found in one go, and then carried out in one go. */
interface OfBatch extends OfRun {
  readonly batch: number;
}

export type RunEvent =
  | DomainEvent<'RunBegun', OfRun>
  | DomainEvent<'RunFound', OfBatch & { affected: readonly Affected[] }>
  /** `left` are those of a run that was broken off before their turn; it finds them again when it is taken up. */
  | DomainEvent<'RunCarriedOut', OfBatch & { refused: readonly RefusedOne[]; left: readonly AffectedOne[] }>
  | DomainEvent<'RunFinished', OfRun & RunCounts>;

/** Its own stream for each process and day. */
export const RUN_STREAMS = 'run-';
export const runStream = (process: string, on: CivilDate): string => `${RUN_STREAMS}${process}-${on}`;

export const SCHEDULED: Actor = { role: 'registry', id: 'scheduled' };

/** The command by which a run records what it found of one registration: the same whenever it is run again. */
export const runCommandId = (process: string, on: CivilDate, { student, programme }: AffectedOne): string =>
  commandIdOf(`run/${process}/${on}/${student}/${programme}`);

/** Writes an event of a run into its stream; the same one, by its part of the run, is written once. */
export async function note(store: Pick<EventStore, 'append'>, event: RunEvent, part: string, now: Date): Promise<void> {
  const { process, on } = event.data;
  const stream = runStream(process, on);
  const commandId = commandIdOf(`run/${process}/${on}/${event.type}/${part}`);
  const written: NewEvent = {
    ...event,
    id: eventIdOf(commandId, 0),
    version: 1,
    metadata: {
      commandId,
      command: { type: 'Run', data: { process, on } },
      correlationId: stream,
      causationId: commandId,
      actor: SCHEDULED,
      recordedAt: now.toISOString(),
      effectiveOn: on,
    },
  };
  await store.append(stream, 'any', [written]);
}

type RunLog = Pick<EventStore, 'readStream'>;

/** A scheduled run as its stream tells it: every time it was run for the day together. */
export interface ScheduledRun {
  readonly process: string;
  readonly on: CivilDate;
  /** `begun` while it is under way, or where it broke off: run again, it is taken up. */
  readonly state: 'begun' | 'finished';
  /** How far the log was read by the last of its times. */
  readonly position: Position;
  readonly begunAt: string;
  readonly finishedAt?: string;
  /** Looked at, when it was finished last. */
  readonly students?: number;
  readonly registrations?: number;
  /** Registrations that it found, each once: those recorded, refused, and found but not yet carried out. */
  readonly found: number;
  readonly recorded: number;
  readonly refused: number;
}

const keyOf = ({ student, programme }: AffectedOne): string => `${student} ${programme}`;
const batchOf = ({ position, batch }: OfBatch): string => `${position} ${batch}`;

/** What has to be known of a stream to tell it: no more than what is under way, and what was refused. */
interface Telling {
  /** Batches that were found and not carried out. */
  readonly open: Map<string, OfBatch & { readonly affected: readonly Affected[] }>;
  /** In which batch each registration was refused last. */
  readonly refused: Map<string, string>;
}

/** The affected of a batch that was carried out, with what came of each. */
function* carriedOut(
  affected: readonly Affected[],
  { refused, left }: { readonly refused: readonly RefusedOne[]; readonly left: readonly AffectedOne[] },
): Generator<Affected> {
  const refusals = new Map(refused.map((one) => [keyOf(one), one]));
  const passed = new Set(left.map(keyOf));
  for (const one of affected) {
    const refusal = refusals.get(keyOf(one));
    if (passed.has(keyOf(one))) continue;
    if (refusal) yield { ...one, result: 'refused', code: refusal.code, message: refusal.message };
    else yield { ...one, result: 'recorded' };
  }
}

/** Reads a run's stream; undefined when it never ran for the day. */
async function readRun(
  store: RunLog,
  process: string,
  on: CivilDate,
): Promise<(Telling & { readonly run: ScheduledRun; readonly upTo: Position }) | undefined> {
  let run: ScheduledRun | undefined;
  let upTo = '';
  let recorded = 0;
  const open: Telling['open'] = new Map();
  const refused: Telling['refused'] = new Map();
  for await (const recordedEvent of store.readStream(runStream(process, on))) {
    const event = recordedEvent as RecordedEvent & RunEvent;
    const { recordedAt } = event.metadata;
    upTo = event.position;
    switch (event.type) {
      case 'RunBegun':
        run ??= { ...event.data, state: 'begun', begunAt: recordedAt, found: 0, recorded: 0, refused: 0 };
        break;
      case 'RunFound':
        open.set(batchOf(event.data), event.data);
        if (run) run = { ...run, state: 'begun', position: event.data.position };
        break;
      case 'RunCarriedOut': {
        const found = open.get(batchOf(event.data));
        open.delete(batchOf(event.data));
        for (const one of carriedOut(found?.affected ?? [], event.data)) {
          if (one.result === 'refused') refused.set(keyOf(one), batchOf(event.data));
          else {
            refused.delete(keyOf(one));
            recorded++;
          }
        }
        break;
      }
      case 'RunFinished': {
        const { position, students, registrations } = event.data;
        if (run) run = { ...run, state: 'finished', finishedAt: recordedAt, position, students, registrations };
        break;
      }
    }
  }
  if (!run) return undefined;
  const waiting = [...open.values()].reduce((sum, { affected }) => sum + affected.length, 0);
  const counts = { found: recorded + refused.size + waiting, recorded, refused: refused.size };
  return { run: { ...run, ...counts }, open, refused, upTo };
}

/** A run as it is now; undefined when it never ran for the day. */
export const scheduledRun = async (store: RunLog, process: string, on: CivilDate): Promise<ScheduledRun | undefined> =>
  (await readRun(store, process, on))?.run;

/** What a run found and did not come to, because it was broken off. */
export const foundAndLeft = async (
  store: RunLog,
  process: string,
  on: CivilDate,
): Promise<readonly (OfBatch & { readonly affected: readonly Affected[] })[]> => [
  ...((await readRun(store, process, on))?.open.values() ?? []),
];

/**
 * The report of a run, told from its stream: every registration that was affected, once, with the last that came of it.
 * Told again, it is the same, as long as the run has not found more. Little of it is held at a time.
 */
export async function* affectedBy(store: RunLog, process: string, on: CivilDate): AsyncGenerator<Affected> {
  const read = await readRun(store, process, on);
  if (!read) return;
  const found = new Map<string, readonly Affected[]>();
  for await (const recordedEvent of store.readStream(runStream(process, on), { upTo: read.upTo })) {
    const event = recordedEvent as RecordedEvent & RunEvent;
    if (event.type === 'RunFound') found.set(batchOf(event.data), event.data.affected);
    if (event.type !== 'RunCarriedOut') continue;
    const batch = batchOf(event.data);
    for (const one of carriedOut(found.get(batch) ?? [], event.data))
      if (one.result === 'recorded' || read.refused.get(keyOf(one)) === batch) yield one;
    found.delete(batch);
  }
  for (const affected of found.values()) yield* affected;
}
