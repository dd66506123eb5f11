import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { knownProblem } from '../problems/known-problems.ts';
import { languageOf } from '../problems/language.ts';
import { PROBLEM_JSON, type Problem, problemDocument } from '../problems/problem.ts';
import { parserProblemOf } from '../problems/problem-of.ts';

const SAFE = { 'Content-Type': PROBLEM_JSON, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };

/** Answers what the parser of Node could not read, and ends the connection: nobody knows where the next request begins. */
export function answerParserError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const found = parserProblemOf(error);
  const body = problemDocument(found, 'en', '');
  const headers = { ...SAFE, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const { status } = found;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

/** Answers expectations other than `100-continue`, which Node leaves to the server. */
export function answerExpectations(server: Server): void {
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    answerPlainly(knownProblem('expectation-failed'), request, response);
  });
}

function answerPlainly(problem: Problem, request: IncomingMessage, response: ServerResponse): void {
  const language = languageOf(request.headers['accept-language']);
  response.writeHead(problem.status, { ...SAFE, 'Content-Language': language, Connection: 'close' });
  response.end(problemDocument(problem, language, request.url?.split('?', 1)[0] ?? ''));
}
