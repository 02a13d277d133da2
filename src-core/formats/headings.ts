import type { Findings } from './findings.ts';
import type { ImportedBlock } from './imported.ts';

/** Longest title, in UTF-16 code units. */
const longest = 100;

/**
 * Blocks in which titles that only look like some are headings: short paragraphs that are bold from end to end and stand in the
 * middle; in a text without any heading also those that are not centred. What was guessed is reported.
 *
 * @param centred the blocks that stand in the middle of the line
 */
export function withGuessedHeadings(
  blocks: readonly ImportedBlock[],
  centred: ReadonlySet<ImportedBlock>,
  findings: Findings,
): ImportedBlock[] {
  const hasHeadings = blocks.some(({ type, section }) => type === 'heading' || section !== undefined);
  const titles = new Set(blocks.filter((block, at) => isTitle(block) && !isTitleBroken(blocks[at + 1])));
  // A text most of which is bold has no titles by that.
  const isOften = titles.size * 4 > blocks.length;
  const chosen = new Set(
    [...titles].filter((block) => centred.has(block) || (!hasHeadings && !isOften && titles.size > 1)),
  );
  if (chosen.size > 0) findings.add('guessed', 'headings-guessed', {}, chosen.size);
  return blocks.map((block) =>
    chosen.has(block)
      ? {
          ...block,
          type: 'heading',
          level: hasHeadings ? 2 : 1,
          marks: block.marks.filter(({ type }) => type !== 'strong'),
        }
      : block,
  );
}

function isTitle({ type, text, marks }: ImportedBlock): boolean {
  if ((type !== 'text' && type !== 'verse') || text.length > longest || !/\p{L}/u.test(text)) return false;
  if (/[,;:|]$/u.test(text.trim()) || text.split('\n').length > 3) return false;
  return marks.some((mark) => mark.type === 'strong' && mark.start === 0 && mark.end >= text.trimEnd().length);
}

/** A title stands before a text. */
function isTitleBroken(next: ImportedBlock | undefined): boolean {
  return next === undefined || next.type === 'note';
}
