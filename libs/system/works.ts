import type { Works } from '#commands';
import { amendmentWorks } from './amendment-now.ts';
import type { Stores } from './open-system.ts';
import { standingWorks } from './standing/standing-report.ts';

/** What this system works out of the log for decisions. */
export const worksOf = ({ store, clock, threads }: Pick<Stores, 'store' | 'clock' | 'threads'>): Works => ({
  ...standingWorks({ store, threads }, clock),
  ...amendmentWorks(store, clock),
});
