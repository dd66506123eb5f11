import { join } from 'node:path';
import { type Command, issue, type Outcome } from '#commands';
import { type Actor, commandIdOf } from '#kernel';
import { openStores, type Stores } from '#system';
import { commandSideOf } from '../buses.ts';
import { importTimeline } from '../import/import-timeline.ts';
import { commandCount, ouladTimeline, readDataset } from '../oulad/index.ts';
import { progress } from '../output.ts';
import { projectRoot } from '../project-root.ts';
import { demoCatalogue, LAST_OF_DEMO } from './demo-catalogue.ts';

const REGISTRAR: Actor = { role: 'registrar' };

/**
 * Fills a log with the demonstration: the extract of the Open University data set and a small three-credit
 * catalogue. Does nothing when it is there; goes on where it was when it was broken off.
 */
export async function loadDemo(dataDir: string): Promise<void> {
  const stores = openStores({ dataDir });
  const side = await commandSideOf(stores);
  try {
    if (await isLoaded(stores)) return;
    const dataset = readDataset(join(projectRoot(), 'test/data/oulad'));
    const bar = progress('demonstration data', commandCount(dataset));
    const onProgress = (done: number) => bar.to(done);
    await importTimeline(side.commands, ouladTimeline(dataset), { asRecorded: true, onProgress });
    bar.end();
    for (const { key, command } of demoCatalogue())
      await side.commands.execute<Command, Outcome>(issue(command, { commandId: commandIdOf(key), actor: REGISTRAR }));
  } finally {
    await side.close();
    await stores.close();
  }
}

async function isLoaded({ store }: Stores): Promise<boolean> {
  for await (const _event of store.readStream(LAST_OF_DEMO)) return true;
  return false;
}
