import { childrenOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported, ImportedText } from '../imported.ts';
import { languageTagOf, sameLanguage, withoutRegion } from '../language-tag.ts';
import { readRoot } from '../read-tree.ts';
import { readAbout } from '../units/about.ts';
import { readBeadProperties } from '../units/bead-properties.ts';
import { type PiecePlace, UnitTexts } from '../units/collect.ts';
import { type Property, readProperties } from '../units/properties.ts';
import type { TmxForeign } from './foreign.ts';
import { readSegment } from './segment.ts';

/**
 * Reads a translation memory (TMX 1.1 to 1.4b). Each language is a text; variants are told apart by their language, never by
 * their order. The language that the file calls its source is beside each of the others; a unit that lacks one of the two is
 * text without counterpart. Notes become notes on the text; properties and dates are kept for writing them back.
 *
 * @throws FormatError
 */
export function readTmx(text: string): Imported {
  const findings = new Findings();
  const root = readRoot(text, ['tmx']);
  const [body] = childrenOf(root, 'body');
  const units = (body === undefined ? [] : childrenOf(body, 'tu')).map((tu) => unitOf(tu, findings));
  const [head] = childrenOf(root, 'header');
  const tags = languagesOf(units, head?.attributes.get('srclang'));
  const texts = new UnitTexts(tags.length);
  const numbers = new Map(tags.map((tag, at) => [withoutRegion(tag), at]));
  const numberOf = (tag: string): number => numbers.get(withoutRegion(tag)) ?? -1;
  units.forEach((unit, at) => addUnit(unit, at, texts, numberOf, findings));
  if (texts.isEmpty) throw new FormatError('empty', 'no unit of it has a text');
  const { blocks, links, annotations } = texts.result();
  const said = headOf(head, findings);
  return {
    texts: tags.map((language, at): ImportedText => ({
      ...readAbout(said.own, language),
      language,
      blocks: blocks[at] ?? [],
      ...(at === 0 && said.foreign !== null ? { foreign: { tmx: { header: said.foreign } } } : {}),
    })),
    links,
    ...(annotations.length === 0 ? {} : { annotations }),
    findings: findings.list(),
  };
}

interface Variant {
  readonly language: string;
  readonly element: XmlElement;
}

interface TmxUnit {
  readonly element: XmlElement;
  readonly source: string | null;
  readonly variants: readonly Variant[];
}

function unitOf(element: XmlElement, findings: Findings): TmxUnit {
  const variants: Variant[] = [];
  const seen = new Set<string>();
  for (const tuv of childrenOf(element, 'tuv')) {
    const language = languageTagOf(tuv.attributes.get('lang'));
    const key = language === null ? null : withoutRegion(language);
    if (language === null || key === null || seen.has(key)) {
      findings.add('dropped', 'units-skipped', { place: { line: tuv.line } });
      continue;
    }
    seen.add(key);
    variants.push({ language, element: tuv });
  }
  return { element, source: languageTagOf(element.attributes.get('srclang')), variants };
}

/** The languages of the file, the source first: as the header says, else as most units say, else Kazakh where it is one. */
function languagesOf(units: readonly TmxUnit[], said: string | undefined): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const sources = new Map<string, number>();
  for (const { variants, source } of units) {
    for (const { language } of variants) {
      const key = withoutRegion(language);
      if (!seen.has(key)) found.push(language);
      seen.add(key);
    }
    if (source !== null) sources.set(source, (sources.get(source) ?? 0) + 1);
  }
  const most = [...sources].toSorted(([, a], [, b]) => b - a)[0]?.[0];
  const wanted = [said === '*all*' ? null : languageTagOf(said), most, 'kk'].find(
    (tag) => tag !== null && tag !== undefined && found.some((one) => sameLanguage(one, tag)),
  );
  const first = wanted === null || wanted === undefined ? 0 : found.findIndex((one) => sameLanguage(one, wanted));
  return [...found.slice(first, first + 1), ...found.slice(0, first), ...found.slice(first + 1)];
}

