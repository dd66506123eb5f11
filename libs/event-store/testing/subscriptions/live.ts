import type { Log } from '../log/log.ts';
import type { LogRecord } from '../log/record.ts';
import type { Source } from './sources.ts';

/** Something for the reader of a live subscription. */
export type News = { readonly event: LogRecord } | { readonly checkpoint: bigint };

const MOST_BEHIND = 32;

/**
 * The newest records for a reader who has caught up. A reader more than 32 behind loses them, and has to
 * catch up from the log again.
 */
export function liveFrom(log: Log, source: Source) {
  let waiting: News[] | undefined;
  let considered = 0;
  let ring: () => void = () => {};

  const stop = log.onCommit((records) => {
    for (const record of records) {
      if (waiting === undefined || !source.concerns(record)) continue;
      const { filter } = source;
      if (filter === undefined || filter.matches(record)) waiting.push({ event: record });
      considered += 1;
      if (filter !== undefined && considered >= filter.checkpointInterval) {
        waiting.push({ checkpoint: record.position });
        considered = 0;
      }
      if (waiting.length > MOST_BEHIND) waiting = undefined;
    }
    ring();
  });

  return {
    /** From now on nothing is missed. */
    begin(): void {
      waiting = [];
      considered = 0;
    },
    /** The next thing to send; `undefined` when the reader fell behind or the subscription is over. */
    async next(isOver: () => boolean): Promise<News | undefined> {
      while (waiting?.length === 0 && !isOver())
        await new Promise<void>((resolve) => {
          ring = resolve;
        });
      return isOver() ? undefined : waiting?.shift();
    },
    stop(): void {
      stop();
      ring();
    },
  };
}
