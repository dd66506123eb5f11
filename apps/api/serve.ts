import { beginSystem, type SystemOptions } from '#system';
import { type ApiConfig, inDevelopment } from './config.ts';
import { createApi } from './create-api.ts';
import { CannotServe, type Listening, listen, type RunningServer } from './http/listening.ts';
import { sayWhenBegun } from './http/say-when-begun.ts';
import { standardLog } from './log.ts';
import { resumeMarkSheets } from './mark-sheets/resume-mark-sheets.ts';

export interface ServeOptions extends SystemOptions, Listening, Pick<ApiConfig, 'authMode'> {
  /** `info` unless told; `silent` writes nothing. */
  readonly logLevel?: string;
  /** Where the one line goes that says that the server is ready. */
  readonly print?: (line: string) => void;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * Serves the API until SIGTERM or SIGINT, and takes up mark sheets that were being applied. Listens at once; resolves when the read models can be read too, which were
 * built first where they never were.
 */
export async function serveApi(options: ServeOptions): Promise<RunningServer> {
  const { port, host, authMode, logLevel = process.env.LOG_LEVEL, print, ...which } = options;
  requireLoopback(host, authMode);
  const log = standardLog(logLevel);
  const system = await beginSystem(which);
  const close = () => system.close();
  const app = await createApi(system, { authMode, log }).catch((error) => close().then(() => Promise.reject(error)));
  const running = await listen(app, { port, host }, log, close);
  resumeMarkSheets(app, system, log);
  const line = `Academic records on ${running.url}/api/v1 (docs at ${running.url}/docs)`;
  return sayWhenBegun(running, system.projections, line, print);
}

/** In development anybody who reaches the server is whoever he or she says. */
function requireLoopback(host: string, authMode: string | undefined): void {
  if (inDevelopment({ authMode }) && !LOOPBACK.includes(host))
    throw new CannotServe(
      `AUTH_MODE=development takes the word of everybody who connects, so it listens on ${LOOPBACK.join(', ')} only, not on ${host}.`,
    );
}
