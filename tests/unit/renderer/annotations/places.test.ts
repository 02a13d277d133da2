import { describe, expect, it } from 'vitest';
import type { OutlineParagraph } from '#main/api/shapes.ts';
import { readingPlaces } from '#renderer/annotations/places.ts';
import { work } from '../app/stand-in.ts';
import { bead } from './made.ts';

function outline(...ids: string[]): OutlineParagraph[] {
  return ids.map((id) => [id, 's', 'text', 10]);
}

/** All paragraphs of all editions in reading order. */
function order(places: ReadonlyMap<string, number>): string[] {
  return [...places].toSorted((a, b) => a[1] - b[1]).map(([id]) => id);
}

describe('the reading order over editions', () => {
  it('sets a translation right after what it is aligned with', () => {
    const places = readingPlaces({
      work: work(),
      outline: { kk: outline('kk-0', 'kk-1', 'kk-2', 'kk-3'), en: outline('en-0', 'en-1', 'en-2', 'en-3') },
      alignments: {
        'kk~en': [
          bead(['kk-0'], ['en-0', 'en-1']),
          bead(['kk-1', 'kk-2'], ['en-2']),
          bead([], ['en-3']),
          bead(['kk-3'], []),
        ],
      },
    });
    expect(order(places)).toEqual(['kk-0', 'en-0', 'en-1', 'kk-1', 'en-2', 'kk-2', 'en-3', 'kk-3']);
  });

  it('has a place for every paragraph, also where nothing is aligned', () => {
    const places = readingPlaces({
      work: work(),
      outline: { kk: outline('kk-0', 'kk-1'), en: outline('en-0', 'en-1', 'en-2') },
      alignments: {},
    });
    expect(order(places)).toEqual(['kk-0', 'en-0', 'kk-1', 'en-1', 'en-2']);
  });
});
