import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { beginSystem, type SystemOptions } from '#system';
import {
  frameworkLog,
  HealthModule,
  httpServer,
  type Listening,
  listen,
  ProblemFilter,
  type RunningServer,
  sayWhenBegun,
  standardLog,
} from '../api/index.ts';

export interface ProjectorOptions extends Omit<SystemOptions, 'projector'>, Listening {
  /** `info` unless told; `silent` writes nothing. */
  readonly logLevel?: string;
  /** Where the one line goes that says that it follows the log. */
  readonly print?: (line: string) => void;
}

/**
 * Follows the log with the read models until SIGTERM or SIGINT, and answers nothing but questions about its health, from
 * the first moment on; resolves when read models that were never built are built. Several may run: each follows the
 * partitions whose leases it gets.
 */
export async function serveProjector(options: ProjectorOptions): Promise<RunningServer> {
  const { port, host, logLevel = process.env.LOG_LEVEL, print, ...which } = options;
  const log = standardLog(logLevel);
  const system = await beginSystem({ ...which, projector: 'in-process' });
  const close = () => system.close();
  const adapter = httpServer(log, () => undefined);
  const app = await NestFactory.create<NestFastifyApplication>(HealthModule.with(system), adapter, {
    bodyParser: false,
    logger: frameworkLog(log),
    abortOnError: false,
  }).catch((error) => close().then(() => Promise.reject(error)));
  app.useGlobalFilters(new ProblemFilter(log));
  const running = await listen(app, { port, host }, log, close);
  return sayWhenBegun(running, system.projections, `Following the log; health on ${running.url}/health/ready`, print);
}
