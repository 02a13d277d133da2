import type { ImportedBead, ImportedBlock, ImportedText } from './imported.ts';

/** What a person corrected in a block. What is left out stays as it was read. */
export interface BlockEdit {
  readonly type?: ImportedBlock['type'];
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  /** It is not in the text. */
  readonly leftOut?: boolean;
  /** A section begins here, or does not: then a heading stands in the section before it. */
  readonly begins?: boolean;
}

/** One of the texts that become an edition, one after the other. */
export interface TextPart {
  readonly text: ImportedText;
  /** By the number of the block. */
  readonly edits: ReadonlyMap<number, BlockEdit>;
  /** Begins a section of this name where its first block is no heading: the file's name, when several files are joined. */
  readonly title?: string;
}

/** A text as a person wants it, and by part and block the number of the block in it; -1 for one that is left out. */
export interface Corrected {
  readonly text: ImportedText;
  readonly numbers: readonly (readonly number[])[];
}

/** Whether a block begins a section, with what a person said of it. The first of a text always does. */
export function beginsSection(
  block: Pick<ImportedBlock, 'type' | 'section' | 'begins'>,
  edit: BlockEdit = {},
): boolean {
  if (edit.begins !== undefined) return edit.begins;
  return (block.begins ?? true) && ((edit.type ?? block.type) === 'heading' || block.section !== undefined);
}

/**
 * The text that several make together, with what a person corrected in them. Title, author and date are the first one's. Keys are
 * made distinct, so that the notes of each part stay its own.
 *
 * @throws RangeError without a part
 */
export function corrected(parts: readonly TextPart[]): Corrected {
  const [first] = parts;
  if (first === undefined) throw new RangeError('a text has at least one part');
  const blocks: ImportedBlock[] = [];
  const numbers = parts.map((part, at) => {
    const numbered: number[] = [];
    let isFirst = true;
    part.text.blocks.forEach((block, number) => {
      const edit = part.edits.get(number) ?? {};
      if (edit.leftOut === true) {
        numbered.push(-1);
        return;
      }
      numbered.push(blocks.length);
      const made = withEdit(block, edit);
      const named = isFirst && part.title !== undefined ? titled(made, part.title) : made;
      blocks.push(parts.length === 1 ? named : withKeys(named, `${String(at)}:`));
      isFirst = false;
    });
    return numbered;
  });
  return { text: { ...first.text, blocks }, numbers };
}

function withEdit(block: ImportedBlock, edit: BlockEdit): ImportedBlock {
  if (Object.keys(edit).length === 0) return block;
  const { level, section, begins: _begins, ...rest } = block;
  const type = edit.type ?? block.type;
  const begins = beginsSection(block, edit);
  const made: ImportedBlock = {
    ...rest,
    type,
    ...(type === 'heading' ? { level: edit.level ?? level ?? 2 } : {}),
    ...(section === undefined || !begins ? {} : { section }),
  };
  if (type === 'heading') return begins ? made : { ...made, begins: false };
  return begins && made.section === undefined ? { ...made, section: { title: '', level: 1 } } : made;
}

function titled(block: ImportedBlock, title: string): ImportedBlock {
  if (block.type === 'heading' || (block.section?.title ?? '') !== '') return block;
  return { ...block, section: { title, level: 1 } };
}

function withKeys(block: ImportedBlock, prefix: string): ImportedBlock {
  const { key, marks } = block;
  return {
    ...block,
    ...(key === undefined ? {} : { key: `${prefix}${key}` }),
    marks: marks.map((mark) => (mark.note === undefined ? mark : { ...mark, note: `${prefix}${mark.note}` })),
  };
}

/** Beads after blocks were left out: those that lost all of them are gone. `numbers` as `corrected` gives them, by side. */
export function correctedBeads(
  beads: readonly ImportedBead[],
  numbers: readonly [readonly number[], readonly number[]],
): ImportedBead[] {
  const renumbered = (side: 0 | 1, list: readonly number[]): number[] =>
    list.flatMap((at) => {
      const number = numbers[side][at] ?? -1;
      return number === -1 ? [] : [number];
    });
  return beads.flatMap((bead) => {
    const source = renumbered(0, bead.source);
    const target = renumbered(1, bead.target);
    return source.length + target.length === 0 ? [] : [{ ...bead, source, target }];
  });
}

/** The same beads seen from the other side. */
export function turned(beads: readonly ImportedBead[]): ImportedBead[] {
  return beads
    .map((bead) => ({ ...bead, source: bead.target, target: bead.source }))
    .toSorted((a, b) => (a.source[0] ?? Infinity) - (b.source[0] ?? Infinity));
}
