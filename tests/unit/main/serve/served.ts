import { type Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import type { Failure } from '#main/api/shapes.ts';
import type { Library } from '#main/library/library.ts';
import { listenOnLoopback, type Loopback } from '#main/serve/loopback.ts';
import { builtPages } from '../api/application.ts';
import { makeWork, memoryLibrary } from '../api/memory-library.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const running: Loopback[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

/** Serves a small library until the test ends. */
export async function served(library: Library = memoryLibrary([makeWork('small', { kk: ['Қазақ'] })])) {
  const reports: Error[] = [];
  const loopback = await listenOnLoopback({
    library,
    pages: await builtPages(),
    version: '0.0.0',
    port: 0,
    report: (error) => reports.push(error),
  });
  running.push(loopback);
  const token = new URL(loopback.address).searchParams.get('token') ?? '';
  const visit = await send(loopback.port, `/?token=${token}`);
  const cookie = visit.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const origin = `http://127.0.0.1:${String(loopback.port)}`;
  return {
    ...loopback,
    token,
    visit,
    cookie,
    origin,
    reports,
    /** As the reader's own page asks. */
    ask: (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET', body?: string) =>
      send(loopback.port, path, { Cookie: cookie, Origin: origin, ...headers }, method, body),
  };
}

/** Sends a request as it is: no header, no path is made better on the way, as `fetch` would. */
export function send(
  port: number,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
  body?: string,
  agent: Agent | false = false,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function codeOf({ text }: Answer): string {
  return (JSON.parse(text) as Failure).error.code;
}
