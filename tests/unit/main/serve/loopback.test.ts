import { Agent } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { changeLimit } from '#main/api/input.ts';
import { listenOnLoopback } from '#main/serve/loopback.ts';
import { builtPages } from '../api/application.ts';
import { memoryLibrary, type MemoryLibrary } from '../api/memory-library.ts';
import { codeOf, send, served } from './served.ts';

const json = { 'Content-Type': 'application/json' };

describe('the address', () => {
  test('is of this computer only', async () => {
    const { port } = await served();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address);
    for (const host of [...others, '127.0.0.2', '::1']) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host, port });
        socket.on('connect', () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => {
          resolve(false);
        });
      });
      expect([host, reached]).toEqual([host, false]);
    }
  });

  test('that is taken is refused with the system’s code', async () => {
    const { port } = await served();
    const again = listenOnLoopback({
      library: memoryLibrary(),
      pages: await builtPages(),
      version: '0.0.0',
      port,
      report: () => undefined,
    });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  });
});

describe('paths, as they come over the wire', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%252e%252e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/secret.txt%00.js',
    '//secret.txt',
    '///etc/passwd',
    '/api/works/..%2f..%2fetc',
    '/api/works/../../etc/passwd',
    '/api/works/small/history/..%2f..%2f..%2fetc%2fpasswd/../..',
    '/api/works/%00',
    '/api/works/%',
    '/%',
    '/?\0',
  ])('%j gives nothing from outside', async (path) => {
    const { ask } = await served();
    const answer = await ask(path).catch((error: unknown) => ({ status: 400, text: String(error) }));
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('root:');
    expect(answer.text).not.toBe('secret');
  });

  test.each(['*', 'http://evil.example/api/library', 'file:///etc/passwd', 'secret.txt'])(
    'the target %j is not one',
    async (path) => {
      const { ask } = await served();
      const answer = await ask(path).catch(() => ({ status: 400 }));
      expect([400, 403, 404]).toContain(answer.status);
    },
  );
});

describe('bodies, as they come over the wire', () => {
  test('over the limit are answered before they are sent', async () => {
    const { ask } = await served();
    const announced = { ...json, 'Content-Length': String(changeLimit + 1) };
    const answer = await ask('/api/library/changes', announced, 'POST', '{');
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large']);
  });

  test('without an end are cut off at the limit', async () => {
    const { port, cookie, origin } = await served();
    const received = await new Promise<string>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port });
      let text = '';
      const chunk = `${(64 * 1024).toString(16)}\r\n${' '.repeat(64 * 1024)}\r\n`;
      const pour = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', pour);
      socket.on('data', (part) => {
        text += part.toString();
        if (text.includes('}}')) socket.destroy();
      });
      socket.on('close', () => {
        resolve(text);
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (text === '') reject(error);
      });
      socket.write(
        `POST /api/library/changes HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nCookie: ${cookie}\r\n` +
          `Origin: ${origin}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      pour();
    });
    expect(received).toContain(' 413 ');
    expect(received).toContain('too-large');
  });

  test('up to the limit are taken', async () => {
    const { ask } = await served();
    const change = JSON.stringify({ added: [], updated: [], removed: [], more: 'x'.repeat(changeLimit - 100) });
    expect((await ask('/api/library/changes', json, 'POST', change)).status).toBe(200);
  });
});

describe('the end', () => {
  test('ends the streams that are open, and takes no more calls', async () => {
    const library: MemoryLibrary = memoryLibrary();
    const host = await served(library);
    const events = host.ask('/api/events');
    await expect.poll(() => library.listeners()).toBe(1);
    await host.close();
    expect((await events).text).toBe('{"type":"hello","device":"here"}\n');
    expect(library.listeners()).toBe(0);
    await expect(send(host.port, '/')).rejects.toThrow('ECONNREFUSED');
  });

  test('does not wait for connections that a browser keeps open', async () => {
    const library = memoryLibrary();
    const host = await served(library);
    const keptOpen = new Agent({ keepAlive: true });
    const streaming = send(host.port, '/api/events', { Cookie: host.cookie }, 'GET', undefined, keptOpen);
    await send(host.port, '/api/library', { Cookie: host.cookie }, 'GET', undefined, keptOpen);
    await expect.poll(() => library.listeners()).toBe(1);
    // Node itself would let go of them after five seconds.
    const closed = host.close().then(() => 'closed');
    expect(await Promise.race([closed, wait(3000, 'still waiting')])).toBe('closed');
    expect((await streaming).status).toBe(200);
    keptOpen.destroy();
  });

  test('of a browser’s connection ends its stream', async () => {
    const library = memoryLibrary();
    const { port, cookie } = await served(library);
    const leave = new AbortController();
    const response = await fetch(`http://127.0.0.1:${String(port)}/api/events`, {
      headers: { Cookie: cookie },
      signal: leave.signal,
    });
    await response.body?.getReader().read();
    expect(library.listeners()).toBe(1);
    leave.abort();
    await expect.poll(() => library.listeners()).toBe(0);
  });
});
