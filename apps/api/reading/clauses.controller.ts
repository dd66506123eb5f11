import { Controller, Get, Req } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { text } from '#kernel';
import { clause } from '#regulations';
import { API_PREFIX } from '../acting/acting.ts';
import { DescribeProblems } from '../openapi/describe-problems.ts';
import { problem, unknown } from '../problems/known-problems.ts';
import { queryOf } from '../query.ts';

const SUMMARY = 'A clause of the regulations 規例條文';
const FOUND = {
  status: 200,
  description: 'The clause.',
  schema: { type: 'object' as const, additionalProperties: true },
};

/** The register of clauses that rulings refer to. */
@Controller(`${API_PREFIX}/regulations/clauses`)
export class ClausesController {
  @Get()
  @ApiTags('Regulations 規例')
  @ApiOperation({ operationId: 'clause-by-query', summary: SUMMARY })
  @ApiQuery({ name: 'id', required: true, schema: { type: 'string', maxLength: 100 }, example: '3cu/dl/6.1' })
  @ApiResponse(FOUND)
  @DescribeProblems(400, 401, 404)
  byQuery(@Req() request: FastifyRequest) {
    const { id } = queryOf(request, { id: (value) => value || undefined });
    if (id === undefined)
      throw problem('invalid-query', { members: { problems: [{ field: 'id', problem: 'is needed' }] } });
    return clauseNamed(id);
  }

  @Get('*')
  @ApiTags('Regulations 規例')
  @ApiOperation({ operationId: 'clause', summary: SUMMARY })
  @ApiParam({ name: 'path', description: 'The id with its slashes: `3cu/dl/6.1`.', schema: { type: 'string' } })
  @ApiResponse(FOUND)
  @DescribeProblems(400, 401, 404)
  byPath(@Req() request: FastifyRequest) {
    queryOf(request, {});
    return clauseNamed((request.params as { '*'?: string })['*'] ?? '');
  }
}

function clauseNamed(id: string) {
  const found = clause(id);
  if (!found) throw unknown('clause', text('The regulations have no such clause.', '規例沒有這項條文。'));
  return found;
}
