import { describe, expect, it } from 'vitest';
import { inLanguage, originalTitle, workTitle } from '#renderer/app/titles.ts';
import { edition, work } from './stand-in.ts';

const editions = [edition('kk'), edition('en')];

describe('a work is called', () => {
  it('by its title in the interface’s language', () => {
    expect(workTitle(work(), editions, 'en')).toBe('The Revolution');
  });

  it('by its original’s title where there is none in that language', () => {
    expect(workTitle(work(), editions, 'ru')).toBe('Қазан төңкерісі');
  });

  it('by the reader’s own name before all others', () => {
    expect(workTitle(work({ titles: { kk: 'Қазан', und: 'My book' } }), editions, 'kk')).toBe('My book');
  });

  it('by its id where it has no title at all', () => {
    expect(workTitle(work({ titles: {} }), editions, 'en')).toBe('w');
  });
});

describe('the original’s title', () => {
  it('stands beside another name', () => {
    expect(originalTitle(work(), editions, 'The Revolution')).toEqual({ text: 'Қазан төңкерісі', language: 'kk' });
  });

  it('is not said twice', () => {
    expect(originalTitle(work(), editions, 'Қазан төңкерісі')).toBeNull();
  });
});

describe('a text in several languages', () => {
  it('is given in the first that it has, else in any, never as an empty string before another', () => {
    expect(inLanguage({ en: '', ru: 'два' }, 'en', 'kk')).toBe('два');
    expect(inLanguage({}, 'en')).toBe('');
  });
});
