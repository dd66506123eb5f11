import { HttpException } from '@nestjs/common';
import { AccessDenied, StoreUnavailable, StreamDeleted, UnstorableEvent } from '#event-store';
import { NotYetProjected, ReadDatabaseUnavailable } from '#projections';
import { type KnownProblem, knownProblem } from './known-problems.ts';
import { type Problem, ProblemError } from './problem.ts';

const BY_CODE: Readonly<Record<string, KnownProblem>> = {
  FST_ERR_BAD_URL: 'invalid-url',
  FST_ERR_MAX_PARAM_LENGTH: 'url-too-long',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-http',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

const BY_STATUS: Readonly<Record<number, KnownProblem>> = {
  404: 'unknown-resource',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'url-too-long',
  415: 'unsupported-media-type',
  417: 'expectation-failed',
  431: 'headers-too-large',
};

/** The log cannot be used, whoever is at fault: the asker can only try later. */
const UNAVAILABLE = [StoreUnavailable, AccessDenied, StreamDeleted];

/**
 * The problem that an error is, or undefined when nobody foresaw it: that is a fault of the server. Nothing
 * of an error's own message reaches the client.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof NotYetProjected) return knownProblem('not-yet-projected');
  if (UNAVAILABLE.some((kind) => error instanceof kind)) return knownProblem('store-unavailable');
  if (error instanceof ReadDatabaseUnavailable) return knownProblem('read-models-unavailable');
  if (error instanceof UnstorableEvent) return knownProblem('unstorable');
  const { code, status } = httpErrorOf(error);
  const byCode = BY_CODE[code];
  if (byCode) return knownProblem(byCode);
  return status >= 400 && status < 500 ? knownProblem(BY_STATUS[status] ?? 'bad-request') : undefined;
}

/** The problem of a request that the parser of Node could not read. */
export const parserProblemOf = (error: { readonly code?: string }): Problem =>
  knownProblem(BY_CODE[error.code ?? ''] ?? 'malformed-http');

/** What the framework says of its own errors, wrapped or not. */
function httpErrorOf(error: unknown): { code: string; status: number } {
  if (error instanceof HttpException) return { code: codeOf(error.cause), status: error.getStatus() };
  if (!(error instanceof Error)) return { code: '', status: 500 };
  return { code: codeOf(error), status: 'statusCode' in error ? Number(error.statusCode) : 500 };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
