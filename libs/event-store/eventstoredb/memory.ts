/** What is known of a stream: the ids of its events from a revision on, without gaps. Never wrong, perhaps not all. */
export interface KnownStream {
  /** The revision of the first of the ids; 0 unless the stream was cut by an operator. */
  readonly first: bigint;
  readonly ids: string[];
}

/** How many ids are remembered, of all streams together. */
const ROOM = 200_000;

/**
 * The ids of streams that were read or written lately. Before an append it must be known whether its events are in the
 * stream already, and whoever decides over a stream has just read it. What stands in a stream never changes, so what is
 * remembered stays true; it may be less than there is.
 */
export function streamMemory(room = ROOM) {
  const streams = new Map<string, KnownStream>();
  let size = 0;

  const forget = (stream: string) => {
    size -= streams.get(stream)?.ids.length ?? 0;
    streams.delete(stream);
  };

  return {
    of: (stream: string): KnownStream | undefined => streams.get(stream),
    keep(stream: string, known: KnownStream): void {
      const before = streams.get(stream);
      if (before && before !== known && lastOf(before) > lastOf(known)) return;
      forget(stream);
      if (known.ids.length > room) return;
      streams.set(stream, known);
      size += known.ids.length;
      for (const [oldest] of streams) {
        if (size <= room) break;
        forget(oldest);
      }
    },
    /** Adds what was written to what is known, when it follows on it. */
    extend(stream: string, ids: readonly string[], revision: bigint): void {
      const known = streams.get(stream) ?? { first: 0n, ids: [] };
      if (lastOf(known) + BigInt(ids.length) !== revision) return;
      forget(stream);
      known.ids.push(...ids);
      this.keep(stream, known);
    },
    forget,
  };
}

export type StreamMemory = ReturnType<typeof streamMemory>;

/** The last revision that is known, -1 when the stream has no events as far as is known. */
export const lastOf = ({ first, ids }: KnownStream): bigint => first + BigInt(ids.length) - 1n;

export const NOTHING_KNOWN: KnownStream = { first: 0n, ids: [] };

/** Where the ids of a run stand in a stream. */
export type Standing = 'none' | { readonly revision: bigint } | { readonly taken: readonly string[] };

/** Whether a run of ids stands in a stream as it is, not at all, or in any other way. */
export function standingOf(run: readonly string[], { first, ids }: KnownStream): Standing {
  const wanted = new Set(run);
  const at = ids.findIndex((id) => wanted.has(id));
  if (at < 0) return 'none';
  if (run.every((id, index) => ids[at + index] === id)) return { revision: first + BigInt(at + run.length) - 1n };
  const taken = new Set(ids.filter((id) => wanted.has(id)));
  return { taken: run.filter((id) => taken.has(id)) };
}
