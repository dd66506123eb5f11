import { openSystem, type SystemOptions } from '#system';
import { type ApiConfig, inDevelopment } from './config.ts';
import { createApi } from './create-api.ts';
import { standardLog } from './log.ts';

export interface ServeOptions extends SystemOptions, Pick<ApiConfig, 'authMode'> {
  /** 0 takes any port that is free. */
  readonly port: number;
  readonly host: string;
  /** `info` unless told; `silent` writes nothing. */
  readonly logLevel?: string;
  /** Where the one line goes that says that the server is ready. */
  readonly print?: (line: string) => void;
}

/** The server may not, or cannot, listen where it was told to. */
export class CannotServe extends Error {
  override readonly name = 'CannotServe';
}

export interface RunningApi {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more requests, ends those that are under way, and closes the log. */
  close(): Promise<void>;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
/** How long requests under way may take when the server closes, in milliseconds. */
const GRACE_MS = 10_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Serves the API until SIGTERM or SIGINT. */
export async function serveApi(options: ServeOptions): Promise<RunningApi> {
  const { port, host, authMode, logLevel = process.env.LOG_LEVEL, print = say, ...stores } = options;
  requireLoopback(host, authMode);
  const log = standardLog(logLevel);
  const system = await openSystem(stores);
  const closeSystem = () => system.close();
  const app = await createApi(system, { authMode, log }).catch((error) =>
    closeSystem().then(() => Promise.reject(error)),
  );

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      const impatience = setTimeout(() => app.getHttpServer().closeAllConnections(), GRACE_MS);
      await app.close();
      clearTimeout(impatience);
      await closeSystem();
    })();
    return closing;
  };
  const onSignal = () => {
    close().catch((error: unknown) => {
      log.fatal({ err: error }, 'the server did not close cleanly');
      process.exitCode = 1;
    });
  };
  try {
    await app.listen({ port, host });
  } catch (cause) {
    await close();
    throw new CannotServe(`cannot listen on ${host}:${port}: ${(cause as Error).message}`, { cause });
  }
  process.once('SIGTERM', onSignal);
  process.once('SIGINT', onSignal);
  const url = urlOf(app.getHttpServer().address(), host);
  print(`Academic records on ${url}/api/v1 (docs at ${url}/docs)`);
  return {
    url,
    close: () => {
      process.off('SIGTERM', onSignal);
      process.off('SIGINT', onSignal);
      return close();
    },
  };
}

/** In development anybody who reaches the server is whoever he or she says. */
function requireLoopback(host: string, authMode: string | undefined): void {
  if (inDevelopment({ authMode }) && !LOOPBACK.includes(host))
    throw new CannotServe(
      `AUTH_MODE=development takes the word of everybody who connects, so it listens on ${LOOPBACK.join(', ')} only, not on ${host}.`,
    );
}

function urlOf(address: { port: number } | string | null, host: string): string {
  const port = typeof address === 'object' && address ? address.port : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
