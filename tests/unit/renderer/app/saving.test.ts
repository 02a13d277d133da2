import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '#core/records/change.ts';
import type { Stored } from '#main/api/shapes.ts';
import { fails, held, settled, standIn, stores, term, type FakeApi } from './stand-in.ts';

const path = '/api/library/changes';
let api: FakeApi;

beforeEach(() => {
  vi.useFakeTimers();
  api = standIn();
});

function adding(id: string): Change {
  return { added: [term(id)], updated: [], removed: [] };
}

function headwords(): string[] {
  return api.changes().map(({ added, removed }) => [...added, ...removed].map(({ id }) => id).join());
}

async function saver() {
  const { save, saving, retry, guardClosing } = await import('#renderer/app/saving.ts');
  const log: string[] = [];
  return {
    saving,
    retry,
    guardClosing,
    log,
    save: (change: Change) => {
      save({
        scope: null,
        change,
        settle: ({ records }) => log.push(`stored ${records.map(({ id }) => id).join()}`),
        refuse: (inverse, { code }) => log.push(`refused ${inverse.removed.map(({ id }) => id).join()}: ${code}`),
      });
    },
  };
}

describe('saving', () => {
  it('sends changes one after the other, in the order in which they were made', async () => {
    const { save, log } = await saver();
    const first = held<Stored>();
    api.on(path, () => first.promise);
    save(adding('one'));
    save(adding('two'));
    await settled();
    expect(headwords()).toEqual(['one']);
    api.on(path, stores);
    first.release({ records: [term('one')], at: '2026-01-01T12:03:00.000Z' });
    await settled();
    expect(headwords()).toEqual(['one', 'two']);
    expect(log).toEqual(['stored one', 'stored two']);
  });

  it('never says that everything is saved while a change still waits', async () => {
    const { save, saving } = await saver();
    api.on(path, stores);
    const said: string[] = [];
    saving.subscribe(({ status, pending }) => said.push(`${status} ${String(pending)}`));
    save(adding('one'));
    save(adding('two'));
    await settled();
    expect(said).not.toContain('saved 1');
    expect(said.at(-1)).toBe('saved 0');
  });

  it('tells when the last change was on disk', async () => {
    const { save, saving } = await saver();
    api.on(path, stores);
    save(adding('one'));
    await settled();
    expect(saving.getState()).toEqual({ status: 'saved', at: '2026-01-01T12:03:00.000Z', pending: 0, failure: null });
  });

  it.each(['disk-full', 'no-permission', 'write-failed', 'not-allowed', 'internal'] as const)(
    'keeps a change through %s and tries it again',
    async (code) => {
      const { save, saving, log } = await saver();
      api.on(path, fails(code));
      save(adding('one'));
      await settled();
      expect(saving.getState()).toMatchObject({ status: 'failed', pending: 1, failure: { code } });
      api.on(path, stores);
      await vi.advanceTimersByTimeAsync(5_000);
      await settled();
      expect(log).toEqual(['stored one']);
      expect(saving.getState()).toMatchObject({ status: 'saved', pending: 0, failure: null });
    },
  );

  it('keeps a change when nobody answers', async () => {
    const { save, saving } = await saver();
    save(adding('one'));
    await settled();
    expect(saving.getState()).toMatchObject({ status: 'failed', pending: 1, failure: { code: 'unreachable' } });
  });

  it('keeps what is made while the disk refuses, in order', async () => {
    const { save, log } = await saver();
    api.on(path, fails('disk-full'));
    save(adding('one'));
    await settled();
    save(adding('two'));
    save(adding('three'));
    await settled();
    expect(headwords()).toEqual(['one']);
    api.on(path, stores);
    await vi.advanceTimersByTimeAsync(5_000);
    await settled();
    expect(log).toEqual(['stored one', 'stored two', 'stored three']);
  });

  it('tries at once when the reader asks for it', async () => {
    const { save, retry, log } = await saver();
    api.on(path, fails('disk-full'));
    save(adding('one'));
    await settled();
    api.on(path, stores);
    retry();
    await settled();
    expect(log).toEqual(['stored one']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(headwords()).toEqual(['one', 'one']);
  });

  it.each(['read-only', 'bad-request', 'not-found', 'too-large'] as const)(
    'gives up a change that is refused with %s, and goes on with the next',
    async (code) => {
      const { save, saving, log } = await saver();
      api.on(path, (call) => ((call.body as Change).added[0]?.id === 'bad' ? fails(code)() : stores(call)));
      save(adding('bad'));
      save(adding('good'));
      await settled();
      expect(log).toEqual([`refused bad: ${code}`, 'stored good']);
      expect(saving.getState()).toMatchObject({ status: 'saved', pending: 0, failure: null });
    },
  );

  it('asks before the window closes only while something is not on disk', async () => {
    const { save, guardClosing } = await saver();
    const target = new EventTarget();
    guardClosing(target as unknown as Window);
    const closes = (): boolean => target.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(closes()).toBe(true);
    api.on(path, fails('disk-full'));
    save(adding('one'));
    await settled();
    expect(closes()).toBe(false);
    api.on(path, stores);
    await vi.advanceTimersByTimeAsync(5_000);
    await settled();
    expect(closes()).toBe(true);
  });

  it('lets a change that is made while the window goes away outlive it', async () => {
    const { save, guardClosing } = await saver();
    api.on(path, stores);
    const target = new EventTarget();
    guardClosing(target as unknown as Window);
    save(adding('before'));
    await settled();
    target.dispatchEvent(new Event('pagehide'));
    save(adding('leaving'));
    await settled();
    expect(api.calls.map(({ keepalive }) => keepalive)).toEqual([false, true]);
  });

  it('does not let a change wait for an answer that a window which goes away will never get', async () => {
    const { save, guardClosing, log } = await saver();
    const first = held<Stored>();
    api.on(path, (call) => ((call.body as Change).added[0]?.id === 'on its way' ? first.promise : stores(call)));
    const target = new EventTarget();
    guardClosing(target as unknown as Window);
    save(adding('on its way'));
    save(adding('waiting'));
    await settled();
    target.dispatchEvent(new Event('pagehide'));
    save(adding('leaving'));
    await settled();
    expect(headwords()).toEqual(['on its way', 'waiting', 'leaving']);

    // A window that comes back sends nothing twice.
    target.dispatchEvent(new Event('pageshow'));
    first.release({ records: [term('on its way')], at: '2026-01-01T12:03:00.000Z' });
    await settled();
    expect(headwords()).toHaveLength(3);
    expect(log).toEqual(['stored on its way', 'stored waiting', 'stored leaving']);
  });
});
