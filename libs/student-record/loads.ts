import type { CivilDate } from '#kernel';
import type { LoadFile } from '#regulations';
import type { RecordEvent } from './events.ts';

/** What stands of loads after an event. One that tells of none leaves it as it is. */
export function loadsAfter(loads: LoadFile, event: RecordEvent): LoadFile {
  switch (event.type) {
    case 'SmallerLoadApproved':
      return { ...loads, approved: [...loads.approved, event.data.load] };
    case 'LoadShortfallFound':
      return { ...loads, shortfalls: [...loads.shortfalls, event.data.shortfall] };
    default:
      return loads;
  }
}

/** The days on which they were recorded. */
export const daysOfLoads = ({ approved, shortfalls }: LoadFile): readonly CivilDate[] => [
  ...approved.map(({ on }) => on),
  ...shortfalls.map(({ recordedOn }) => recordedOn),
];
