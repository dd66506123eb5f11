import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';

/** The server may not, or cannot, listen where it was told to. */
export class CannotServe extends Error {
  override readonly name = 'CannotServe';
}

export interface Listening {
  /** 0 takes any port that is free. */
  readonly port: number;
  readonly host: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Takes no more requests, ends those that are under way, and closes what stands behind it. */
  close(): Promise<void>;
}

/** How long requests under way may take when the server closes, in milliseconds. */
const GRACE_MS = 10_000;

/** Listens until SIGTERM or SIGINT; `closeRest` is called when nobody is served any more. */
export async function listen(
  app: NestFastifyApplication,
  { port, host }: Listening,
  log: Logger,
  closeRest: () => Promise<void>,
): Promise<RunningServer> {
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      const impatience = setTimeout(() => app.getHttpServer().closeAllConnections(), GRACE_MS);
      await app.close();
      clearTimeout(impatience);
      await closeRest();
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
  return {
    url: urlOf(app.getHttpServer().address(), host),
    close: () => {
      process.off('SIGTERM', onSignal);
      process.off('SIGINT', onSignal);
      return close();
    },
  };
}

function urlOf(address: { port: number } | string | null, host: string): string {
  const port = typeof address === 'object' && address ? address.port : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
