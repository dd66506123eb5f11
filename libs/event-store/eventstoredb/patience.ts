import { unavailable } from './faults.ts';

/** How long things may take, in milliseconds. */
export interface Patience {
  /** Until one try of a call counts as lost: no answer to an append, no message of a reading. */
  readonly callMilliseconds: number;
  /** Until a call is given up after all tries. */
  readonly patienceMilliseconds: number;
}

const LEAST_PAUSE = 25;
const LONGEST_PAUSE = 5000;

/** Pauses that grow with each try, each of a random length so that not everybody comes back at once. */
export function pauses(longest = LONGEST_PAUSE) {
  let bound = LEAST_PAUSE;
  return {
    next(): number {
      const pause = bound * (0.5 + Math.random() / 2);
      bound = Math.min(bound * 2, longest);
      return pause;
    },
    /** All is well again. */
    over(): void {
      bound = LEAST_PAUSE;
    },
  };
}

/** Waits; ends at once when a signal aborts. */
export const pause = (milliseconds: number, ...signals: (AbortSignal | undefined)[]): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    for (const signal of signals)
      if (signal?.aborted) return end();
      else signal?.addEventListener('abort', end, { once: true });
  });

/** Tries for a call until its time is over, counted from when it first went wrong. */
export function tries(what: string, { patienceMilliseconds }: Patience, ...signals: (AbortSignal | undefined)[]) {
  const growing = pauses();
  let failingSince: number | undefined;
  return {
    wentWell(): void {
      if (failingSince === undefined) return;
      failingSince = undefined;
      growing.over();
    },
    /** Waits before the next try. Throws `StoreUnavailable` when there is to be none. */
    async again(cause: unknown): Promise<void> {
      failingSince ??= performance.now();
      const left = patienceMilliseconds - (performance.now() - failingSince);
      if (left <= 0) throw unavailable(what, cause);
      await pause(Math.min(growing.next(), left), ...signals);
    },
  };
}
