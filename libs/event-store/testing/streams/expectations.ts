import type { Log } from '../log/log.ts';
import type { Proposed } from '../log/record.ts';
import type { RecentIds } from './recent-ids.ts';
import type { StreamState } from './state.ts';

export type Expected = 'any' | 'stream-exists' | 'no-stream' | bigint;

/** What the server makes of an append: write it, give the first answer again, or refuse it. */
export type Verdict =
  | { readonly is: 'accepted' }
  | { readonly is: 'repeated'; readonly last: bigint }
  | { readonly is: 'conflict' }
  | { readonly is: 'deleted' };

type Ids = readonly Pick<Proposed, 'id'>[];

/** Judges appends by the server's rules, in the server's order. Only ids are compared, never what events say. */
export function judgeOf(log: Log, recent: RecentIds) {
  /** Of an append that expects nothing exact: known by the ids that were written lately. */
  function byRecentIds(stream: string, events: Ids): Verdict {
    let last: bigint | undefined;
    for (const [index, { id }] of events.entries()) {
      const revision = recent.revisionIn(stream, id);
      if (revision === undefined) return { is: index === 0 ? 'accepted' : 'conflict' };
      last = revision;
    }
    return last === undefined ? { is: 'accepted' } : { is: 'repeated', last };
  }

  /** Of an append after a revision that others follow: known by the ids that stand there. */
  function byStandingIds(stream: string, state: StreamState, expected: bigint, events: Ids): Verdict {
    let revision = expected;
    for (const [index, { id }] of events.entries()) {
      revision += 1n;
      if (log.record(stream, revision)?.id === id) continue;
      const isReborn = index === 0 && expected === -1n && state.isSoftDeleted;
      return { is: isReborn ? 'accepted' : 'conflict' };
    }
    return revision === expected ? { is: 'conflict' } : { is: 'repeated', last: revision };
  }

  return (stream: string, state: StreamState, expected: Expected, events: Ids): Verdict => {
    if (state.isTombstoned) return { is: 'deleted' };
    if (expected === 'stream-exists') {
      if (state.isSoftDeleted) return { is: 'deleted' };
      if (state.last < 0n && state.metadata === undefined) return { is: 'conflict' };
    }
    if (expected === 'any' || expected === 'stream-exists') return byRecentIds(stream, events);
    const after = expected === 'no-stream' ? -1n : expected;
    if (after < state.last) return byStandingIds(stream, state, after, events);
    return { is: after > state.last ? 'conflict' : 'accepted' };
  };
}
