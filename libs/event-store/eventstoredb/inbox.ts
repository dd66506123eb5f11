import type { ReadCall, ReadMessage } from './client.ts';

/** How many messages are taken in before the server is made to wait. */
const ROOM = 1000;

/** The messages of one call in their order. */
export interface Inbox {
  /**
   * What has come since, as soon as there is any: at most so many milliseconds later, and then none. Undefined when
   * the call has come to its end or the reader has left. Throws when the call failed.
   */
  next(milliseconds: number): Promise<readonly ReadMessage[] | undefined>;
  /** Lets a waiting `next` return with nothing. */
  knock(): void;
  /** Gives the call up, on the server too. Must be called whatever happens. */
  close(): void;
}

/** Takes in the messages of a call that may not have begun yet. */
export function inboxOf(opening: Promise<ReadCall>, ...signals: (AbortSignal | undefined)[]): Inbox {
  let messages: ReadMessage[] = [];
  let call: ReadCall | undefined;
  let failure: { error: unknown } | undefined;
  let isOver = false;
  let isClosed = false;
  let wake: (() => void) | undefined;

  const end = () => {
    isOver = true;
    wake?.();
  };
  const fail = (error: unknown) => {
    failure ??= { error };
    wake?.();
  };
  opening.then((opened) => {
    if (isClosed) return opened.cancel();
    call = opened;
    opened.on('data', (message: ReadMessage) => {
      if (messages.push(message) >= ROOM) opened.pause();
      wake?.();
    });
    opened.on('end', end);
    opened.on('error', fail);
  }, fail);

  const leave = () => end();
  for (const signal of signals) {
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
  }

  const arrival = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, milliseconds);
      function done() {
        clearTimeout(timer);
        wake = undefined;
        // What arrives in one go is taken in one go.
        setImmediate(resolve);
      }
      wake = done;
    });

  const hasLeft = () => signals.some((signal) => signal?.aborted);

  return {
    async next(milliseconds) {
      if (messages.length === 0 && !failure && !isOver) await arrival(milliseconds);
      if (hasLeft()) return undefined;
      if (messages.length > 0) {
        const taken = messages;
        messages = [];
        call?.resume();
        return taken;
      }
      if (failure) throw failure.error;
      return isOver ? undefined : [];
    },
    knock: () => wake?.(),
    close() {
      isClosed = true;
      for (const signal of signals) signal?.removeEventListener('abort', leave);
      // In a turn of its own, as the client does it: gRPC loses a cancellation from within its own events.
      setImmediate(() => call?.cancel());
    },
  };
}
