import { commandOf, type Following, issue } from '#commands';
import { type Actor, civilDateOf, commandIdOf, eventIdOf, type NewEvent } from '#kernel';
import { publishingCommandId } from '#student-record';
import { PublishStanding, publishStanding } from './publish-standing.ts';
import type { StandingLine, StandingQuestion } from './standing-lines.ts';
import { type PublicationCounts, type StandingRun, type StandingRunPublished, standingRuns } from './standing-run.ts';

/** Gives the lines of a report again, made from its question. */
export const STANDING_LINES = 'standing-lines';
export type StandingLinesWork = (of: { readonly question: StandingQuestion }) => Promise<AsyncIterable<StandingLine>>;

const SCHEDULED: Actor = { role: 'registry', id: 'scheduled' };
/** How many commands are under way at once; they are then committed together. */
const IN_FLIGHT = 64;

/** What the outcomes of the commands of a publication come to. */
class Tally {
  decided = 0;
  published = 0;
  revised = 0;
  unchanged = 0;
  terminated = 0;
  readonly refused: Record<string, number> = {};

  add(events: readonly { readonly type: string }[]): void {
    const types = new Set(events.map(({ type }) => type));
    if (types.has('StandingRevised')) this.revised++;
    else this.published++;
    if (types.has('RegistrationTerminated')) this.terminated++;
  }

  refuse(code: string): void {
    if (code === 'stands-so') this.unchanged++;
    else this.refused[code] = (this.refused[code] ?? 0) + 1;
  }

  get counts(): PublicationCounts {
    const { decided, published, revised, unchanged, terminated } = this;
    const refused = Object.fromEntries(Object.entries(this.refused).sort(([a], [b]) => (a < b ? -1 : 1)));
    return { decided, published, revised, unchanged, terminated, refused };
  }
}

/**
 * Writes the standings of a run into the records, one command each, whose ids are made of run, student and programme:
 * what was written before a publication broke off gets its first answer. Done, it says so in the stream of the run.
 */
export async function publication(name: string, following: Following): Promise<void> {
  const { store, clock, works, execute, signal } = following;
  const run = await runNamed(store, name);
  if (run?.state !== 'publishing') return;
  const linesOf = works[STANDING_LINES] as StandingLinesWork | undefined;
  if (!linesOf) throw new RangeError('nothing gives the lines of a standing run here');
  const tally = new Tally();
  const underWay = new Set<Promise<void>>();
  let failure: unknown;

  const publishOne = async ({ student, programme, digest }: StandingLine): Promise<void> => {
    const commandId = publishingCommandId(name, student, programme);
    const command = commandOf(PublishStanding, { student, programme, run: name, digest });
    const outcome = await execute(
      publishStanding,
      issue(command, { commandId, actor: SCHEDULED, correlationId: name }),
    );
    if (outcome.outcome === 'accepted') tally.add(outcome.events);
    else tally.refuse(outcome.code);
  };

  for await (const line of await linesOf({ question: run.question })) {
    if (failure || signal.aborted) break;
    tally.decided++;
    if (underWay.size >= IN_FLIGHT) await Promise.race(underWay);
    const one: Promise<void> = publishOne(line)
      .catch((error: unknown) => {
        failure ??= error;
      })
      .finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  if (failure) throw failure;
  if (!signal.aborted) await sayPublished(store, name, tally.counts, clock.now());
}

async function runNamed(store: Following['store'], name: string): Promise<StandingRun | undefined> {
  let run = standingRuns.initial;
  for await (const event of store.readStream(standingRuns.streamOf(name))) run = standingRuns.evolve(run, event);
  return run;
}

async function sayPublished(
  store: Following['store'],
  run: string,
  counts: PublicationCounts,
  now: Date,
): Promise<void> {
  const commandId = commandIdOf(`standing-run/${run}/published`);
  const on = civilDateOf(now);
  const said: StandingRunPublished = { type: 'StandingRunPublished', data: { run, on, counts } };
  const event: NewEvent = {
    ...said,
    id: eventIdOf(commandId, 0),
    version: 1,
    metadata: {
      commandId,
      command: { type: 'Run', data: { process: 'standing-publication', run } },
      correlationId: commandId,
      causationId: commandId,
      actor: SCHEDULED,
      recordedAt: now.toISOString(),
      effectiveOn: on,
    },
  };
  await store.append(standingRuns.streamOf(run), 'any', [event]);
}
