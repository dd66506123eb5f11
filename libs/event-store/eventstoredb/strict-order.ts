import { StoreUnavailable } from '../errors.ts';
import type { Place } from './turnstile.ts';

/** Appends of which one failed: those behind it are not sent any more, since they would stand before it. */
interface Company {
  failure?: unknown;
}

/**
 * Keeps the order in which appends were asked for in the log, whatever befalls each of them. They are under way at the
 * same time over one connection, where the server takes them in order. As soon as one has to be sent again, or over
 * another connection, it waits until all that came before it are done, and so do those behind it.
 */
export function strictOrder(connectionNow: () => unknown) {
  let allSent: Promise<void> = Promise.resolve();
  let allDone: Promise<void> = Promise.resolve();
  let company: Company = {};
  let connection: unknown;
  let unsure = 0;

  return (): Place => {
    const [sentBefore, doneBefore, mine] = [allSent, allDone, company];
    const sent = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    allSent = sentBefore.then(() => sent.promise);
    allDone = doneBefore.then(() => done.promise);
    let isAgain = false;
    return {
      async toGo() {
        await sentBefore;
        if (isAgain || unsure > 0 || connectionNow() !== connection) await doneBefore;
        if ('failure' in mine)
          throw new StoreUnavailable('not sent, as an append that was asked for before it failed', {
            cause: mine.failure,
          });
        connection = connectionNow();
      },
      sent: () => sent.resolve(),
      again() {
        if (!isAgain) unsure++;
        isAgain = true;
      },
      done(failure) {
        if (isAgain) unsure--;
        if (failure !== undefined) {
          mine.failure = failure;
          if (company === mine) company = {};
        }
        sent.resolve();
        done.resolve();
      },
    };
  };
}
