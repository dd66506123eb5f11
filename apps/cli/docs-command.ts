import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { openSystem } from '#system';
import { createApi, openApiDocument } from '../api/index.ts';
import { scenarioReference } from './docs/scenario-reference.ts';
import { CommandFailure, EXIT } from './output.ts';
import { projectRoot } from './project-root.ts';

export function docsCommand(): Command {
  return new Command('docs')
    .description('write docs/scenarios.md from the commands and read models')
    .option('--check', 'only say whether the file is up to date; exit 1 when it is not')
    .action(async ({ check }: { check?: boolean }) => {
      const file = join(projectRoot(), 'docs/scenarios.md');
      const text = await currentReference();
      if (!check) writeFileSync(file, text);
      else if (readFileSync(file, 'utf8') !== text)
        throw new CommandFailure('docs/scenarios.md is out of date; run npm run -s docs', EXIT.found);
    });
}

/** The reference as the classes are now. */
export async function currentReference(): Promise<string> {
  const system = await openSystem();
  const api = await createApi(system, { log: pino({ level: 'silent' }) });
  try {
    return scenarioReference(openApiDocument(api));
  } finally {
    await api.close();
    await system.close();
  }
}
