import { describe, expect, it } from 'vitest';
import { hitAt } from '#main/api/hit.ts';
import { excerptOf } from '#renderer/search/excerpt.ts';

function excerpt(text: string, hit: string) {
  const start = text.indexOf(hit);
  const paragraph = { ...place, text };
  return excerptOf(hitAt(paragraph, [start, start + hit.length]));
}

const place = {
  kind: 'paragraph' as const,
  id: 'p',
  modified: '',
  edition: 'kk',
  section: 's',
  order: 'a',
  type: 'text' as const,
  marks: [],
};
const word = 'мәтінде ';

describe('the excerpt of a hit', () => {
  it('is the whole of a short text', () => {
    expect(excerpt('Бұл қазақ жері.', 'қазақ')).toEqual({ before: 'Бұл ', hit: 'қазақ', after: ' жері.' });
  });

  it('is in the script in which the text is read', () => {
    const hit = hitAt({ ...place, text: 'Бұл қазақ жері.' }, [4, 9]);
    expect(excerptOf(hit, 'latn')).toEqual({ before: 'Būl ', hit: 'qazaq', after: ' jerı.' });
  });

  it('is cut between words in front of the hit, which stands in the first line', () => {
    const { before } = excerpt(`${word.repeat(20)}қазақ`, 'қазақ');
    expect(before).toBe(`…${word.repeat(4)}`);
  });

  it('is cut between words behind the hit', () => {
    const { after } = excerpt(`қазақ ${word.repeat(20)}`, 'қазақ');
    expect(after).toMatch(/^ (?:мәтінде )*мәтінде…$/u);
  });

  it('has no ellipsis where the text ends', () => {
    expect(excerpt('Бұл қазақ', 'қазақ').after).toBe('');
    expect(excerpt('Қазақ жері', 'Қазақ').before).toBe('');
  });
});
