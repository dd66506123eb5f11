import { eventTypeFilter, excludeSystemEvents, type Filter, streamNameFilter } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { counted, event, heard, until, withDouble } from '../clients.ts';

describe('a filter of a subscription', () => {
  it.each<[string, Filter, number[]]>([
    ['prefixes of streams', streamNameFilter({ prefixes: ['record-', 'course-'] }), [0, 1, 4]],
    ['a regular expression on streams, anywhere', streamNameFilter({ regex: 'ord-2' }), [1]],
    ['prefixes of types', eventTypeFilter({ prefixes: ['Enrol'] }), [0, 3]],
    ['a regular expression on types', eventTypeFilter({ regex: '^(Enrolled|Graded)$' }), [0, 1]],
    [
      'a regular expression rather than prefixes',
      { ...streamNameFilter({ regex: '^appeal-' }), prefixes: ['record-'] },
      [3],
    ],
    ['no events of the server', excludeSystemEvents(), [0, 1, 2, 3, 4]],
  ])('takes %s, while it catches up and live', (_what, filter, expected) =>
    withDouble(async (client) => {
      const write = async (from: number) => {
        await client.appendToStream('record-1', event(from, 'Enrolled'));
        await client.appendToStream('record-2', event(from + 1, 'Graded'));
        await client.setStreamMetadata('record-1', { maxCount: 50 });
        await client.appendToStream('other-1', event(from + 2, 'Paid'));
        await client.appendToStream('appeal-1', event(from + 3, 'EnrolmentContested'));
        await client.appendToStream('course-1', event(from + 4, 'Offered'));
      };
      await write(0);
      const subscription = heard(client.subscribeToAll({ filter }));
      await subscription.live();
      await write(10);
      await until(() => subscription.events().length >= 2 * expected.length);
      expect(counted(subscription.events())).toEqual([...expected, ...expected.map((n) => n + 10)]);
    })(),
  );
});
