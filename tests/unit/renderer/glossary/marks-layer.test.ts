import { beforeEach, expect, it, vi } from 'vitest';
import type { Term } from '#core/records/term.ts';
import { paragraph, standIn, workState } from '../app/stand-in.ts';
import { term } from './terms.ts';

const written = paragraph('kk-0', 'Үкімет халыққа жол ашты.');

beforeEach(() => {
  standIn().on('/api/works/w', () => workState({ texts: [written] }));
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => setTimeout(frame));
});

/** The layer over an open work, once it knows the glossary. */
async function layer(terms: readonly Term[]) {
  const { library } = await import('#renderer/app/library-store.ts');
  const { openWork } = await import('#renderer/app/work-store.ts');
  const marks = await import('#renderer/glossary/marks-layer.ts');
  const know = (all: readonly Term[]): void => {
    library.setState({ terms: new Map(all.map((one) => [one.id, one])) });
  };
  know(terms);
  await openWork('w');
  const end = await new Promise<() => void>((resolve) => {
    const stop = marks.marksLayer.subscribe(() => {
      resolve(() => {
        stop();
      });
    });
  });
  return { ...marks, know, end };
}

it('tells the words that are in no term at the moment of an undo, before the marks are drawn again', async () => {
  const { unmarkedWords, know, end } = await layer([term('үкімет'), term('халық')]);
  const words = (): string[] => unmarkedWords(written).map((range) => written.text.slice(...range));
  expect(words()).toEqual(['жол', 'ашты']);
  know([term('үкімет')]);
  expect(words()).toEqual(['халыққа', 'жол', 'ашты']);
  end();
});
