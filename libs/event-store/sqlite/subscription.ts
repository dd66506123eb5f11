import type { Page } from '../port.ts';
import type { Pages, Range } from './pages.ts';

/** How often a waiting subscription looks for what other processes have appended, in milliseconds. */
const LOOK_AGAIN = 200;

/** Wakes whoever waits for the log to grow. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, when the signal aborts, or when it is time to look for oneself. */
  rung(signal: AbortSignal): Promise<void>;
}

export function bell(): Bell {
  const sleepers = new Set<() => void>();
  return {
    ring() {
      for (const wake of [...sleepers]) wake();
    },
    rung: (signal) =>
      new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          sleepers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, LOOK_AGAIN);
        sleepers.add(wake);
        signal.addEventListener('abort', wake, { once: true });
      }),
  };
}

/** Another turn of the event loop: lets everybody else have theirs between two pages. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Pages from a place in the log on, without end. The first page comes at once, empty when there is
 * nothing to read, so that the subscriber knows that it has caught up.
 */
export async function* follow(
  pages: Pages,
  { after, upTo }: Range,
  signal: AbortSignal,
  { rung }: Bell,
  isOpen: () => boolean,
): AsyncGenerator<Page> {
  let read = after;
  for (let first = true; isOpen() && !signal.aborted; first = false) {
    if (first || read < pages.last()) {
      const page = pages.next(read, Math.min(upTo, pages.last()));
      yield page;
      read = Number(page.position);
      if (read >= upTo) return;
      await nextTurn();
    } else await rung(signal);
  }
}
