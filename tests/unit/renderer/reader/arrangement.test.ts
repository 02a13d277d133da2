import { describe, expect, it } from 'vitest';
import type { Bead } from '#core/records/bead.ts';
import type { Edition, Section } from '#core/records/work.ts';
import type { OutlineParagraph } from '#main/api/shapes.ts';
import { arrange, type Structure } from '#renderer/reader/arrangement.ts';
import { oneSide } from '#renderer/reader/one-side.ts';
import { positionIn } from '#renderer/reader/position.ts';

const edition = (id: string): Edition => ({ id, modified: '', kind: 'edition', language: id, title: id, order: id });
const section = (id: string, of: string, titles: Record<string, string>, editorial?: true): Section => ({
  id,
  modified: '',
  kind: 'section',
  edition: of,
  order: id,
  level: 1,
  titles,
  ...(editorial === undefined ? {} : { editorial }),
});
const bead = (alignment: string, source: string[], target: string[]): Bead => ({
  id: `${alignment} ${source.join()}`,
  modified: '',
  kind: 'bead',
  alignment,
  order: 'a0',
  source,
  target,
  status: 'confirmed',
  confidence: 1,
});

/** kk has a heading, two sections; en splits the third paragraph; ru has two paragraphs in one. */
function structure(): Structure {
  const outline: Record<string, OutlineParagraph[]> = {
    kk: [
      ['kk-0', 'kk-s1', 'heading', 20],
      ['kk-1', 'kk-s1', 'text', 300],
      ['kk-2', 'kk-s2', 'text', 200],
    ],
    en: [
      ['en-0', 'en-s1', 'heading', 20],
      ['en-1', 'en-s1', 'text', 300],
      ['en-2', 'en-s2', 'text', 90],
      ['en-3', 'en-s2', 'text', 90],
    ],
    ru: [
      ['ru-0', 'ru-s1', 'heading', 20],
      ['ru-1', 'ru-s1', 'text', 500],
    ],
  };
  return {
    id: 'w',
    original: 'kk',
    editions: ['kk', 'en', 'ru'].map(edition),
    sections: [
      section('kk-s1', 'kk', { kk: 'Басы', en: 'The beginning', ru: 'Начало' }, true),
      section('kk-s2', 'kk', { kk: 'Соңы', en: 'The end', ru: 'Конец' }, true),
      section('en-s1', 'en', { en: 'How it began' }, true),
      section('en-s2', 'en', { en: 'Not editorial' }),
      section('ru-s1', 'ru', { ru: 'Начало' }),
    ],
    outline,
    alignments: {
      'kk~en': [
        bead('kk~en', ['kk-0'], ['en-0']),
        bead('kk~en', ['kk-1'], ['en-1']),
        bead('kk~en', ['kk-2'], ['en-2', 'en-3']),
      ],
      'kk~ru': [bead('kk~ru', ['kk-0'], ['ru-0']), bead('kk~ru', ['kk-1', 'kk-2'], ['ru-1'])],
    },
    places: new Map(
      Object.entries(outline).flatMap(([of, list]) => list.map(([id], index) => [id, { edition: of, index }] as const)),
    ),
  };
}

