import type { Expected } from '../streams/expectations.ts';

interface Asked {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** What a request expects of its stream; the field of an exact revision has two names. */
export function expectedIn(asked: Asked, exact: string): Expected {
  if (asked.hasNoStream()) return 'no-stream';
  if (asked.hasAny()) return 'any';
  if (asked.hasStreamExists()) return 'stream-exists';
  return BigInt(exact);
}
