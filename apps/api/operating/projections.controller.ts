import {
  applyDecorators,
  Body,
  Controller,
  Get,
  Inject,
  type OnApplicationShutdown,
  Post,
  Req,
  Res,
  type Type,
} from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ReadFields, readFields } from '#commands';
import { type Text, text } from '#kernel';
import {
  AheadOfLog,
  compare,
  drop,
  LeaseHeld,
  NeverBuilt,
  NoSuchGeneration,
  NoSuchReadModel,
  NoSuchStream,
  projectionsStatus,
  type RebuildOptions,
  rebuild,
  rebuildingElsewhere,
  retryParked,
  rollBack,
  SwapHeldUp,
  studentReadModels,
  swapIn,
} from '#projections';
import { STORES, type Stores } from '#system';
import { API_PREFIX, actorOf, requireOperator } from '../acting/acting.ts';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { type KnownProblem, problem, unknown } from '../problems/known-problems.ts';
import { queryOf } from '../query.ts';
import { LongOperations, type OperationShown } from './long-operations.ts';
import { DropRequest, NoFields, RebuildRequest, RetryRequest, SwapRequest } from './requests.ts';

const ANY = { type: 'object' as const, additionalProperties: true };

const Shows = (id: string, summary: Text) =>
  applyDecorators(
    ApiOperation({ operationId: id, summary: `${summary.en} ${summary['zh-Hant']}` }),
    ApiResponse({ status: 200, description: summary.en, schema: ANY }),
    DescribeProblems(400, 401, 403, 404, 503),
  );

const Does = (id: string, summary: Text, body: Type) =>
  applyDecorators(
    ApiOperation({ operationId: id, summary: `${summary.en} ${summary['zh-Hant']}` }),
    ApiBody({ type: body }),
    ApiResponse({ status: 200, description: 'Done; `result` tells what came of it.', schema: ANY }),
    ApiResponse({ status: 202, description: 'Begun; Location tells where to look how it goes.', schema: ANY }),
    DescribeProblems(400, 401, 403, 409, 413, 415, 503),
  );

/** An operation about which nothing can be said. */
const readNothing = <Asked>(body: unknown): ReadFields<Asked> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0
    ? { fields: {} as Asked }
    : { problems: [{ field: '', problem: 'must be an empty object' }] };

/** What is no fault of the server: somebody else is at it, or there is nothing to do it with. */
const REFUSED: readonly (readonly [kind: abstract new (...args: never[]) => Error, code: KnownProblem])[] = [
  [LeaseHeld, 'held-by-another'],
  [NoSuchGeneration, 'no-such-generation'],
  [NeverBuilt, 'never-built'],
  [AheadOfLog, 'ahead-of-log'],
  [NoSuchReadModel, 'no-such-read-model'],
  [NoSuchStream, 'no-such-stream'],
  [SwapHeldUp, 'swap-held-up'],
];

/** The read models, for the operators of the system: the same as `records projections` does. */
@Controller(`${API_PREFIX}/admin/projections`)
@ApiTags('Operation 系統運作')
export class ProjectionsController implements OnApplicationShutdown {
  readonly #stores: Stores;
  readonly #operations = new LongOperations();

  constructor(@Inject(STORES) stores: Stores) {
    this.#stores = stores;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#operations.stop();
  }

  @Get()
  @Shows('projections', text('Generations, positions, leases and what is parked', '讀取模型的版次、進度與擱置事項'))
  async status(@Req() request: FastifyRequest) {
    requireOperator(request);
    queryOf(request, {});
    const { store, readDatabase } = this.#stores;
    return projectionsStatus(store, readDatabase, studentReadModels);
  }

