import { Command } from 'commander';
import { REQUEST_STREAMS, records } from '#academic-record';
import { type Replayed, replay } from '#commands';
import type { EventStore } from '#event-store';
import { type RecordedEvent, refusingClauses } from '#kernel';
import { openStores, useCaseNamed } from '#system';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { EXIT, print, progress } from './output.ts';

interface ReplayOptions extends WhichStores {
  readonly student?: string;
  readonly json?: boolean;
}

/** A decision that comes out otherwise than it was recorded, or that cannot be taken again. */
type Departure = Exclude<Replayed, { result: 'equal' }> & {
  readonly stream: string;
  readonly commandId: string;
  readonly command: string;
  readonly recordedAt: string;
};

export interface ReplayReport {
  readonly decisions: number;
  readonly equal: number;
  /** Events that no command made, such as those of a scheduled run about itself. */
  readonly others: number;
  readonly departures: readonly Departure[];
}

/** Departures that are told in full; beyond them they are only counted. */
const TOLD = 100;

export const replayCommand = (): Command =>
  withStores(new Command('replay'))
    .description('take decisions again on what they were taken on, and compare them with what was recorded')
    .option('--student <student>', 'only those about one student; all of the log unless told')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      `
Each request is judged again as it was made, by whom and when, on the record, the catalogue and all else as they stood
then. Nothing is written. A decision departs when the rules of this program are not those that decided it.
Exit codes: ${EXIT.ok} every decision comes out as it was recorded; ${EXIT.found} some do not; ${EXIT.input} the log cannot be opened.`,
    )
    .action(async ({ student, json, ...which }: ReplayOptions) => {
      const stores = await openStores(existingStores(which));
      const bar = progress('decisions taken again');
      try {
        const report = await replayAll(stores.store, student, (decisions) => bar.to(decisions));
        bar.end();
        print(json, report, () => told(report));
        process.exitCode = report.equal < report.decisions ? EXIT.found : EXIT.ok;
      } finally {
        await stores.close();
      }
    });

/** Takes every decision of the log again, or those about one student. */
export async function replayAll(
  store: EventStore,
  student?: string,
  onProgress?: (decisions: number) => void,
): Promise<ReplayReport> {
  let decisions = 0;
  let equal = 0;
  let others = 0;
  const departures: Departure[] = [];
  for await (const events of decisionsIn(store, student)) {
    const [first] = events;
    const { commandId, command, recordedAt } = first.metadata;
    const useCase = useCaseNamed(command.type);
    if (!useCase) {
      others += events.length;
      continue;
    }
    decisions++;
    const replayed = await replay(store, useCase, events);
    if (replayed.result === 'equal') equal++;
    else if (departures.length < TOLD)
      departures.push({ ...replayed, stream: first.stream, commandId, command: command.type, recordedAt });
    onProgress?.(decisions);
  }
  return { decisions, equal, others, departures };
}

/** The events of each command, which stand next to each other. */
async function* decisionsIn(
  store: EventStore,
  student: string | undefined,
): AsyncGenerator<[RecordedEvent, ...RecordedEvent[]]> {
  let gathered: [RecordedEvent, ...RecordedEvent[]] | undefined;
  for await (const event of student === undefined ? logOf(store) : streamsAbout(store, student)) {
    const isSame = gathered?.[0].stream === event.stream && gathered[0].metadata.commandId === event.metadata.commandId;
    if (gathered && isSame) gathered.push(event);
    else {
      if (gathered) yield gathered;
      gathered = [event];
    }
  }
  if (gathered) yield gathered;
}

async function* logOf(store: EventStore): AsyncGenerator<RecordedEvent> {
  for await (const { events } of store.readAll()) yield* events;
}

async function* streamsAbout(store: EventStore, student: string): AsyncGenerator<RecordedEvent> {
  for (const stream of [records.streamOf(student), `${REQUEST_STREAMS}${student}`]) yield* store.readStream(stream);
}

const told = ({ decisions, equal, others, departures }: ReplayReport): string =>
  [
    `${decisions} decisions taken again: ${equal} come out as they were recorded, ${decisions - equal} do not`,
    ...(others > 0 ? [`${others} events that no command made were passed over`] : []),
    ...departures.map(departed),
  ].join('\n');

function departed(departure: Departure): string {
  const { stream, commandId, command, recordedAt } = departure;
  const what = `${stream}  ${command} ${commandId} of ${recordedAt}`;
  if (departure.result === 'unreadable')
    return `${what}: no longer a valid request (${departure.problems.map(({ field }) => field).join(', ')})`;
  const [recorded, now] = [departure.recorded, departure.now].map(({ events, ruling, code }) =>
    [
      code ?? events.map(({ type }) => type).join(', '),
      ...(ruling ? refusingClauses(ruling).map((clause) => `not ${clause}`) : []),
    ].join(' '),
  );
  return `${what}: recorded ${recorded}; now ${now}`;
}
