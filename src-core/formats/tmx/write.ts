import type { Mark } from '#core/records/paragraph.ts';
import { xmlAttribute, xmlAttributes, xmlText } from '#core/xml/escape.ts';
import {
  type Bitext,
  type BitextOptions,
  type BitextSide,
  placedAnnotations,
  type PlacedAnnotation,
  wholeBitext,
} from '../bitext.ts';
import { type Nested, nest } from '../nest.ts';
import { aboutBitext } from '../units/about.ts';
import { beadProperties } from '../units/bead-properties.ts';
import { type Property, sideProperties, type SideProperties } from '../units/properties.ts';
import { type Piece, type Unit, unitsOf } from '../units/units.ts';
import { allowed, foreignOfBead, foreignOfFile, only, type TmxForeign } from './foreign.ts';

/**
 * A bitext as TMX 1.4b: a unit a bead, or one for sentences that stand together. What TMX has no place for stands in properties
 * (`x-egiz-…`), which other programs keep or pass over. Rules M of `docs/spec/formats.md`.
 */
export function writeTmx(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const annotations = placedAnnotations(bitext, { notes: options.notes, highlights: false });
  const writer = {
    source: tuvWriter(bitext.source, annotations),
    target: tuvWriter(bitext.target, annotations),
  };
  const units = unitsOf(bitext, options);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    ...header(bitext, options),
    '  <body>',
    ...units.flatMap(({ units: parts }) => parts.flatMap((unit) => tu(unit, parts.length, writer))),
    '  </body>',
    '</tmx>',
    '',
  ].join('\n');
}

function header(bitext: Bitext, { unit }: BitextOptions): string[] {
  const kept = foreignOfFile(bitext.source.edition['foreign']);
  const attributes = xmlAttributes({
    creationtool: 'Egiz',
    creationtoolversion: '1',
    segtype: unit,
    'o-tmf': 'Egiz',
    adminlang: 'en',
    srclang: bitext.source.edition.language,
    datatype: 'html',
    ...only(kept?.attributes ?? {}, allowed.header),
  });
  return [
    `  <header${attributes}>`,
    ...own([...aboutBitext(bitext), ...foreignProperties(kept)]).map((line) => `    ${line}`),
    '  </header>',
  ];
}

interface Prop {
  readonly type: string;
  readonly text: string;
  readonly language?: string | undefined;
}

function own(properties: readonly (Property | Prop)[]): string[] {
  return properties.map((one) => {
    const type = 'type' in one ? one.type : `x-egiz-${one.name}`;
    const attributes = xmlAttributes({ type, 'xml:lang': one.language });
    return `<prop${attributes}>${xmlText('type' in one ? one.text : one.value)}</prop>`;
  });
}

function foreignProperties(kept: TmxForeign | null | undefined): Prop[] {
  return (kept?.properties ?? []).filter(({ type }) => !type.startsWith('x-egiz-'));
}

type TuvWriter = (pieces: readonly Piece[], kept: TmxForeign | undefined) => string[];

function tu(unit: Unit, parts: number, write: Record<'source' | 'target', TuvWriter>): string[] {
  const { bead, part } = unit;
  const kept = part === 0 ? foreignOfBead(bead.foreign) : null;
  const isPart = parts > 1;
  const changed = dateOf(bead.modified);
  const attributes = xmlAttributes({
    tuid: isPart ? `${bead.id}#${String(part + 1)}` : (kept?.attributes['tuid'] ?? bead.id),
    ...(changed === null ? {} : { changedate: changed }),
    ...only(kept?.attributes ?? {}, allowed.tu),
  });
  const properties = [
    ...beadProperties(bead),
    ...(isPart ? [{ name: 'bead', value: bead.id }] : []),
    ...foreignProperties(kept),
  ];
  return [
    `    <tu${attributes}>`,
    ...own(properties).map((line) => `      ${line}`),
    ...write.source(unit.source, kept?.source),
    ...write.target(unit.target, kept?.target),
    '    </tu>',
  ];
}

function tuvWriter(
  side: BitextSide,
  annotations: ReadonlyMap<string, readonly PlacedAnnotation[]>,
): (pieces: readonly Piece[], kept: TmxForeign | undefined) => string[] {
  const properties: SideProperties = sideProperties(side);
  return (pieces, kept) => {
    if (pieces.length === 0) return [];
    const attributes = xmlAttributes({
      'xml:lang': side.edition.language,
      ...only(kept?.attributes ?? {}, allowed.tuv),
    });
    return [
      `      <tuv${attributes}>`,
      ...notes(pieces, annotations).map((line) => `        ${line}`),
      ...own([...properties(pieces), ...foreignProperties(kept)]).map((line) => `        ${line}`),
      `        <seg>${segment(pieces)}</seg>`,
      '      </tuv>',
    ];
  };
}

/** The notes on the pieces. A note on several stretches stands where it begins. */
function notes(pieces: readonly Piece[], annotations: ReadonlyMap<string, readonly PlacedAnnotation[]>): string[] {
  return pieces.flatMap(({ paragraph, start, end }) =>
    (annotations.get(paragraph.id) ?? [])
      .filter((one) => one.target === 0 && one.start >= start && one.start < end)
      .map(({ annotation }) => `<note>${xmlText(annotation.body)}</note>`),
  );
}

/** The codes of marks as HTML has them; `type` is TMX's own word where it has one. */
const codes: Readonly<Record<Mark['type'], { type: string; tag: string }>> = {
  emphasis: { type: 'italic', tag: 'em' },
  strong: { type: 'bold', tag: 'strong' },
  superscript: { type: 'x-superscript', tag: 'sup' },
  subscript: { type: 'x-subscript', tag: 'sub' },
  link: { type: 'link', tag: 'a' },
  note: { type: 'fnote', tag: 'a' },
};

function segment(pieces: readonly Piece[]): string {
  let count = 0;
  const written = (parts: readonly Nested<Mark>[]): string =>
    parts
      .map((part) => {
        if (typeof part === 'string') return xmlText(part);
        count += 1;
        const i = String(count);
        const { type, tag } = codes[part.span.type];
        const open = xmlText(`<${tag}${address(part.span)}>`);
        return `<bpt i="${i}" type="${type}">${open}</bpt>${written(part.inner)}<ept i="${i}">${xmlText(`</${tag}>`)}</ept>`;
      })
      .join('');
  return pieces
    .map(({ paragraph: { text, marks }, start, end }) => written(nest(text, marks, start, end)))
    .join('<ph type="x-egiz-paragraph">&lt;/p>&lt;p></ph>');
}

function address({ type, href, note }: Mark): string {
  if (type === 'link') return ` href="${xmlAttribute(href ?? '')}"`;
  return type === 'note' ? ` href="#${xmlAttribute(note ?? '')}"` : '';
}

/** The time of a stamp as TMX writes it: `20261123T032519Z`; `null` for what was never stored, or came with Egiz, whose stamps are of the far past. */
function dateOf(stamp: string): string | null {
  const found = /^((?!0)\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/u.exec(stamp);
  if (found === null) return null;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = found;
  return `${year}${month}${day}T${hour}${minute}${second}Z`;
}
