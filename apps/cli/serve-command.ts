import { Command, InvalidArgumentError, Option } from 'commander';
import { serveApi } from '../api/serve.ts';
import { type WhichStores, withStores } from './data-dir.ts';
import { loadDemo } from './demo/load-demo.ts';

interface ServeOptions extends WhichStores {
  readonly port: number;
  readonly host: string;
  readonly authMode?: string;
  readonly demo?: boolean;
}

export function serveCommand(): Command {
  return withStores(new Command('serve'))
    .description('serve the API over HTTP')
    .addOption(
      new Option('--port <number>', 'the port; 0 for any that is free').env('PORT').default(3000).argParser(portOf),
    )
    .addOption(new Option('--host <address>', 'the address to listen on').env('HOST').default('127.0.0.1'))
    .addOption(
      new Option('--auth-mode <mode>', 'development: the X-Actor header says who acts, on loopback only').env(
        'AUTH_MODE',
      ),
    )
    .option('--demo', 'load the demonstration data first if the log is empty; implies --auth-mode development')
    .action(async ({ dataDir, eventStore, databaseUrl, port, host, authMode, demo }: ServeOptions) => {
      const which = { dataDir, eventStore, databaseUrl };
      if (demo) await loadDemo(which);
      await serveApi({ ...which, port, host, authMode: authMode ?? (demo ? 'development' : undefined) });
    });
}

function portOf(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('not a port number');
  return port;
}
