import type { Limits } from '../server/node.ts';
import { checkpointMessage } from '../wire/read-messages.ts';
import type { Source } from './sources.ts';

/** What some servers send as a place when they have none. */
export const NOWHERE = 2n ** 64n - 1n;

/**
 * When a filtered subscription that catches up says how far it has come. Never back: a position that is
 * not after the last one is kept to itself.
 */
export function checkpointsOf({ filter, start }: Source, { startsNowhere }: Pick<Limits, 'startsNowhere'>) {
  const interval = filter?.checkpointInterval ?? Number.POSITIVE_INFINITY;
  let last = -1n;
  let delivered = -1n;
  let pageStart = start;
  let considered = 0;

  const at = (position: bigint) => {
    if (filter === undefined || position <= last) return undefined;
    last = position;
    return checkpointMessage(position);
  };
  const here = () => at(delivered > pageStart ? delivered : pageStart);

  return {
    at,
    /** A record was sent that stands here. */
    delivered(position: bigint): void {
      delivered = position;
    },
    /** A page of so many records begins here. */
    pageBegins(position: bigint): void {
      pageStart = position;
    },
    /** The checkpoint that is due after a page of so many records. */
    afterPage(records: number) {
      considered += records;
      if (considered < interval) return undefined;
      considered = 0;
      return here();
    },
    /** The checkpoint that is due when nothing is left to catch up with. */
    caughtUp() {
      considered = 0;
      const isNowhere = startsNowhere && start === 0n && last < 0n && delivered < 0n;
      return isNowhere ? at(NOWHERE) : here();
    },
  };
}