function addUnit(
  { element, variants }: TmxUnit,
  number: number,
  texts: UnitTexts,
  numberOf: (tag: string) => number,
  findings: Findings,
): void {
  const said = propertiesOf(element, findings);
  const places = new Map<number, (PiecePlace | null)[]>();
  const hasSource = variants.some(({ language }) => numberOf(language) === 0);
  const kept = new Map<number, TmxForeign>();
  for (const { language, element: tuv } of variants) {
    const text = numberOf(language);
    const { own, foreign } = propertiesOf(tuv, findings);
    const [seg] = childrenOf(tuv, 'seg');
    if (seg === undefined) continue;
    const properties = readProperties(own);
    const pieces = readSegment(seg, findings);
    const placed = texts.addPieces(
      text,
      pieces.map((piece, at) => ({ ...piece, properties: properties(at) })),
    );
    places.set(text, placed);
    if (hasSome(foreign)) kept.set(text, foreign);
    const lengths = pieces.map((piece) => piece.text.length);
    addNotes(tuv, `${String(number)} ${String(text)}`, texts, text, placed, lengths, findings);
    // What is noted of the unit is noted beside its source, or beside the first text that it has.
    if (text === 0 || (!hasSource && variants[0]?.element === tuv)) {
      addNotes(element, String(number), texts, text, placed, lengths, findings);
    }
  }
  const id = said.own.find(({ name }) => name === 'bead')?.value ?? null;
  const bead = readBeadProperties(said.own);
  const source = places.get(0) ?? [];
  const others = [...places].filter(([text]) => text !== 0);
  const ofUnit = { ...said.foreign, ...(kept.has(0) ? { source: kept.get(0) } : {}) };
  for (const [text, target] of others) {
    const theirs = kept.get(text);
    const foreign = { tmx: { ...ofUnit, ...(theirs === undefined ? {} : { target: theirs }) } };
    texts.addBead([0, text], source, target, { ...bead, foreign }, id);
  }
  if (others.length === 0 && source.length > 0) {
    texts.addBead([0, 1], source, [], { ...bead, foreign: { tmx: ofUnit } }, id);
  }
}

function hasSome({ attributes, properties }: TmxForeign): boolean {
  return Object.keys(attributes).length + properties.length > 0;
}

function addNotes(
  holder: XmlElement,
  id: string,
  texts: UnitTexts,
  text: number,
  places: readonly (PiecePlace | null)[],
  lengths: readonly number[],
  findings: Findings,
): void {
  childrenOf(holder, 'note').forEach((note, at) => {
    const body = cleanText(textOf(note), findings, { line: note.line });
    if (body === '') return;
    const annotation = { id: `${id} ${String(at)}`, created: null, colour: null, body, tags: [] };
    places.forEach((place, piece) => {
      const length = lengths[piece] ?? 0;
      if (place !== null) {
        texts.annotate(annotation, { text, block: place.block, start: place.shift, end: place.shift + length });
      }
    });
  });
}

/** The properties of an element: Egiz's own, and what is kept for writing it back. */
function propertiesOf(element: XmlElement, findings: Findings): { own: Property[]; foreign: TmxForeign } {
  const own: Property[] = [];
  const properties: TmxForeign['properties'] = [];
  for (const prop of childrenOf(element, 'prop')) {
    const type = prop.attributes.get('type') ?? '';
    const language = prop.attributes.get('lang');
    const value = cleanText(prop.children.filter((child) => typeof child === 'string').join(''), findings);
    const tag = language === undefined ? {} : { language };
    if (type.startsWith('x-egiz-')) own.push({ name: type.slice('x-egiz-'.length), value, ...tag });
    else properties.push({ type, text: value, ...tag });
  }
  // A unit that Egiz wrote has its bead's id and the time of its last change, unless it came from another program.
  const isOurs = own.length > 0 && !element.attributes.has('changeid');
  const attributes = Object.fromEntries(
    [...element.attributes].filter(
      ([name, value]) =>
        name !== 'lang' && !(isOurs && name === 'changedate') && !(name === 'tuid' && value.includes('~')),
    ),
  );
  return { own, foreign: { attributes, properties } };
}

function headOf(head: XmlElement | undefined, findings: Findings): { own: Property[]; foreign: TmxForeign | null } {
  if (head === undefined) return { own: [], foreign: null };
  const { own, foreign } = propertiesOf(head, findings);
  for (const { line } of childrenOf(head, 'ude')) {
    findings.add('dropped', 'element-unknown', { place: { line }, values: { element: 'ude' } });
  }
  const notes = childrenOf(head, 'note').map((note) => ({ type: 'note', text: cleanText(textOf(note), findings) }));
  const kept = { attributes: foreign.attributes, properties: [...foreign.properties, ...notes] };
  return {
    own,
    foreign: head.attributes.get('creationtool') === 'Egiz' && !hasSome({ ...kept, attributes: {} }) ? null : kept,
  };
}
