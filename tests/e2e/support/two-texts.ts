import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AnyRecord } from '#core/records/schema.ts';
import { fileOf } from '#main/library/snapshot.ts';

/** A text in one language (a BCP 47 tag), a paragraph each. */
export interface OneText {
  language: string;
  texts: readonly string[];
}

export const twoTexts = { id: 'two-texts', title: 'Two texts' } as const;

const modified = '2026-01-01T00:00:00.000Z-0000-texts';

/** Makes a library with a work of two texts, paragraph beside paragraph; the editions are called `original` and `translation`. */
export async function writeTwoTexts(folder: string, original: OneText, translation: OneText): Promise<void> {
  for (const [file, records] of Map.groupBy(recordsOf(original, translation), fileOf)) {
    const path = join(folder, 'works', twoTexts.id, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ egiz: 1, records }));
  }
}

function recordsOf(original: OneText, translation: OneText): AnyRecord[] {
  const sides = [
    ['original', original],
    ['translation', translation],
  ] as const;
  return [
    { id: twoTexts.id, kind: 'work', modified, titles: { en: twoTexts.title }, original: 'original' },
    ...sides.flatMap(([id, { language, texts }], at): AnyRecord[] => [
      { id, kind: 'edition', modified, language, title: twoTexts.title, order: `a${String(at)}` },
      { id: `${id}-s`, kind: 'section', modified, edition: id, order: 'a0', level: 1, titles: {} },
      ...texts.map((text, index): AnyRecord => ({
        id: `${id}-${String(index)}`,
        kind: 'paragraph',
        modified,
        edition: id,
        section: `${id}-s`,
        order: `a${String(index)}`,
        type: 'text',
        text,
        marks: [],
      })),
    ]),
    ...original.texts.map((_, index): AnyRecord => ({
      id: `bead-${String(index)}`,
      kind: 'bead',
      modified,
      alignment: 'original~translation',
      order: `a${String(index)}`,
      source: [`original-${String(index)}`],
      target: [`translation-${String(index)}`],
      status: 'auto',
      confidence: 0.9,
    })),
  ];
}
