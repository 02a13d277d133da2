import { describe, expect, it } from 'vitest';
import { ranked } from '#renderer/app/palette-search.ts';

const names = [
  'Кітапхана',
  'Мазмұны',
  'Жазбалар',
  'Мәтінді үлкейту',
  'Қатар көрсету',
  'Library',
  'Larger text',
  'Side by side',
];

function found(typed: string): string[] {
  return ranked(names, (name) => name, typed);
}

describe('the palette', () => {
  it('shows everything in its order when nothing is typed', () => {
    expect(found('')).toEqual(names);
    expect(found('  ')).toEqual(names);
  });

  it('finds Kazakh names without Kazakh keys', () => {
    expect(found('китап')).toEqual(['Кітапхана']);
    expect(found('улкейту')).toEqual(['Мәтінді үлкейту']);
    expect(found('катар')[0]).toBe('Қатар көрсету');
  });

  it('finds words in any order', () => {
    expect(found('text large')).toEqual(['Larger text']);
  });

  it('puts first what begins with what was typed', () => {
    expect(ranked(['Show the notes', 'Notes', 'Footnotes'], (name) => name, 'note')).toEqual([
      'Notes',
      'Show the notes',
      'Footnotes',
    ]);
  });

  it('finds letters with gaps between them, after whole words', () => {
    expect(found('lbr')).toEqual(['Library']);
    expect(found('sbs')).toEqual(['Side by side']);
  });

  it('finds nothing where letters are missing', () => {
    expect(found('xyz')).toEqual([]);
  });
});
