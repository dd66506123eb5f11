import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiUnderTest, openApi } from './testing.fixtures.ts';

let api: ApiUnderTest;
let port: number;
beforeAll(async () => {
  api = await openApi();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  port = Number(new URL(await api.app.getUrl()).port);
});
afterAll(async () => {
  expect(api.errors).toEqual([]);
  await api.close();
});

/** Sends bytes as they are and reads until the server hangs up. */
const send = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
    });
    socket.on('error', reject).on('close', () => resolve(answer));
  });

const HOST = 'Host: localhost\r\n';
const ACTOR = 'X-Actor: registrar\r\n';

describe('what no client should send is answered with a problem document', () => {
  it.each<[number, string, string, string]>([
    [400, 'malformed-http', 'no HTTP at all', 'hello\r\n\r\n'],
    [400, 'malformed-http', 'a method that is not there', `BREW /docs HTTP/1.1\r\n${HOST}\r\n`],
    [400, 'malformed-http', 'a header without a name', `GET /docs HTTP/1.1\r\n${HOST}: x\r\n\r\n`],
    [
      400,
      'malformed-http',
      'two lengths of one body',
      `POST /api/v1/terms HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [431, 'headers-too-large', 'large headers', `GET /docs HTTP/1.1\r\n${HOST}X-Big: ${'x'.repeat(20_000)}\r\n\r\n`],
    [400, 'invalid-header', 'no host', `GET /api/v1/terms HTTP/1.1\r\n${ACTOR}Connection: close\r\n\r\n`],
    [417, 'expectation-failed', 'an expectation', `GET /docs HTTP/1.1\r\n${HOST}Expect: the-unexpected\r\n\r\n`],
    [
      400,
      'actor-malformed',
      'two actors',
      `GET /api/v1/terms HTTP/1.1\r\n${HOST}${ACTOR}X-Actor: student S1\r\nConnection: close\r\n\r\n`,
    ],
    [404, 'unknown-resource', 'a target that is no path', `OPTIONS * HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`],
    [405, 'method-not-allowed', 'TRACE', `TRACE /api/v1/terms HTTP/1.1\r\n${HOST}${ACTOR}Connection: close\r\n\r\n`],
    [
      413,
      'body-too-large',
      'a body that grows',
      `POST /api/v1/terms HTTP/1.1\r\n${HOST}${ACTOR}Content-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n50000\r\n${' '.repeat(0x50000)}\r\n0\r\n\r\n`,
    ],
  ])('%i %s: %s', async (status, code, _what, bytes) => {
    const answer = await send(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1))).toMatchObject({ status, code });
  });
});
