import { type DynamicModule, Module } from '@nestjs/common';
import { EVENT_STORE } from '#commands';
import { PROJECTIONS, type RecordsSystem } from '#system';
import { HealthController } from './health.controller.ts';
import { MetricsController } from './metrics.controller.ts';

/** What a process tells of itself when it does nothing else over HTTP: a projector. */
@Module({})
export class HealthModule {
  static with({ store, projections }: Pick<RecordsSystem, 'store' | 'projections'>): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: PROJECTIONS, useValue: projections },
      ],
    };
  }
}
