import { beforeEach, describe, expect, it, vi } from 'vitest';
import { paragraph, standIn, workState, type FakeApi } from '../app/stand-in.ts';
import { made, target } from './made.ts';

let api: FakeApi;

beforeEach(() => {
  api = standIn();
});

describe('an annotation', () => {
  const texts: Record<string, string> = { 'kk-0': 'қазақ даласы', 'kk-1': 'басқа сөз' };

  async function lost(...targets: ReturnType<typeof target>[]): Promise<boolean | null> {
    const { isLost } = await import('#renderer/annotations/panel/lost.ts');
    return isLost(
      made('a', targets),
      (id) => id !== 'kk-gone',
      (id) => texts[id] ?? null,
    );
  }

  it('is not lost while any of its words stand in the text', async () => {
    expect(await lost(target('kk-0', 0, 5, 'қазақ'))).toBe(false);
    expect(await lost(target('kk-1', 0, 5, 'жоқ сөз'), target('kk-0', 0, 5, 'қазақ'))).toBe(false);
  });

  it('is lost when its words are gone', async () => {
    expect(await lost(target('kk-1', 0, 7, 'жоғалды'))).toBe(true);
  });

  it('is lost when its paragraph is gone', async () => {
    expect(await lost(target('kk-gone', 0, 5, 'қазақ'))).toBe(true);
  });

  it('is not judged by its counterpart', async () => {
    expect(await lost(target('kk-1', 0, 7, 'жоғалды'), target('en-0', 0, 3, 'the'))).toBe(true);
  });

  it('may be lost or not while its text is not here', async () => {
    expect(await lost(target('kk-far', 0, 5, 'қазақ'))).toBeNull();
  });
});

describe('watching for lost annotations', () => {
  it('reads the texts that are not here, and tells those that are lost', async () => {
    vi.useFakeTimers();
    try {
      const far = [paragraph('kk-1', 'қалған сөз'), paragraph('kk-2', 'өзгерген мәтін')];
      api.on('/api/works/w', () =>
        workState({
          outline: {
            kk: [
              ['kk-0', 's', 'text', 5],
              ['kk-1', 's', 'text', 10],
              ['kk-2', 's', 'text', 14],
            ],
            en: [],
          },
          annotations: [
            made('here', [target('kk-0', 0, 5, 'қазақ')]),
            made('far', [target('kk-1', 0, 6, 'қалған')]),
            made('lost', [target('kk-2', 0, 12, 'бұрынғы сөз.')]),
            made('gone', [target('kk-9', 0, 4, 'сөз.')]),
          ],
        }),
      );
      api.on('/api/works/w/paragraphs', () => far);
      const { openWork } = await import('#renderer/app/work-store.ts');
      const { lostNotes, watchLost } = await import('#renderer/annotations/panel/lost.ts');
      await openWork('w');
      const end = watchLost();
      await vi.advanceTimersByTimeAsync(2_000);
      expect([...lostNotes.getState().ids].toSorted()).toEqual(['gone', 'lost']);
      const calls = api.calls.filter(({ path }) => path.endsWith('/paragraphs'));
      expect(calls.map(({ body }) => body)).toEqual([{ ids: ['kk-1', 'kk-2'] }]);
      end();
    } finally {
      vi.useRealTimers();
    }
  });
});
