import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '#main/api/app.ts';
import type { Pages } from '#main/api/pages.ts';
import type { Library } from '#main/library/library.ts';
import { loopbackGuard, makeKeys } from './guard.ts';

export interface LoopbackOptions {
  library: Library;
  pages: Pages;
  version: string;
  /** 0 takes any free one. */
  port: number;
  report: (error: Error) => void;
}

/** The application behind an address of this computer. */
export interface Loopback {
  /** What the reader opens, with the token in it. */
  readonly address: string;
  readonly port: number;
  /** Ends the streams, lets calls under way finish, then stops. The library stays open. */
  close(): Promise<void>;
}

/** Milliseconds that calls under way have, once the server is told to close. */
const patience = 5000;

/**
 * Serves the application on 127.0.0.1, and on no other address.
 *
 * @throws Error with the system's code (`EADDRINUSE`, `EACCES`) when the port cannot be taken
 */
export async function listenOnLoopback(options: LoopbackOptions): Promise<Loopback> {
  const keys = makeKeys();
  const closing = new AbortController();
  let port = options.port;
  const app = createApp({
    library: options.library,
    host: 'loopback',
    version: options.version,
    pages: options.pages,
    guard: loopbackGuard(keys, () => port),
    reveal: null,
    closing: closing.signal,
    report: options.report,
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error(`the server has no port: ${String(bound)}`);
  port = bound.port;
  return {
    address: `http://127.0.0.1:${String(port)}/?token=${keys.token}`,
    port,
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      // A browser keeps its connections open, and one that a stream was on becomes idle only when the stream's end is sent.
      const tidying = setInterval(() => {
        server.closeIdleConnections();
      }, 20);
      const impatient = setTimeout(() => {
        server.closeAllConnections();
      }, patience);
      await closed;
      clearInterval(tidying);
      clearTimeout(impatient);
    },
  };
}
