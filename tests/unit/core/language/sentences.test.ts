import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { language } from '#core/language/language.ts';
import { sentenceCases } from '../../../fixtures/language/sentences.ts';

const cut = (tag: string, text: string): string[] =>
  language(tag)
    .sentences(text)
    .map(([start, end]) => text.slice(start, end));

describe('sentences', () => {
  test.each(sentenceCases)('in %s: %s', (tag, marked) => {
    const text = marked.replaceAll(/ \|/gu, '').replaceAll(/\| ?/gu, '');
    expect(cut(tag, text)).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });

  test('of the 1917 text stand as a careful reading has them', () => {
    const paragraphs = readFileSync(join(import.meta.dirname, 'qazan-1917.sentences.txt'), 'utf8')
      .trim()
      .split('\n\n')
      .map((paragraph) => paragraph.split('\n'));
    expect(paragraphs.flat()).toHaveLength(122);
    for (const sentences of paragraphs) expect(cut('kk', sentences.join(' '))).toEqual(sentences);
  });

  test('of an empty text are none', () => {
    expect(language('kk').sentences('')).toEqual([]);
    expect(language('kk').sentences(' \n ')).toEqual([]);
  });

  const pieces = fc.constantFrom(
    'Алаш',
    'ж',
    'В',
    'т.б',
    '1917',
    '.',
    '…',
    '!',
    '?',
    '”',
    '“',
    '–',
    ' ',
    '\n',
    ',',
    '[1]',
    '😀',
    'қ',
  );
  const anyText = fc.oneof(
    fc.array(pieces).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test.each(['kk', 'en', 'ru', 'de'])('in %s hold everything but white space, in order, each thing once', (tag) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const [from, to] of language(tag).sentences(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, from)).toMatch(/^\s*$/u);
          expect(text.slice(from, to)).toMatch(/^\S(?:.*\S)?$/su);
          end = to;
        }
        expect(text.slice(end)).toMatch(/^\s*$/u);
      }),
    );
  });
});
