import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiExtension, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { AnyUseCase } from '#commands';
import { AcceptedReply } from '../asking/accepted-reply.ts';
import { DescribeProblems } from './describe-problems.ts';

const positionHeader = { description: 'The place in the log, for `minPosition`.', schema: { type: 'string' as const } };

/** A key is remembered with what it brought about: an answer that left nothing behind is not. */
const keyDescription = ({ requests }: AnyUseCase): string => {
  const [record, remembered, forgotten] = requests
    ? ['the same student', 'was granted or that a rule refused', 'Any other refusal']
    : ['the same part of the catalogue', 'was granted', 'A refusal'];
  return (
    `Names the request, among those about ${record}. It belongs to whoever used it first there for a request that ` +
    `${remembered}: sent again by the same actor, that request gets its first answer and nothing happens again. ` +
    "Another request under the key, or anybody else's, is refused with `command-id-reused`. About any other record " +
    `the key names another request. ${forgotten} (not found, not authorised, a precondition, a busy record) changed ` +
    'nothing and is not remembered: the request is judged anew.'
  );
};

/** What the OpenAPI document says of a use case. */
export function DescribeCommand(useCase: AnyUseCase): MethodDecorator {
  const { command, summary, by, clauses } = useCase;
  const headers = {
    ETag: { description: 'The revision after the request.', schema: { type: 'string' as const } },
    'X-Position': positionHeader,
    'Idempotency-Key': { description: 'The id of the request.', schema: { type: 'string' as const } },
  };
  return applyDecorators(
    ApiTags('Requests 要求'),
    ApiOperation({
      operationId: command.name,
      summary: `${summary.en} ${summary['zh-Hant']}`,
      description: `By: ${by.join(', ')}.\n\nDecided by: ${clauses.join(', ')}.`,
    }),
    ApiExtension('x-clauses', [...clauses]),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: keyDescription(useCase),
      schema: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[!-~]{1,128}$' },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Only if the record is at this revision.',
      schema: { type: 'string', pattern: '^"(0|[1-9][0-9]{0,15})"$' },
    }),
    ApiHeader({
      name: 'X-Override',
      required: false,
      description:
        'Records what a rule refuses, on an authority that may: `senate; ` and the reason, percent-encoded. ' +
        'The event keeps the authority, the clauses that were set aside and the reason.',
      schema: { type: 'string', pattern: '^[a-z][a-z-]{0,40}; ?[!-~]{1,6000}$' },
    }),
    ApiBody({ type: command, required: true }),
    ApiResponse({ status: 201, description: 'Granted and durable.', type: AcceptedReply, headers }),
    ApiResponse({ status: 200, description: 'Granted before: the first answer.', type: AcceptedReply, headers }),
    DescribeProblems(400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
  );
}
