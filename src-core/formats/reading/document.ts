import { textMatches } from '#core/glossary/text-matches.ts';
import { language } from '#core/language/language.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { Colour } from '#core/records/preference.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { Term } from '#core/records/term.ts';
import type { Section } from '#core/records/work.ts';
import {
  type Bitext,
  type BitextOptions,
  type BitextSide,
  placedAnnotations,
  type PlacedAnnotation,
} from '../bitext.ts';
import { sectionStarts } from '../units/properties.ts';
import { colourName } from './labels.ts';
import { type NoteBlock, noteBlocks } from './note-text.ts';

/** A bitext as a person reads it: chapters of rows, in which paragraphs that belong together face each other. */
export interface ReadingDocument {
  readonly title: string;
  readonly author: string | null;
  readonly languages: readonly [string, string];
  /** What is said of each text: left, right. */
  readonly editions: readonly [ReadingEdition, ReadingEdition];
  readonly chapters: readonly Chapter[];
  /** Notes, by their number from 1. */
  readonly notes: readonly ReadingNote[];
  /** The colours of highlights that stand in the texts, and what they are called. */
  readonly legend: readonly { readonly hue: Hue; readonly name: string }[];
  /** Terms of the glossary that stand in the texts. */
  readonly terms: readonly Term[];
  readonly runs: (paragraph: Paragraph) => Run[];
}

type Hue = Colour['hue'];

export interface ReadingEdition {
  readonly language: string;
  /** In its own language. */
  readonly title: string;
  readonly translator: string | null;
  readonly date: string | null;
}

export interface ReadingNote {
  /** Markdown, as it was written. */
  readonly body: string;
  readonly blocks: readonly NoteBlock[];
  readonly tags: readonly string[];
}

export interface Chapter {
  /** `null` for text before the first title. */
  readonly title: string | null;
  readonly level: number;
  /** The title is an editor's, and does not stand in the text. */
  readonly editorial: boolean;
  readonly rows: readonly Row[];
}

/** Paragraphs that face each other; either side can be empty. */
export interface Row {
  readonly source: readonly Paragraph[];
  readonly target: readonly Paragraph[];
}

/** A stretch of a paragraph that looks the same all through. `\n` stands only alone. */
export interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The colour behind it, where there is one. */
  readonly hue: Hue | null;
  /** The notes that are referred to behind it. */
  readonly notes: readonly NoteReference[];
}

/** Where the number of a note stands: behind the last words that it is on, on each side. */
export interface NoteReference {
  readonly number: number;
  /** The first place in the text: the note leads back there. */
  readonly first: boolean;
}

/** What is written for a reader. Texts are whole, whatever is confirmed. */
export function readingDocument(bitext: Bitext, options: BitextOptions): ReadingDocument {
  const { work, source, target } = bitext;
  const placed = placedAnnotations(bitext, options);
  const chapters = chaptersOf(bitext);
  const { notes, references } = numbered(chapters, placed);
  const hues = new Map(bitext.colours.map(({ id, hue }) => [id, hue]));
  const languages = [source.edition.language, target.edition.language] as const;
  return {
    title: titleIn(work.titles, languages) ?? source.edition.title,
    author: titleIn(work.author ?? {}, languages),
    languages,
    editions: [editionOf(source, work.titles), editionOf(target, work.titles)],
    chapters,
    notes: notes.map(({ body, tags }) => ({ body, blocks: noteBlocks(body), tags })),
    legend: legendOf(bitext, placed, languages),
    terms: options.glossary ? termsIn(bitext) : [],
    runs: (paragraph) => runsOf(paragraph, placed.get(paragraph.id) ?? [], hues, references.get(paragraph.id) ?? []),
  };
}

function editionOf({ edition }: BitextSide, titles: LocalisedText): ReadingEdition {
  const { language: tag, title, translator = null } = edition;
  const own = title.trim() === '' ? (Object.hasOwn(titles, tag) ? titles[tag] : undefined) : title;
  return {
    language: tag,
    title: own ?? '',
    translator,
    date: typeof edition['date'] === 'string' ? edition['date'] : null,
  };
}

/** The colours in the order in which the reader has them. */
function legendOf(
  { colours }: Bitext,
  placed: ReadonlyMap<string, readonly PlacedAnnotation[]>,
  languages: readonly string[],
): ReadingDocument['legend'] {
  const used = new Set([...placed.values()].flatMap((list) => list.map(({ annotation }) => annotation.colour)));
  return colours
    .filter(({ id }) => used.has(id))
    .map(({ id, name, hue }) => ({ hue, name: colourName(id, name, languages) }));
}

function titleIn(titles: LocalisedText, languages: readonly string[]): string | null {
  for (const tag of ['und', ...languages, ...Object.keys(titles)]) {
    const title = Object.hasOwn(titles, tag) ? titles[tag] : undefined;
    if (title !== undefined && title !== '') return title;
  }
  return null;
}

