import type { Position, RecordedEvent } from '#kernel';
import type { ReadMessage, ReadRequest } from './client.ts';
import type { Connection } from './connection.ts';
import { finalError, isMovingOn, NoAnswer } from './faults.ts';
import { inboxOf } from './inbox.ts';
import { type Patience, tries } from './patience.ts';
import { BEGINNING, positionOf } from './position.ts';
import { recordedOf } from './recorded.ts';
import { lastRequest, streamRequest } from './requests.ts';

export interface Reading {
  /** Until it is given up; as for all calls unless told. 0 for a single try. */
  readonly patienceMilliseconds?: number;
  /** A call of this kind does not end by itself: when it does, something is wrong. */
  readonly isEndless?: boolean;
}

type Signals = readonly (AbortSignal | undefined)[];

export const NEVER_SO_LONG = Number.MAX_SAFE_INTEGER;

/**
 * Reading over a connection. What fails is tried again from where it was; what is silent for too long counts as failed,
 * and its connection with it. A reader that leaves cancels its call.
 */
export function reads(connection: Connection, patience: Patience, requiresLeader: boolean) {
  /** The messages of a call in the lots in which they come; `request` is made anew for each try. */
  async function* messages(
    what: { readonly name: string; readonly stream?: string },
    request: () => ReadRequest,
    { patienceMilliseconds = patience.patienceMilliseconds, isEndless = false }: Reading,
    ...signals: Signals
  ): AsyncGenerator<readonly ReadMessage[]> {
    const attempt = tries(what.name, { ...patience, patienceMilliseconds }, ...signals);
    const hasLeft = () => signals.some((signal) => signal?.aborted);
    while (!hasLeft()) {
      const client = connection.current();
      const inbox = inboxOf(client.read(request(), requiresLeader), ...signals);
      try {
        for (;;) {
          const lot = await inbox.next(patience.callMilliseconds);
          if (!lot && isEndless && !hasLeft()) throw new NoAnswer('the server has ended the call');
          if (!lot) return;
          if (lot.length === 0) throw new NoAnswer(`for ${patience.callMilliseconds} ms`);
          attempt.wentWell();
          yield lot;
        }
      } catch (error) {
        const final = finalError(error, what.stream ?? what.name);
        if (final) throw final;
        if (!isMovingOn(error)) connection.replace(client);
        await attempt.again(error);
      } finally {
        inbox.close();
      }
    }
  }

  /** The events of a stream from a revision on, in lots; none when there is no such stream. */
  async function* eventsOf(stream: string, from: bigint, count: number, ...signals: Signals) {
    let next = from;
    let left = count;
    const request = () => streamRequest(stream, next, left);
    for await (const lot of messages({ name: `stream ${stream}`, stream }, request, {}, ...signals)) {
      const events: RecordedEvent[] = [];
      for (const message of lot) {
        const wire = message.getEvent()?.getEvent();
        if (wire) events.push(recordedOf(wire, stream));
      }
      const last = events.at(-1);
      if (!last) continue;
      next = last.revision + 1n;
      left -= events.length;
      yield events;
    }
  }

  return {
    messages,
    eventsOf,

    async eventAt(stream: string, revision: bigint): Promise<RecordedEvent | undefined> {
      for await (const [event] of eventsOf(stream, revision, 1)) return event;
      return undefined;
    },

    /** The position of the last event of the log, of the server's own ones too. */
    async head(patienceMilliseconds = patience.patienceMilliseconds): Promise<Position> {
      let position = BEGINNING;
      for await (const lot of messages({ name: 'the end of the log' }, lastRequest, { patienceMilliseconds }))
        for (const message of lot) {
          const wire = message.getEvent()?.getEvent();
          if (wire) position = positionOf(wire.getCommitPosition());
        }
      return position;
    },
  };
}

export type Reads = ReturnType<typeof reads>;

/** Shares what one asking brings among all who ask before it begins. One asking at a time. */
export function shared<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Answer> | undefined;
  return () => {
    if (next) return next;
    const begin = () => {
      next = undefined;
      return ask();
    };
    next = running.then(begin, begin);
    running = next;
    return next;
  };
}
