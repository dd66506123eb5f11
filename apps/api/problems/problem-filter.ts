import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { answerHeaders, pathOf } from '../http/answer-headers.ts';
import { knownProblem } from './known-problems.ts';
import { languageOf } from './language.ts';
import { PROBLEM_JSON, type Problem, problemDocument } from './problem.ts';
import { problemOf } from './problem-of.ts';

/** Every error that leaves the server, whoever found it, leaves it here. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerError(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.#log);
  }
}

/** An error that nobody foresaw is a fault: it is logged whole, and the client is told only that it happened. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const found = problemOf(error);
  if (!found) log.error({ err: error, requestId: request.id, path: pathOf(request) }, 'unexpected error');
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  sendProblem(found ?? knownProblem('internal-error'), request, reply);
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  reply
    .code(problem.status)
    .headers({
      ...answerHeaders(request),
      ...problem.headers,
      'Content-Type': PROBLEM_JSON,
      'Content-Language': language,
      Vary: 'Accept-Language',
    })
    .send(problemDocument(problem, language, pathOf(request)));
}
