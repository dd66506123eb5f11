import { join } from 'node:path';
import { type Command, issue, type Outcome } from '#commands';
import { type Actor, commandIdOf, eventIdOf } from '#kernel';
import { openStores, type Stores } from '#system';
import { commandSideOf } from '../buses.ts';
import type { WhichStores } from '../data-dir.ts';
import { importTimeline } from '../import/import-timeline.ts';
import { commandCount, ouladTimeline, readDataset } from '../oulad/index.ts';
import { progress } from '../output.ts';
import { projectRoot } from '../project-root.ts';
import { demoCatalogue, LAST_OF_DEMO } from './demo-catalogue.ts';

const REGISTRAR: Actor = { role: 'registrar' };

type Definition = ReturnType<typeof demoCatalogue>[number];

/**
 * Fills an empty log with the demonstration: the extract of the Open University data set and a small three-credit
 * catalogue. Goes on where it was when it was broken off. Leaves alone a log that anything else began, and says so:
 * demonstration data has no place among real records.
 */
export async function loadDemo(which: WhichStores): Promise<void> {
  const stores = await openStores(which);
  const side = await commandSideOf(stores);
  try {
    if (await isLoaded(stores)) return;
    // The first definition marks the log as the demonstration's, the last one that all of it is there.
    const [first, ...others] = demoCatalogue();
    if (!first || !(await isEmptyOrBegunBy(stores, first.key))) {
      process.stderr.write(
        `records: the log${which.eventStore ? '' : ` in ${which.dataDir}`} is in use; the demonstration data is not added to it\n`,
      );
      return;
    }
    const define = ({ key, command }: Definition) =>
      side.commands.execute<Command, Outcome>(issue(command, { commandId: commandIdOf(key), actor: REGISTRAR }));
    await define(first);
    const dataset = readDataset(join(projectRoot(), 'test/data/oulad'));
    const bar = progress('demonstration data', commandCount(dataset));
    const onProgress = (done: number) => bar.to(done);
    await importTimeline(side, ouladTimeline(dataset), { asRecorded: true, onProgress });
    bar.end();
    for (const definition of others) await define(definition);
  } finally {
    await side.close();
    await stores.close();
  }
}

async function isEmptyOrBegunBy({ store }: Stores, key: string): Promise<boolean> {
  for await (const { events } of store.readAll({ pageSize: 1 }))
    for (const { id } of events) return id === eventIdOf(commandIdOf(key), 0);
  return true;
}

async function isLoaded({ store }: Stores): Promise<boolean> {
  for await (const _event of store.readStream(LAST_OF_DEMO)) return true;
  return false;
}
