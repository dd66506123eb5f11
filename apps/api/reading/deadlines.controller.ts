import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { text } from '#kernel';
import type { DeadlinesDocument, ReadDocument } from '#projections';
import { readModelQuery, Show } from '#system';
import { API_PREFIX, actorOf, readsAll, requireReaderOf } from '../acting/acting.ts';
import { DescribeQuery } from '../openapi/describe-query.ts';
import { languageOf } from '../problems/language.ts';
import { isCode, queryOf } from '../query.ts';
import { iCalendar } from './calendar.ts';
import { asTold, sendDocument } from './send-document.ts';
import { unknownStudent } from './unknown-student.ts';

const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const NAME = text('Deadlines', '截止日期');
const CLAUSE = text('Clause', '條文');

/** A student's deadlines for a calendar that follows them. */
@Controller(`${API_PREFIX}/students`)
export class DeadlinesController {
  readonly #bus: QueryBus;

  constructor(@Inject(QueryBus) bus: QueryBus) {
    this.#bus = bus;
  }

  @Get(':student/deadlines.ics')
  @DescribeQuery({
    id: 'deadlines-calendar',
    tag: 'Records 紀錄',
    summary: text('Deadlines as a calendar (iCalendar)', '截止日期日曆（iCalendar）'),
    path: ':student',
  })
  @ApiResponse({
    status: 200,
    description: 'An iCalendar object (RFC 5545) of whole days, in the language that is asked for.',
    content: { 'text/calendar': { schema: { type: 'string' } } },
  })
  @ApiResponse({ status: 304, description: 'The reader has this revision.' })
  async calendar(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { student } = request.params as { student?: string };
    if (!isCode(student)) throw unknownStudent();
    requireReaderOf(student, request);
    queryOf(request, {});
    const query = readModelQuery('deadlines');
    const found =
      query &&
      (await this.#bus.execute<Show, ReadDocument | undefined>(
        new Show(query, { student }, undefined, { reader: actorOf(request) }),
      ));
    if (!found) throw unknownStudent();
    const language = languageOf(request.headers['accept-language']);
    const { on, deadlines } = JSON.parse(found.document) as DeadlinesDocument;
    const document = iCalendar({
      name: `${NAME[language]} ${student}`,
      stamped: on,
      days: deadlines.map(({ kind, day, programme, term, course, item, clause, title }) => ({
        uid: [student, kind, programme, term, course, item].filter((part) => part !== undefined).join('.'),
        day,
        summary: title[language],
        description: clause === undefined ? undefined : `${CLAUSE[language]} ${clause}`,
        categories: [kind],
      })),
    });
    const shown = { ...found, document, variant: `${found.variant}-${language}` };
    const body = sendDocument(readsAll(request) ? shown : asTold(shown), request, reply);
    if (body !== undefined) reply.header('Content-Type', CALENDAR_TYPE);
    return body;
  }
}
