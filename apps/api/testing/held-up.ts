import { migrate } from '#projections';
import { openStores, type SystemOptions } from '#system';
import { leaseholder } from '../../../libs/projections/runtime/leases.ts';

/** Keeps everybody from building the read models of a system, until it is released. */
export async function holdUpBuilding(which: SystemOptions): Promise<{ release(): Promise<void> }> {
  const stores = await openStores(which);
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
