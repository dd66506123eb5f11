import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Command } from 'commander';
import { openSystem } from '#system';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { exportLines } from './export/student-export.ts';
import { progress } from './output.ts';

interface ExportOptions extends WhichStores {
  readonly to?: string;
}

export const exportCommand = (): Command =>
  new Command('export').description('give the records to other systems').addCommand(
    withStores(new Command('students'))
      .description('every student with results and averages, one JSON document in a line, in order of number')
      .option('--to <file>', 'where to; standard output unless told')
      .action(async ({ to, ...which }: ExportOptions) => {
        const system = await openSystem(existingStores(which));
        const out = to === undefined ? process.stdout : createWriteStream(to);
        const bar = progress('students exported');
        let done = 0;
        try {
          for await (const line of exportLines(system.readModels)) {
            if (!out.write(line)) await once(out, 'drain');
            bar.to(++done);
          }
          bar.end();
          if (out !== process.stdout) {
            out.end();
            await once(out, 'finish');
          }
        } finally {
          await system.close();
        }
      }),
  );