describe('an arrangement', () => {
  it('of an original beside its translation has the links as they are stored', () => {
    const made = arrange(structure(), ['kk', 'en']);
    expect(made?.links.map(({ source, target }) => [source, target])).toEqual([
      [['kk-0'], ['en-0']],
      [['kk-1'], ['en-1']],
      [['kk-2'], ['en-2', 'en-3']],
    ]);
    expect(made?.spreads).toEqual([{ start: 0, end: 3 }]);
    expect(made?.spreadOf.get('en-3')).toBe(0);
  });

  it('of two translations goes through the original', () => {
    const made = arrange(structure(), ['en', 'ru']);
    expect(made?.links.map(({ source, target }) => [source, target])).toEqual([
      [['en-0'], ['ru-0']],
      [['en-1', 'en-2', 'en-3'], ['ru-1']],
    ]);
  });

  it('with the panes exchanged has its sides exchanged', () => {
    const made = arrange(structure(), ['en', 'kk']);
    expect(made?.links[2]).toMatchObject({ source: ['en-2', 'en-3'], target: ['kk-2'] });
  });

  it('of an edition that the work does not have is none', () => {
    expect(arrange(structure(), ['kk', 'de'])).toBeNull();
  });

  it('sets editorial titles under the headings of the text, in the languages of both columns', () => {
    expect(arrange(structure(), ['kk', 'en'])?.titles).toEqual(
      new Map([
        [1, { left: 'Басы', right: 'How it began' }],
        [2, { left: 'Соңы', right: 'The end' }],
      ]),
    );
  });

  it('shows no title that stands in the text already', () => {
    const plain = structure();
    const sections = plain.sections.map(({ id, edition: of, titles }) => section(id, of, titles));
    expect(arrange({ ...plain, sections }, ['kk', 'en'])?.titles.size).toBe(0);
  });

  it('knows the length of a paragraph and whether it is a heading', () => {
    const made = arrange(structure(), ['kk', 'en']);
    expect(made?.outlineOf('kk-0')).toEqual({ length: 20, heading: true });
    expect(made?.outlineOf('en-1')).toEqual({ length: 300, heading: false });
    expect(made?.outlineOf('gone')).toEqual({ length: 0, heading: false });
  });
});

describe('a position in another arrangement', () => {
  const sides = arrange(structure(), ['kk', 'en']);
  const translations = arrange(structure(), ['en', 'ru']);
  const places = new Map([['kk-2', { index: 2, of: 3 }]]);
  const placeOf = (id: string) => places.get(id) ?? null;

  it('stays where its paragraph is shown', () => {
    if (translations === null) throw new Error('no arrangement');
    const position = { paragraph: 'en-3', fraction: 0.4 };
    expect(positionIn(translations, position, sides, placeOf)).toBe(position);
  });

  it('goes to what stood beside it where its edition is gone', () => {
    if (translations === null) throw new Error('no arrangement');
    expect(positionIn(translations, { paragraph: 'kk-2', fraction: 0.4 }, sides, placeOf)).toEqual({
      paragraph: 'en-2',
      fraction: 0.4,
    });
  });

  it('else to the same share of the text', () => {
    if (translations === null) throw new Error('no arrangement');
    expect(positionIn(translations, { paragraph: 'kk-2', fraction: 0.4 }, null, placeOf)).toEqual({
      paragraph: 'en-1',
      fraction: 0,
    });
  });
});

describe('one side of an arrangement, shown by itself', () => {
  const full = arrange(structure(), ['kk', 'en']);
  if (full === null) throw new Error('no arrangement');
  const [source, target] = [oneSide(full, 'source'), oneSide(full, 'target')];

  it('has the same links and spreads, with the other side empty', () => {
    expect(source.links.map(({ id }) => id)).toEqual(full.links.map(({ id }) => id));
    expect(source.spreads).toBe(full.spreads);
    expect(source.links.flatMap((link) => link.target)).toEqual([]);
    expect(target.links.flatMap((link) => [...link.source, ...link.target])).toEqual(['en-0', 'en-1', 'en-2', 'en-3']);
    expect(target.index.get('kk-1')).toBeUndefined();
  });

  it('has the titles of its side, and is the same as long as the arrangement is', () => {
    expect([...target.titles.values()].every(({ left }) => left === null)).toBe(true);
    expect([...source.titles.values()].some(({ left }) => left !== null)).toBe(true);
    expect(oneSide(full, 'source')).toBe(source);
  });

  it('begins at the paragraph aligned with where the other side was read', () => {
    const position = { paragraph: 'kk-2', fraction: 0.5 };
    expect(positionIn(target, position, full, () => null)).toMatchObject({ paragraph: 'en-2', fraction: 0.5 });
  });
});
