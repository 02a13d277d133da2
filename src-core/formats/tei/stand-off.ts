import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextBead, type BitextOptions, placedAnnotations } from '../bitext.ts';
import { writeLinks } from '../units/bead-properties.ts';
import type { Ids } from './ids.ts';

/** What is said about the texts: which paragraphs stand beside each other, and annotations. */
export function standOff(bitext: Bitext, options: BitextOptions, ids: Ids): string[] {
  const beads = bitext.beads.filter(({ status }) => options.includeUnconfirmed || status === 'confirmed');
  const links = beads.flatMap((bead) => link(bead, ids));
  const notes = annotations(bitext, options, ids);
  if (links.length + notes.length === 0) return [];
  const sides = [bitext.source, bitext.target].map(({ edition }) => `#${ids.edition(edition.id) ?? ''}`);
  const group = xmlAttributes({ type: 'alignment', corresp: sides.join(' '), targFunc: 'source target' });
  return [
    '<standOff>',
    ...(links.length === 0 ? [] : [`  <linkGrp${group}>`, ...links.map((line) => `    ${line}`), '  </linkGrp>']),
    ...(notes.length === 0 ? [] : ['  <listAnnotation>', ...notes.map((line) => `    ${line}`), '  </listAnnotation>']),
    '</standOff>',
  ];
}

/** A link needs two ends; text without counterpart is only pointed at. */
function link({ source, target, status, confidence, intended, sentences }: BitextBead, ids: Ids): string[] {
  const ends = [...source, ...target].flatMap((id) => {
    const name = ids.paragraph(id);
    return name === null ? [] : [`#${name}`];
  });
  if (ends.length === 0) return [];
  const attributes = xmlAttributes({
    type: status,
    subtype: intended === true ? 'intended' : null,
    cert: confidence,
    n: sentences === undefined ? null : writeLinks(sentences),
    target: ends.join(' '),
  });
  return [source.length === 0 || target.length === 0 ? `<ptr${attributes}/>` : `<link${attributes}/>`];
}

function characters(text: string): number {
  return Array.from(text).length;
}

function annotations(bitext: Bitext, options: BitextOptions, ids: Ids): string[] {
  const texts = new Map([...bitext.source.paragraphs, ...bitext.target.paragraphs].map(({ id, text }) => [id, text]));
  const places = new Map<string, { target: number; pointer: string }[]>();
  for (const [paragraph, placed] of placedAnnotations(bitext, options)) {
    const text = texts.get(paragraph) ?? '';
    for (const { annotation, target, start, end } of placed) {
      // TEI counts characters, not code units.
      const [before, length] = [characters(text.slice(0, start)), characters(text.slice(start, end))];
      const pointer = `#string-range(${ids.paragraph(paragraph) ?? ''},${String(before)},${String(length)})`;
      places.set(annotation.id, [...(places.get(annotation.id) ?? []), { target, pointer }]);
    }
  }
  return bitext.annotations.flatMap((annotation) => {
    const found = places.get(annotation.id)?.toSorted((a, b) => a.target - b.target);
    if (found === undefined) return [];
    const { id, motivation, colour, created, body, tags } = annotation;
    const attributes = xmlAttributes({
      'xml:id': ids.other(id),
      motivation,
      rend: colour,
      target: found.map(({ pointer }) => pointer).join(' '),
    });
    return [
      `<annotation${attributes}>`,
      `  <revisionDesc><change${xmlAttributes({ when: created })}/></revisionDesc>`,
      ...(body === '' ? [] : [`  <note xml:space="preserve">${xmlText(body)}</note>`]),
      ...tags.map((tag) => `  <note type="tag">${xmlText(tag)}</note>`),
      '</annotation>',
    ];
  });
}
