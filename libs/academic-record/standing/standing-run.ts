import type { StreamKind } from '#commands';
import type { Actor, CivilDate, DomainEvent, RecordedEvent } from '#kernel';
import type { StandingQuestion, StandingSummary } from './standing-lines.ts';

/** A report was made of all records: what was asked, what it came to, and the hash of its bytes. */
export type StandingRunStarted = DomainEvent<
  'StandingRunStarted',
  { run: string; question: StandingQuestion; summary: StandingSummary; hash: string; on: CivilDate }
>;

/** Somebody stands by the report. */
export type StandingRunSigned = DomainEvent<
  'StandingRunSigned',
  { run: string; by: Actor; hash: string; on: CivilDate }
>;

/** The standings are being written into the records; once more where that broke off. */
export type StandingRunPublicationBegun = DomainEvent<'StandingRunPublicationBegun', { run: string; on: CivilDate }>;

/** What became of the decisions of a report. */
export interface PublicationCounts {
  readonly decided: number;
  /** Written by this publication, or by one before it that broke off. */
  readonly published: number;
  /** Published standings of the term, of an earlier run, that were put right. */
  readonly revised: number;
  /** Standings that stand so already. */
  readonly unchanged: number;
  /** Registrations that ended. */
  readonly terminated: number;
  /** Not written, because the record says otherwise since the report, by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

export type StandingRunPublished = DomainEvent<
  'StandingRunPublished',
  { run: string; on: CivilDate; counts: PublicationCounts }
>;

export type StandingRunEvent =
  | StandingRunStarted
  | StandingRunSigned
  | StandingRunPublicationBegun
  | StandingRunPublished;

export interface StandingSignature {
  readonly by: Actor;
  readonly on: CivilDate;
}

/** A standing run as it is now. */
export interface StandingRun {
  readonly run: string;
  readonly question: StandingQuestion;
  readonly summary: StandingSummary;
  readonly hash: string;
  readonly startedBy: Actor;
  readonly startedOn: CivilDate;
  readonly signatures: readonly StandingSignature[];
  readonly state: 'reported' | 'signed' | 'publishing' | 'published';
  readonly publishedOn?: CivilDate;
  readonly counts?: PublicationCounts;
}

/** How many people sign a report before it is published. */
export const SIGNATURES = 2;

export const STANDING_RUN_STREAMS = 'standing-run-';

/** A stream for each run: `standing-run-2025-SPR-1`. */
export const standingRuns: StreamKind<StandingRun | undefined> = {
  prefix: STANDING_RUN_STREAMS,
  streamOf: (run) => `${STANDING_RUN_STREAMS}${run}`,
  initial: undefined,
  evolve: (run, recorded: RecordedEvent) =>
    evolve(run, recorded as unknown as StandingRunEvent, recorded.metadata.actor),
};

function evolve(run: StandingRun | undefined, event: StandingRunEvent, actor: Actor): StandingRun | undefined {
  if (event.type === 'StandingRunStarted') {
    const { on: startedOn, ...made } = event.data;
    return { ...made, startedBy: actor, startedOn, signatures: [], state: 'reported' };
  }
  if (!run) return run;
  switch (event.type) {
    case 'StandingRunSigned': {
      const signatures = [...run.signatures, { by: event.data.by, on: event.data.on }];
      return { ...run, signatures, state: signatures.length >= SIGNATURES ? 'signed' : run.state };
    }
    case 'StandingRunPublicationBegun':
      return { ...run, state: 'publishing' };
    case 'StandingRunPublished':
      return { ...run, state: 'published', publishedOn: event.data.on, counts: event.data.counts };
    default:
      return run;
  }
}

/** The name of the n-th run of a term. */
export const runOf = (term: string, number = 1): string => `${term}-${number}`;
