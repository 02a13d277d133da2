import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Colour } from '#core/records/preference.ts';
import type { Bitext, BitextOptions } from '../bitext.ts';
import { wholeBitext } from '../bitext.ts';
import { foreignOfAnnotation } from './foreign.ts';
import { paperHue } from '../reading/style.ts';

/**
 * The annotations of a bitext after the W3C's Web Annotation Data Model: a collection with one page, in which every annotation
 * names its ranges by quote and by position in their paragraphs. Rules A of `docs/spec/formats.md`.
 */
export function writeWebAnnotations(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const items = chosen(bitext, options);
  const id = `urn:egiz:${urnPart(bitext.work.id)}:annotations`;
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: Object.values(bitext.work.titles)[0] ?? bitext.source.edition.title,
    total: items.length,
    first: {
      id: `${id}:1`,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items: items.map((annotation) => item(annotation, bitext)),
    },
    last: `${id}:1`,
  };
  // Halves of surrogate pairs are no text, and other programs refuse a file with them.
  const wellFormed = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);
  return `${JSON.stringify(collection, wellFormed, 2)}\n`;
}

/** The annotations that are written. */
export function chosen({ annotations }: Bitext, { notes, highlights }: BitextOptions): Annotation[] {
  return annotations.filter(({ body }) => (body.trim() === '' ? highlights : notes));
}

/** A part of an address that any text can be made into, and back. */
function urnPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function item(annotation: Annotation, { work, colours }: Bitext): object {
  const { id, motivation, created, modified, body, tags, colour, targets } = annotation;
  const bodies = [
    ...(body === '' ? [] : [{ type: 'TextualBody', value: body, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((value) => ({ type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging' })),
  ];
  const changed = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)/u.exec(modified)?.[1];
  return {
    id: `urn:egiz:${urnPart(work.id)}:annotation:${urnPart(id)}`,
    type: 'Annotation',
    motivation,
    ...foreignOfAnnotation(annotation['foreign']),
    created,
    ...(changed === undefined ? {} : { modified: changed }),
    stylesheet: { type: 'CssStylesheet', value: styleOf(colour, colours) },
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targets.map((one) => specific(one, work.id, colour)),
  };
}

function styleOf(colour: string, colours: readonly Colour[]): string {
  const hue = colours.find(({ id }) => id === colour)?.hue ?? 'yellow';
  return `.${className(colour)} { background-color: #${paperHue(hue)} }`;
}

const prefix = 'egiz-';

/** A class by which a colour is known again, of the letters that CSS allows. */
function className(colour: string): string {
  return `${prefix}${urnPart(colour).replace(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)}`;
}

/** The colour that a class stands for; `null` where it is none of Egiz's. */
export function colourOfClass(name: string): string | null {
  if (!name.startsWith(prefix)) return null;
  const written = name
    .slice(prefix.length)
    .replace(/_([0-9a-f]{1,4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

function specific(
  { edition, paragraph, start, end, quote: { exact, prefix: before, suffix } }: Target,
  work: string,
  colour: string,
): object {
  return {
    type: 'SpecificResource',
    // Described by its address alone, since not every program takes more.
    source: `urn:egiz:${urnPart(work)}:text:${urnPart(edition)}:${urnPart(paragraph)}`,
    styleClass: className(colour),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: before, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  };
}
