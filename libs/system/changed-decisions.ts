import { isDeepStrictEqual } from 'node:util';
import { type AnyUseCase, retake } from '#commands';
import type { EventStore } from '#event-store';
import { type ClauseId, type Finding, type Position, type RecordedEvent, type Ruling, refusingClauses } from '#kernel';
import type { ChangedDecision, DecisionOutcome } from '#projections';
import { useCaseNamed } from './use-cases.ts';

type Reading = Pick<EventStore, 'readStream'>;

/** What is supposed, and which decisions are looked at. */
export interface Supposition {
  /** The streams in which the decisions stand, and what was refused. */
  readonly streams: readonly string[];
  /** Decisions after this event. */
  readonly after: RecordedEvent;
  /** And up to this place in the log; all of them when absent. */
  readonly upTo?: Position;
  /** What the event is supposed to have said. */
  readonly suppose: (event: RecordedEvent) => RecordedEvent;
  /** Decisions that are left out. */
  readonly except: (event: RecordedEvent) => boolean;
}

/**
 * The decisions that come out otherwise when an event before them is supposed to have said something else: each is taken
 * again on the log as it stood, and on the log so changed, by the rules of this program both times. Standings that were
 * published are not among them: they are worked out anew from the record. Nothing is written.
 */
export async function changedDecisions(store: Reading, supposition: Supposition): Promise<ChangedDecision[]> {
  const { streams, after, upTo, suppose, except } = supposition;
  const log = remembering(store);
  const changed: (ChangedDecision & { readonly position: Position })[] = [];
  for (const stream of streams)
    for await (const first of firstOfEach(log, stream)) {
      const { type } = first.metadata.command;
      if (first.position <= after.position || (upTo !== undefined && first.position > upTo)) continue;
      if (first.metadata.commandId === after.metadata.commandId || except(first) || isOfStanding(first)) continue;
      const useCase = useCaseNamed(type);
      const difference = useCase && (await differenceOf(log, useCase, first, suppose));
      if (difference)
        changed.push({
          decision: first.metadata.commandId,
          request: type,
          summary: useCase.summary,
          recordedAt: first.metadata.recordedAt,
          ...difference,
          position: first.position,
        });
    }
  changed.sort((a, b) => (a.position < b.position ? -1 : 1));
  return changed.map(({ position: _position, ...decision }) => decision);
}

const isOfStanding = ({ type }: RecordedEvent): boolean => type === 'StandingDecided' || type === 'StandingRevised';

/** The first event of each command; those of one stand next to each other. */
async function* firstOfEach(log: Reading, stream: string): AsyncGenerator<RecordedEvent> {
  let last: string | undefined;
  for await (const event of log.readStream(stream)) {
    if (event.metadata.commandId !== last) yield event;
    last = event.metadata.commandId;
  }
}

type Difference = Pick<ChangedDecision, 'change' | 'clauses' | 'before' | 'after'>;

async function differenceOf(
  log: Reading,
  useCase: AnyUseCase,
  event: RecordedEvent,
  suppose: Supposition['suppose'],
): Promise<Difference | undefined> {
  const [as, supposed] = [await retake(log, useCase, event), await retake(log, useCase, event, { event: suppose })];
  if ('problems' in as || 'problems' in supposed) return undefined;
  const [before, after] = [outcomeOf(as), outcomeOf(supposed)];
  const [one, other] = [as.outcome.ruling, supposed.outcome.ruling];
  const change = !isDeepStrictEqual(before, after)
    ? 'outcome'
    : !isDeepStrictEqual(plain(as.written.map(({ data }) => data)), plain(supposed.written.map(({ data }) => data)))
      ? 'facts'
      : !isDeepStrictEqual(plain(one), plain(other))
        ? 'ruling'
        : undefined;
  return change && { change, clauses: clausesOfChange(one, other), before, after };
}

type Taken = Exclude<Awaited<ReturnType<typeof retake>>, { readonly problems: unknown }>;

const outcomeOf = ({ outcome, written }: Taken): DecisionOutcome => ({
  outcome: outcome.outcome,
  ...(outcome.outcome === 'refused' ? { code: outcome.code } : {}),
  refusedBy: outcome.ruling ? refusingClauses(outcome.ruling) : [],
  events: outcome.outcome === 'accepted' ? written.map(({ type }) => type) : [],
});

/** The clauses of which one of two rulings says something else than the other. */
function clausesOfChange(one: Ruling | undefined, other: Ruling | undefined): ClauseId[] {
  const [these, those] = [one?.findings ?? [], other?.findings ?? []];
  const isIn = (finding: Finding, findings: readonly Finding[]) =>
    findings.some((same) => isDeepStrictEqual(plain(same), plain(finding)));
  const different = [...these.filter((each) => !isIn(each, those)), ...those.filter((each) => !isIn(each, these))];
  return [...new Set(different.map(({ clause }) => clause))];
}

/** As it is in the log, which is JSON. */
const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Streams are read from the log once, however many decisions are taken again on them. */
function remembering(store: Reading): Reading {
  const read = new Map<string, RecordedEvent[]>();
  return {
    async *readStream(stream) {
      let events = read.get(stream);
      if (!events) {
        events = [];
        for await (const event of store.readStream(stream)) events.push(event);
        read.set(stream, events);
      }
      yield* events;
    },
  };
}
