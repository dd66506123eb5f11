import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiParam, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { REQUEST_STREAMS, records } from '#academic-record';
import { CLOCK, EVENT_STORE } from '#commands';
import type { EventStore } from '#event-store';
import { type Clock, type RecordedEvent, text } from '#kernel';
import type { ReadModels } from '#projections';
import { READ_MODELS, type Telling, tellingTo, whyOf } from '#system';
import { API_PREFIX, actorOf, requireReaderOf, requireStaff } from '../acting/acting.ts';
import { DescribeQuery } from '../openapi/describe-query.ts';
import { unknown } from '../problems/known-problems.ts';
import { code, isCode, limit, queryOf, revision } from '../query.ts';
import { unknownStudent } from './unknown-student.ts';

const PAGE = 50;
const MOST = 500;
/** What a command may be called, as far as a path can say it: one with a longer name is found by its event. */
const DECISION = '^[!-~]{1,100}$';
const LISTED = { status: 200, schema: { type: 'object' as const, additionalProperties: true } };

/** Who is on record, and what was recorded of them: the history that an appeal or an audit reads. */
@Controller(`${API_PREFIX}/students`)
export class StudentsController {
  readonly #store: EventStore;
  readonly #models: ReadModels;
  readonly #clock: Clock;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(READ_MODELS) models: ReadModels,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#store = store;
    this.#models = models;
    this.#clock = clock;
  }

  @Get()
  @DescribeQuery({
    id: 'students',
    tag: 'Records 紀錄',
    summary: text('Students on record', '有紀錄的學生'),
    path: '',
    parameters: ['afterCode', 'limit'],
  })
  @ApiResponse({ ...LISTED, description: 'Students in order of their number; `next` is absent at the end.' })
  async students(@Req() request: FastifyRequest) {
    requireStaff(request);
    const { after, limit: most = PAGE } = queryOf(request, { after: code, limit: limit(MOST) });
    const { students, next } = await this.#models.students({ after, limit: most });
    return { students: students.map((student) => ({ ...student, revision: student.revision.toString() })), next };
  }

  @Get(':student/events')
  @DescribeQuery({
    id: 'events',
    tag: 'Records 紀錄',
    summary: text('Events of a record, with who, when and why', '紀錄的事件，以及何人、何時、何故'),
    path: ':student',
    parameters: ['afterRevision', 'limit'],
  })
  @ApiResponse({ ...LISTED, description: 'Events in order of revision; `next` is absent at the end.' })
  async events(@Req() request: FastifyRequest) {
    const student = studentOf(request);
    const page = await this.#page(records.streamOf(student), request, await this.#tellingOf(student, request));
    if (page.events.length === 0 && !(await this.#isKnown(student))) throw unknownStudent();
    return page;
  }

  @Get(':student/requests')
  @DescribeQuery({
    id: 'requests',
    tag: 'Records 紀錄',
    summary: text('Requests that the regulations refused', '按規例不獲批准的要求'),
    path: ':student',
    parameters: ['afterRevision', 'limit'],
  })
  @ApiResponse({ ...LISTED, description: 'Refused requests, each with its ruling; `next` is absent at the end.' })
  async requests(@Req() request: FastifyRequest) {
    const student = studentOf(request);
    const { events, next } = await this.#page(
      `${REQUEST_STREAMS}${student}`,
      request,
      await this.#tellingOf(student, request),
    );
    if (events.length === 0 && !(await this.#isKnown(student))) throw unknownStudent();
    return { requests: events, next };
  }

  @Get(':student/decisions/:id')
  @DescribeQuery({
    id: 'decision',
    tag: 'Records 紀錄',
    summary: text('Why a request was granted or refused', '要求獲准或不獲批准的理由'),
    path: ':student',
  })
  @ApiParam({
    name: 'id',
    description: 'The id of the command, or of an event of the record or of the refused requests.',
    schema: { type: 'string', pattern: DECISION },
  })
  @ApiResponse({
    ...LISTED,
    description:
      'Who asked what when, the outcome, each clause with its title and figures, approvals, override, and the revisions that were read.',
  })
  async decision(@Req() request: FastifyRequest) {
    const student = studentOf(request);
    queryOf(request, {});
    const { id = '' } = request.params as { id?: string };
    const why = new RegExp(DECISION).test(id)
      ? await whyOf(this.#store, student, id, await this.#tellingOf(student, request))
      : undefined;
    if (why) return why;
    if (!(await this.#isKnown(student))) throw unknownStudent();
    throw unknown('decision', text('The record has no such decision.', '紀錄中沒有這項決定。'));
  }

  /** How the history is told to who reads. */
  #tellingOf(student: string, request: FastifyRequest): Promise<Telling> {
    return tellingTo({ store: this.#store, clock: this.#clock }, actorOf(request), student);
  }

  async #isKnown(student: string): Promise<boolean> {
    for await (const _event of this.#store.readStream(records.streamOf(student))) return true;
    return false;
  }

  /** A run of one stream. `next` is the revision to go on after. */
  async #page(
    stream: string,
    request: FastifyRequest,
    { tell }: Telling,
  ): Promise<{ events: unknown[]; next?: string }> {
    const { after, limit: most = PAGE } = queryOf(request, { after: revision, limit: limit(MOST) });
    const events: RecordedEvent[] = [];
    for await (const whole of this.#store.readStream(stream, { from: after === undefined ? 0n : after + 1n })) {
      const event = tell(whole);
      if (!event) continue;
      if (events.length === most) return { events: events.map(shownEvent), next: events.at(-1)?.revision.toString() };
      events.push(event);
    }
    return { events: events.map(shownEvent) };
  }
}

function studentOf(request: FastifyRequest): string {
  const { student } = request.params as { student?: string };
  if (!isCode(student)) throw unknownStudent();
  requireReaderOf(student, request);
  return student;
}

/** An event with everything that was known when it was recorded. */
const shownEvent = ({ id, type, version, stream, revision, position, data, metadata }: RecordedEvent) => ({
  id,
  type,
  version,
  stream,
  revision: revision.toString(),
  position,
  data,
  ...metadata,
});
