import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { malformedGet } from './malformed-gets.ts';
import { malformedPost } from './malformed-posts.ts';
import { type Malformed, operationsOf } from './operations.ts';
import { schemasOf } from './schemas.ts';

/** Malformed requests to any of the operations but those that take files. Every POST is certainly not valid; a GET may be. */
export function malformedRequests(document: OpenAPIObject): fc.Arbitrary<Malformed> {
  const schemas = schemasOf(document);
  return fc
    .constantFrom(...operationsOf(document).filter(({ method, body }) => method === 'GET' || body))
    .chain((operation) =>
      operation.body ? malformedPost(operation, operation.body, schemas) : malformedGet(operation),
    );
}