function chaptersOf({ source, target, beads }: Bitext): Chapter[] {
  const [own, other] = [source, target].map((side) => new Map(side.paragraphs.map((one) => [one.id, one])));
  const [starts, otherStarts] = [sectionStarts(source), sectionStarts(target)];
  const chapters: { title: string | null; level: number; editorial: boolean; rows: Row[] }[] = [];
  for (const bead of beads) {
    const row = {
      source: bead.source.flatMap((id) => own?.get(id) ?? []),
      target: bead.target.flatMap((id) => other?.get(id) ?? []),
    };
    if (row.source.length + row.target.length === 0) continue;
    const begun = bead.source.flatMap((id) => starts.get(id) ?? [])[0];
    const beside = bead.target.flatMap((id) => otherStarts.get(id) ?? [])[0];
    const section = begun ?? (source.sections.length <= 1 ? beside : undefined);
    const title =
      section === undefined
        ? null
        : sectionTitle(section, begun === undefined ? undefined : beside, [
            source.edition.language,
            target.edition.language,
          ]);
    if (title !== null || chapters.length === 0) {
      chapters.push({ title, level: section?.level ?? 1, editorial: section?.editorial === true, rows: [] });
    }
    chapters.at(-1)?.rows.push(row);
  }
  return chapters;
}

function sectionTitle(section: Section, beside: Section | undefined, languages: readonly string[]): string | null {
  const own = titleIn(section.titles, languages);
  const [, target = ''] = languages;
  const other = section.titles[target] ?? (beside === undefined ? null : titleIn(beside.titles, [target]));
  const both = [own, other === own ? null : other].filter((title) => title !== null && title !== '');
  return both.length === 0 ? null : both.join(' · ');
}

type References = ReadonlyMap<string, readonly (NoteReference & { readonly end: number })[]>;

/** Notes are counted in the order in which a reader meets their numbers. */
function numbered(
  chapters: readonly Chapter[],
  placed: ReadonlyMap<string, readonly PlacedAnnotation[]>,
): { notes: Annotation[]; references: References } {
  const notes: Annotation[] = [];
  const numbers = new Map<string, number>();
  const references = new Map<string, (NoteReference & { end: number })[]>();
  const last = lastPlaces(placed);
  for (const { rows } of chapters) {
    for (const { id } of rows.flatMap(({ source, target }) => [...source, ...target])) {
      const ends = (placed.get(id) ?? []).filter((one) => last.has(one)).toSorted((a, b) => a.end - b.end);
      const here = ends.map(({ annotation, end }) => {
        const known = numbers.get(annotation.id);
        if (known !== undefined) return { number: known, first: false, end };
        numbers.set(annotation.id, notes.push(annotation));
        return { number: notes.length, first: true, end };
      });
      if (here.length > 0) references.set(id, here);
    }
  }
  return { notes, references };
}

/** Of each note the last of its places on each side. */
function lastPlaces(placed: ReadonlyMap<string, readonly PlacedAnnotation[]>): ReadonlySet<PlacedAnnotation> {
  const last = new Map<string, PlacedAnnotation>();
  for (const one of [...placed.values()].flat()) {
    const { annotation, target } = one;
    if (annotation.body.trim() === '') continue;
    const side = `${annotation.targets[target]?.edition ?? ''}\n${annotation.id}`;
    if (target >= (last.get(side)?.target ?? 0)) last.set(side, one);
  }
  return new Set(last.values());
}

function runsOf(
  { text, marks }: Paragraph,
  placed: readonly PlacedAnnotation[],
  hues: ReadonlyMap<string, Hue>,
  references: readonly (NoteReference & { readonly end: number })[],
): Run[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...marks, ...placed]) {
    edges.add(Math.min(start, text.length));
    edges.add(Math.min(end, text.length));
  }
  for (const { index } of text.matchAll(/\n/gu)) edges.add(index).add(index + 1);
  const inOrder = [...edges].toSorted((a, b) => a - b);
  return inOrder.slice(0, -1).map((start, at): Run => {
    const end = inOrder[at + 1] ?? text.length;
    const over = placed.filter((one) => one.start < end && one.end > start);
    const last = over.at(-1)?.annotation.colour;
    return {
      text: text.slice(start, end),
      marks: marks.filter((mark) => mark.start < end && mark.end > start),
      hue: last === undefined ? null : (hues.get(last) ?? 'yellow'),
      notes: references.filter((one) => one.end === end),
    };
  });
}

/** The terms whose headwords stand in the source, in any form. */
function termsIn({ terms, source }: Bitext): Term[] {
  if (terms.length === 0) return [];
  const own = language(source.edition.language);
  const found = textMatches(
    source.paragraphs.map(({ text }) => text),
    terms,
    own,
  );
  const ids = new Set(source.paragraphs.flatMap((_, at) => found.matchesOf(at).flatMap((match) => match.terms)));
  return terms
    .filter(({ id, glosses }) => ids.has(id) && Object.values(glosses).some((senses) => senses.length > 0))
    .toSorted((a, b) => own.compare(a.headword, b.headword));
}

/** What a term means, in the language of the translation where it is said in that, else in any. */
export function glossOf({ glosses }: Term, target: string): string {
  const [primary = ''] = target.split('-');
  return (glosses[target] ?? glosses[primary] ?? Object.values(glosses)[0] ?? []).join('; ');
}
