import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { text } from '#kernel';
import { problem } from '../problems/known-problems.ts';
import { answerError } from '../problems/problem-filter.ts';
import { answerHeaders, correlationIdOf, pathOf } from './answer-headers.ts';
import { ARRIVAL_MS, BODY_BYTES, FILE_BYTES, FILE_TYPES, FILES_AT, URL_CHARACTERS } from './limits.ts';
import { type RouteTable, routeTable } from './route-table.ts';
import { answerExpectations, answerParserError } from './socket-errors.ts';
import { readJson } from './strict-json.ts';

/** What a request has to pass before it is read any further; throws a problem. */
export type Gate = (request: FastifyRequest, path: string) => void;

/** Fastify as this API needs it: one parser, one form of error, one line in the log for each request. */
export function httpServer(log: Logger, gate: Gate): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_BYTES,
    requestTimeout: ARRIVAL_MS,
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    clientErrorHandler: answerParserError,
    // Node would answer a request without a host itself, and not with a problem document.
    http: { requireHostHeader: false },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      answerError(error, request, reply, log);
      logAnswer(log, request, reply.statusCode, 0);
    },
  });
  const server = adapter.getInstance();
  const routes = routeTable();
  let closing = false;
  server.addHook('onRoute', ({ method, url }) => routes.add(method, url));
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(answerHeaders(request));
    requireHttp(request);
    const path = decodedPath(request);
    gate(request, path);
    if (request.is404) throw notHere(path, routes);
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('Connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => {
    logAnswer(log, request, reply.statusCode, reply.elapsedTime);
  });
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (request.headers['content-encoding'] !== undefined) throw problem('unsupported-media-type');
      done(null, readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  for (const type of FILE_TYPES)
    server.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: FILE_BYTES }, (request, body, done) => {
      const isWanted = request.routeOptions.url?.startsWith(FILES_AT) && !request.headers['content-encoding'];
      if (isWanted) done(null, body);
      else done(problem('unsupported-media-type'));
    });
  answerExpectations(server.server);
  return adapter;
}

function requireHttp(request: FastifyRequest): void {
  if ((request.raw.url ?? '').length > URL_CHARACTERS) throw problem('url-too-long');
  if (request.headers.host === undefined && request.raw.httpVersion === '1.1')
    throw problem('invalid-header', { detail: text('The Host header is missing.', '缺少 Host 標頭。') });
}

/** The path as the router reads it. A path that cannot be decoded never comes this far with a route. */
function decodedPath(request: FastifyRequest): string {
  try {
    return decodeURIComponent(pathOf(request));
  } catch {
    throw problem('invalid-url');
  }
}

function notHere(path: string, routes: RouteTable): Error {
  const methods = routes.methodsAt(path);
  return methods.length > 0
    ? problem('method-not-allowed', { headers: { Allow: methods.join(', ') } })
    : problem('unknown-resource');
}

function logAnswer(log: Logger, request: FastifyRequest, status: number, milliseconds: number): void {
  log.info({
    method: request.method,
    path: pathOf(request),
    status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    actor: request.actor && [request.actor.role, request.actor.id].filter(Boolean).join(' '),
    requestId: request.id,
    correlationId: correlationIdOf(request),
  });
}
