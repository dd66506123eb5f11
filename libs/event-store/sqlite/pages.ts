import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Position } from '#kernel';
import type { EventFilter, Page } from '../port.ts';
import { numberOf, positionOf } from './position.ts';
import { COLUMNS, type EventOf, type Row } from './recorded.ts';

const PAGE_SIZE = 500;

/** How many positions a filtered page looks through at most, so that a rare match does not hold up everybody else. */
const SPAN = 5000;

/** Reads the log page by page. */
export interface Pages {
  /** The last position there is, 0 when there is none. */
  last(): number;
  /** The next page after a position, up to another. */
  next(after: number, end: number): Page;
}

/** What a reading asks for, with its places in the log as numbers. */
export interface Range {
  readonly after: number;
  readonly upTo: number;
}

export const rangeOf = (options: { after?: Position; upTo?: Position }): Range => ({
  after: options.after === undefined ? 0 : numberOf(options.after),
  upTo: options.upTo === undefined ? Number.MAX_SAFE_INTEGER : numberOf(options.upTo),
});

/** Gives readers of pages; the statement of each form of filter is prepared once. */
export function pagesOf(database: DatabaseSync, recorded: EventOf) {
  const lastPosition = database.prepare('SELECT ifnull(max(position), 0) FROM events');
  lastPosition.setReturnArrays(true);
  const last = () => (lastPosition.get() as unknown as [number])[0];
  const prepared = new Map<string, StatementSync>();

  const statement = (conditions: string): StatementSync => {
    let found = prepared.get(conditions);
    if (found === undefined) {
      found = database.prepare(
        `SELECT ${COLUMNS}, s.name FROM events e CROSS JOIN streams s ON s.first = e.stream
         WHERE e.position > ? AND e.position <= ?${conditions} ORDER BY e.position LIMIT ?`,
      );
      found.setReturnArrays(true);
      prepared.set(conditions, found);
    }
    return found;
  };

  return (filter: EventFilter | undefined, pageSize = PAGE_SIZE): Pages => {
    if (!Number.isInteger(pageSize) || pageSize < 1) throw new RangeError(`not a size of a page: ${pageSize}`);
    const { conditions, values } = conditionsOf(filter);
    const select = statement(conditions);
    const span = conditions === '' ? pageSize : Math.max(pageSize, SPAN);
    return {
      last,
      next(after, end) {
        const to = Math.max(after, Math.min(after + span, end));
        const rows = select.all(after, to, ...values, pageSize) as unknown as [...Row, stream: string][];
        const read = rows.length < pageSize ? to : (rows.at(-1)?.[0] as number);
        return {
          events: rows.map((row) => recorded(row[6], row as unknown as Row)),
          position: positionOf(read),
          caughtUp: read >= last(),
        };
      },
    };
  };
}

function conditionsOf({ streams, types }: EventFilter = {}): { conditions: string; values: SQLInputValue[] } {
  const parts: string[] = [];
  if (types) parts.push(`e.type IN (${types.map(() => '?').join(', ')})`);
  if (streams) parts.push(`(${['0', ...streams.map(() => 's.name >= ? AND s.name < ?')].join(' OR ')})`);
  return {
    conditions: parts.map((part) => ` AND ${part}`).join(''),
    values: [...(types ?? []), ...(streams ?? []).flatMap((prefix) => [prefix, afterPrefix(prefix)])],
  };
}

/** The least value that sorts after all texts with the prefix. */
export function afterPrefix(prefix: string): string | Uint8Array {
  const points = Array.from(prefix, (character) => character.codePointAt(0) as number);
  while (points.length > 0) {
    const point = points.pop() as number;
    // Between these two there are surrogates only, which are no characters.
    if (point < 0x10ffff) return String.fromCodePoint(...points, point === 0xd7ff ? 0xe000 : point + 1);
  }
  return new Uint8Array(0); // In SQLite every blob sorts after every text.
}
