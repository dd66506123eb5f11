import { Controller, Inject, type MessageEvent, type OnModuleDestroy, Req, Sse } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { interval, map, merge, type Observable, Subject, takeUntil } from 'rxjs';
import { records } from '#academic-record';
import { CLOCK, EVENT_STORE } from '#commands';
import type { EventStore } from '#event-store';
import { type Clock, text } from '#kernel';
import { NotYetProjected, type ProjectionRuntime } from '#projections';
import { PROJECTIONS } from '#system';
import { API_PREFIX, readsAll, requireReaderOf } from '../acting/acting.ts';
import { API_CONFIG, type ApiConfig } from '../config.ts';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { POSITION } from '../openapi/describe-query.ts';
import { problem } from '../problems/known-problems.ts';
import { isCode, position, queryOf, requireReached } from '../query.ts';
import { unknownStudent } from '../reading/unknown-student.ts';
import { recordChanges } from './record-changes.ts';
import { changesTold } from './told-changes.ts';

const HEARTBEAT_MS = 15_000;

/** Tells portals when a record has changed, so that they read it again. */
@Controller(`${API_PREFIX}/students`)
export class ChangesController implements OnModuleDestroy {
  readonly #store: EventStore;
  readonly #projections: ProjectionRuntime;
  readonly #clock: Clock;
  readonly #heartbeat: number;
  readonly #stopping = new Subject<void>();

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(PROJECTIONS) projections: ProjectionRuntime,
    @Inject(CLOCK) clock: Clock,
    @Inject(API_CONFIG) { heartbeat = HEARTBEAT_MS }: ApiConfig,
  ) {
    this.#store = store;
    this.#projections = projections;
    this.#clock = clock;
    this.#heartbeat = heartbeat;
  }

  /** Streams have no end of their own; the server could not close while one is open. */
  onModuleDestroy(): void {
    this.#stopping.next();
    this.#stopping.complete();
  }

  @Sse(':student/changes')
  @ApiTags('Records 紀錄')
  @ApiOperation({ operationId: 'changes', summary: 'Changes of a record as they happen 紀錄的即時變更' })
  @ApiParam({ name: 'student', schema: { type: 'string' } })
  @ApiQuery({
    name: 'after',
    required: false,
    description: 'Begins after this place in the log.',
    schema: { type: 'string', pattern: POSITION },
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The same, as an EventSource sends it.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'Events `change` with `{ student, revision, position }`; the id of each is its position.',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  @DescribeProblems(400, 401, 403, 404, 503)
  async changes(@Req() request: FastifyRequest): Promise<Observable<MessageEvent>> {
    const { student } = request.params as { student?: string };
    if (!isCode(student)) throw unknownStudent();
    requireReaderOf(student, request);
    const after = await this.#startOf(request);
    if (!(await this.#isKnown(student))) throw unknownStudent();
    // Until the read models are built there is no place to begin at, nor anything to read again.
    const now = await this.#projections.position();
    if (now === undefined) throw new NotYetProjected();
    const all = recordChanges(this.#store, this.#projections, student, after);
    const where = { store: this.#store, clock: this.#clock };
    const heard = readsAll(request) ? all : changesTold(where, student, after ?? now, all);
    const changes = heard.pipe(
      map(
        ({ revision, position }): MessageEvent => ({
          type: 'change',
          id: position,
          data: { student, revision: revision.toString(), position },
        }),
      ),
    );
    const heartbeats = interval(this.#heartbeat).pipe(map((): MessageEvent => ({ comment: 'alive' }) as MessageEvent));
    return merge(changes, heartbeats).pipe(takeUntil(this.#stopping));
  }

  async #startOf(request: FastifyRequest) {
    const { after } = queryOf(request, { after: position });
    const resumed = request.headers['last-event-id'];
    const start = resumed === undefined || resumed === '' ? after : position(String(resumed));
    if (resumed && start === undefined)
      throw problem('invalid-header', {
        detail: text('Last-Event-ID is not the id of an event of this stream.', 'Last-Event-ID 並非此串流的事件編號。'),
      });
    await requireReached(this.#store, start, 'after');
    return start;
  }

  async #isKnown(student: string): Promise<boolean> {
    for await (const _event of this.#store.readStream(records.streamOf(student))) return true;
    return false;
  }
}
