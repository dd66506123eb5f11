import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { EVENT_STORE } from '#commands';
import type { EventStore } from '#event-store';
import type { ProjectionRuntime, ProjectionStatus } from '#projections';
import { PROJECTIONS } from '#system';

/** What Prometheus reads: the process, the log, and how the read models follow it. */
@Controller('metrics')
@ApiTags('Health 運作狀況')
export class MetricsController {
  readonly #registry = new Registry();
  readonly #take: () => Promise<void>;

  constructor(@Inject(EVENT_STORE) store: EventStore, @Inject(PROJECTIONS) projections: ProjectionRuntime) {
    collectDefaultMetrics({ register: this.#registry });
    this.#take = takerOf(this.#registry, store, projections);
  }

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ operationId: 'metrics', summary: 'Figures for Prometheus 供 Prometheus 讀取的數據' })
  @ApiResponse({ status: 200, content: { 'text/plain': { schema: { type: 'string' } } } })
  async metrics(): Promise<string> {
    await this.#take();
    return this.#registry.metrics();
  }
}

/** A figure of the read models, and what it is taken from. */
const FIGURES: Readonly<Record<string, readonly [help: string, of: (status: ProjectionStatus) => number]>> = {
  records_projections_lag_seconds: [
    'Age of the oldest event that the read models do not show yet.',
    ({ behindFor }) => behindFor / 1_000,
  ],
  records_projections_caught_up: ['1 when the read models show the whole log.', ({ caughtUp }) => Number(caughtUp)],
  records_projections_healthy: [
    '1 when somebody follows the log and no batch fails.',
    ({ healthy }) => Number(healthy),
  ],
  records_projections_failures: ['Tries that failed since the last batch that did not.', ({ failures }) => failures],
  records_projections_parked_streams: ['Streams that a read model could not go on with.', ({ parked }) => parked],
  records_projections_followed_partitions: ['Partitions that this process follows.', ({ follows }) => follows.length],
};

/** Takes all figures at one moment; those that cannot be had are NaN. */
function takerOf(registry: Registry, store: EventStore, projections: ProjectionRuntime): () => Promise<void> {
  const registers = [registry];
  const reachable = new Gauge({ name: 'records_log_reachable', help: '1 when the log answers.', registers });
  const gauges = Object.entries(FIGURES).map(([name, [help, of]]) => ({
    gauge: new Gauge({ name, help, registers }),
    of,
  }));
  return async () => {
    const health = await store.health();
    reachable.set(Number(health.reachable));
    const status = health.reachable ? await projections.status().catch(() => undefined) : undefined;
    for (const { gauge, of } of gauges) gauge.set(status ? of(status) : Number.NaN);
  };
}
