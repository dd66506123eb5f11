import { Command, InvalidArgumentError, Option } from 'commander';
import { serveApi } from '../api/serve.ts';
import { type WhichStores, withStores } from './data-dir.ts';
import { loadDemo } from './demo/load-demo.ts';

interface ServeOptions extends WhichStores {
  readonly port: number;
  readonly host: string;
  readonly authMode?: string;
  readonly demo?: boolean;
  readonly projector: 'in-process' | 'elsewhere';
}

export function serveCommand(): Command {
  return withStores(new Command('serve'))
    .description('serve the API over HTTP')
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(
      new Option('--auth-mode <mode>', 'development: the X-Actor header says who acts, on loopback only').env(
        'AUTH_MODE',
      ),
    )
    .addOption(
      new Option('--projector <where>', 'who follows the log: this process, or `records projector` elsewhere')
        .env('PROJECTOR')
        .choices(['in-process', 'elsewhere'])
        .default('in-process'),
    )
    .option('--demo', 'load the demonstration data first if the log is empty; implies --auth-mode development')
    .action(async ({ dataDir, eventStore, databaseUrl, port, host, authMode, demo, projector }: ServeOptions) => {
      const which = { dataDir, eventStore, databaseUrl };
      if (demo) await loadDemo(which);
      await serveApi({ ...which, projector, port, host, authMode: authMode ?? (demo ? 'development' : undefined) });
    });
}

export const portOption = (): Option =>
  new Option('--port <number>', 'the port; 0 for any that is free').env('PORT').default(3000).argParser(portOf);

export const hostOption = (): Option =>
  new Option('--host <address>', 'the address to listen on').env('HOST').default('127.0.0.1');

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('not a port number');
  return port;
}
