import { migrate } from '#projections';
import { openStores } from '#system';
import { leaseholder } from '../../../libs/projections/runtime/leases.ts';

/** Keeps everybody from building the read models in a data folder, until it is released. */
export async function holdUpBuilding(dataDir: string): Promise<{ release(): Promise<void> }> {
  const stores = await openStores({ dataDir });
  await migrate(stores.readDatabase);
  const holder = leaseholder(stores.readDatabase);
  await holder.take(['rebuild/transcript']);
  return {
    async release() {
      await holder.release();
      await stores.close();
    },
  };
}
