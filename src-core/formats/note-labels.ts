import type { Mark } from '#core/records/paragraph.ts';
import type { ImportedBlock } from './imported.ts';

/**
 * The blocks of a text without what notes repeat of their references: `1 Words of the note`, `[←1]` alone on a line. The number
 * stands in the text, where the reference is.
 */
export function withoutNoteLabels(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const labels = new Map<string, string>();
  for (const { text, marks } of blocks) {
    for (const { type, note, start, end } of marks) {
      if (type === 'note' && note !== undefined) labels.set(note, bare(text.slice(start, end)));
    }
  }
  if (labels.size === 0) return [...blocks];
  const kept: ImportedBlock[] = [];
  /** The key of a note whose number stood alone in its first paragraph. */
  let waiting: string | null = null;
  for (const block of blocks) {
    if (block.type !== 'note') {
      waiting = null;
      kept.push(block);
      continue;
    }
    const label = block.key === undefined ? '' : (labels.get(block.key) ?? '');
    const length = label === '' ? 0 : labelLength(block.text, label);
    if (length === block.text.length) {
      waiting = block.key ?? null;
      continue;
    }
    const own = length === 0 ? block : { ...block, ...cut(block, length) };
    kept.push(waiting !== null && own.key === undefined ? { ...own, key: waiting } : own);
    waiting = null;
  }
  return kept;
}

function bare(label: string): string {
  return label.replace(/[\s[\](){}.↑←^]+/gu, '');
}

/** How long the number of a note at the beginning of its text is, with brackets, points and white space; 0 without one. */
function labelLength(text: string, label: string): number {
  const before = /^[\s[({↑←^]{0,6}/u.exec(text)?.[0].length ?? 0;
  if (!text.startsWith(label, before)) return 0;
  const rest = text.slice(before + label.length);
  const after = /^[\s\])}.:↑←^–—-]{0,8}/u.exec(rest)?.[0].length ?? 0;
  // `1` is not the label of a note that begins with `1917`.
  return after === 0 && /^\d/u.test(rest) ? 0 : before + label.length + after;
}

function cut({ text, marks }: ImportedBlock, length: number): { text: string; marks: Mark[] } {
  return {
    text: text.slice(length),
    marks: marks.flatMap((mark) => {
      const start = Math.max(mark.start - length, 0);
      const end = mark.end - length;
      return end > start ? [{ ...mark, start, end }] : [];
    }),
  };
}

/**
 * The blocks of a text in which the paragraphs that stand between two notes, both of which are referred to before, go on with the
 * first of them: programs write the further paragraphs of a note like any other.
 */
export function withContinuedNotes(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const references = new Map<string, number>();
  blocks.forEach(({ marks }, at) => {
    for (const { type, note } of marks) if (type === 'note' && note !== undefined) references.set(note, at);
  });
  const made = [...blocks];
  let last = -1;
  blocks.forEach((block, at) => {
    if (block.type !== 'note' || block.key === undefined) return;
    const between = made.slice(last + 1, at);
    const isGoingOn =
      last >= 0 &&
      between.length <= mostContinued &&
      (references.get(block.key) ?? at) < last &&
      between.every(({ type, marks }) => type === 'text' && !hasReference(marks));
    if (isGoingOn) between.forEach((one, offset) => (made[last + 1 + offset] = { ...one, type: 'note' }));
    last = at;
  });
  return made;
}

/** Paragraphs of one note after its first. */
const mostContinued = 12;

function hasReference(marks: readonly Mark[]): boolean {
  return marks.some(({ type }) => type === 'note');
}
