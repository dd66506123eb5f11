import type { Position } from '#kernel';
import type { Page } from '../port.ts';
import type { LogFilter } from './filter.ts';
import { pager } from './pager.ts';
import { BEGINNING, commitOf } from './position.ts';
import type { Reads } from './reads.ts';
import { followRequest } from './requests.ts';

const PAGE_SIZE = 500;

/** What a reading asks for, looked at. */
export interface Range {
  readonly after: Position;
  readonly upTo: Position;
}

export const END_OF_TIME: Position = '9'.repeat(20);

/** Refuses positions that this store did not give out. */
export function rangeOf({ after = BEGINNING, upTo = END_OF_TIME }: { after?: Position; upTo?: Position }): Range {
  commitOf(after);
  commitOf(upTo);
  return { after, upTo };
}

export function pageSizeOf({ pageSize = PAGE_SIZE }: { pageSize?: number }): number {
  if (!Number.isInteger(pageSize) || pageSize < 1) throw new RangeError(`not a size of a page: ${pageSize}`);
  return pageSize;
}

/**
 * The log from a position to where it ends at the beginning. The client cannot read the log through a filter, so this is
 * a subscription that is ended when it has caught up: it also tells how far it has looked when nothing passes.
 */
export async function* pagesToEnd(
  read: Reads,
  { after, upTo }: Range,
  filter: LogFilter,
  pageSize: number,
  options: { readonly patienceMilliseconds?: number; readonly head?: Position } = {},
  ...signals: (AbortSignal | undefined)[]
): AsyncGenerator<Page> {
  const head = options.head ?? (await read.head(options.patienceMilliseconds));
  const end = upTo < head ? upTo : head;
  if (after >= end) {
    if (!signals.some((signal) => signal?.aborted)) yield { events: [], position: after, caughtUp: after >= head };
    return;
  }
  const pages = pager(after, end, filter, pageSize);
  const request = () => {
    pages.startAgain();
    return followRequest(pages.given(), filter.server);
  };
  for await (const lot of read.messages({ name: 'the log' }, request, { ...options, isEndless: true }, ...signals))
    for (const message of lot) {
      const page = pages.take(message);
      if (page) yield page;
      if (pages.isBeyond() || signals.some((signal) => signal?.aborted)) return;
      if (message.hasCaughtUp()) {
        pages.reach(end);
        yield pages.page(end === head);
        return;
      }
    }
}
