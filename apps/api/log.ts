import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';

/** Lines of JSON on standard error, which leaves standard output to whoever started the server. */
export const standardLog = (level = 'info'): Logger => pino({ level }, destination({ dest: 2, sync: false }));

/** What the framework has to say goes the same way; its chatter about modules and routes does not. */
export const frameworkLog = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(message instanceof Error ? { err: message } : {}, String(message)),
});
