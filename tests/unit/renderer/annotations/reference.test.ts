import { describe, expect, it } from 'vitest';
import { reference, type Quoted } from '#renderer/annotations/note/reference.ts';

const words = {
  paragraphs: (from: number, to: number) => (from === to ? `¶ ${String(from)}` : `¶ ${String(from)}–${String(to)}`),
};
const kazakh: Quoted = {
  quotes: ['өзін-өзі билеуі'],
  language: 'kk',
  edition: 'Қазақша',
  section: 'Қазан төңкерісі',
  paragraphs: [1, 1],
};
const english: Quoted = {
  quotes: ['self-determination'],
  language: 'en-GB',
  edition: 'English',
  section: null,
  paragraphs: [1, 2],
};

describe('a quote with its reference', () => {
  it('says the work, the edition, the section and the paragraph', () => {
    expect(reference('The Revolution', [kazakh], words)).toBe(
      '«өзін-өзі билеуі»\n— The Revolution, Қазақша, Қазан төңкерісі, ¶ 1',
    );
  });

  it('has the quotation marks of its language, and leaves out what is not there', () => {
    expect(reference('The Revolution', [english], words)).toBe(
      '“self-determination”\n— The Revolution, English, ¶ 1–2',
    );
  });

  it('names an edition that is called like the work only once', () => {
    expect(reference('English', [{ ...english, paragraphs: null }], words)).toBe('“self-determination”\n— English');
  });

  it('keeps paragraphs apart, and the two sides', () => {
    const both = reference('W', [{ ...kazakh, quotes: ['бір ', 'екі'] }, english], words);
    expect(both).toContain('«бір\nекі»');
    expect(both.split('\n\n')).toHaveLength(2);
  });
});
