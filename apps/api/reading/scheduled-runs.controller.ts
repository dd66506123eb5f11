import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { affectedBy, RUN_STREAMS, type ScheduledRun, scheduledProcesses, scheduledRun } from '#academic-record';
import { EVENT_STORE } from '#commands';
import type { EventStore } from '#event-store';
import { type CivilDate, isCivilDate, type Text, text } from '#kernel';
import { API_PREFIX, requireResults } from '../acting/acting.ts';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { unknown } from '../problems/known-problems.ts';
import { queryOf } from '../query.ts';

const TAG = 'Records 紀錄';
const REPORT_TYPE = 'application/x-ndjson';
const ANY = { type: 'object' as const, additionalProperties: true };
const PROCESS = {
  name: 'process',
  schema: { type: 'string' as const, enum: scheduledProcesses.map(({ name }) => name) },
};
const DAY = { name: 'day', schema: { type: 'string' as const, format: 'date' } };

const titled = ({ en, 'zh-Hant': chinese }: Text): string => `${en} ${chinese}`;

/** A run's stream is named by its process and its day. */
const NAMED = new RegExp(`^${RUN_STREAMS}(.+)-(\\d{4}-\\d{2}-\\d{2})$`);

/** Scheduled runs for staff: what was looked for on a day, what came of it, and whom it concerned. */
@Controller(`${API_PREFIX}/scheduled-runs`)
export class ScheduledRunsController {
  readonly #store: EventStore;

  constructor(@Inject(EVENT_STORE) store: EventStore) {
    this.#store = store;
  }

  @Get()
  @ApiTags(TAG)
  @ApiOperation({ operationId: 'scheduled-runs', summary: titled(text('Scheduled runs', '定期處理')) })
  @ApiResponse({ status: 200, description: 'All runs, in order of process and day.', schema: ANY })
  @DescribeProblems(400, 401, 403, 503)
  async all(@Req() request: FastifyRequest): Promise<{ readonly runs: readonly ScheduledRun[] }> {
    requireResults(request);
    queryOf(request, {});
    const runs: ScheduledRun[] = [];
    for await (const stream of this.#store.streams(RUN_STREAMS)) {
      const [, process = '', day = ''] = NAMED.exec(stream) ?? [];
      const run = await scheduledRun(this.#store, process, day as CivilDate);
      if (run) runs.push(run);
    }
    return { runs };
  }

  @Get(':process/:day')
  @ApiTags(TAG)
  @ApiOperation({ operationId: 'scheduled-run', summary: titled(text('A scheduled run', '一次定期處理')) })
  @ApiParam(PROCESS)
  @ApiParam(DAY)
  @ApiResponse({
    status: 200,
    description: 'What it came to, of all times that it was run for the day.',
    schema: ANY,
  })
  @DescribeProblems(400, 401, 403, 404, 503)
  one(@Req() request: FastifyRequest): Promise<ScheduledRun> {
    return this.#asked(request);
  }

  @Get(':process/:day/report')
  @ApiTags(TAG)
  @ApiOperation({
    operationId: 'scheduled-run-report',
    summary: titled(text('The report of a scheduled run', '定期處理報告')),
  })
  @ApiParam(PROCESS)
  @ApiParam(DAY)
  @ApiProduces(REPORT_TYPE)
  @ApiResponse({
    status: 200,
    description:
      'A line of JSON for each registration that it affected: the clauses, the figures, and whether it was recorded or refused. Told again, it is the same as long as the run has not found more.',
    content: { [REPORT_TYPE]: { schema: { type: 'string' } } },
  })
  @DescribeProblems(400, 401, 403, 404, 503)
  async report(@Req() request: FastifyRequest): Promise<StreamableFile> {
    const { process, on } = await this.#asked(request);
    return new StreamableFile(Readable.from(this.#lines(process, on)), { type: REPORT_TYPE });
  }

  async *#lines(process: string, on: CivilDate): AsyncGenerator<Buffer> {
    for await (const affected of affectedBy(this.#store, process, on))
      yield Buffer.from(`${JSON.stringify(affected)}\n`);
  }

  async #asked(request: FastifyRequest): Promise<ScheduledRun> {
    requireResults(request);
    queryOf(request, {});
    const { process = '', day = '' } = request.params as { process?: string; day?: string };
    const isNamed = scheduledProcesses.some(({ name }) => name === process) && isCivilDate(day);
    const run = isNamed ? await scheduledRun(this.#store, process, day) : undefined;
    if (!run) throw unknown('scheduled-run', text('There was no such scheduled run.', '沒有這次定期處理。'));
    return run;
  }
}
