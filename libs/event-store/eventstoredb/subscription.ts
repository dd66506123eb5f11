import type { Page } from '../port.ts';
import type { GuardedClient } from './client.ts';
import type { Connection } from './connection.ts';
import { isMovingOn, NoAnswer } from './faults.ts';
import type { LogFilter } from './filter.ts';
import { inboxOf } from './inbox.ts';
import { END_OF_TIME, pagesToEnd, type Range } from './log.ts';
import { type Pager, pager } from './pager.ts';
import { type Patience, pause, pauses } from './patience.ts';
import type { Reads } from './reads.ts';
import { followRequest } from './requests.ts';

/** How often a subscription that is given nothing looks whether the log has grown, in milliseconds. */
const LOOK_AGAIN = 200;

/** How soon it looks when it was given something just now, or when this process has appended. */
const LOOK_SOON = 40;

/** Wakes subscriptions when this process has appended. */
export function bell() {
  const sleepers = new Set<() => void>();
  return {
    ring(): void {
      for (const wake of sleepers) wake();
    },
    hang(wake: () => void): () => void {
      sleepers.add(wake);
      return () => sleepers.delete(wake);
    },
  };
}

/** What the subscriptions of a store share. */
export interface Subscribing {
  readonly connection: Connection;
  readonly read: Reads;
  readonly patience: Patience;
  readonly bell: ReturnType<typeof bell>;
  /** Aborts when the store is closed. */
  readonly closing: AbortSignal;
  /** Subscriptions that have lost the store, each with the reason. */
  readonly resuming: Map<symbol, unknown>;
  /** The end of the log, asked once for all who ask at the same time, in one try. */
  readonly head: () => Promise<string>;
}

/**
 * Pages from a place in the log on, without end. When the call fails, ends, or falls silent, it is made again from
 * after the last page that was given out, for ever, with growing pauses.
 *
 * The server tells its place only now and then, and while nothing passes the filter the end of the log is told by
 * nobody. A subscription that has been given nothing for a while therefore looks for itself: what stands between its
 * place and the end is read through the filter, which also brings what a broken subscription keeps back.
 */
export async function* follow(
  store: Subscribing,
  range: Range,
  filter: LogFilter,
  pageSize: number,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  const { closing, resuming } = store;
  const pages = pager(range.after, range.upTo, filter, pageSize);
  const growing = pauses();
  const me = Symbol();
  const hasLeft = () => signal.aborted || closing.aborted;
  try {
    while (!hasLeft()) {
      const client = store.connection.current();
      try {
        for await (const page of subscription(store, pages, filter, pageSize, client, signal)) {
          resuming.delete(me);
          growing.over();
          yield page;
          if (pages.isOver()) return;
        }
        resuming.set(me, new NoAnswer('the server has ended the subscription'));
      } catch (error) {
        resuming.set(me, error);
        if (!isMovingOn(error)) store.connection.replace(client);
      }
      if (hasLeft()) return;
      await pause(growing.next(), signal, closing);
    }
  } finally {
    resuming.delete(me);
  }
}

/** One subscription until it ends, fails, or turns out to keep something back. */
async function* subscription(
  { read, patience: { callMilliseconds }, bell, closing, head }: Subscribing,
  pages: Pager,
  filter: LogFilter,
  pageSize: number,
  client: GuardedClient,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  pages.startAgain();
  // What passes and stands there now is given before the server says that it has caught up.
  const before = await head();
  const inbox = inboxOf(client.read(followRequest(pages.given(), filter.server), false), signal, closing);
  let lookAt = 0;
  /** Whether the last page said that there was nothing more. */
  let isSaid = false;
  const lookSoon = () => {
    lookAt = Math.min(lookAt, performance.now() + LOOK_SOON);
    inbox.knock();
  };
  const unhang = bell.hang(lookSoon);
  try {
    let isLevel = false;
    let lastCame = performance.now();
    for (;;) {
      const messages = await inbox.next(isLevel ? Math.max(1, lookAt - performance.now()) : callMilliseconds);
      if (!messages) return;
      for (const message of messages) {
        const page = pages.take(message);
        if (page) {
          isSaid = false;
          yield page;
        }
        if (pages.isBeyond() || signal.aborted || closing.aborted) return;
        if (!message.hasCaughtUp()) continue;
        pages.reach(before);
        isLevel = true;
        isSaid = true;
        yield pages.page(true);
      }
      const now = performance.now();
      if (messages.length > 0) {
        lastCame = now;
        if (!isLevel) continue;
        if (pages.hasEvents()) {
          isSaid = false;
          yield pages.page(false);
        }
        lookAt = now + LOOK_SOON;
      } else if (!isLevel) {
        if (now - lastCame >= callMilliseconds) throw new NoAnswer(`for ${callMilliseconds} ms`);
      } else if (now >= lookAt) {
        lookAt = now + LOOK_AGAIN;
        let isKeptBack = false;
        for await (const page of look()) {
          isKeptBack ||= page.events.length > 0;
          isSaid = page.caughtUp;
          yield page;
        }
        if (isKeptBack && now - lastCame >= callMilliseconds) throw new NoAnswer('a subscription keeps events back');
      }
    }
  } finally {
    unhang();
    inbox.close();
  }

  /** What passes between the place of the subscription and the end of the log. */
  async function* look(): AsyncGenerator<Page> {
    const end = await head();
    if (end > pages.position()) {
      const range = { after: pages.position(), upTo: END_OF_TIME };
      const once = { patienceMilliseconds: 0, head: end };
      for await (const page of pagesToEnd(read, range, filter, pageSize, once, signal, closing)) {
        pages.jump(page.position);
        yield page;
      }
    } else if (!isSaid) yield pages.page(true);
  }
}
