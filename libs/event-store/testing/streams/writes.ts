import { randomUUID } from 'node:crypto';
import type { Log } from '../log/log.ts';
import { isMetastream, metastreamOf, originalOf, type Proposed, systemEvent, TOMBSTONE } from '../log/record.ts';
import { type Expected, judgeOf, type Verdict } from './expectations.ts';
import { EVERYTHING, withTruncateBefore } from './metadata.ts';
import { recentIds } from './recent-ids.ts';
import { stateOf } from './state.ts';

/** What an append came to. `last` is the revision of its last event, -1 for none; `position` of that event. */
export type Appended =
  | { readonly is: 'success'; readonly last: bigint; readonly position?: bigint }
  | { readonly is: 'conflict'; readonly actual: bigint }
  | { readonly is: 'deleted' };

/** What a deletion came to, with the position of the record that says so. */
export type Deleted =
  | { readonly is: 'success'; readonly position: bigint }
  | { readonly is: 'conflict'; readonly actual: bigint }
  | { readonly is: 'deleted' };

/** All that changes a stream. One thing after the other: each is readable before it is answered. */
export function writesTo(log: Log) {
  let recent = recentIds();
  let judge = judgeOf(log, recent);

  const write = (stream: string, revision: bigint, events: readonly Proposed[]) => {
    const records = log.write(stream, revision, events);
    for (const { id, revision } of records) recent.remember(id, { stream, revision });
    return records;
  };

  /** A new metadata document of a stream that was deleted softly: what was written before stays hidden. */
  const revive = (stream: string, from: bigint) => {
    const metastream = metastreamOf(stream);
    const document = withTruncateBefore(stateOf(log, stream).metadata, from);
    write(metastream, log.last(metastream) + 1n, [{ ...systemEvent('$metadata', {}), data: document }]);
  };

  function append(stream: string, expected: Expected, events: readonly Proposed[]): Appended {
    const state = stateOf(log, stream);
    const verdict = judge(stream, state, expected, events);
    if (verdict.is === 'deleted') return verdict;
    if (verdict.is === 'conflict') return { is: 'conflict', actual: state.last };
    if (verdict.is === 'repeated')
      return { is: 'success', last: verdict.last, position: log.record(stream, verdict.last)?.position };
    if (events.length === 0) return { is: 'success', last: state.last };
    const ofDeleted = isMetastream(stream) && stateOf(log, originalOf(stream)).isSoftDeleted;
    const written = write(stream, state.last + 1n, events).at(-1);
    if (state.isSoftDeleted) revive(stream, state.last + 1n);
    if (ofDeleted) revive(originalOf(stream), log.last(originalOf(stream)) + 1n);
    return { is: 'success', last: written?.revision ?? -1n, position: written?.position };
  }

  /** Whether a stream may be deleted; a deletion is never a repetition. */
  function verdictOnDeleting(stream: string, expected: Expected): Verdict & { readonly actual: bigint } {
    const state = stateOf(log, stream);
    return { ...judge(stream, state, expected, [{ id: randomUUID() }]), actual: state.last };
  }

  function softDelete(stream: string, expected: Expected): Deleted {
    const { is, actual } = verdictOnDeleting(stream, expected);
    if (is === 'deleted') return { is };
    if (is === 'conflict' || (expected === 'any' && actual < 0n)) return { is: 'conflict', actual };
    const metastream = metastreamOf(stream);
    const document = withTruncateBefore(undefined, EVERYTHING);
    const [record] = write(metastream, log.last(metastream) + 1n, [
      { ...systemEvent('$metadata', {}), data: document },
    ]);
    return { is: 'success', position: record?.position ?? 0n };
  }

  function tombstone(stream: string, expected: Expected): Deleted {
    const { is, actual } = verdictOnDeleting(stream, expected);
    if (is === 'deleted') return { is };
    if (is === 'conflict') return { is, actual };
    const [record] = log.write(stream, TOMBSTONE, [
      { ...systemEvent('$streamDeleted', {}), contentType: 'application/octet-stream', data: new Uint8Array() },
    ]);
    return { is: 'success', position: record?.position ?? 0n };
  }

  return {
    append: (stream: string, expected: Expected, events: readonly Proposed[]) =>
      log.transaction(() => append(stream, expected, events)),
    softDelete: (stream: string, expected: Expected) => log.transaction(() => softDelete(stream, expected)),
    tombstone: (stream: string, expected: Expected) => log.transaction(() => tombstone(stream, expected)),
    /** What a restart does to the memory of ids. */
    forgetRecentIds(): void {
      recent = recentIds();
      judge = judgeOf(log, recent);
    },
  };
}

export type Writes = ReturnType<typeof writesTo>;
