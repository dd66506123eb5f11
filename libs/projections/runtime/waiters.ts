import type { Position } from '#kernel';

interface Waiter {
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
}

/** Those who wait for the rows to reach a position. */
export interface PositionWaiters {
  /** True as soon as the position is reached, false when it is not within so many milliseconds. */
  waitFor(position: Position, at: Position, milliseconds: number): Promise<boolean>;
  reached(position: Position): void;
  /** Answers everybody who still waits with false. */
  giveUp(): void;
}

export function positionWaiters(): PositionWaiters {
  const waiting = new Set<Waiter>();
  return {
    waitFor(position, at, milliseconds) {
      if (position <= at) return Promise.resolve(true);
      return new Promise((resolve) => {
        const done = (reached: boolean) => {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(reached);
        };
        const waiter: Waiter = { position, resolve: done };
        const timer = setTimeout(() => done(false), milliseconds);
        waiting.add(waiter);
      });
    },
    reached(position) {
      for (const waiter of [...waiting]) if (waiter.position <= position) waiter.resolve(true);
    },
    giveUp() {
      for (const waiter of [...waiting]) waiter.resolve(false);
    },
  };
}
