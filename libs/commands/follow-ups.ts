import { setTimeout as pause } from 'node:timers/promises';
import type { OnModuleDestroy } from '@nestjs/common';

/** How long the one who asks waits for what the request leads to, in milliseconds; then it goes on without being waited for. */
const PATIENCE_MS = 500;

/** The work that granted requests led to and that outlives them. It is known to this process only. */
export class FollowUps implements OnModuleDestroy {
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  readonly #failures: unknown[] = [];

  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Begins some work, and waits for it a moment. What fails within that is thrown, as for any request. */
  async begin(work: () => Promise<void>): Promise<void> {
    let isWaitedFor = true;
    const working = work();
    const settled = working.catch((error: unknown) => {
      if (!isWaitedFor && !this.#stopping.signal.aborted) this.#failures.push(error);
    });
    this.#running.add(settled);
    void settled.finally(() => this.#running.delete(settled));
    const waiting = new AbortController();
    try {
      await Promise.race([working, pause(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => undefined)]);
    } finally {
      isWaitedFor = false;
      waiting.abort();
    }
  }

  /** Once nothing is going on any more. Throws the first of what failed without anybody waiting for it. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
    const [failure] = this.#failures.splice(0);
    if (failure !== undefined) throw failure;
  }

  /** Asks what goes on to give up, and waits for it. */
  async onModuleDestroy(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }
}
