import { describe, expect, test } from 'vitest';
import { corrected, correctedBeads, turned, type BlockEdit } from '#core/formats/corrected.ts';
import type { ImportedBlock, ImportedText } from '#core/formats/imported.ts';
import { outlineOf } from '#core/formats/outline.ts';
import { toText } from '#core/formats/to-work.ts';

const block = (text: string, more: Partial<ImportedBlock> = {}): ImportedBlock => ({
  type: 'text',
  text,
  marks: [],
  ...more,
});
const heading = (text: string): ImportedBlock => block(text, { type: 'heading', level: 1 });
const textOf = (...blocks: ImportedBlock[]): ImportedText => ({
  title: 'T',
  author: null,
  translator: null,
  date: null,
  language: 'en',
  blocks,
});
const part = (text: ImportedText, edits: [number, BlockEdit][] = [], title?: string) => ({
  text,
  edits: new Map(edits),
  ...(title === undefined ? {} : { title }),
});
const sectionsOf = (text: ImportedText): string[] =>
  toText('en', 'en', text).flatMap((record) => (record.kind === 'section' ? [record.titles.en ?? ''] : []));

describe('a corrected text', () => {
  test('has other types, and not what was left out', () => {
    const { text, numbers } = corrected([
      part(textOf(block('One'), block('Two'), block('Three')), [
        [0, { type: 'heading', level: 2 }],
        [1, { leftOut: true }],
        [2, { type: 'verse' }],
      ]),
    ]);
    expect(text.blocks.map(({ type, level, text: words }) => [type, level, words])).toEqual([
      ['heading', 2, 'One'],
      ['verse', undefined, 'Three'],
    ]);
    expect(numbers).toEqual([[0, -1, 1]]);
  });

  test('has sections split and merged', () => {
    const text = textOf(heading('A'), block('1'), block('2'), heading('B'), block('3'));
    expect(sectionsOf(corrected([part(text)]).text)).toEqual(['A', 'B']);
    expect(sectionsOf(corrected([part(text, [[2, { begins: true }]])]).text)).toEqual(['A', '', 'B']);
    const merged = corrected([part(text, [[3, { begins: false }]])]).text;
    expect(sectionsOf(merged)).toEqual(['A']);
    expect(merged.blocks[3]).toMatchObject({ type: 'heading', text: 'B' });
    expect(outlineOf(merged).sections).toEqual([{ at: 0, title: 'A', level: 1 }]);
  });

  test('of several files has a section for each, and keeps the notes of each apart', () => {
    const noted = textOf(
      block('See1', { marks: [{ type: 'note', start: 3, end: 4, note: 'n' }] }),
      block('A note', { type: 'note', key: 'n' }),
    );
    const { text } = corrected([part(noted, [], 'Chapter 1'), part(noted, [], 'Chapter 2')]);
    expect(sectionsOf(text)).toEqual(['Chapter 1', 'Chapter 2']);
    const paragraphs = toText('en', 'en', text).filter((record) => record.kind === 'paragraph');
    expect(paragraphs.flatMap(({ marks }) => marks.map(({ note }) => note))).toEqual(['en-2', 'en-4']);
  });

  test('keeps its links, without what was left out, and from either side', () => {
    const bead = { source: [0, 1], target: [0], status: 'auto' as const, confidence: 0.5 };
    const lone = { source: [2], target: [], status: 'auto' as const, confidence: 0.5 };
    expect(correctedBeads([bead, lone], [[0, -1, -1], [0]])).toEqual([{ ...bead, source: [0], target: [0] }]);
    expect(turned([bead])).toEqual([{ ...bead, source: [0], target: [0, 1] }]);
  });
});

test('an outline says how long a text is and where its sections begin', () => {
  expect(outlineOf(textOf(block('Before'), heading('A  title'), block('two words')))).toEqual({
    sections: [
      { at: 0, title: '', level: 1 },
      { at: 1, title: 'A title', level: 1 },
    ],
    blocks: 3,
    words: 5,
    characters: 23,
  });
});
