import fc from 'fast-check';
import { headerText, type Malformed, type Operation, otherMethods, pathText } from './operations.ts';
import type { FieldPath, Fields, Schema, Schemas } from './schemas.ts';
import { BEYOND_NUMBERS, wrongValues } from './wrong-values.ts';

/** Who may ask, so that it is the request that is refused. */
const actorAt = (path: string): string => (isAdmin(path) ? 'operator' : 'registrar');
/** Operations of operators change no record: they know no keys and no revisions. */
const isAdmin = (path: string): boolean => path.startsWith('/api/v1/admin/');

/** One of these, or of the others where there is none of these. */
const anyOf = <T, R>(some: readonly T[], made: (one: T) => R, others: fc.Arbitrary<R>): fc.Arbitrary<R> =>
  some.length === 0 ? others : fc.constantFrom(...some).map(made);

/** Posts that are certainly not valid. */
export function malformedPost({ path }: Operation, body: Schema, schemas: Schemas): fc.Arbitrary<Malformed> {
  const post = (wrong: string, payload: string | Buffer, headers: Record<string, string> = {}): Malformed => ({
    wrong,
    statuses: wrong === 'another type' ? [415] : [400, 413],
    request: {
      method: 'POST',
      url: path,
      headers: { 'x-actor': actorAt(path), 'content-type': 'application/json', ...headers },
      payload,
    },
  });
  const valid = schemas.sample(body) as Fields;
  const text = JSON.stringify(valid);
  const all = schemas.fields(body);
  const unknown = fc
    .tuple(
      fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'envelope', 'then', 'toJSON', ''), fc.string()),
      fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null),
    )
    .filter(([name]) => !Object.hasOwn(schemas.of(body).properties ?? {}, name))
    .map(([name, value]) =>
      post('unknown field', `{${JSON.stringify(name)}:${JSON.stringify(value)},${text.slice(1)}`),
    );
  const wrongField =
    all.length === 0
      ? unknown
      : fc
          .constantFrom(...all)
          .chain((field) => wrongIn(field, schemas).map((value) => ({ field, value })))
          .map(({ field, value }) =>
            post(`field ${field.path.join('.')}`, jsonOf(schemas.withField(body, field.path, value))),
          );
  const missing = anyOf(
    all.filter(({ required }) => required),
    ({ path: at }) => post(`no ${at.join('.')}`, jsonOf(schemas.withField(body, at, undefined))),
    unknown,
  );
  const broken = fc.oneof(
    fc.integer({ min: 0, max: text.length - 1 }).map((length) => post('broken JSON', text.slice(0, length))),
    fc.string({ minLength: 1 }).map((rest) => post('more than JSON', `${text}x${rest}`)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => post('bytes', Buffer.concat([Buffer.of(0xff), bytes]))),
    fc
      .jsonValue()
      .filter((value) => typeof value !== 'object' || value === null || Array.isArray(value))
      .map((value) => post('no object', JSON.stringify(value))),
    anyOf(Object.keys(valid), (name) => post('a field twice', `{"${name}":1,${text.slice(1)}`), unknown),
    fc.constantFrom(300_000, 1_000_000).map((length) => post('large', JSON.stringify('x'.repeat(length)))),
  );
  const types = [
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'json',
    '*/*',
    'application/jsonp',
  ];
  const anyHeader = fc.oneof(
    fc.constantFrom(...types).map((type) => post('another type', text, { 'content-type': type })),
    fc.constantFrom('gzip', 'br', 'x').map((coding) => post('another type', text, { 'content-encoding': coding })),
    headerText.filter((value) => !/^\s*[a-z]/.test(value)).map((value) => post('actor', text, { 'x-actor': value })),
    fc
      .constantFrom('king', 'student', 'registrar,registrar', 'student S1 S2')
      .map((value) => post('actor', text, { 'x-actor': value })),
  );
  const commandHeader = fc.oneof(
    headerText
      .filter((value) => !/^[\x21-\x7e]{1,128}$/.test(value))
      .map((value) => post('key', text, { 'idempotency-key': value })),
    fc.constantFrom(129, 5000).map((length) => post('long key', text, { 'idempotency-key': 'k'.repeat(length) })),
    headerText.filter((value) => !/^"\d+"$/.test(value)).map((value) => post('if-match', text, { 'if-match': value })),
    fc
      .constantFrom('"-1"', '5', '*', 'W/"1"', '"1", "2"', '"99999999999999999999"')
      .map((value) => post('if-match', text, { 'if-match': value })),
  );
  const headers = isAdmin(path) ? anyHeader : fc.oneof(anyHeader, commandHeader);
  const elsewhere = fc.oneof(
    otherMethods.map((method): Malformed => ({ wrong: 'method', request: { ...post('', text).request, method } })),
    pathText.map(
      (part): Malformed => ({ wrong: 'path', request: { ...post('', text).request, url: `${path}/x/${part}` } }),
    ),
  );
  return fc.oneof(
    { weight: 6, arbitrary: wrongField },
    { weight: 2, arbitrary: missing },
    { weight: 2, arbitrary: unknown },
    { weight: 2, arbitrary: broken },
    { weight: 2, arbitrary: headers },
    { weight: 1, arbitrary: elsewhere },
  );
}

/** A null is a field that is not there: wrong where the field must be. */
const wrongIn = ({ schema, required }: FieldPath, schemas: Schemas): fc.Arbitrary<unknown> =>
  required ? fc.oneof(fc.constant(null), wrongValues(schema, schemas.of)) : wrongValues(schema, schemas.of);

const jsonOf = (fields: Fields): string => JSON.stringify(fields).replaceAll(`"${BEYOND_NUMBERS}"`, '1e400');
