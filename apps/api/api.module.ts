import { type DynamicModule, Module } from '@nestjs/common';
import { type RecordsSystem, readModelQueries, SystemModule, useCases } from '#system';
import { commandController } from './asking/command-controller.ts';
import { ChangesController } from './changes/changes.controller.ts';
import { API_CONFIG, type ApiConfig } from './config.ts';
import { HealthController } from './health/health.controller.ts';
import { MetricsController } from './health/metrics.controller.ts';
import { MarkSheetsController } from './mark-sheets/mark-sheets.controller.ts';
import { ProjectionsController } from './operating/projections.controller.ts';
import { catalogueControllers } from './reading/catalogue-controller.ts';
import { ClausesController } from './reading/clauses.controller.ts';
import { DeadlinesController } from './reading/deadlines.controller.ts';
import { readController } from './reading/read-controller.ts';
import { ScheduledRunsController } from './reading/scheduled-runs.controller.ts';
import { StandingRunsController } from './reading/standing-runs.controller.ts';
import { StudentsController } from './reading/students.controller.ts';

/** The HTTP surface of a running system: a controller for every use case and every read model. */
@Module({})
export class ApiModule {
  static with(system: RecordsSystem, config: ApiConfig): DynamicModule {
    return {
      module: ApiModule,
      imports: [SystemModule.with(system)],
      controllers: [
        ...useCases.map(commandController),
        ...readModelQueries.map(readController),
        ...catalogueControllers,
        StudentsController,
        ScheduledRunsController,
        StandingRunsController,
        DeadlinesController,
        ChangesController,
        ClausesController,
        MarkSheetsController,
        ProjectionsController,
        HealthController,
        MetricsController,
      ],
      providers: [{ provide: API_CONFIG, useValue: config }],
    };
  }
}
