import fc from 'fast-check';
import type { Schema } from './schemas.ts';

/** Stands for a number that JSON can write and this language cannot hold; put in after the text is made. */
export const BEYOND_NUMBERS = '@@beyond numbers@@';

const deep = (levels: number): unknown => (levels === 0 ? 0 : [deep(levels - 1)]);

const strings = fc.string({ unit: 'grapheme', maxLength: 40 });
const arrays = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 });
const objects = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(BEYOND_NUMBERS),
);
const nested = fc.constantFrom(deep(3), deep(14), deep(40));

/** Values that a schema certainly does not allow. */
export function wrongValues(schema: Schema, of: (schema: Schema) => Schema): fc.Arbitrary<unknown> {
  if (schema.oneOf) return notOneOf(schema);
  switch (schema.type) {
    case 'array':
      return notArray(schema, of);
    case 'object':
      return fc.oneof(strings, numbers, fc.boolean(), arrays, nested);
    case 'boolean':
      return fc.oneof(strings, numbers, arrays, objects, fc.constantFrom('true', 'false', 0, 1));
    case 'number':
    case 'integer':
      return notNumber(schema);
    default:
      return notString(schema);
  }
}

const notOneOf = ({ oneOf = [] }: Schema): fc.Arbitrary<unknown> =>
  oneOf.some((branch) => branch.enum)
    ? fc.oneof(fc.constantFrom(-1, 0.5, 'none of them', true, BEYOND_NUMBERS), arrays, objects)
    : fc.oneof(
        numbers.filter((value) => typeof value === 'number'),
        fc.boolean(),
        arrays,
        fc.constantFrom({}, '', 'x'.repeat(201), { en: 'x' }, { en: 'x', 'zh-Hant': 1 }, { en: '', 'zh-Hant': 'x' }),
        fc.constant({ en: 'x', 'zh-Hant': 'x', fr: 'x' }),
      );

function notString({ pattern, format, minLength, maxLength, enum: values }: Schema): fc.Arbitrary<unknown> {
  const wrong: fc.Arbitrary<unknown>[] = [
    numbers.filter((n) => typeof n === 'number'),
    fc.boolean(),
    arrays,
    objects,
    nested,
  ];
  if (pattern) {
    const allowed = new RegExp(pattern, 'u');
    wrong.push(strings.filter((value) => !allowed.test(value)));
    const odd = [
      '',
      ' ',
      '../etc',
      'a b',
      'é',
      'X\n',
      '\n',
      'a'.repeat(33),
      'x'.repeat(5000),
      '-',
      '%00',
      '資料',
      '\u0000',
      '\u200b\u2060',
      '\u202e',
      '\u3164',
    ];
    wrong.push(fc.constantFrom(...odd.filter((value) => !allowed.test(value))));
  }
  if (format === 'date')
    wrong.push(fc.constantFrom('2024-02-30', '2023-02-29', '2024-13-01', '24-1-1', 'today', '', '2024-09-02T00:00'));
  if (minLength) wrong.push(fc.constant(''));
  if (maxLength) wrong.push(fc.constant('x'.repeat(maxLength + 1)), fc.constant('\ud800'), fc.constant('a\u0000b'));
  if (values) wrong.push(strings.filter((value) => !values.includes(value)));
  return fc.oneof(...wrong);
}

function notNumber({ type, minimum, maximum }: Schema): fc.Arbitrary<unknown> {
  const wrong: fc.Arbitrary<unknown>[] = [strings, fc.boolean(), arrays, objects, fc.constant(BEYOND_NUMBERS)];
  if (minimum !== undefined) wrong.push(fc.integer({ max: minimum - 1 }));
  if (maximum !== undefined) wrong.push(fc.integer({ min: maximum + 1 }), fc.constant(Number.MAX_VALUE));
  wrong.push(fc.constant((minimum ?? 0) + (type === 'integer' ? 0.5 : 0.001)));
  return fc.oneof(...wrong);
}

function notArray(
  { items = {}, minItems, maxItems = 10 }: Schema,
  of: (schema: Schema) => Schema,
): fc.Arbitrary<unknown> {
  const item = of(items);
  const wrong: fc.Arbitrary<unknown>[] = [
    strings,
    numbers,
    fc.boolean(),
    objects,
    fc.constant([null]),
    wrongValues(item, of).map((value) => [value]),
    fc.constantFrom(maxItems + 1, 5000, 20_000).map((length) => Array.from({ length }, (_, index) => `C${index}`)),
  ];
  if (minItems) wrong.push(fc.constant([]));
  if (minItems && item.format === 'date')
    wrong.push(fc.constantFrom<unknown[]>(['2024-09-02'], ['2024-11-30', '2024-09-02']));
  else if (!minItems && item.pattern) wrong.push(fc.constant(['C1', 'C1']));
  return fc.oneof(...wrong);
}
