import type { EventFilter } from '../port.ts';
import type { ServerFilter } from './requests.ts';

/** Streams and types of the server's own. */
const OWN = '$';

/** A filter on the server lets nothing of the server's own pass that begins with this: nobody's stream is called nothing. */
const NOBODY = '^$';

export interface LogFilter {
  /** What the server is asked to let pass: all that is wanted, and perhaps more. */
  readonly server: ServerFilter;
  /** Whether an event that the server let pass is wanted. */
  passes(stream: string, type: string): boolean;
}

/** The server filters by streams or by types, by the beginnings of their names; the rest is looked at here. */
export function logFilter({ streams, types }: EventFilter = {}): LogFilter {
  const wanted = types && new Set(types);
  const ofStreams = streams && !streams.includes('') ? streams : undefined;
  return {
    server: serverFilter(ofStreams, types),
    passes: (stream, type) =>
      !stream.startsWith(OWN) &&
      !type.startsWith(OWN) &&
      (wanted?.has(type) ?? true) &&
      (ofStreams?.some((prefix) => stream.startsWith(prefix)) ?? true),
  };
}

function serverFilter(streams: readonly string[] | undefined, types: readonly string[] | undefined): ServerFilter {
  if (streams?.length === 0 || types?.length === 0) return { on: 'stream', regex: NOBODY };
  if (streams) return { on: 'stream', prefixes: streams };
  if (types) return { on: 'type', prefixes: types };
  return { on: 'stream', regex: `^[^${OWN}]` };
}
