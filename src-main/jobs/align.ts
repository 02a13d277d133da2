import { align } from '#core/alignment/aligner/align.ts';
import type { AlignedBead } from '#core/alignment/aligner/course.ts';
import { alignNested, type NestedBead } from '#core/alignment/aligner/nested.ts';
import type { Term } from '#core/records/term.ts';

/** Two texts to be aligned by units; where `sentences` is set, each unit is a paragraph and its sentences are wanted. */
export interface AlignTask {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly languages: readonly [string, string];
  readonly glossary: readonly Term[];
  readonly sentences: boolean;
}

/** Units as the answer counts them, and the beads between them. */
export interface AlignAnswer {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly beads: readonly AlignedBead[];
}

/** Does a task; `progress` is called with the share that is done. */
export type Aligner = (task: AlignTask, progress: (share: number) => void, stop: AbortSignal) => Promise<AlignAnswer>;

/** Aligns in this thread. */
export function alignHere(task: AlignTask, progress: (share: number) => void): AlignAnswer {
  const { source, target, languages, glossary, sentences } = task;
  if (!sentences) return { source, target, beads: align(source, target, { languages, glossary, progress }) };
  const nested = alignNested(source, target, { languages, glossary, progress });
  return inSentences(task, nested);
}

/** Counts sentences through each whole text. */
function inSentences({ source, target }: AlignTask, nested: readonly NestedBead[]): AlignAnswer {
  const links = nested.flatMap((bead) => bead.sentences);
  const number = (
    paragraphs: readonly string[],
    side: 'source' | 'target',
  ): { texts: string[]; of: (place: { paragraph: number; range: readonly [number, number] }) => number } => {
    const places = links
      .flatMap((link) => link[side])
      .toSorted((a, b) => a.paragraph - b.paragraph || a.range[0] - b.range[0]);
    const numbers = new Map(places.map(({ paragraph, range }, at) => [`${paragraph}:${range[0]}`, at]));
    return {
      texts: places.map(({ paragraph, range }) => (paragraphs[paragraph] ?? '').slice(...range)),
      of: ({ paragraph, range }) => numbers.get(`${paragraph}:${range[0]}`) ?? 0,
    };
  };
  const from = number(source, 'source');
  const to = number(target, 'target');
  const beads = links.map((link) => ({
    source: link.source.map(from.of),
    target: link.target.map(to.of),
    confidence: link.confidence,
  }));
  return { source: from.texts, target: to.texts, beads };
}
