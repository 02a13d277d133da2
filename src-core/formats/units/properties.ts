import type { Paragraph } from '#core/records/paragraph.ts';
import type { Section } from '#core/records/work.ts';
import type { BitextSide } from '../bitext.ts';
import type { ImportedBlock, ImportedSection } from '../imported.ts';
import type { Piece } from './units.ts';

/**
 * What a unit says of its paragraphs beyond their words, as name and value: what formats of translation memories have room for
 * (TMX's `prop`, XLIFF's `meta`). Rules U of `docs/spec/formats.md`.
 */
export interface Property {
  readonly name: string;
  readonly value: string;
  readonly language?: string;
}

/** Says which paragraphs of a side the pieces of its units are. */
export type SideProperties = (pieces: readonly Piece[]) => Property[];

/** The properties of the pieces of a side. */
export function sideProperties(side: BitextSide): SideProperties {
  const numbers = new Map(side.paragraphs.map(({ id }, at) => [id, at + 1]));
  const begun = sectionStarts(side);
  return (pieces) => {
    if (pieces.length === 0) return [];
    const list = (of: (piece: Piece) => string): string => pieces.map(of).join(' ');
    const parts = pieces.some(isPart)
      ? [{ name: 'parts', value: list((piece) => (isPart(piece) ? `${String(piece.start)}${gapAfter(piece)}` : '-')) }]
      : [];
    const types = pieces.some(({ paragraph: { type } }) => type !== 'text')
      ? [{ name: 'types', value: list(({ paragraph }) => typeOf(paragraph)) }]
      : [];
    return [
      { name: 'paragraphs', value: list(({ paragraph }) => encodeURIComponent(wellFormed(paragraph.id))) },
      { name: 'places', value: list(({ paragraph }) => String(numbers.get(paragraph.id) ?? 0)) },
      ...types,
      ...parts,
      ...pieces.flatMap(({ paragraph, start }, at) => {
        const section = start === 0 ? begun.get(paragraph.id) : undefined;
        return section === undefined ? [] : sectionProperties(section, paragraph, at);
      }),
    ];
  };
}

/** The sections of a side by the paragraph that begins each. Sections without paragraphs are in none. */
export function sectionStarts({ sections, paragraphs }: BitextSide): ReadonlyMap<string, Section> {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const begun = new Map<string, Section>();
  let last: string | null = null;
  for (const { id, section: own } of paragraphs) {
    const section = byId.get(own);
    if (section !== undefined && own !== last) begun.set(id, section);
    last = own;
  }
  return begun;
}

/** Whether a section is what its first paragraph alone makes of it: a heading its own, anything else a nameless one. */
export function isPlain(section: Section, { type, text, level }: Paragraph, language: string): boolean {
  const titles = Object.entries(section.titles);
  if (type !== 'heading') return titles.length === 0 && section.level === 1 && section.editorial !== true;
  const [[tag, title] = ['', '']] = titles;
  const plain = text.replace(/\s+/gu, ' ').trim();
  return (
    titles.length === 1 &&
    tag === language &&
    title === plain &&
    section.level === (level ?? 1) &&
    section.editorial !== true
  );
}

function sectionProperties(section: Section, paragraph: Paragraph, at: number): Property[] {
  const kind = section.editorial === true ? 'editorial' : 'text';
  const head = `${String(at)} ${String(section.level)} ${kind}`;
  const titles = Object.entries(section.titles);
  if (titles.length === 0) {
    return paragraph.type === 'heading' || section.level !== 1 || section.editorial === true
      ? [{ name: 'section', value: head }]
      : [];
  }
  return titles.map(([language, title]) => ({ name: 'section', value: `${head} ${title}`, language }));
}

function isPart({ paragraph, start, end }: Piece): boolean {
  return start > 0 || end < paragraph.text.length;
}

/** What stands between a piece and the next of its paragraph, where it is not one space. */
function gapAfter({ paragraph: { text }, end }: Piece): string {
  const gap = /^\s*/u.exec(text.slice(end))?.[0] ?? '';
  return gap === ' ' || gap === '' ? '' : `:${encodeURIComponent(gap)}`;
}

function typeOf({ type, level }: Paragraph): string {
  return type === 'heading' ? `heading:${String(level ?? 1)}` : type;
}

/** An id without halves of surrogate pairs, which no address can hold. */
function wellFormed(id: string): string {
  return id.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** What properties say of one piece. */
export interface PieceProperties {
  /** The id of its paragraph, by which the pieces of one paragraph are known; `null` where nothing is said. */
  readonly paragraph: string | null;
  /** The number of its paragraph in the text, from 1; `null` where nothing is said. */
  readonly place: number | null;
  readonly type: ImportedBlock['type'];
  readonly level?: number;
  /** Of a part of a paragraph: where it begins, and what stands between it and the next. */
  readonly part?: { readonly start: number; readonly gap: string };
  readonly section?: ImportedSection;
}

/** What properties say of the pieces of a unit, by their number. Anything that is not as Egiz writes it says nothing. */
export function readProperties(properties: readonly Property[]): (piece: number) => PieceProperties {
  const lists = new Map(properties.map(({ name, value }) => [name, value.split(' ')]));
  const sections = readSections(properties);
  return (at) => {
    const place = Number(lists.get('places')?.[at]);
    const [type, level] = readType(lists.get('types')?.[at]);
    const part = readPart(lists.get('parts')?.[at]);
    const section = sections.get(at);
    return {
      paragraph: decoded(lists.get('paragraphs')?.[at]),
      place: Number.isSafeInteger(place) && place > 0 ? place : null,
      type,
      ...(level === null ? {} : { level }),
      ...(part === null ? {} : { part }),
      ...(section === undefined ? {} : { section }),
    };
  };
}

function readType(said: string | undefined): [ImportedBlock['type'], number | null] {
  const [name, level] = said?.split(':') ?? [];
  if (name === 'heading') return ['heading', /^[1-6]$/u.test(level ?? '') ? Number(level) : 1];
  return [name === 'verse' || name === 'quote' || name === 'note' ? name : 'text', null];
}

function readPart(said: string | undefined): { start: number; gap: string } | null {
  const found = /^(\d{1,9})(?::([%\w]{0,100}))?$/u.exec(said ?? '');
  if (found === null) return null;
  const gap = decoded(found[2]) ?? ' ';
  return { start: Number(found[1]), gap: /^\s*$/u.test(gap) ? gap : ' ' };
}

function readSections(properties: readonly Property[]): ReadonlyMap<number, ImportedSection> {
  const sections = new Map<number, ImportedSection>();
  for (const { name, value, language } of properties) {
    const found = name === 'section' ? /^(\d{1,4}) ([1-6]) (editorial|text)(?: (.*))?$/su.exec(value) : null;
    if (found === null) continue;
    const [, at = '', level = '', kind, title = ''] = found;
    const before = sections.get(Number(at));
    const titles = { ...before?.titles, ...(language === undefined || title === '' ? {} : { [language]: title }) };
    sections.set(Number(at), {
      title: before?.title ?? title,
      level: Number(level),
      titles,
      editorial: kind === 'editorial',
    });
  }
  return sections;
}

function decoded(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
