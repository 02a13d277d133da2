import { describe, expect, test } from 'vitest';
import { recognise } from '#core/dictionaries/format.ts';
import { languageNamed, pairInName } from '#core/dictionaries/languages.ts';
import { lineCutter } from '#core/dictionaries/lines.ts';
import { partOfSpeech } from '#core/dictionaries/part-of-speech.ts';
import { hasMarkup, plainText, sensesOf } from '#core/dictionaries/plain-text.ts';

describe('files are recognised', () => {
  test.each([
    ['words.tsv', '', 'table'],
    ['words.csv.gz', '', 'table'],
    ['apertium-kaz-eng.kaz-eng.dix', '', 'dix'],
    ['kaikki.org-dictionary-Kazakh.jsonl', '', 'wiktionary'],
    ['kaz.automorf.att.gz', '', 'analyser'],
    ['unnamed', '<?xml version="1.0"?>\n<!-- x -->\n<dictionary>', 'dix'],
    ['unnamed', '{"word": "a"}', 'wiktionary'],
    ['unnamed', '0\t1\ta\tb\n1\n', 'analyser'],
    ['unnamed', 'a\tb\n', 'table'],
  ])('%s %s', (name, start, format) => {
    expect(recognise([name], start).format).toBe(format);
  });

  test('those of StarDict together, in any order', () => {
    expect(recognise(['a.dict.dz', 'a.idx.gz', 'a.syn', 'a.ifo'], '')).toEqual({
      format: 'stardict',
      main: 3,
      index: 1,
      articles: 0,
      synonyms: 2,
      name: 'a',
    });
  });

  test.each([
    [['a.ifo', 'a.idx'], '.dict'],
    [['a.dict.dz'], '.ifo'],
    [['a.zip'], 'a.zip is an archive'],
    [['a.pdf'], 'a.pdf is no dictionary'],
    [['a.tsv', 'b.tsv'], 'only when they are StarDict'],
  ])('or refused with a reason: %j', (names, message) => {
    expect(() => recognise(names, '\0')).toThrow(message);
  });
});

test('languages are known by codes and names', () => {
  expect(['kaz', 'KK', 'Қазақша', 'eng', 'ru-RU', 'kk-arab', 'xx', 'constructor'].map(languageNamed)).toEqual([
    'kk',
    'kk',
    'kk',
    'en',
    'ru-RU',
    'kk-Arab',
    null,
    null,
  ]);
});

test.each([
  ['apertium-kaz-eng.kaz-eng.dix', ['kk', 'en']],
  ['kk_ru.tsv', ['kk', 'ru']],
  ['words.tsv', null],
  ['a-b.tsv', null],
])('the name %s tells the languages', (name, pair) => {
  expect(pairInName(name)).toEqual(pair);
});

test('parts of speech are known by what dictionaries call them', () => {
  expect(['n.', 'Сущ.', '(етістік)', 'vblex', 'zzz', '__proto__'].map(partOfSpeech)).toEqual([
    'noun',
    'noun',
    'verb',
    'verb',
    null,
    null,
  ]);
});

describe('plain text', () => {
  test.each([
    ['a < b &amp; c > d', 'a < b & c > d'],
    ['<a href="javascript:x">y</a>', 'y'],
    ['<script>x</script>y<style>z', 'y'],
    ['<!-- x -->y<!-- z', 'y'],
    ['a<br/>b', 'a\nb'],
    ['&#1179;&#x431;&#0;&#xD800;&#99999999;&constructor;', 'қб\uFFFD\uFFFD&#99999999;&constructor;'],
    ['<<<img onerror=x>', '<<'],
  ])('of %s', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });

  test.each(['<', '<a', '<!--', '<script', '</script', '&#', '<![CDATA['])('takes time by length: %s', (part) => {
    expect(plainText(part.repeat(200_000)).length).toBeLessThanOrEqual(part.length * 200_000);
  });

  test('senses are lines without their numbers, bullets, and the headword', () => {
    expect(sensesOf('үкімет\n1) government\r\n• cabinet\n  \n—\n1917', 'үкімет')).toEqual([
      'government',
      'cabinet',
      '1917',
    ]);
  });

  test('a sense may be the headword itself: a loan', () => {
    expect(sensesOf('автономия', 'автономия')).toEqual(['автономия']);
    expect(sensesOf('автономия\n1) автономия\n2) самоуправление', 'автономия')).toEqual([
      'автономия',
      'самоуправление',
    ]);
  });

  test('a comparison is no markup', () => {
    expect([hasMarkup('a < b > c'), hasMarkup('<b>a'), hasMarkup('a &amp; b')]).toEqual([false, true, true]);
  });
});

test('lines are numbered, whatever pieces they come in', () => {
  const found: [string | null, number][] = [];
  const cutter = lineCutter(5, (line, number) => found.push([line, number]));
  for (const piece of ['\uFEFFa', 'b\r', '\n', '\n', 'abc', 'def', 'ghi\nz']) cutter.push(piece);
  cutter.end();
  expect(found).toEqual([
    ['ab', 1],
    ['', 2],
    [null, 3],
    ['z', 4],
  ]);
});
