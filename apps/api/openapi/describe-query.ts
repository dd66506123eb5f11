import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Text } from '#kernel';
import { DescribeProblems } from './describe-problems.ts';

/** Positions are not numbers to reckon with: their length is the log's own. */
export const POSITION = '^[0-9]{16,20}$';
const CODE = '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$';

type Parameter = 'minPosition' | 'asOf' | 'afterPosition' | 'afterRevision' | 'afterCode' | 'limit';

const PARAMETERS: Readonly<Record<Parameter, Parameters<typeof ApiQuery>[0]>> = {
  minPosition: {
    name: 'minPosition',
    required: false,
    description: 'Waits until what is read is not older than this place in the log.',
    schema: { type: 'string', pattern: POSITION },
  },
  asOf: {
    name: 'asOf',
    required: false,
    description: 'As it was known: at the end of a day (YYYY-MM-DD), or at a place in the log.',
    schema: { type: 'string', pattern: '^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{16,20})$' },
  },
  afterPosition: {
    name: 'after',
    required: false,
    description: 'Begins after this place in the log.',
    schema: { type: 'string', pattern: POSITION },
  },
  afterRevision: {
    name: 'after',
    required: false,
    description: 'Begins after this revision: the `next` of the page before.',
    schema: { type: 'string', pattern: '^(0|[1-9][0-9]{0,15})$' },
  },
  afterCode: {
    name: 'after',
    required: false,
    description: 'Begins after this one: the `next` of the page before.',
    schema: { type: 'string', pattern: CODE },
  },
  limit: {
    name: 'limit',
    required: false,
    description: 'The most in one page.',
    schema: { type: 'integer', minimum: 1, maximum: 500 },
  },
};

interface QueryDescription {
  readonly id: string;
  readonly tag: 'Records 紀錄' | 'Catalogue 學科與課程' | 'Regulations 規例';
  readonly summary: Text;
  readonly path: string;
  readonly parameters?: readonly Parameter[];
}

/** What the OpenAPI document says of a resource that is read. */
export function DescribeQuery({ id, tag, summary, path, parameters = [] }: QueryDescription): MethodDecorator {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ operationId: id, summary: `${summary.en} ${summary['zh-Hant']}` }),
    ...names.map((name) => ApiParam({ name, schema: { type: 'string', pattern: CODE } })),
    ...parameters.map((parameter) => ApiQuery(PARAMETERS[parameter])),
    DescribeProblems(400, 401, 403, 404, 503),
  );
}
