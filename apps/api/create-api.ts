import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RecordsSystem } from '#system';
import { identify } from './acting/acting.ts';
import { ApiModule } from './api.module.ts';
import type { ApiConfig } from './config.ts';
import { openApiDocument, serveDocs } from './docs/docs.ts';
import { httpServer } from './http/server.ts';
import { frameworkLog, standardLog } from './log.ts';
import { ProblemFilter } from './problems/problem-filter.ts';

/** The HTTP surface of a running system, ready to be asked. Closing it leaves the system open. */
export async function createApi(system: RecordsSystem, config: ApiConfig): Promise<NestFastifyApplication> {
  const log = config.log ?? standardLog();
  const adapter = httpServer(log, (request, path) => identify(request, path, config));
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(system, config), adapter, {
    bodyParser: false,
    logger: frameworkLog(log),
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  serveDocs(adapter.getInstance(), openApiDocument(app));
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
