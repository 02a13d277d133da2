import type { Hue } from '#core/annotation/colours.ts';
import { segments } from '#core/annotation/segments.ts';
import { hueEdge, hueFill } from './palette/colours.ts';

/** A range to paint in a paragraph. */
export interface Stroke {
  id: string;
  start: number;
  end: number;
  hue: Hue;
  /** `mark` where the annotation was made, `echo` on the counterpart that was linked to it, `sentence` on what stands beside it. */
  role: 'mark' | 'echo' | 'sentence';
}

/** A stretch of text under the same strokes, ready to be drawn. */
export interface Painted {
  start: number;
  end: number;
  /**
   * The longest first, so that the last is the one a person most likely means. Of sentences only where there is nothing else.
   */
  ids: readonly string[];
  /** Something is painted as a mark here; otherwise there are only echoes. */
  marked: boolean;
  /** Nothing that a person marked or linked lies here: only sentences that stand beside such words. */
  derived: boolean;
  /** A CSS background of all marks, in bands one below the other. */
  fill: string;
  /** A CSS box-shadow of all echoes: lines below the text. */
  under: string;
  /** The edge colour of the last of `ids`. */
  edge: string;
  /** No stroke continues from the stretch before, or into the next one: the corner is round. */
  opens: boolean;
  closes: boolean;
}

/** How high the line under an echo is, and the fainter one under a sentence, in sizes of the text. */
const lineHeight = { echo: 0.18, sentence: 0.09 } as const;

/** Cuts strokes, which may overlap, into stretches that do not, each with the look of everything that lies over it. */
export function painted(strokes: readonly Stroke[]): Painted[] {
  const byLength = strokes.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const found = new Map(byLength.map((stroke) => [stroke.id, stroke]));
  const cut = segments(byLength);
  return cut.map(({ start, end, ids }, index) => {
    const over = ids.flatMap((id) => found.get(id) ?? []);
    const marks = over.filter(({ role }) => role === 'mark');
    const meant = over.filter(({ role }) => role !== 'sentence');
    const before = cut[index - 1];
    const after = cut[index + 1];
    const last = over.at(-1);
    return {
      start,
      end,
      ids: (meant.length > 0 ? meant : over).map(({ id }) => id),
      derived: meant.length === 0,
      marked: marks.length > 0,
      fill: bands(marks.map(({ hue }) => hue)),
      under: lines(over.filter(({ role }) => role !== 'mark')),
      edge: hueEdge(last?.hue ?? 'grey'),
      opens: before?.end !== start || !share(before.ids, ids),
      closes: after?.start !== end || !share(after.ids, ids),
    };
  });
}

/** Colours side by side in bands, so that each of several highlights on the same words can be seen. */
export function bands(colours: readonly Hue[]): string {
  const [only] = colours;
  if (only === undefined) return 'none';
  if (colours.length === 1) return hueFill(only);
  const height = 100 / colours.length;
  const stops = colours.map(
    (hue, index) => `${hueFill(hue)} ${percent(index * height)} ${percent((index + 1) * height)}`,
  );
  return `linear-gradient(to bottom, ${stops.join(', ')})`;
}

/** Linked words lie lowest, what stands beside them above. */
function lines(strokes: readonly Stroke[]): string {
  // Stands in a list of shadows, where `none` is not allowed.
  if (strokes.length === 0) return '0 0 transparent';
  let height = 0;
  return strokes
    .toSorted((a, b) => Number(a.role === 'sentence') - Number(b.role === 'sentence'))
    .map(({ hue, role }) => {
      height += role === 'sentence' ? lineHeight.sentence : lineHeight.echo;
      return `inset 0 ${String(-round(height))}em 0 ${hueFill(hue)}`;
    })
    .join(', ');
}

function percent(value: number): string {
  return `${String(round(value))}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
