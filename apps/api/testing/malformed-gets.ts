import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { headerText, type Malformed, type Operation, otherMethods, pathText } from './operations.ts';

const queryText = fc.oneof(
  fc.constantFrom(
    '-1',
    '0',
    '1',
    '0000000000000001',
    '9999999999999999',
    '99999999999999999999',
    '1e400',
    'NaN',
    '',
    '%',
    '%00',
    '%zz',
  ),
  fc.string({ maxLength: 20 }).map((value) => encodeURIComponent(value.toWellFormed())),
);

/** Reads of what is there, of what is not, and of what can be neither. */
export function malformedGet({ path, query }: Operation): fc.Arbitrary<Malformed> {
  // A stream of changes that is served never ends; it is asked for only of students who are not there.
  const codes = path.endsWith('/changes') ? ['S9', '9'] : ['S1', 'COMP1080', 'BSCH-CS', '2024-AUT', '3cu/dl/6.1', 'S9'];
  const part = fc.oneof(fc.constantFrom(...codes), pathText);
  const names = [...query, 'x', '__proto__', 'after[]', 'minPosition', '%'];
  const search = fc.array(fc.tuple(fc.constantFrom(...names), queryText), { maxLength: 3 });
  const headers = fc.record(
    {
      'x-actor': fc.oneof(fc.constantFrom('registrar', 'student S1', 'tutor'), headerText),
      'if-none-match': headerText,
      'last-event-id': headerText,
      'accept-language': fc.oneof(fc.constantFrom('zh', 'zh;q=9', ',,,', '*;q=0'), headerText),
      'x-correlation-id': headerText,
      accept: headerText,
      range: headerText,
    },
    { requiredKeys: [] },
  );
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom<NonNullable<InjectOptions['method']>>('GET', 'HEAD') },
    { weight: 1, arbitrary: otherMethods },
  );
  return fc
    .tuple(fc.array(part, { minLength: 3, maxLength: 3 }), search, headers, method)
    .map(([parts, pairs, given, how]) => {
      let next = 0;
      const filled = path.replaceAll(/\{\w*\}|\*/g, () => parts[next++ % parts.length] ?? '');
      const asked = pairs.map(([name, value]) => `${name}=${value}`).join('&');
      return {
        wrong: 'a read',
        request: {
          method: how,
          url: `${filled}${asked && `?${asked}`}`,
          headers: { 'x-actor': 'registrar', ...given },
        },
      };
    });
}
