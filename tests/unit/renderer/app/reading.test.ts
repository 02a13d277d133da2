import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LibraryState } from '#main/api/shapes.ts';
import {
  edition,
  fails,
  libraryState,
  reading,
  settled,
  standIn,
  stores,
  workState,
  type FakeApi,
} from './stand-in.ts';

let api: FakeApi;

beforeEach(() => {
  vi.useFakeTimers();
  api = standIn();
  api.on('/api/works/w', () => workState());
  api.on('/api/works/w/changes', stores);
});

async function view(state: Partial<LibraryState> = {}) {
  api.on('/api/library', () => libraryState(state));
  const module = await import('#renderer/app/reading.ts');
  const { readingPlace } = await import('#renderer/app/reading-place.ts');
  const { loadLibrary } = await import('#renderer/app/library-store.ts');
  const { openWork } = await import('#renderer/app/work-store.ts');
  const { undoing } = await import('#renderer/app/undo.ts');
  await loadLibrary();
  await openWork('w');
  return { ...module, readingPlace, undoing };
}

describe('a first reading', () => {
  const editions = [edition('en'), edition('kk'), edition('ru')];

  it('has the original on the left and the translation in the reader’s language on the right', async () => {
    const { firstReading } = await import('#renderer/app/reading.ts');
    expect(firstReading(editions, 'kk', 'ru', 1400).editions).toEqual(['kk', 'ru']);
    expect(firstReading(editions, 'kk', 'en', 1400).editions).toEqual(['kk', 'en']);
  });

  it('has the first translation on the right where there is none in the reader’s language', async () => {
    const { firstReading } = await import('#renderer/app/reading.ts');
    expect(firstReading(editions, 'kk', 'kk', 1400).editions).toEqual(['kk', 'en']);
  });

  it('has the only edition on both sides', async () => {
    const { firstReading } = await import('#renderer/app/reading.ts');
    expect(firstReading([edition('kk')], 'kk', 'en', 1400).editions).toEqual(['kk', 'kk']);
  });

  it('opens the contents where there is room, and no notes', async () => {
    const { firstReading } = await import('#renderer/app/reading.ts');
    expect(firstReading(editions, 'kk', 'en', 1400).panels).toMatchObject({
      contents: { open: true },
      side: { open: null },
    });
    expect(firstReading(editions, 'kk', 'en', 1000).panels.contents.open).toBe(false);
  });
});

describe('a change of the reading', () => {
  it('holds at once and is written as one change soon after', async () => {
    const { updateReading, readingNow } = await view();
    updateReading({ mode: 'demand' });
    updateReading({ position: { paragraph: 'kk-0', fraction: 0.5 } });
    expect(readingNow()).toMatchObject({ mode: 'demand', position: { fraction: 0.5 } });
    expect(api.changes()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(api.changes()).toMatchObject([
      {
        added: [{ id: 'reading:dev', mode: 'demand', editions: ['kk', 'en'], position: { fraction: 0.5 } }],
        updated: [],
      },
    ]);
    await settled();
    expect(readingNow()).toMatchObject({ mode: 'demand' });
  });

  it('changes the record that is there already', async () => {
    api.on('/api/works/w', () => workState({ reading: reading() }));
    const { updateReading, flushReading } = await view();
    updateReading({ mode: 'side' });
    flushReading();
    expect(api.changes()).toMatchObject([{ added: [], updated: [[{ mode: 'stacked' }, { mode: 'side' }]] }]);
  });

  it('keeps with the place how far into the text it is', async () => {
    const { updateReading, flushReading, readingPlace, shareRead } = await view();
    readingPlace.setState({ share: 0.45 });
    updateReading({ position: { paragraph: 'kk-0', fraction: 0.5 } });
    flushReading();
    const [written] = api.changes()[0]?.added ?? [];
    expect(written?.kind === 'reading' && shareRead(written)).toBe(0.45);
  });

  it('is no part of undo', async () => {
    const { updateReading, flushReading, undoing } = await view();
    updateReading({ mode: 'side' });
    flushReading();
    expect(undoing.getState().done).toEqual([]);
  });

  it('is written when the window is hidden', async () => {
    const { updateReading, flushReadingWhenLeaving } = await view();
    const target = Object.assign(new EventTarget(), {
      document: Object.assign(new EventTarget(), { visibilityState: 'hidden' }),
    });
    flushReadingWhenLeaving(target as unknown as Window);
    updateReading({ mode: 'side' });
    target.document.dispatchEvent(new Event('visibilitychange'));
    expect(api.changes()).toHaveLength(1);
    updateReading({ mode: 'demand' });
    target.dispatchEvent(new Event('pagehide'));
    await settled();
    expect(api.changes()).toHaveLength(2);
  });

  it('waits as one while the disk refuses changes', async () => {
    const { updateReading } = await view();
    api.on('/api/works/w/changes', fails('disk-full'));
    updateReading({ mode: 'side' });
    await vi.advanceTimersByTimeAsync(1_000);
    updateReading({ mode: 'stacked' });
    await vi.advanceTimersByTimeAsync(1_000);
    updateReading({ mode: 'demand' });
    await vi.advanceTimersByTimeAsync(2_000);
    const { saving } = await import('#renderer/app/saving.ts');
    expect(saving.getState().pending).toBe(1);
    api.on('/api/works/w/changes', stores);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(api.changes().at(-1)).toMatchObject({ updated: [[{ mode: 'side' }, { mode: 'demand' }]] });
  });

  it('holds in a library that takes no changes, without asking it', async () => {
    const { updateReading, readingNow } = await view({
      readOnly: { reason: 'newer', version: 2, file: 'library.json' },
    });
    updateReading({ mode: 'demand' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(api.changes()).toEqual([]);
    expect(readingNow()?.mode).toBe('demand');
  });

  it('falls back to the first reading where an edition is gone', async () => {
    api.on('/api/works/w', () => workState({ reading: reading({ editions: ['kk', 'gone'] }) }));
    const { readingNow } = await view();
    expect(readingNow()?.editions).toEqual(['kk', 'en']);
  });
});
