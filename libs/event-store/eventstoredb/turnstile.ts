/** How long the others wait for one that has not gone out yet, in milliseconds. */
const PATIENCE = 250;

/** The place of one append among those that were asked for. */
export interface Place {
  /** Waits until it may be sent, or sent again. */
  toGo(): Promise<void>;
  /** It was sent. */
  sent(): void;
  /** It is not known whether it was written: it will be sent again. */
  again(): void;
  /** It is over, with or without a failure; it may never have been sent. */
  done(failure?: unknown): void;
}

/**
 * Keeps the order in which appends were asked for as they go out, whatever each of them has to find out first: so
 * those of one moment stand in the log in that order. Whoever takes long loses its place.
 */
export function turnstile() {
  let last: Promise<void> = Promise.resolve();
  return (): Place => {
    const before = last;
    let pass: (after: Promise<void> | undefined) => void = () => undefined;
    last = new Promise((resolve) => {
      pass = resolve as typeof pass;
    });
    const late = setTimeout(() => pass(before), PATIENCE);
    const leave = () => {
      clearTimeout(late);
      pass(before);
    };
    return { toGo: () => before, sent: leave, again: () => undefined, done: leave };
  };
}
