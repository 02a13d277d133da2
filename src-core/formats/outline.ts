import { beginsSection } from './corrected.ts';
import type { ImportedText } from './imported.ts';

/** Where a section of a text begins, and what it is called. */
export interface OutlineEntry {
  /** The number of its first block. */
  readonly at: number;
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
}

/** The sections of a text as it was read, and how long it is. */
export interface TextOutline {
  readonly sections: readonly OutlineEntry[];
  readonly blocks: number;
  readonly words: number;
  /** UTF-16 code units. */
  readonly characters: number;
}

/** Code units of a title that are shown. */
const longestTitle = 160;

export function outlineOf({ blocks }: ImportedText): TextOutline {
  let words = 0;
  let characters = 0;
  const sections: OutlineEntry[] = [];
  blocks.forEach((block, at) => {
    words += countWords(block.text);
    characters += block.text.length;
    if (at > 0 && !beginsSection(block)) return;
    const title = block.section?.title ?? (block.type === 'heading' ? block.text : '');
    sections.push({
      at,
      title: title.replace(/\s+/gu, ' ').trim().slice(0, longestTitle),
      level: Math.min(Math.max(block.section?.level ?? block.level ?? 1, 1), 6),
    });
  });
  return { sections, blocks: blocks.length, words, characters };
}

function countWords(text: string): number {
  // By the ends of words: a pattern for a whole word would run out of stack on one of some million letters.
  let count = 0;
  for (const _ of text.matchAll(/\S(?=\s|$)/gu)) count += 1;
  return count;
}
