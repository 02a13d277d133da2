import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexReader, readArticle, readInfo, synonymReader } from '#core/dictionaries/stardict.ts';
import { joined, madeStarDict, number32, type MadeEntry } from '../../../fixtures/dictionaries/stardict.ts';

const utf8 = new TextEncoder();
const article = (text: string, types: string | null, word = 'үкімет') => readArticle(utf8.encode(text), types, word);

function index(bytes: Uint8Array, bits: 32 | 64 = 32, size = bytes.length || 1) {
  const words: [string, number, number, number][] = [];
  const skips: string[] = [];
  const reader = indexReader(
    bits,
    (...word) => words.push(word),
    (code, place) => skips.push(`${code} ${place}`),
  );
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.slice(at, at + size));
  reader.end();
  return { words, skips };
}

const entries: MadeEntry[] = [
  { word: 'кітап', fields: [['m', 'book']] },
  { word: 'үкімет', fields: [['m', 'government']] },
];

describe('the description', () => {
  test('tells name, number of words, size of offsets and types of fields', () => {
    expect(readInfo(madeStarDict(entries, { name: 'Қазақша', types: 'm', bits: 64 }).ifo)).toEqual({
      name: 'Қазақша',
      words: 2,
      offsetBits: 64,
      fieldTypes: 'm',
    });
  });

  test.each([
    ['another file', 'hello\nworld', 'begins with'],
    ['offsets of 16 bits', "StarDict's dict ifo file\nidxoffsetbits=16\n", 'must be 32 or 64, not 16'],
    ['types that are none', "StarDict's dict ifo file\nsametypesequence=m1\n", 'must be letters, not m1'],
  ])('is refused: %s', (_, text, message) => {
    expect(() => readInfo(text)).toThrow(message);
  });
});

describe('the index', () => {
  test.each([32, 64] as const)('gives words with offsets of %d bits, however it is cut', (bits) => {
    const { idx } = madeStarDict(entries, { types: 'm', bits });
    for (const size of [1, 2, 7, idx.length]) {
      expect(index(idx, bits, size).words).toEqual([
        ['кітап', 0, 4, 0],
        ['үкімет', 4, 10, 1],
      ]);
    }
  });

  test('numbers entries that it leaves out', () => {
    const bad = joined([
      Uint8Array.of(0xff, 0xfe, 0),
      number32(0),
      number32(1),
      Uint8Array.of(0),
      number32(0),
      number32(1),
    ]);
    const { words, skips } = index(joined([bad, madeStarDict(entries, { types: 'm' }).idx]));
    expect(words.map(([word, , , number]) => [word, number])).toEqual([
      ['кітап', 2],
      ['үкімет', 3],
    ]);
    expect(skips).toEqual(['not-text entry 1', 'no-headword entry 2']);
  });

  test('says where it is cut short', () => {
    const { idx } = madeStarDict(entries, { types: 'm' });
    expect(index(idx.slice(0, -3)).skips).toEqual(['cut-short entry 2']);
  });

  test('ends at a word without end', () => {
    expect(() => index(new Uint8Array(100_000).fill(0x61), 32, 4096)).toThrow('entry 1: a word of more than');
  });

  test('of any bytes gives words or a clear end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        expect(index(bytes, 32, size)).toEqual(index(bytes, 32));
      }),
    );
  });
});

test('synonyms stand for entries by number', () => {
  const { syn } = madeStarDict(entries, { synonyms: [['өкімет', 1]] });
  const found: [string, number][] = [];
  const reader = synonymReader(
    (...one) => found.push(one),
    () => undefined,
  );
  reader.push(syn);
  reader.end();
  expect(found).toEqual([['өкімет', 1]]);
});

describe('an article', () => {
  test.each([
    ['m', 'government\n2) cabinet', ['government', 'cabinet']],
    ['g', '<span foreground="blue">government</span>\n<b>cabinet</b> &amp; state', ['government', 'cabinet & state']],
    ['h', '<p>government<br>cabinet</p><script>alert(1)</script>', ['government', 'cabinet']],
    ['x', '<k>үкімет</k>\n<def>government</def>', ['government']],
    ['k', '<词条><单词解释块><基本词义><![CDATA[government]]></基本词义></单词解释块></词条>', ['government']],
    ['w', "== English ==\n# ''[[government|the government]]''", ['English', 'the government']],
  ])('of type %s is plain text', (type, text, senses) => {
    expect(article(text, type)?.senses).toEqual(senses);
  });

  test('has its pronunciation from a field of its own', () => {
    expect(article('ykimet\0government', 'tm')).toEqual({
      senses: ['government'],
      partOfSpeech: null,
      pronunciation: 'ykimet',
    });
  });

  test('may begin with the headword and its part of speech', () => {
    expect(article('<b>үкімет</b> <i>сущ.</i><br>правительство', 'h')).toMatchObject({
      senses: ['правительство'],
      partOfSpeech: 'noun',
    });
  });

  test('has fields that name their types, pictures among them', () => {
    const { dict } = madeStarDict([
      {
        word: 'a',
        fields: [
          ['P', Uint8Array.of(1, 2, 0, 3)],
          ['m', 'government'],
          ['t', 'gʌv'],
        ],
      },
    ]);
    expect(readArticle(dict, null, 'a')).toMatchObject({ senses: ['government'], pronunciation: 'gʌv' });
  });

  test('whose sizes lead out of it, or that is no UTF-8, is none', () => {
    expect(readArticle(joined([utf8.encode('P'), number32(99), utf8.encode('x')]), null, 'a')).toBeNull();
    expect(readArticle(Uint8Array.of(0x6d, 0xc3, 0x28), null, 'a')).toBeNull();
    expect(readArticle(Uint8Array.of(0xff), 'm', 'a')).toBeNull();
  });

  test('of any bytes and types is one or none', () => {
    const types = fc.option(fc.stringMatching(/^[mtgxywhPWr]{1,4}$/u));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), types, (bytes, type) => {
        const found = readArticle(bytes, type, 'a');
        expect(found?.senses ?? []).not.toContain('');
      }),
    );
  });

  test.each(['m', 'tm', 'xh', 'mP'])('is read back as it was made: %s', (types) => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яa-z]{1,20}$/u), (text) => {
        const fields = Array.from(types, (type) => [type, type === 'P' ? Uint8Array.of(0, 1) : text] as const);
        const made = madeStarDict([{ word: '?', fields }], { types });
        const found = readArticle(made.dict, types, '?');
        expect(found === null || found.senses.length + Number(found.partOfSpeech !== null) > 0).toBe(true);
      }),
    );
  });
});
