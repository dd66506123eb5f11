import type { Position, RecordedEvent } from '#kernel';
import type { Page } from '../port.ts';
import type { ReadMessage } from './client.ts';
import type { LogFilter } from './filter.ts';
import { laterOf, positionOf } from './position.ts';
import { recordedOf, streamOf, typeOf } from './recorded.ts';

/** After how many words of the server about its place, with nothing else, a page is made that tells the reader. */
const QUIET_STRETCH = 10;

/** Some versions of the server send this as a checkpoint when they have looked at nothing. */
const NO_PLACE = '18446744073709551615';

/** Makes pages of the messages of a filtered reading, up to a position. */
export function pager(after: Position, upTo: Position, { passes }: LogFilter, pageSize: number) {
  let events: RecordedEvent[] = [];
  let position = after;
  let given = after;
  let quiet = 0;
  let isBeyond = false;

  const page = (caughtUp: boolean): Page => {
    const made = { events, position, caughtUp };
    events = [];
    given = position;
    quiet = 0;
    return made;
  };
  const reach = (place: Position) => {
    position = laterOf(position, place < upTo ? place : upTo);
  };

  const beyond = () => {
    isBeyond = true;
    return page(false);
  };

  return {
    page,
    /** The place is known to be reached: all that passes up to it was taken. */
    reach,
    /** Goes on after a place up to which somebody else has given out all that passes. */
    jump(place: Position): void {
      reach(place);
      given = position;
    },
    /** How far the log was read. */
    position: () => position,
    /** How far the pages tell of: the place to go on after when the rest is lost. */
    given: () => given,
    /** Takes back what was not given out. */
    startAgain(): void {
      events = [];
      position = given;
    },
    hasEvents: () => events.length > 0,
    isOver: () => position >= upTo,
    /** Whether the server has looked at what is behind the last position that is wanted. */
    isBeyond: () => isBeyond,

    /** Takes a message; a page comes when it is full, or when the server has looked through much and found nothing. */
    take(message: ReadMessage): Page | undefined {
      const wire = message.getEvent()?.getEvent();
      if (wire) {
        const place = positionOf(wire.getCommitPosition());
        if (place <= position) return undefined;
        reach(place);
        if (place > upTo) return beyond();
        const stream = streamOf(wire);
        if (passes(stream, typeOf(wire))) events.push(recordedOf(wire, stream));
        return events.length >= pageSize ? page(false) : undefined;
      }
      const commit = message.getCheckpoint()?.getCommitPosition();
      if (commit === undefined || commit === NO_PLACE) return undefined;
      const place = positionOf(commit);
      reach(place);
      if (place > upTo) return beyond();
      return events.length === 0 && ++quiet >= QUIET_STRETCH ? page(false) : undefined;
    },
  };
}

export type Pager = ReturnType<typeof pager>;
