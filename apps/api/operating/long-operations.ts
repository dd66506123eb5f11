import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '#kernel';

/** Something that may take long, as it is shown while it goes on and afterwards. */
export interface OperationShown {
  readonly id: string;
  readonly kind: string;
  readonly by: Actor;
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: string;
  readonly endedAt?: string;
  /** How much is done of how much; absent where it cannot be said. */
  readonly progress?: { readonly done: number; readonly total: number };
  /** At the pace so far. */
  readonly secondsLeft?: number;
  readonly result?: unknown;
  readonly error?: string;
}

type Work = (tell: (done: number, total: number) => void, signal: AbortSignal) => Promise<unknown>;

/** Operations that are remembered after they ended. */
const REMEMBERED = 50;
/** How long the one who asks waits for the end, before being told where to look, in milliseconds. */
const PATIENCE_MS = 500;

/** Operations that outlive the request that began them. They are known to this process only, and end with it. */
export class LongOperations {
  readonly #known = new Map<string, OperationShown>();
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  /** Begins some work. What fails within the first moments is thrown, as for any request. */
  async begin(kind: string, by: Actor, work: Work): Promise<OperationShown> {
    const id = randomUUID();
    const started = performance.now();
    const change = (more: Partial<OperationShown>) =>
      this.#known.set(id, { ...(this.#known.get(id) as OperationShown), ...more });
    this.#known.set(id, { id, kind, by, state: 'running', startedAt: new Date().toISOString() });
    this.#forget();
    const tell = (done: number, total: number) =>
      change({
        progress: { done, total },
        secondsLeft: done > 0 ? Math.round(((performance.now() - started) * (total - done)) / done / 1_000) : undefined,
      });
    const ended = (more: Partial<OperationShown>) =>
      change({ ...more, endedAt: new Date().toISOString(), secondsLeft: undefined });
    const working = work(tell, this.#stopping.signal);
    const settled = working.then(
      (result) => ended({ state: 'done', result }),
      (error: unknown) => ended({ state: 'failed', error: error instanceof Error ? error.message : String(error) }),
    );
    this.#running.add(settled);
    void settled.finally(() => this.#running.delete(settled));
    const soon = await Promise.race([settled, pause(PATIENCE_MS)]);
    // Thrown for the asker, who is still there to be told.
    if (soon && this.find(id)?.state === 'failed') await working;
    return this.find(id) as OperationShown;
  }

  find(id: string): OperationShown | undefined {
    return this.#known.get(id);
  }

  /** The latest first. */
  list(): readonly OperationShown[] {
    return [...this.#known.values()].reverse();
  }

  /** Asks those that run to give up, and waits for them. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  #forget(): void {
    for (const { id, state } of this.#known.values()) {
      if (this.#known.size <= REMEMBERED) return;
      if (state !== 'running') this.#known.delete(id);
    }
  }
}