  @Get('operations')
  @Shows(
    'operations',
    text(
      'Operations that this server began, the latest first; and what other processes are about, by their leases',
      '此伺服器啟動的作業，以及其他程序正在進行的作業',
    ),
  )
  async list(@Req() request: FastifyRequest) {
    requireOperator(request);
    queryOf(request, {});
    return {
      operations: this.#operations.list(),
      elsewhere: await rebuildingElsewhere(this.#stores.readDatabase),
    };
  }

  @Get('operations/:id')
  @ApiParam({ name: 'id', schema: { type: 'string' } })
  @Shows('operation', text('How an operation goes', '作業進度'))
  show(@Req() request: FastifyRequest) {
    requireOperator(request);
    queryOf(request, {});
    const found = this.#operations.find((request.params as { id: string }).id);
    if (!found) throw unknown('operation', text('This server knows no such operation.', '此伺服器沒有這項作業。'));
    return found;
  }

  @Post('rebuilds')
  @Does(
    'rebuild',
    text('Fill anew beside the live rows, compare, swap in when equal', '重建、比對並切換讀取模型'),
    RebuildRequest,
  )
  rebuild(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown) {
    return this.#begin('rebuild', RebuildRequest, request, reply, body, ({ store, readDatabase }, how) =>
      rebuild(store, readDatabase, studentReadModels, how),
    );
  }

  @Post('comparisons')
  @Does('compare', text('Compare the live rows with what the log says', '比對讀取模型與紀錄'), RebuildRequest)
  compare(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown) {
    return this.#begin('compare', RebuildRequest, request, reply, body, ({ store, readDatabase }, how) =>
      compare(store, readDatabase, studentReadModels, how),
    );
  }

  @Post('swaps')
  @Does('swap', text('Put the generation that waits in place', '啟用已備妥的版次'), SwapRequest)
  swap(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown) {
    return this.#begin('swap', SwapRequest, request, reply, body, ({ store, readDatabase }, how) =>
      swapIn(store, readDatabase, studentReadModels, how),
    );
  }

  @Post('rollbacks')
  @Does('roll-back', text('Put the previous generation back in place', '回復上一版次'), NoFields)
  rollBack(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown) {
    return this.#begin('rollback', undefined, request, reply, body, ({ store, readDatabase }, how) =>
      rollBack(store, readDatabase, studentReadModels, how),
    );
  }

  @Post('drops')
  @Does('drop', text('Drop generations that nobody needs', '刪除不再需要的版次'), DropRequest)
  drop(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown) {
    return this.#begin('drop', DropRequest, request, reply, body, async ({ readDatabase }, how) => ({
      dropped: await drop(readDatabase, studentReadModels, how),
    }));
  }

  @Post('retries')
  @Does('retry', text('Apply what waits of parked streams', '重試已擱置的事項'), RetryRequest)
  retry(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Body() body: unknown) {
    return this.#begin('retry', RetryRequest, request, reply, body, async ({ store, readDatabase }, how) => ({
      retried: await retryParked(store, readDatabase, studentReadModels, how),
    }));
  }

  async #begin<Asked extends object>(
    kind: string,
    type: (new () => Asked) | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
    body: unknown,
    work: (stores: Stores, how: Asked & RebuildOptions) => Promise<unknown>,
  ): Promise<OperationShown> {
    requireOperator(request);
    queryOf(request, {});
    const { fields, problems } = type ? readFields(type, body) : readNothing<Asked>(body);
    if (problems) throw problem('invalid-request', { members: { problems } });
    const { threads } = this.#stores;
    try {
      const operation = await this.#operations.begin(kind, actorOf(request), (tell, signal) =>
        work(this.#stores, {
          ...fields,
          threads,
          signal,
          onProgress: ({ streams, ofStreams }) => tell(streams, ofStreams),
        }),
      );
      reply.code(operation.state === 'running' ? 202 : 200);
      reply.header('Location', `/${API_PREFIX}/admin/projections/operations/${operation.id}`);
      return operation;
    } catch (error) {
      const [, code] = REFUSED.find(([refused]) => error instanceof refused) ?? [];
      throw code && error instanceof Error ? problem(code, { members: { reason: error.message } }) : error;
    }
  }
}
