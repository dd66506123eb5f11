import { isDeepStrictEqual } from 'node:util';
import { REQUEST_STREAMS, settlersOf, supposedCorrection } from '#academic-record';
import { type AnyUseCase, retake } from '#commands';
import type { EventStore } from '#event-store';
import {
  type CivilDate,
  type ClauseId,
  type Finding,
  type Position,
  type RecordedEvent,
  type Ruling,
  refusingClauses,
} from '#kernel';

import type { DecisionOutcome, DependentDecision } from '#regulations';
import { attemptKey, foldOn, recordStream } from '#student-record';
import { gradesPutRight, type Retelling, toldAsItStands } from './supposed-log.ts';
import { useCaseNamed } from './use-cases.ts';

type Reading = Pick<EventStore, 'readStream'>;

/** What is supposed of a record. */
export interface OtherGrade {
  readonly student: string;
  readonly course: string;
  readonly term: string;
  /** The grade in place of the one on record. */
  readonly grade: string;
  readonly today: CivilDate;
  /** The events of the record that are looked at. */
  readonly events: readonly RecordedEvent[];
  /** What was refused is looked at up to this place in the log; all of it when absent. */
  readonly upTo?: Position;
}

/**
 * The decisions about a student that come out otherwise on another grade: each is taken again on the log with all grades
 * as they stand now, and with the other one, by the rules of this program both times. Standings that were published are
 * not among them: they are put right with the grade. Of what was asked about the grade itself, nothing is a consequence.
 * Nothing is written.
 */
export async function changedDecisions(store: Reading, other: OtherGrade): Promise<DependentDecision[]> {
  const { student, course, term, events, upTo } = other;
  const stream = recordStream(student);
  const { record } = foldOn(stream, events);
  const supposed = supposedCorrection(record, other, other.today);
  const [first, ...corrections] = gradesPutRight(events, attemptKey(course, term));
  if (!supposed || !first) return [];
  const last = corrections.at(-1) ?? first;
  const retold: Retold = {
    log: remembering(store),
    now: toldAsItStands(events),
    otherwise: toldAsItStands(events, {
      grades: new Map([[attemptKey(course, term), supposed.corrected.data]]),
      standings: supposed.standings.map(({ after }) => after),
    }),
  };
  const own = new Set([first, ...corrections].map(({ metadata }) => metadata.commandId));
  const isLooked = (event: RecordedEvent): boolean =>
    event.position > first.position &&
    (upTo === undefined || event.position <= upTo) &&
    !own.has(event.metadata.commandId) &&
    !isStanding(event) &&
    !isOfGrade(event, other, { isEarlier: event.position < last.position, amendments: record.results.amendments });

  const refused: RecordedEvent[] = [];
  for await (const event of store.readStream(`${REQUEST_STREAMS}${student}`)) refused.push(event);
  const decisions = [...firstOfEach(events), ...refused].filter(isLooked);
  decisions.sort((a, b) => (a.position < b.position ? -1 : 1));
  const changed: DependentDecision[] = [];
  for (const decision of decisions) {
    const useCase = useCaseNamed(decision.metadata.command.type);
    const difference = useCase && (await differenceOf(retold, useCase, decision));
    if (difference) changed.push(difference);
  }
  return changed;
}

/** The log as it is, and as it is told with the grades as they stand, and with the other one. */
interface Retold {
  readonly log: Reading;
  readonly now: Retelling;
  readonly otherwise: Retelling;
}

const isStanding = ({ type }: RecordedEvent): boolean => type === 'StandingDecided' || type === 'StandingRevised';

/**
 * What was asked about the grade itself: its amendment, refused or not, and anything about the attempt that was asked
 * while an earlier grade stood there.
 */
function isOfGrade(
  { metadata: { command } }: RecordedEvent,
  of: OtherGrade,
  { isEarlier, amendments }: { isEarlier: boolean; amendments: readonly { id: string; attempt: string }[] },
): boolean {
  const { course, term, amendment } = command.data as { course?: string; term?: string; amendment?: string };
  if (course === of.course && term === of.term) return isEarlier || command.type === 'ProposeGradeAmendment';
  return (
    (command.type === 'ConfirmGradeAmendment' || command.type === 'WithdrawGradeAmendment') &&
    amendments.some(({ id, attempt }) => id === amendment && attempt === attemptKey(of.course, of.term))
  );
}

/** The first event of each command; those of one stand next to each other. */
const firstOfEach = (events: readonly RecordedEvent[]): RecordedEvent[] =>
  events.filter((event, index) => event.metadata.commandId !== events[index - 1]?.metadata.commandId);

async function differenceOf(
  { log, now, otherwise }: Retold,
  useCase: AnyUseCase,
  event: RecordedEvent,
): Promise<DependentDecision | undefined> {
  const [one, other] = [
    await retake(log, useCase, event, { event: now }),
    await retake(log, useCase, event, { event: otherwise }),
  ];
  if ('problems' in one || 'problems' in other) return undefined;
  const [before, after] = [outcomeOf(one), outcomeOf(other)];
  const ruled = [one.outcome.ruling, other.outcome.ruling] as const;
  const change = !isDeepStrictEqual(before, after)
    ? 'outcome'
    : !isDeepStrictEqual(factsOf(one), factsOf(other))
      ? 'facts'
      : !isDeepStrictEqual(plain(ruled[0]), plain(ruled[1]))
        ? 'ruling'
        : undefined;
  if (!change) return undefined;
  const asItWas = await retake(log, useCase, event);
  const stands =
    !('problems' in asItWas) &&
    isDeepStrictEqual(outcomeOf(asItWas), after) &&
    isDeepStrictEqual(factsOf(asItWas), factsOf(other));
  const { commandId, command, recordedAt } = event.metadata;
  return {
    decision: commandId,
    request: command.type,
    summary: useCase.summary,
    recordedAt,
    change,
    clauses: clausesOfChange(...ruled),
    before,
    after,
    settledBy: stands ? [] : settlersOf(useCase.by),
  };
}

type Taken = Exclude<Awaited<ReturnType<typeof retake>>, { readonly problems: unknown }>;

const outcomeOf = ({ outcome, written }: Taken): DecisionOutcome => ({
  outcome: outcome.outcome,
  ...(outcome.outcome === 'refused' ? { code: outcome.code } : {}),
  refusedBy: outcome.ruling ? refusingClauses(outcome.ruling) : [],
  events: outcome.outcome === 'accepted' ? recordedIn(written).map(({ type }) => type) : [],
});

const factsOf = ({ outcome, written }: Taken): unknown =>
  outcome.outcome === 'accepted' ? plain(recordedIn(written).map(({ data }) => data)) : undefined;

/** What is recorded, without the standings that are put right with every grade and what they lead to. */
const recordedIn = (written: Taken['written']): Taken['written'] => {
  if (!written.some(({ type }) => type === 'StandingRevised' || type === 'DecisionsToSettle')) return written;
  return written.filter(({ type }) => !FOLLOWING.has(type));
};

const FOLLOWING: ReadonlySet<string> = new Set([
  'StandingRevised',
  'RegistrationTerminated',
  'RegistrationReinstated',
  'DecisionsToSettle',
]);

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
