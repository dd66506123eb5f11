import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Rational, rule, text } from '#kernel';
import { awardDecisionOf, registrationOf, termSummariesOf, transcriptOf } from '#projections';
import type { AwardAudit } from '#regulations';
import { type RecordAt } from '#student-record';
import { readModelQueries } from '#system';
import { type ApiUnderTest, openApi } from '../../apps/api/testing.fixtures.ts';
import { recordOf } from '../../libs/projections/testing/record-of.ts';
import {
  admitted,
  course,
  enrolled,
  graded,
  marked,
  programme,
  submitted,
  transferred,
  withdrawn,
} from '../../libs/projections/testing/records.ts';
import { faults, type Schemas } from './schema-faults.ts';

interface Description {
  readonly openapi: string;
  readonly components: { readonly schemas: Schemas };
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Readonly<Record<string, unknown>> } }>>;
}

let api: ApiUnderTest;
let described: Description;
beforeAll(async () => {
  api = await openApi();
  described = (await api.server.inject('/docs-json')).json();
});
afterAll(() => api.close());

const referencesIn = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : referencesIn(value)));

const at = (pointer: string): unknown =>
  pointer
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], described);

describe('the OpenAPI document', () => {
  it('has whatever it refers to', () => {
    const references = [...new Set(referencesIn(described))];
    expect(references).toContain('#/components/schemas/TranscriptDocument');
    expect(references.filter((reference) => at(reference) === undefined)).toEqual([]);
  });

  it.each(readModelQueries)('says what $name answers with', ({ path, document, list }) => {
    const schema = { $ref: `#/components/schemas/${document.name}` };
    expect(described.paths[`/api/v1/${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.get.responses['200']).toMatchObject({
      content: { 'application/json': { schema: list ? { type: 'array', items: schema } : schema } },
      headers: { ETag: {} },
    });
  });
});

const X = course('X', 10);
const Y = course('Y', 20);
const P5 = programme('P5', '5cu');
/** A record with something of everything that documents show. */
const history = [
  admitted('S1', P5),
  admitted('S1', programme('Q3', '3cu')),
  transferred(20),
  enrolled(X, '2023-AUT'),
  enrolled(Y, '2023-AUT'),
  submitted(X, '2023-AUT', 'A1'),
  submitted(X, '2023-AUT', 'A2'),
  marked(X, '2023-AUT', 'A1', 70),
  marked(X, '2023-AUT', 'A2', 65.5),
  graded(X, '2023-AUT', 'A-'),
  enrolled(Y, '2024-SPR'),
  withdrawn(Y, '2024-SPR'),
  enrolled(course('Z', 3, 2000), '2024-SPR', 'Q3'),
];
const audit: AwardAudit = {
  award: 'honours',
  met: true,
  requirements: [
    { clause: '5cu/bach/6.1', requirement: text('credits', '學分'), met: true, needed: '160', have: '160' },
    {
      clause: '5cu/bach/6.2',
      requirement: text('courses', '科目'),
      met: false,
      needed: '2',
      have: '1',
      outstanding: text('one course', '一科'),
    },
  ],
  classification: {
    average: Rational.of(7, 2),
    rounded: '3.50',
    class: 'second-upper',
    clause: '5cu/bach/12.6',
    note: text('a note', '備註'),
    used: [{ course: 'X', term: '2023-AUT', credits: 10, group: 'B' }],
  },
  ruling: rule(
    'spec',
    [{ clause: '5cu/bach/6.1', holds: false, figures: { credits: 3, on: null } }],
    [text('x', '甲')],
  ),
};

const documentsOf = (record: RecordAt): [string, object][] => [
  ['TranscriptDocument', transcriptOf(record)],
  ...termSummariesOf(record).map((document): [string, object] => ['TermSummaryDocument', document]),
  ...record.programmes.map((each): [string, object] => ['AwardDecisionDocument', awardDecisionOf('S1', each)]),
  ...record.programmes.map((each): [string, object] => ['RegistrationDocument', registrationOf(record, each)]),
];
const asSent = <T>(document: T): T => JSON.parse(JSON.stringify(document));

const faultsOf = (record: RecordAt): string[] => {
  const { schemas } = described.components;
  return documentsOf(record).flatMap(([name, document]) =>
    faults(asSent(document), schemas[name] ?? {}, schemas, name),
  );
};

describe('the documents of the read models', () => {
  it.each([
    ['by the regulations', recordOf(history)],
    ['with an award that is made', recordOf(history, { audit: () => audit })],
  ])('are as the OpenAPI document says, %s', (_, record) => expect(faultsOf(record)).toEqual([]));

  it('would be found out if they were not', () => {
    const { student, ...rest } = asSent(transcriptOf(recordOf(history)));
    const { schemas } = described.components;
    const [first] = rest.courses;
    expect(
      faults(
        { ...rest, number: student, courses: [{ ...first, level: 'low' }] },
        schemas.TranscriptDocument ?? {},
        schemas,
      ),
    ).toEqual([
      '.student: is missing',
      expect.stringMatching(/^\.courses\[0\]\.level: none of/),
      '.number: is not described',
    ]);
  });
});
