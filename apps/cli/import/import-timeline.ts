import { type AnyUseCase, type Command, commandOf, type Envelope, issue, type Outcome } from '#commands';
import { type Actor, commandIdOf, eventIdOf, instantOn, refusingClauses } from '#kernel';
import { useCaseNamed } from '#system';
import type { CommandSide } from '../buses.ts';
import type { TimelineEntry } from '../oulad/index.ts';

/** A row that a rule refused, or that did not fit what was there. */
export interface RefusedRow {
  readonly file: string;
  readonly line: number;
  readonly command: string;
  readonly code: string;
  readonly clauses: readonly string[];
  readonly reason: string;
  /** Kept all the same, on the authority of the migration, by this run or an earlier one. */
  readonly kept: boolean;
}

export interface ImportReport {
  readonly commands: number;
  readonly accepted: number;
  /** Carried out by an earlier run; nothing was appended. */
  readonly repeated: number;
  readonly refused: number;
  /** Of the refused, how many stand in the log all the same, by this run or an earlier one. */
  readonly kept: number;
  /** Refused without a rule: the row does not fit the record, mostly because an earlier row was refused. */
  readonly unfit: number;
  /** Refused or unfit, and not kept: the rows that the log does not have. */
  readonly leftOut: number;
  readonly eventsAppended: number;
  readonly refusedByClause: Readonly<Record<string, number>>;
}

export interface ImportOptions {
  readonly asRecorded: boolean;
  readonly onProgress?: (done: number) => void;
  readonly onRefused?: (row: RefusedRow) => void;
}

/** How many commands are under way at once; they are then committed together. */
const IN_FLIGHT = 1_000;
const MIGRATION: Actor = { role: 'migration', id: 'oulad' };
const OVERRIDE = { authority: 'migration', reason: 'Recorded as it stands in the source data.' };

/**
 * Sends a timeline to the command bus, many at a time, the commands about one student one after the other.
 * Every command has an id made of its row, so a second run, or a run after a kill, carries on where it was.
 */
export async function importTimeline(
  side: CommandSide,
  timeline: Iterable<TimelineEntry>,
  options: ImportOptions,
): Promise<ImportReport> {
  const tally = new Tally(options);
  const lanes = new Map<string, Promise<void>>();
  let underWay = 0;
  let roomMade: (() => void) | undefined;
  let failure: unknown;

  for (const entry of timeline) {
    if (failure) break;
    const student = studentOf(entry);
    if (student === undefined) {
      await carryOut(side, entry, tally, options);
      continue;
    }
    while (underWay >= IN_FLIGHT) await new Promise<void>((resolve) => (roomMade = resolve));
    underWay++;
    const before = lanes.get(student);
    const lane = (
      before ? before.then(() => carryOut(side, entry, tally, options)) : carryOut(side, entry, tally, options)
    )
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => {
        underWay--;
        if (lanes.get(student) === lane) lanes.delete(student);
        roomMade?.();
      });
    lanes.set(student, lane);
  }
  await Promise.all(lanes.values());
  if (failure) throw failure;
  return tally.report();
}

/** The student that a command is about; undefined for one about the catalogue. */
const studentOf = ({ command: { data } }: TimelineEntry): string | undefined =>
  'student' in data ? data.student : undefined;

async function carryOut(side: CommandSide, entry: TimelineEntry, tally: Tally, options: ImportOptions): Promise<void> {
  const at = instantOn(entry.on);
  const outcome = await send(side, entry, { commandId: commandIdOf(entry.key), actor: entry.actor, at });
  if (outcome.outcome === 'refused' && options.asRecorded) {
    const envelope = { commandId: keepingIdOf(entry), actor: MIGRATION, at, override: OVERRIDE };
    const keeping = await send(side, entry, envelope);
    tally.add(entry, outcome, keeping.outcome === 'accepted', keeping);
  } else tally.add(entry, outcome, isRepeatedRefusal(outcome) && (await keptBefore(side, entry)));
}

/** Names the command that keeps a refused row. */
const keepingIdOf = (entry: TimelineEntry): string => commandIdOf(`${entry.key}/as-recorded`);

/** Only a row that was refused before, by a rule, can have been kept before. */
const isRepeatedRefusal = ({ outcome, repeated }: Outcome): boolean => outcome === 'refused' && repeated;

/** Whether an earlier run, with `asRecorded`, kept the row: a run without it takes nothing back. */
async function keptBefore({ store }: CommandSide, entry: TimelineEntry): Promise<boolean> {
  const { useCase, command } = commandFor(entry);
  const first = eventIdOf(keepingIdOf(entry), 0);
  for await (const { id } of store.readStream(useCase.stream.streamOf(useCase.subject(command))))
    if (id === first) return true;
  return false;
}

function send({ commands }: CommandSide, entry: TimelineEntry, envelope: Envelope): Promise<Outcome> {
  return commands.execute<Command, Outcome>(issue(commandFor(entry).command, envelope));
}

function commandFor({ command: { type, data } }: TimelineEntry): { useCase: AnyUseCase; command: Command } {
  const useCase = useCaseNamed(type);
  if (!useCase) throw new Error(`the timeline names an unknown command ${type}`);
  return { useCase, command: commandOf<Command>(useCase.command, data) };
}

class Tally {
  readonly #options: ImportOptions;
  readonly #byClause = new Map<string, number>();
  #counts = { commands: 0, accepted: 0, repeated: 0, refused: 0, kept: 0, unfit: 0, leftOut: 0, eventsAppended: 0 };

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  /** Counts a row; `keeping` is the answer to the command that was to keep it, if one was given now. */
  add(entry: TimelineEntry, outcome: Outcome, kept: boolean, keeping?: Outcome): void {
    const counts = this.#counts;
    counts.commands++;
    if (outcome.repeated) counts.repeated++;
    else if (outcome.outcome === 'accepted') counts.accepted++;
    for (const said of [outcome, keeping])
      if (said?.outcome === 'accepted' && !said.repeated) counts.eventsAppended += said.events.length;
      else if (said?.outcome === 'refused' && said.recorded && !said.repeated) counts.eventsAppended++;
    if (outcome.outcome === 'refused') this.#refused(entry, outcome, kept);
    this.#options.onProgress?.(counts.commands);
  }

  #refused(entry: TimelineEntry, outcome: Outcome & { outcome: 'refused' }, kept: boolean): void {
    const clauses = outcome.ruling ? refusingClauses(outcome.ruling) : [];
    if (outcome.ruling) this.#counts.refused++;
    else this.#counts.unfit++;
    if (kept) this.#counts.kept++;
    else this.#counts.leftOut++;
    for (const clause of clauses.length > 0 ? clauses : [outcome.code])
      this.#byClause.set(clause, (this.#byClause.get(clause) ?? 0) + 1);
    const notes = outcome.ruling?.findings.filter((finding) => !finding.holds).map((finding) => finding.note?.en ?? '');
    this.#options.onRefused?.({
      file: entry.row.file,
      line: entry.row.line,
      command: entry.command.type,
      code: outcome.code,
      clauses,
      reason: notes?.join(' ') || outcome.message.en,
      kept,
    });
  }

  report(): ImportReport {
    return { ...this.#counts, refusedByClause: Object.fromEntries(this.#byClause) };
  }
}
