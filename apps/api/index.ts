export type { ApiConfig } from './config.ts';
export { createApi } from './create-api.ts';
export { openApiDocument } from './docs/docs.ts';
export { HealthModule } from './health/health.module.ts';
export { CannotServe, type Listening, listen, type RunningServer } from './http/listening.ts';
export { httpServer } from './http/server.ts';
export { frameworkLog, standardLog } from './log.ts';
export { ProblemFilter } from './problems/problem-filter.ts';
export { type ServeOptions, serveApi } from './serve.ts';
