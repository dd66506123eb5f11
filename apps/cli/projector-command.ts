import { Command } from 'commander';
import { serveProjector } from '../projector/serve.ts';
import { type WhichStores, withStores } from './data-dir.ts';
import { hostOption, portOption } from './serve-command.ts';

interface ProjectorOptions extends WhichStores {
  readonly port: number;
  readonly host: string;
}

export function projectorCommand(): Command {
  return withStores(new Command('projector'))
    .description('follow the log with the read models, beside servers that run with --projector elsewhere')
    .addOption(portOption())
    .addOption(hostOption())
    .action(async ({ dataDir, eventStore, databaseUrl, port, host }: ProjectorOptions) => {
      await serveProjector({ dataDir, eventStore, databaseUrl, port, host });
    });
}
