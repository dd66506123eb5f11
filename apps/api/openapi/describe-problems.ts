import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemSchema } from './problem-schema.ts';

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'Malformed or not valid.',
  401: 'It is not said who acts.',
  403: 'This role may not do this.',
  404: 'Not there.',
  409: 'The request does not fit the record.',
  412: 'The record has changed.',
  413: 'The body is too large.',
  415: 'The body is of another type.',
  422: 'Refused by the regulations, or the key was used before.',
  503: 'Not at present; see Retry-After.',
};

/** The errors that an operation can end in; all have the same form. */
export const DescribeProblems = (...statuses: number[]): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemSchema),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANINGS[status] ?? '',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemSchema) } } },
      }),
    ),
  );
