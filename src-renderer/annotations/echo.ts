import { counterparts } from '#core/annotation/counterpart.ts';
import { resolve } from '#core/annotation/resolve.ts';
import { linkIndex, type Link, type LinkIndex } from '#core/alignment/link.ts';
import type { SentencePair } from '#core/alignment/sentences.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';

/** A mark in the gutter beside aligned paragraphs: an annotation of one side that has no words of its own on the other. */
export interface GutterEcho {
  annotation: Annotation;
  /** The side of the link that it stands on. */
  side: 'source' | 'target';
}

/** Sentences on which an annotation of the other side shows. */
export interface SentenceEcho {
  annotation: Annotation;
  paragraph: string;
  /** In UTF-16 code units of the paragraph's text. */
  start: number;
  end: number;
}

/** What the echoes beside a link follow from. */
export interface EchoSource {
  /** What stands left (`source` of the link) and right (`target`). */
  readonly editions: readonly [left: string, right: string];
  /** The annotations with a target in a paragraph. */
  readonly on: (paragraph: string) => readonly Annotation[];
  /** The sentences of a link that stand together; `pending` while they are being found. */
  readonly sentences: (link: Link) => readonly SentencePair[] | 'pending' | null;
  /** The text of a paragraph that is here. */
  readonly text: (paragraph: string) => Pick<Paragraph, 'text'> | null;
}

/**
 * The echoes of a link: in the gutter first those of the left side, then those of the right. While sentences are being found
 * nothing is told of what may come to stand on them.
 */
export function echoesOf(link: Link, source: EchoSource): { gutter: GutterEcho[]; sentences: SentenceEcho[] } {
  const [left, right] = source.editions;
  const found = new Map<string, GutterEcho>();
  const sentences: SentenceEcho[] = [];
  let links: LinkIndex | null = null;
  for (const side of ['source', 'target'] as const) {
    const other = side === 'source' ? right : left;
    for (const annotation of new Set(link[side].flatMap(source.on))) {
      if (annotation.targets.some(({ edition }) => edition === other)) continue;
      const pairs = source.sentences(link);
      if (pairs === 'pending') return { gutter: [], sentences: [] };
      links ??= linkIndex([link]);
      for (const counterpart of counterparts(standing(annotation, source), other, links, () => pairs)) {
        if (counterpart.kind === 'gutter') found.set(annotation.id, { annotation, side });
        if (counterpart.kind === 'sentence') {
          const { paragraph, start, end } = counterpart;
          sentences.push({ annotation, paragraph, start, end });
        }
      }
    }
  }
  return { gutter: [...found.values()], sentences };
}

/** Its targets where their words stand now; those that are lost stand in no sentence. */
function standing({ targets }: Annotation, { text }: EchoSource): Pick<Annotation, 'targets'> {
  return {
    targets: targets.map((target) => {
      const paragraph = text(target.paragraph);
      const place = paragraph === null ? target : resolve(target, paragraph.text);
      return place === null ? { ...target, start: 0, end: 0 } : { ...target, start: place.start, end: place.end };
    }),
  };
}
