import { useMemo, useSyncExternalStore } from 'react';
import type { FindingRange } from '#core/alignment/checks/finding.ts';
import { language } from '#core/language/language.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import { drawings, onDrawings, type Drawing } from '#renderer/reader/drawing.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './Bead.module.css';

/** Something that a finding is about, and how it is drawn. */
export interface Underline extends Pick<FindingRange, 'start' | 'end'> {
  kind: 'warning' | 'hint' | 'term';
  /** It was just gone to. */
  flashes: boolean;
}

/**
 * The text of a paragraph, with its markup, highlights, and lines under what checks found. With `sentences` each sentence is an
 * element of its own (`data-sentence`), the chosen one marked.
 */
export function UnitText({
  paragraph,
  tag,
  underlines,
  sentences,
  chosen,
}: {
  paragraph: Paragraph;
  /** The BCP 47 tag of its language. */
  tag: string;
  underlines: readonly Underline[];
  sentences: boolean;
  chosen: number | null;
}) {
  const drawn = useDrawings(paragraph);
  const ranges = useMemo(
    () => (sentences ? language(tag).sentences(paragraph.text) : []),
    [paragraph.text, tag, sentences],
  );
  if (ranges.length === 0) return <Pieces paragraph={paragraph} underlines={underlines} drawn={drawn} />;
  return ranges.map(([start], at) => (
    <span key={start} data-sentence={at} className={at === chosen ? styles.chosen : undefined}>
      <Pieces
        paragraph={paragraph}
        underlines={underlines}
        drawn={drawn}
        from={at === 0 ? 0 : start}
        to={ranges[at + 1]?.[0] ?? paragraph.text.length}
      />
    </span>
  ));
}

/** The highlights of a paragraph; another list when they change. */
function useDrawings(paragraph: Paragraph): readonly Drawing[] {
  const version = useSyncExternalStore(onDrawings, drawingsVersion);
  // oxlint-disable-next-line react/exhaustive-deps -- Drawings change with the version.
  return useMemo(() => drawings(paragraph), [paragraph, version]);
}

let version = 0;
onDrawings(() => {
  version += 1;
});

function drawingsVersion(): number {
  return version;
}

function Pieces({
  paragraph: { text, marks },
  underlines,
  drawn,
  from = 0,
  to = text.length,
}: {
  paragraph: Paragraph;
  underlines: readonly Underline[];
  drawn: readonly Drawing[];
  from?: number;
  to?: number;
}) {
  const edges = new Set([from, to]);
  for (const { start, end } of [...marks, ...underlines, ...drawn]) {
    if (start > from && start < to) edges.add(start);
    if (end > from && end < to) edges.add(end);
  }
  const cuts = [...edges].toSorted((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? from;
    const covers = (one: { start: number; end: number }): boolean => one.start <= start && one.end >= end;
    const lines = underlines.filter(covers);
    const under = lines.find(({ kind }) => kind !== 'term') ?? lines[0];
    const highlight = drawn.findLast(covers);
    const piece = text.slice(start, end);
    const here = marks.filter(covers);
    if (under === undefined && highlight === undefined && here.length === 0) return piece;
    return (
      <span
        key={start}
        className={classes(
          under !== undefined && styles[under.kind],
          lines.some(({ flashes }) => flashes) && styles.flash,
          highlight?.class,
          ...here.map(({ type }) => markClass(type)),
        )}
        {...(highlight === undefined ? {} : { ...highlight.attributes, style: styleOf(highlight) })}
        {...(under === undefined || highlight !== undefined ? {} : { role: 'mark' })}
      >
        {piece}
      </span>
    );
  });
}

function markClass(type: Mark['type']): string | undefined {
  switch (type) {
    case 'emphasis':
      return styles.emphasis;
    case 'strong':
      return styles.strong;
    case 'superscript':
    case 'note':
      return styles.superscript;
    case 'subscript':
      return styles.subscript;
    case 'link':
      return styles.link;
  }
}

/** A layer writes its colours as custom properties: `--fill:x;--under:y`. */
function styleOf({ style = '' }: Drawing): Record<string, string> {
  return Object.fromEntries(
    style.split(';').flatMap((one) => {
      const colon = one.indexOf(':');
      return colon === -1 ? [] : [[one.slice(0, colon).trim(), one.slice(colon + 1).trim()]];
    }),
  );
}
