import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { LogRecord } from '../log/record.ts';

export interface Filter {
  matches(record: LogRecord): boolean;
  /** The most records that are looked at before the reader hears again. */
  readonly window: number;
  /** Records looked at, matching or not, from one checkpoint to the next. */
  readonly checkpointInterval: number;
}

const WINDOW = 32;

/** A regular expression goes before prefixes and may match anywhere in the text. */
export function filterIn(options: ReadReq.Options): Filter | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const onStream = filter.getStreamIdentifier();
  const expression = onStream ?? filter.getEventType();
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression?.getPrefixList() ?? [];
  const fits = (text: string) => (regex ? regex.test(text) : prefixes.some((prefix) => text.startsWith(prefix)));
  const window = filter.hasMax() ? filter.getMax() : WINDOW;
  return {
    matches: ({ stream, type }) => fits(onStream ? stream : type),
    window,
    checkpointInterval: window * filter.getCheckpointintervalmultiplier(),
  };
}
