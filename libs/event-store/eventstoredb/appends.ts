import { NO_STREAM, WrongExpectedVersionError } from '@eventstore/db-client';
import type { NewEvent } from '#kernel';
import { AccessDenied, EventIdTaken, WrongExpectedRevision } from '../errors.ts';
import type { AppendResult, Expected } from '../port.ts';
import { answerOf, isClientOfNoUse, isOfThisAppend } from './answer.ts';
import type { Connection } from './connection.ts';
import { finalError, unavailable } from './faults.ts';
import { gate } from './gate.ts';
import { type KnownStream, lastOf, NOTHING_KNOWN, type StreamMemory, standingOf } from './memory.ts';
import { type Patience, tries } from './patience.ts';
import { positionOf } from './position.ts';
import { NEVER_SO_LONG, reads, shared } from './reads.ts';
import { givenTwice, type Run, runOf } from './run.ts';
import { turnstile } from './turnstile.ts';

/** What an append goes out with. */
interface Start {
  /** The revision that the stream is to have, -1 for none. */
  readonly exact: bigint;
  /** Whether what has this place was written after the append was asked for. */
  isNew(result: Pick<AppendResult, 'revision' | 'position'>): boolean;
}

/**
 * Appends, each at an exact revision: the server can tell then by its index, for good, whether the same events stand
 * there already, so that a try whose outcome is unknown can be made again. For everything else its memory of ids
 * is short and lost when it restarts. The appends to one stream go out one after the other.
 */
export function appends(
  connection: Connection,
  memory: StreamMemory,
  patience: Patience,
  maxAppendBytes: number,
  onAppended: () => void,
) {
  const read = reads(connection, patience, true);
  const logEnd = shared(() => read.head());
  const room = gate();
  const turn = turnstile();
  const queues = new Map<string, Promise<unknown>>();

  /** Reads on from what is known of a stream to where it ends now. */
  async function refreshed(stream: string): Promise<KnownStream> {
    const before = memory.of(stream) ?? NOTHING_KNOWN;
    let known: KnownStream = { first: before.first, ids: [...before.ids] };
    for await (const events of read.eventsOf(stream, lastOf(before) + 1n, NEVER_SO_LONG))
      for (const { id, revision } of events) {
        if (revision !== lastOf(known) + 1n) known = { first: revision, ids: [] };
        known.ids.push(id);
      }
    memory.keep(stream, known);
    return known;
  }

  const conflict = (run: Run, expected: Expected, known: KnownStream) =>
    new WrongExpectedRevision(run.stream, expected, lastOf(known) < 0n ? null : lastOf(known));

  /** The place of the run when it stands in the stream; throws when only some of it does. */
  async function placeOf(run: Run, known: KnownStream) {
    const standing = standingOf(run.ids, known);
    if (standing === 'none') return undefined;
    if ('taken' in standing) throw new EventIdTaken(run.stream, standing.taken);
    const { revision } = standing;
    const event = await read.eventAt(run.stream, revision);
    if (event && event.id === run.ids.at(-1)) return { revision, position: event.position };
    memory.forget(run.stream);
    throw unavailable(`stream ${run.stream}`, 'it was cut off while it was read');
  }

  /** Finds out at which revision to append; or that it is done already, or must not be. */
  async function startOf(run: Run, expected: Expected): Promise<Start | AppendResult> {
    const remembered = memory.of(run.stream) ?? NOTHING_KNOWN;
    const isKnown =
      expected === 'no-stream' || (typeof expected === 'bigint' && expected >= 0n && expected <= lastOf(remembered));
    const known = isKnown ? remembered : await refreshed(run.stream);
    const place = await placeOf(run, known);
    if (place) return { ...place, appended: false };
    const twice = givenTwice(run.ids);
    if (twice.length > 0) throw new EventIdTaken(run.stream, twice);

    if (isKnown) {
      const end = await logEnd();
      return { exact: expected === 'no-stream' ? -1n : expected, isNew: ({ position }) => position > end };
    }
    const last = lastOf(known);
    return { exact: resolved(run, expected, known), isNew: ({ revision }) => revision > last };
  }

  /** The exact revision of an expectation, by what the stream is known to be. */
  function resolved(run: Run, expected: Expected, known: KnownStream): bigint {
    const last = lastOf(known);
    const isMet = expected === 'any' || (expected === 'stream-exists' ? last >= 0n : expected === last);
    if (isMet || (typeof expected === 'bigint' && expected >= 0n && expected < last)) {
      return typeof expected === 'bigint' ? expected : last;
    }
    throw conflict(run, expected, known);
  }

  async function perform(run: Run, expected: Expected): Promise<AppendResult> {
    const place = turn();
    try {
      const start = await startOf(run, expected);
      if ('appended' in start) return start;
      await place.before;
      return await sent(run, expected, start, place.leave);
    } finally {
      place.leave();
    }
  }

  async function sent(run: Run, expected: Expected, start: Start, onSent: () => void): Promise<AppendResult> {
    const attempt = tries(`stream ${run.stream}, not known whether it was written`, patience);
    let { exact } = start;
    let isUnsure = false;
    for (;;) {
      const client = connection.current();
      const { losses } = client;
      try {
        const answer = answerOf(client, run, exact < 0n ? NO_STREAM : exact, patience.callMilliseconds);
        onSent();
        const result = await resultOf(run, await answer);
        memory.extend(run.stream, run.ids, result.revision);
        return { ...result, appended: start.isNew(result) };
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) {
          const known = await refreshed(run.stream);
          const place = await placeOf(run, known);
          if (place) return { ...place, appended: isUnsure && start.isNew(place) };
          if (expected !== 'any' && expected !== 'stream-exists') throw conflict(run, expected, known);
          // Others have written behind the revision: no try at it can succeed any more, so nothing was written.
          exact = resolved(run, expected, known);
          continue;
        }
        const final = finalError(error, run.stream);
        if (final && (isOfThisAppend(error, client, losses) || !(final instanceof AccessDenied))) throw final;
        isUnsure = true;
        if (isClientOfNoUse(error, client, losses)) connection.replace(client);
        await attempt.again(error);
      }
    }
  }

  async function resultOf(
    run: Run,
    { nextExpectedRevision: revision, position }: Awaited<ReturnType<typeof answerOf>>,
  ) {
    if (position) return { revision, position: positionOf(String(position.commit)) };
    const event = await read.eventAt(run.stream, revision);
    if (!event) throw new Error(`stream ${run.stream} has no event ${revision}, which was just written`);
    return { revision, position: event.position };
  }

  const inTurn = <Result>(stream: string, work: () => Promise<Result>): Promise<Result> => {
    const done = (queues.get(stream) ?? Promise.resolve()).then(work, work);
    queues.set(stream, done);
    const leave = () => {
      if (queues.get(stream) === done) queues.delete(stream);
    };
    done.then(leave, leave);
    return done;
  };

  return {
    async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
      const run = runOf(stream, events, maxAppendBytes);
      const result = await inTurn(stream, () => room.within(run.bytes, () => perform(run, expected)));
      if (result.appended) onAppended();
      return result;
    },
    /** Resolves when all that is under way has its answer. */
    async settled(): Promise<void> {
      while (queues.size > 0) await Promise.allSettled(queues.values());
    },
  };
}
