import { afterEach, expect, test, vi } from 'vitest';
import type { Event } from '#main/api/shapes.ts';
import { application } from './application.ts';
import { memoryLibrary } from './memory-library.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function open(closing = new AbortController()) {
  const library = memoryLibrary();
  const app = await application({ library, closing: closing.signal });
  const response = await app.request('/api/events');
  if (response.body === null) throw new Error('the stream has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<Event | null> => {
    const { value } = await reader.read();
    if (value === undefined) return null;
    expect(value.endsWith('\n')).toBe(true);
    return JSON.parse(value) as Event;
  };
  return { library, response, reader, next };
}

test('the stream begins with the device and goes on with what happens, a JSON object a line', async () => {
  const { library, response, next } = await open();
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson; charset=utf-8');
  expect(await next()).toEqual({ type: 'hello', device: 'here' });
  library.tell({ type: 'works' });
  library.tell({ type: 'changed', work: 'w', records: [] });
  expect(await next()).toEqual({ type: 'works' });
  expect(await next()).toEqual({ type: 'changed', work: 'w', records: [] });
});

test('the stream says that it lives when nothing happens', async () => {
  vi.useFakeTimers();
  const { next } = await open();
  await next();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await next()).toEqual({ type: 'ping' });
});

test('a view that leaves is no longer told', async () => {
  vi.useFakeTimers();
  const { library, reader } = await open();
  expect(library.listeners()).toBe(1);
  await reader.cancel();
  expect(library.listeners()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('the host’s closing ends the stream', async () => {
  const closing = new AbortController();
  const { library, next } = await open(closing);
  await next();
  closing.abort();
  expect(await next()).toBeNull();
  expect(library.listeners()).toBe(0);
});

test('a stream asked for while the host closes ends at once', async () => {
  const closing = new AbortController();
  closing.abort();
  const { library, next } = await open(closing);
  expect(await next()).toEqual({ type: 'hello', device: 'here' });
  expect(await next()).toBeNull();
  expect(library.listeners()).toBe(0);
});

test('a view that does not read is let go before its lines fill the memory', async () => {
  const { library } = await open();
  const detail = 'x'.repeat(1024 * 1024);
  for (let times = 0; times < 8; times += 1) {
    library.tell({ type: 'problem', problem: { code: 'bad-record', file: 'work.json', detail } });
  }
  expect(library.listeners()).toBe(0);
});
