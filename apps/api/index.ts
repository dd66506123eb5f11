export type { ApiConfig } from './config.ts';
export { createApi } from './create-api.ts';
export { openApiDocument } from './docs/docs.ts';
export { CannotServe, type RunningApi, type ServeOptions, serveApi } from './serve.ts';
