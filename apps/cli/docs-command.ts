import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { openSystem } from '#system';
import { createApi, openApiDocument } from '../api/index.ts';
import { withPolicyTable } from './docs/policy-table.ts';
import { scenarioReference } from './docs/scenario-reference.ts';
import { CommandFailure, EXIT } from './output.ts';
import { projectRoot } from './project-root.ts';

export function docsCommand(): Command {
  return new Command('docs')
    .description(
      'write docs/scenarios.md from the commands and read models, and the table of readings in docs/regulations.md',
    )
    .option('--check', 'only say whether the files are up to date; exit 1 when one is not')
    .action(async ({ check }: { check?: boolean }) => {
      for (const { file, text } of await currentDocuments()) {
        if (!check) writeFileSync(file, text);
        else if (readFileSync(file, 'utf8') !== text)
          throw new CommandFailure(`${relative(projectRoot(), file)} is out of date; run npm run -s docs`, EXIT.found);
      }
    });
}

/** What is written from the program, as the program is now. */
async function currentDocuments(): Promise<{ file: string; text: string }[]> {
  const regulations = join(projectRoot(), 'docs/regulations.md');
  return [
    { file: join(projectRoot(), 'docs/scenarios.md'), text: await currentReference() },
    { file: regulations, text: withPolicyTable(readFileSync(regulations, 'utf8')) },
  ];
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
