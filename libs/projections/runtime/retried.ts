import { setTimeout as pause } from 'node:timers/promises';
import { ReadDatabaseUnavailable } from '../read-database/read-database.ts';

const PAUSES = [50, 200, 500, 1_000, 2_000, 5_000];

/** Tries again for some ten seconds while the read database cannot serve: another may be writing, or it restarts. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ReadDatabaseUnavailable)) throw error;
      await pause(wait);
    }
  }
  return work();
}
