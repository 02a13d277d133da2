import { describe, expect, test } from 'vitest';
import { linksBetween, type Alignments } from '#core/alignment/between.ts';
import { link } from './links.ts';

const work: Alignments = {
  original: 'kk',
  alignments: {
    'kk~en': [link('kk-1', 'en-1 en-1b'), link('kk-2', 'en-2')],
    'kk~ru': [link('kk-1 kk-2', 'ru-1')],
  },
  paragraphs: { kk: ['kk-1', 'kk-2'], en: ['en-1', 'en-1b', 'en-2'], ru: ['ru-1'], tr: ['tr-1'] },
};
const between = (left: string, right: string, of: Alignments = work): string[] =>
  linksBetween(left, right, of).map(({ source, target }) => `${source.join(' ')} = ${target.join(' ')}`);

describe('[C5] the links between two editions', () => {
  test('are the stored ones, the same objects', () => {
    expect(linksBetween('kk', 'en', work)).toBe(work.alignments['kk~en']);
  });

  test('are the stored ones exchanged', () => {
    expect(between('en', 'kk')).toEqual(['en-1 en-1b = kk-1', 'en-2 = kk-2']);
  });

  test('of two translations go through the original', () => {
    expect(between('en', 'ru')).toEqual(['en-1 en-1b en-2 = ru-1']);
    expect(between('ru', 'en')).toEqual(['ru-1 = en-1 en-1b en-2']);
  });

  test('of two translations are the stored ones where there are some', () => {
    const stored = [link('en-1', ''), link('en-1b en-2', 'ru-1')];
    expect(linksBetween('en', 'ru', { ...work, alignments: { ...work.alignments, 'en~ru': stored } })).toBe(stored);
  });

  test('of an edition with itself go paragraph by paragraph', () => {
    expect(between('kk', 'kk')).toEqual(['kk-1 = kk-1', 'kk-2 = kk-2']);
  });

  test('without any alignment go by place, with no confidence', () => {
    expect(between('kk', 'tr')).toEqual(['kk-1 = tr-1', 'kk-2 = ']);
    expect(between('tr', 'en')).toEqual(['tr-1 = en-1', ' = en-1b', ' = en-2']);
    for (const { confidence, status } of linksBetween('kk', 'tr', work)) {
      expect([confidence, status]).toEqual([0, 'auto']);
    }
  });

  test('with an edition that has no paragraphs leave the other alone', () => {
    expect(between('ru', 'xx')).toEqual(['ru-1 = ']);
  });
});
