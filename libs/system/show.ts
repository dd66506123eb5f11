import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, EVENT_STORE, knowsResults } from '#commands';
import type { EventStore } from '#event-store';
import type { Clock, Position } from '#kernel';
import {
  documentsOf,
  NotYetProjected,
  type ProjectionRuntime,
  type ReadDocument,
  type ReadModels,
  variantOf,
} from '#projections';
import { recordAt } from '#student-record';
import type { Log } from './eligibility-now.ts';
import { of, type ReadModelQuery, type Subject } from './queries/query.ts';
import { type Asked, recordFor } from './record-now.ts';
import { PROJECTIONS, READ_MODELS } from './tokens.ts';

/** Shows a read model, not older than a position that the asker has seen; to whom, and of what time, where that is told. */
export class Show extends Query<ReadDocument | undefined> {
  readonly query: ReadModelQuery;
  readonly subject: Subject;
  readonly minPosition?: Position;
  readonly asked: Asked;

  constructor(query: ReadModelQuery, subject: Subject, minPosition?: Position, asked: Asked = {}) {
    super();
    this.query = query;
    this.subject = subject;
    this.minPosition = minPosition;
    this.asked = asked;
  }
}

/** How long a reader waits for the read models to come as far as it has seen. */
const PATIENCE_MS = 5_000;

@QueryHandler(Show)
export class ShowHandler implements IQueryHandler<Show> {
  readonly #models: ReadModels;
  readonly #projections: ProjectionRuntime;
  readonly #log: Log;

  constructor(
    @Inject(READ_MODELS) models: ReadModels,
    @Inject(PROJECTIONS) projections: ProjectionRuntime,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#models = models;
    this.#projections = projections;
    this.#log = { store, clock };
  }

  async execute({ query, subject, minPosition, asked }: Show) {
    const log = { ...this.#log, ...asked };
    const own = query.readModel && subject.student !== undefined ? await this.#foldedFor(subject, asked) : undefined;
    if (own === null) return undefined;
    if (own) return query.read(own, subject, log);
    if (minPosition && query.readModel) await this.#reach(query.readModel, subject, minPosition);
    return query.read(this.#models, subject, log);
  }

  /**
   * What the read models say of a record as this asker may know it, or of a past time: worked out from the log by the
   * views that fill them. Undefined where the stored documents are the answer, null where there was no record yet.
   */
  async #foldedFor(subject: Subject, asked: Asked): Promise<ReadModels | null | undefined> {
    if (!asked.asOf && (!asked.reader || knowsResults(asked.reader.role))) return undefined;
    const told = await recordFor(this.#log, of(subject, 'student'), asked);
    if (!told) return asked.asOf ? null : undefined;
    if (!asked.asOf && !told.kept) return undefined;
    const variant = variantOf(JSON.stringify([asked.asOf ?? null, told.publication.day]));
    return this.#models.over(documentsOf(recordAt(told.folded), variant));
  }

  /** Old rows are never shown for new ones: not where the projections are behind, and not where a student is parked. */
  async #reach(readModel: string, subject: Subject, minPosition: Position): Promise<void> {
    const reached =
      (await this.#projections.waitFor(minPosition, PATIENCE_MS)) &&
      !(await this.#models.isParked(readModel, of(subject, 'student'), minPosition));
    if (!reached) throw new NotYetProjected();
  }
}
