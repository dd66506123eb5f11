import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Schema } from './schemas.ts';

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
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } };
}

export const operationsOf = (document: OpenAPIObject): Operation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const described = item[method] as Described | undefined;
      if (!described) return [];
      const query = (described.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name);
      const body = described.requestBody?.content['application/json']?.schema;
      return [{ method: method.toUpperCase() as Operation['method'], path, body, query }];
    }),
  );

/** Text as a header can carry it. */
export const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code === 0x7f ? 0x41 : code)),
  maxLength: 60,
});
export const pathText = fc.oneof(
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
export const otherMethods = fc.constantFrom<NonNullable<InjectOptions['method']>>(
  'DELETE',
  'PUT',
  'PATCH',
  'OPTIONS',
  'TRACE' as 'PUT',
);
