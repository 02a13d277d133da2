import { colourOf } from '#core/annotation/colours.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { Drawing, Layer } from '#renderer/reader/drawing.ts';
import { idList } from '#renderer/reader/id-list.ts';
import { homeEdition } from './changes.ts';
import { onEchoes, sentenceEchoesOn } from './echoes.ts';
import './layer.css';
import { painted, type Stroke } from './paint.ts';
import { annotationsOn, currentPalette } from './store.ts';

/** Highlights, their linked counterparts, and the sentences that stand beside them, in the text of both sides. */
export const annotationLayer: Layer = {
  name: 'annotations',
  draw: drawAnnotations,
  subscribe: onEchoes,
};

/**
 * `data-annotations` holds the ids of everything over a stretch, the longest first, with spaces between them; sentences are named only
 * where there is nothing else: what a person marked or linked is what they mean.
 */
function drawAnnotations(paragraph: Paragraph): Drawing[] {
  const here = annotationsOn(paragraph.id);
  const beside = sentenceEchoesOn(paragraph.id);
  if (here.length === 0 && beside.length === 0) return [];
  const palette = currentPalette();
  const strokes: Stroke[] = [];
  const noteEnds = new Set<number>();
  for (const annotation of here) {
    const home = homeEdition(annotation);
    const { hue } = colourOf(annotation.colour, palette);
    const lastTarget = annotation.targets.findLast(({ edition }) => edition === paragraph.edition);
    for (const target of annotation.targets) {
      const place = target.paragraph === paragraph.id ? resolve(target, paragraph.text) : null;
      if (place === null || place.start >= place.end) continue;
      const role = target.edition === home ? 'mark' : 'echo';
      strokes.push({ id: annotation.id, start: place.start, end: place.end, hue, role });
      if (annotation.body !== '' && role === 'mark' && target === lastTarget) noteEnds.add(place.end);
    }
  }
  for (const { annotation, start, end } of beside) {
    strokes.push({ id: annotation.id, start, end, hue: colourOf(annotation.colour, palette).hue, role: 'sentence' });
  }
  return painted(strokes).map((stretch) => ({
    start: stretch.start,
    end: stretch.end,
    class: classes(
      stretch.marked ? 'highlight' : 'echo',
      stretch.derived && 'beside',
      stretch.opens && 'opens',
      stretch.closes && 'closes',
      noteEnds.has(stretch.end) && 'noted',
    ),
    style: `--fill:${stretch.fill};--under:${stretch.under};--edge-hue:${stretch.edge}`,
    attributes: {
      'data-annotations': idList(stretch.ids),
      ...(stretch.derived ? {} : { role: 'mark' }),
    },
  }));
}
