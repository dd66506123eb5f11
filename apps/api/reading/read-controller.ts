import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EVENT_STORE } from '#commands';
import type { EventStore } from '#event-store';
import { text } from '#kernel';
import { NotYetProjected, type ReadModels } from '#projections';
import { READ_MODELS, type ReadModelQuery, readAsOf, Show, type Subject } from '#system';
import { API_PREFIX, actorOf, readsAll, requireReaderOf, requireResults } from '../acting/acting.ts';
import { DescribeQuery } from '../openapi/describe-query.ts';
import { unknown } from '../problems/known-problems.ts';
import type { ProblemError } from '../problems/problem.ts';
import { isCode, position, queryOf, requireReached } from '../query.ts';
import { asTold, sendDocument } from './send-document.ts';
import { unknownStudent } from './unknown-student.ts';

/** The resource at which one read model is read. All of them are made here; what is of no student is read by all. */
export function readController(query: ReadModelQuery): Type {
  const ofStudent = query.path.split('/').includes(':student');
  const timed = ofStudent && (query.readModel !== undefined || query.asOf === true);
  @Controller(API_PREFIX)
  class ReadController {
    readonly #bus: QueryBus;
    readonly #store: EventStore;
    readonly #models: ReadModels;

    constructor(
      @Inject(QueryBus) bus: QueryBus,
      @Inject(EVENT_STORE) store: EventStore,
      @Inject(READ_MODELS) models: ReadModels,
    ) {
      this.#bus = bus;
      this.#store = store;
      this.#models = models;
    }

    @Get(query.path)
    @DescribeQuery({
      id: query.name,
      tag: ofStudent ? 'Records 紀錄' : 'Catalogue 學科與課程',
      summary: query.summary,
      path: query.path,
      parameters: timed ? ['minPosition', 'asOf'] : ['minPosition'],
    })
    @ApiHeader({ name: 'If-None-Match', required: false, description: 'The revision that the reader has.' })
    @ApiResponse({
      status: 200,
      description: query.summary.en,
      type: query.document,
      isArray: query.list,
      headers: {
        ETag: {
          description:
            'The revision of the record that is shown; for a student, and for offices that do not decide on results, what is told.',
          schema: { type: 'string' },
        },
      },
    })
    @ApiResponse({ status: 304, description: 'The reader has this revision.' })
    async read(
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<string | undefined> {
      const subject = request.params as Subject;
      const { student } = subject;
      if (ofStudent) {
        if (!isCode(student)) throw unknownStudent();
        requireReaderOf(student, request);
      }
      if (query.by === 'staff') requireResults(request);
      const { minPosition, asOf } = timed
        ? queryOf(request, { minPosition: position, asOf: readAsOf })
        : { ...queryOf(request, { minPosition: position }), asOf: undefined };
      await requireReached(this.#store, minPosition, 'minPosition');
      if (asOf && 'position' in asOf) await requireReached(this.#store, asOf.position, 'asOf');
      const asked = { reader: actorOf(request), asOf };
      const known = Object.values(subject).every(isCode);
      const document = known ? await this.#bus.execute(new Show(query, subject, minPosition, asked)) : undefined;
      if (!document) throw await this.#missing(subject, student);
      return sendDocument(ofStudent && !readsAll(request) ? asTold(document) : document, request, reply);
    }

    async #missing(subject: Subject, student: string | undefined): Promise<ProblemError> {
      if (student === undefined)
        return unknown(query.name, text('There is nothing of that name.', '沒有該名稱的資料。'));
      const part = Object.keys(subject).find((name) => name !== 'student');
      return part && (await this.#isKnown(student))
        ? unknown(part, text('The record has no such part.', '紀錄中沒有這一部分。'))
        : unknownStudent();
    }

    /** Of a student who is parked there may be no transcript yet; but somebody nobody knows is never parked. */
    async #isKnown(student: string): Promise<boolean> {
      try {
        return (await this.#models.transcript(student)) !== undefined;
      } catch (error) {
        if (error instanceof NotYetProjected) return true;
        throw error;
      }
    }
  }
  Object.defineProperty(ReadController, 'name', { value: `${query.name}-controller` });
  return ReadController;
}
