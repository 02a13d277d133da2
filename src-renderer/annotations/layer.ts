import { colourOf } from '#core/annotation/colours.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { Drawing, Layer } from '#renderer/reader/drawing.ts';
import { homeEdition } from './changes.ts';
import './layer.css';
import { painted, type Stroke } from './paint.ts';
import { annotationsOn, currentPalette, onAnnotations } from './store.ts';

/** Highlights and their linked counterparts, in the text of both sides. */
export const annotationLayer: Layer = {
  name: 'annotations',
  draw: drawAnnotations,
  subscribe: onAnnotations,
};

/** `data-annotations` holds the ids of everything over a stretch, the longest first, with spaces between them. */
function drawAnnotations(paragraph: Paragraph): Drawing[] {
  const here = annotationsOn(paragraph.id);
  if (here.length === 0) return [];
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
  return painted(strokes).map((stretch) => ({
    start: stretch.start,
    end: stretch.end,
    class: classes(
      stretch.marked ? 'highlight' : 'echo',
      stretch.opens && 'opens',
      stretch.closes && 'closes',
      noteEnds.has(stretch.end) && 'noted',
    ),
    style: `--fill:${stretch.fill};--under:${stretch.under};--edge-hue:${stretch.edge}`,
    attributes: { 'data-annotations': stretch.ids.join(' '), role: 'mark' },
  }));
}
