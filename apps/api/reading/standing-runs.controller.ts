import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { STANDING_RUN_STREAMS, type StandingRun, standingRuns } from '#academic-record';
import { type Text, text } from '#kernel';
import { STORES, type Stores, surveyed } from '#system';
import { API_PREFIX, requireResults } from '../acting/acting.ts';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { unknown } from '../problems/known-problems.ts';
import { queryOf } from '../query.ts';

const TAG = 'Records 紀錄';
const RUN = '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}-[1-9][0-9]{0,2}$';
const REPORT_TYPE = 'application/x-ndjson';
const ANY = { type: 'object' as const, additionalProperties: true };

const titled = ({ en, 'zh-Hant': chinese }: Text): string => `${en} ${chinese}`;

/** Standing runs for staff: what they came to, who signed, what was published, and their reports. */
@Controller(`${API_PREFIX}/standing-runs`)
export class StandingRunsController {
  readonly #stores: Stores;

  constructor(@Inject(STORES) stores: Stores) {
    this.#stores = stores;
  }

  @Get()
  @ApiTags(TAG)
  @ApiOperation({ operationId: 'standing-runs', summary: titled(text('Standing runs', '學業狀況審核')) })
  @ApiResponse({ status: 200, description: 'All runs, in order of term and number.', schema: ANY })
  @DescribeProblems(400, 401, 403, 503)
  async all(@Req() request: FastifyRequest): Promise<{ readonly runs: readonly StandingRun[] }> {
    requireResults(request);
    queryOf(request, {});
    const runs: StandingRun[] = [];
    for await (const stream of this.#stores.store.streams(STANDING_RUN_STREAMS)) {
      const run = await this.#find(stream.slice(STANDING_RUN_STREAMS.length));
      if (run) runs.push(run);
    }
    return { runs };
  }

  @Get(':run')
  @ApiTags(TAG)
  @ApiOperation({ operationId: 'standing-run', summary: titled(text('A standing run', '一次學業狀況審核')) })
  @ApiParam({ name: 'run', schema: { type: 'string', pattern: RUN } })
  @ApiResponse({ status: 200, description: 'What it came to, who signed it, and what was published.', schema: ANY })
  @DescribeProblems(400, 401, 403, 404, 503)
  one(@Req() request: FastifyRequest): Promise<StandingRun> {
    return this.#asked(request);
  }

  @Get(':run/report')
  @ApiTags(TAG)
  @ApiOperation({
    operationId: 'standing-run-report',
    summary: titled(text('The report of a standing run', '學業狀況審核報告')),
  })
  @ApiParam({ name: 'run', schema: { type: 'string', pattern: RUN } })
  @ApiProduces(REPORT_TYPE)
  @ApiResponse({
    status: 200,
    description:
      'A line of JSON for each registration that was decided: from what to what, the clauses, the figures, the distance to the line; the last line is the summary. Made again from the position of the log, the bytes are the same.',
    content: { [REPORT_TYPE]: { schema: { type: 'string' } } },
  })
  @DescribeProblems(400, 401, 403, 404, 503)
  async report(@Req() request: FastifyRequest): Promise<StreamableFile> {
    const run = await this.#asked(request);
    const report = await surveyed(this.#stores, 'standing', run.question);
    const lines = Readable.from(report.bytes());
    lines.once('close', () => void report.putAway());
    return new StreamableFile(lines, { type: REPORT_TYPE });
  }

  async #asked(request: FastifyRequest): Promise<StandingRun> {
    requireResults(request);
    queryOf(request, {});
    const { run: name = '' } = request.params as { run?: string };
    const run = new RegExp(RUN).test(name) ? await this.#find(name) : undefined;
    if (!run) throw unknown('standing-run', text('There is no such standing run.', '沒有這次學業狀況審核。'));
    return run;
  }

  async #find(name: string): Promise<StandingRun | undefined> {
    let run = standingRuns.initial;
    for await (const event of this.#stores.store.readStream(standingRuns.streamOf(name)))
      run = standingRuns.evolve(run, event);
    return run;
  }
}
