import { describe, expect, it } from 'vitest';
import { isAlignedText, readColumns } from '#core/formats/columns.ts';
import { isIndexPairs, isLadder, linesNeeded, readIndexPairs, readLadder } from '#core/formats/lines/line-links.ts';
import { mosesNames, mosesNeeds, readLined, readMoses } from '#core/formats/lines/read.ts';
import { matchedFiles } from '#core/formats/loose/matching.ts';
import type { NamedText } from '#core/formats/loose/needs.ts';
import { mutationsSurvived } from '../../../../fixtures/formats/mutate.ts';

const among =
  (files: Readonly<Record<string, string>>): NamedText =>
  (name) =>
    new Map(Object.entries(files)).get(name) ?? null;

const two = { source: 'Бір.\n<p>\nЕкі.\nҮш.\nТөрт.\n', target: 'One.\n<p>\nTwo and three.\nFour.' };
const beadsOf = ({ links }: ReturnType<typeof readLined>): unknown =>
  links[0]?.beads.map(({ source, target, confidence }) => [source, target, confidence]);

describe('links of lines', () => {
  it('[L1] are a ladder as hunalign has it: what stands between two rungs belongs together', () => {
    const ladder = '0\t0\t0.3\n1\t1\t1\n2\t2\t1.75\n4\t3\t-0.3\n5\t4\t0\n';
    expect(isLadder(ladder)).toBe(true);
    expect(beadsOf(readLined(readLadder(ladder), among(two)))).toEqual([
      [[0], [0], 0.3],
      [[1, 2], [1], 1],
      [[3], [2], 0],
    ]);
  });

  it('[L1] are a ladder that a person made, without measures; what is behind it has no counterpart', () => {
    const { links } = readLined(readLadder('0 0\n1 1\n4 3\n'), among(two));
    expect(links[0]?.beads).toMatchObject([
      { source: [0], target: [0], confidence: 0.5 },
      { source: [1, 2], target: [1] },
      { source: [3], target: [2] },
    ]);
  });

  it('[L2] are pairs of lists as vecalign and bertalign have them; the cheapest are the surest', () => {
    const pairs = '[0]:[0]:0.25\n[2, 3]:[2]:1.5\n[4]:[]:0.000000\n[]:[3]\n';
    expect(isIndexPairs(pairs)).toBe(true);
    expect(beadsOf(readLined(readIndexPairs(pairs), among(two)))).toEqual([
      [[0], [0], 0.75],
      [[1, 2], [1], 0],
      [[3], [], 0.5],
      [[], [2], 0.5],
    ]);
  });

  it('[L3] say how many lines they need, and are matched with files of as many', () => {
    const { documents } = linesNeeded(readLadder('0 0\n1 1\n5 4\n'));
    expect(documents.map(({ side, lines }) => [side, lines])).toEqual([
      ['source', 5],
      ['target', 4],
    ]);
    const file = (name: string, lines: number) => ({ name, language: null, lines });
    expect(matchedFiles(documents, [file('en.txt', 4), file('kk.txt', 5)])).toEqual([1, 0]);
    expect(matchedFiles(documents, [file('a', 9), file('b', 9)])).toEqual([0, 1]);
    expect(matchedFiles(documents, [file('a', 9), file('b', 9), file('c', 9)])).toEqual([null, null]);
    expect(matchedFiles(documents, [file('a', 2)])).toEqual([null, null]);
  });

  it.each([
    ['a rung that crosses', () => readLadder('0 0\n3 1\n2 2'), 'crosses the one before it'],
    [
      'a rung beyond the text',
      () => readLined(readLadder('0 0\n9 9'), among(two)),
      'line 9 of the source text, which has 5',
    ],
    ['a list beyond the text', () => readLined(readIndexPairs('[0]:[77]'), among(two)), 'line 78 of the target text'],
    ['a number that no file has lines for', () => readIndexPairs('[99999999999999]:[0]'), 'is no number of a line'],
    ['a line that is something else', () => readIndexPairs('[0]:[0]\nsome text'), 'this line is not a pair'],
    ['a text that is not there', () => readLined(readIndexPairs('[0]:[0]'), () => null), 'the file source is missing'],
    [
      'files of a pair that have not as many lines',
      () => readMoses('a.kk-en.kk', null, among({ 'a.kk-en.kk': 'А\nБ', 'a.kk-en.en': 'A' })),
      'has 2 lines and a.kk-en.en 1',
    ],
    ['a name that is none of a pair', () => mosesNeeds('book.ids'), 'NAME.kk-en.kk'],
  ])('refuse %s in clear words', (_, read, message) => {
    expect(read).toThrow(message);
  });

  it('[L4] are those of a pair that OPUS has for Moses, by its names; its ids say where documents begin', () => {
    expect(mosesNames('wiki.en-kk.kk')).toEqual(['wiki.en-kk.en', 'wiki.en-kk.kk']);
    expect([mosesNames('notes.txt'), mosesNames('a.kk-en.fr'), mosesNames('x.kk-kk.kk')]).toEqual([null, null, null]);
    const files = { 'w.en-kk.en': 'A\n\nC\n', 'w.en-kk.kk': 'А\nӘ\nБ\n' };
    const ids = 'en/1.xml.gz\tkk/1.xml.gz\t1\t1\nen/1.xml.gz\tkk/1.xml.gz\t2\t2\nen/2.xml.gz\tkk/2.xml.gz\t1\t1\n';
    const { texts, links } = readMoses('w.en-kk.ids', ids, among(files));
    expect(
      texts.map(({ language, blocks }) => [language, blocks.map(({ text, section }) => [section?.title, text])]),
    ).toEqual([
      [
        'en',
        [
          ['1', 'A'],
          ['2', 'C'],
        ],
      ],
      [
        'kk',
        [
          ['1', 'А'],
          [undefined, 'Ә'],
          ['2', 'Б'],
        ],
      ],
    ]);
    expect(links[0]?.beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[], [1]],
      [[1], [2]],
    ]);
  });

  it('[C3] are written out by hunalign itself where it is asked to', () => {
    const text = 'Бір.\tOne.\t0.5\n<p>\t<p>\t0.3\nЕкі. ~~~ Үш.\tTwo and three.\t-0.15\n';
    expect(isAlignedText(text)).toBe(true);
    expect(isAlignedText('үй\thouse\ntas\tstone')).toBe(false);
    const { texts } = readColumns(text);
    expect(texts.map(({ blocks }) => blocks.map((block) => block.text))).toEqual([
      ['Бір.', 'Екі.', 'Үш.'],
      ['One.', 'Two and three.'],
    ]);
  });

  it('end in text or in a clear error however they are damaged', () => {
    const ladder = '0\t0\t0.3\n1\t1\t1\n5\t4\t0\n';
    expect(mutationsSurvived(ladder, (text) => readLined(readLadder(text), among(two)))).toBe(300);
    expect(mutationsSurvived('[0, 1]:[0]:0.2\n[2]:[1]', (text) => readLined(readIndexPairs(text), among(two)))).toBe(
      300,
    );
  });
});

describe('files that an alignment names', () => {
  const needed = (name: string) => ({ key: name, name, side: 'source' as const, lines: null });
  const file = (name: string, language: string | null = null) => ({ name, language, lines: null });

  it('[L5] are found by their base names, packed or not', () => {
    expect(matchedFiles([needed('../../etc/passwd'), needed('kk/b.xml.gz')], [file('b.xml'), file('PASSWD')])).toEqual([
      1, 0,
    ]);
  });

  it('[L5] are told apart by folder, then by language, where they have one name', () => {
    const documents = [needed('en/b.xml.gz'), needed('kk/b.xml.gz')];
    expect(matchedFiles(documents, [file('kk/b.xml.gz'), file('en/b.xml.gz')])).toEqual([1, 0]);
    expect(matchedFiles(documents, [file('b.xml', 'kk'), file('b.xml', 'en')])).toEqual([1, 0]);
    expect(matchedFiles(documents, [file('b.xml')])).toEqual([0, null]);
  });
});
