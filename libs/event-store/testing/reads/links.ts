import type { Log } from '../log/log.ts';
import type { LogRecord } from '../log/record.ts';
import { isOfAge, isThere, stateOf, visibleFrom } from '../streams/state.ts';
import type { Resolved } from '../wire/read-messages.ts';

/** A link (`$>`, data `N@stream`) with what it points at, or alone when that is gone. Other events are themselves. */
export function resolve(log: Log, record: LogRecord): Resolved {
  if (record.type !== '$>') return { event: record };
  const [, revision, stream] = /^(\d+)@(.+)$/s.exec(Buffer.from(record.data).toString('utf8')) ?? [];
  if (revision === undefined || stream === undefined) return { link: record };
  const state = stateOf(log, stream);
  const target = log.record(stream, BigInt(revision));
  const isGone =
    !target || state.isTombstoned || !isThere(state) || target.revision < visibleFrom(state) || !isOfAge(state, target);
  return isGone ? { link: record } : { event: target, link: record };
}
