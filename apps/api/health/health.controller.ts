import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EVENT_STORE } from '#commands';
import type { EventStore } from '#event-store';
import { PROJECTIONS, type SystemProjections } from '#system';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { problem } from '../problems/known-problems.ts';

/** For whoever runs the server: whether it lives, and whether it can serve. */
@Controller('health')
@ApiTags('Health 運作狀況')
export class HealthController {
  readonly #store: EventStore;
  readonly #projections: SystemProjections;

  constructor(@Inject(EVENT_STORE) store: EventStore, @Inject(PROJECTIONS) projections: SystemProjections) {
    this.#store = store;
    this.#projections = projections;
  }

  @Get('live')
  @ApiOperation({ operationId: 'live', summary: 'The process answers 程序有回應' })
  @ApiResponse({ status: 200, schema: { type: 'object', additionalProperties: true } })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'ready',
    summary: 'The log answers and the read models follow it 紀錄與讀取模型運作正常',
  })
  @ApiResponse({ status: 200, schema: { type: 'object', additionalProperties: true } })
  @DescribeProblems(503)
  async ready() {
    const health = await this.#store.health();
    const log = { reachable: health.reachable, milliseconds: Math.round(health.milliseconds), fault: health.fault };
    if (!health.reachable) throw problem('not-ready', { members: { log } });
    const { head, position, caughtUp, behindFor, healthy, failures, follows, parked, projections } =
      await this.#projections.status();
    const unbuilt = projections.filter((each) => each.position === undefined).map(({ name }) => name);
    const readModels = {
      healthy,
      position,
      caughtUp,
      behindForMilliseconds: behindFor,
      failures,
      followedPartitions: follows.length,
      parkedStreams: parked,
      ...(unbuilt.length > 0 ? { unbuilt, building: this.#projections.building() } : {}),
    };
    const told = { log: { ...log, position: head }, readModels };
    if (!healthy || unbuilt.length > 0) throw problem('not-ready', { members: told });
    return { status: 'ready', ...told };
  }
}
