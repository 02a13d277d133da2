import type { Link, LinkIndex } from '#core/alignment/link.ts';
import { surelyBeside, type SentencePair, type SentenceSpan } from '#core/alignment/sentences.ts';
import type { Annotation } from '#core/records/annotation.ts';

/** What an annotation shows on a side. */
export type Counterpart =
  /** A range of its own: made there, or linked by the reader. `target` is its place in the annotation's targets. */
  | { kind: 'range'; paragraph: string; start: number; end: number; target: number }
  /** Sentences that surely stand beside those it was made in. */
  | { kind: 'sentence'; paragraph: string; start: number; end: number }
  /** The margin of the paragraphs of one link, aligned with those the annotation was made on. */
  | { kind: 'gutter'; paragraphs: readonly string[] };

/**
 * What an annotation shows in `edition`: the ranges of its own targets there; if it has none, what its targets are aligned with,
 * link by link: the sentences beside them where that is sure, else the margin of the aligned paragraphs. `links` are those
 * between the two editions shown. Nothing for an annotation whose paragraphs are aligned with nothing, or stand in neither
 * edition. Rules K1 to K4 of `docs/spec/anchoring.md`.
 *
 * @param sentences of a link, those that stand together, its source's as `own`; `null` where that is not told or the link itself is
 *   unsure
 */
export function counterparts(
  annotation: Pick<Annotation, 'targets'>,
  edition: string,
  links: LinkIndex,
  sentences: (link: Link) => readonly SentencePair[] | null = () => null,
): Counterpart[] {
  const ranges = annotation.targets.flatMap(({ paragraph, start, end, edition: on }, target) =>
    on === edition ? [{ kind: 'range' as const, paragraph, start, end, target }] : [],
  );
  if (ranges.length > 0) return ranges;
  const byLink = new Map<Link, { side: 'source' | 'target'; targets: Annotation['targets'] }>();
  for (const target of annotation.targets) {
    const found = links.get(target.paragraph);
    if (found === undefined) continue;
    const there = byLink.get(found.link);
    if (there === undefined) byLink.set(found.link, { side: found.side, targets: [target] });
    else there.targets.push(target);
  }
  return [...byLink].flatMap(([link, { side, targets }]): Counterpart[] => {
    const paragraphs = side === 'source' ? link.target : link.source;
    if (paragraphs.length === 0) return [];
    const spans = spansBeside(link, side, targets, sentences(link));
    if (spans === null || spans.length === 0) return [{ kind: 'gutter', paragraphs }];
    return spans.flatMap(({ paragraph: at, start, end }) => {
      const paragraph = paragraphs[at];
      return paragraph === undefined ? [] : [{ kind: 'sentence', paragraph, start, end }];
    });
  });
}

/** The spans beside targets of one link, each once; `null` where any of them has none that is sure. */
function spansBeside(
  link: Link,
  side: 'source' | 'target',
  targets: Annotation['targets'],
  pairs: readonly SentencePair[] | null,
): SentenceSpan[] | null {
  if (pairs === null) return null;
  const found = new Map<string, SentenceSpan>();
  for (const { paragraph, start, end } of targets) {
    const at = link[side].indexOf(paragraph);
    const beside = surelyBeside(pairs, side === 'source' ? 'own' : 'other', { paragraph: at, start, end });
    if (beside === null) return null;
    for (const span of beside) found.set(`${span.paragraph}:${span.start}`, span);
  }
  return [...found.values()].toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}
