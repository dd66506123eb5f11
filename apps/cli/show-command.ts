import { Command } from 'commander';
import type { Actor } from '#kernel';
import { mayRead, openSystem, readModelQuery, Show } from '#system';
import { actorOf, partOf } from './asking.ts';
import { busesOf } from './buses.ts';
import { existingStores, type WhichStores, withStores } from './data-dir.ts';
import { CommandFailure, EXIT } from './output.ts';

interface ShowOptions extends WhichStores {
  readonly as: Actor;
  readonly of?: Readonly<Record<string, string>>;
}

/** Any read model, as the API shows it to the same reader. */
export const showCommand = (): Command =>
  withStores(new Command('show'))
    .description('show a read model as JSON, as the API does; docs/scenarios.md lists them')
    .argument('<query>', 'the read model, such as results')
    .option('--of <part=value>', 'of what, such as student=S1; once for each part', partOf)
    .option('--as <actor>', 'who reads', actorOf, { role: 'registrar' } as Actor)
    .addHelpText(
      'after',
      `
Exit codes: ${EXIT.ok} shown; ${EXIT.found} there is nothing of that name, or the reader may not see it; ${EXIT.usage} no such read model, or a part is missing; ${EXIT.input} the log cannot be read.`,
    )
    .action(async (name: string, { as: reader, of: subject = {}, ...which }: ShowOptions) => {
      const query = readModelQuery(name);
      if (!query) throw new CommandFailure(`there is no read model ${name}`, EXIT.usage);
      const parts = [...query.path.matchAll(/:(\w+)/g)].map(([, part = '']) => part);
      const amiss = [
        ...parts.filter((part) => !(part in subject)).map((part) => `--of ${part}=... is missing`),
        ...Object.keys(subject).flatMap((part) => (parts.includes(part) ? [] : [`${name} is not of a ${part}`])),
      ];
      if (amiss.length > 0) throw new CommandFailure(amiss.join('\n'), EXIT.usage);
      if (!mayRead(query, subject, reader))
        throw new CommandFailure(`${name} is not for ${reader.role} ${reader.id ?? ''}`, EXIT.found);
      const system = await openSystem(existingStores(which));
      const buses = await busesOf(system);
      try {
        const found = await buses.queries.execute(new Show(query, subject, await system.store.head(), { reader }));
        if (!found) throw new CommandFailure(`there is no ${name} of ${Object.values(subject).join(' ')}`, EXIT.found);
        process.stdout.write(`${JSON.stringify(JSON.parse(found.document), null, 2)}\n`);
      } finally {
        await buses.close();
        await system.close();
      }
    });
