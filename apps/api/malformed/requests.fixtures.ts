import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { type FieldPath, type Fields, type Schema, type Schemas, schemasOf } from './schemas.fixtures.ts';
import { BEYOND_NUMBERS, wrongValues } from './wrong-values.fixtures.ts';

export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Schema;
  readonly query: readonly string[];
}

/** A request with what is wrong with it. */
export interface Malformed {
  readonly wrong: string;
  /** The only statuses that it may get; any refusal when absent. */
  readonly statuses?: readonly number[];
  readonly request: InjectOptions & { readonly url: string };
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

export const operationsOf = (document: OpenAPIObject): Operation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const described = item[method] as Described | undefined;
      if (!described) return [];
      const query = (described.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name);
      const body = described.requestBody?.content['application/json'].schema;
      return [{ method: method.toUpperCase() as Operation['method'], path, body, query }];
    }),
  );

const HEADERS = { 'x-actor': 'registrar', 'content-type': 'application/json' };

/** Text as a header can carry it. */
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code === 0x7f ? 0x41 : code)),
  maxLength: 60,
});
const pathText = fc.oneof(
  fc.constantFrom(
    '%00',
    '%',
    '%zz',
    '%E0%A4%A',
    '..',
    '.',
    '%2e%2e',
    ';',
    '%2F',
    'S1%20',
    '%F0%9F%98%80',
    '-1',
    'x'.repeat(90),
  ),
  fc.constantFrom('x'.repeat(101), 'x'.repeat(5000), '__proto__', 'constructor', '*', ':student', '%252F', '{}', "'--"),
  fc.string({ maxLength: 40 }).map((value) => encodeURIComponent(value.toWellFormed())),
);
const otherMethods = fc.constantFrom<NonNullable<InjectOptions['method']>>(
  'DELETE',
  'PUT',
  'PATCH',
  'OPTIONS',
  'TRACE' as 'PUT',
);

/** Malformed requests to any of the operations. Every POST is certainly not valid; a GET may be. */
export function malformedRequests(document: OpenAPIObject): fc.Arbitrary<Malformed> {
  const schemas = schemasOf(document);
  return fc
    .constantFrom(...operationsOf(document))
    .chain((operation) =>
      operation.body ? malformedPost(operation, operation.body, schemas) : malformedGet(operation),
    );
}

function malformedPost({ path }: Operation, body: Schema, schemas: Schemas): fc.Arbitrary<Malformed> {
  const post = (wrong: string, payload: string | Buffer, headers: Record<string, string> = {}): Malformed => ({
    wrong,
    statuses: /type|coding/.test(wrong) ? [415] : [400, 413],
    request: { method: 'POST', url: path, headers: { ...HEADERS, ...headers }, payload },
  });
  const valid = schemas.sample(body) as Fields;
  const text = JSON.stringify(valid);
  const all = schemas.fields(body);
  const wrongField = fc
    .constantFrom(...all)
    .chain((field) => wrongIn(field, schemas).map((value) => ({ field, value })))
    .map(({ field, value }) =>
      post(`field ${field.path.join('.')}`, jsonOf(schemas.withField(body, field.path, value))),
    );
  const missing = fc
    .constantFrom(...all.filter(({ required }) => required))
    .map(({ path: at }) => post(`no ${at.join('.')}`, jsonOf(schemas.withField(body, at, undefined))));
  const unknown = fc
    .tuple(
      fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'envelope', 'then', 'toJSON', ''), fc.string()),
      fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null),
    )
    .filter(([name]) => !Object.hasOwn(schemas.of(body).properties ?? {}, name))
    .map(([name, value]) =>
      post('unknown field', `{${JSON.stringify(name)}:${JSON.stringify(value)},${text.slice(1)}`),
    );
  const broken = fc.oneof(
    fc.integer({ min: 0, max: text.length - 1 }).map((length) => post('broken JSON', text.slice(0, length))),
    fc.string({ minLength: 1 }).map((rest) => post('more than JSON', `${text}x${rest}`)),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => post('bytes', Buffer.concat([Buffer.of(0xff), bytes]))),
    fc
      .jsonValue()
      .filter((value) => typeof value !== 'object' || value === null || Array.isArray(value))
      .map((value) => post('no object', JSON.stringify(value))),
    fc.constantFrom(...Object.keys(valid)).map((name) => post('a field twice', `{"${name}":1,${text.slice(1)}`)),
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
  const headers = fc.oneof(
    fc.constantFrom(...types).map((type) => post('content type', text, { 'content-type': type })),
    fc.constantFrom('gzip', 'br', 'x').map((coding) => post('coding', text, { 'content-encoding': coding })),
    headerText.filter((value) => !/^\s*[a-z]/.test(value)).map((value) => post('actor', text, { 'x-actor': value })),
    fc
      .constantFrom('king', 'student', 'registrar,registrar', 'student S1 S2')
      .map((value) => post('actor', text, { 'x-actor': value })),
    headerText
      .filter((value) => !/^[\x21-\x7e]{1,128}$/.test(value))
      .map((value) => post('key', text, { 'idempotency-key': value })),
    fc.constantFrom(129, 5000).map((length) => post('long key', text, { 'idempotency-key': 'k'.repeat(length) })),
    headerText.filter((value) => !/^"\d+"$/.test(value)).map((value) => post('if-match', text, { 'if-match': value })),
    fc
      .constantFrom('"-1"', '5', '*', 'W/"1"', '"1", "2"', '"99999999999999999999"')
      .map((value) => post('if-match', text, { 'if-match': value })),
  );
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
function malformedGet({ path, query }: Operation): fc.Arbitrary<Malformed> {
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
