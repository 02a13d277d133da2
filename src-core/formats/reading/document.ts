import { textMatches } from '#core/glossary/text-matches.ts';
import { language } from '#core/language/language.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { Colour } from '#core/records/preference.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { Term } from '#core/records/term.ts';
import type { Section } from '#core/records/work.ts';
import { type Bitext, type BitextOptions, placedAnnotations, type PlacedAnnotation } from '../bitext.ts';
import { sectionStarts } from '../units/properties.ts';

/** A bitext as a person reads it: chapters of rows, in which paragraphs that belong together face each other. */
export interface ReadingDocument {
  readonly title: string;
  readonly author: string | null;
  readonly languages: readonly [string, string];
  readonly titles: readonly [string, string];
  readonly chapters: readonly Chapter[];
  /** The bodies of notes, by their number from 1. */
  readonly notes: readonly string[];
  /** Terms of the glossary that stand in the texts. */
  readonly terms: readonly Term[];
  readonly runs: (paragraph: Paragraph) => Run[];
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
  readonly hue: Colour['hue'] | null;
  /** Numbers of the notes that are referred to behind it. */
  readonly notes: readonly number[];
}

/** What is written for a reader. Texts are whole, whatever is confirmed. */
export function readingDocument(bitext: Bitext, options: BitextOptions): ReadingDocument {
  const { work, source, target } = bitext;
  const placed = placedAnnotations(bitext, options);
  const chapters = chaptersOf(bitext);
  const numbers = numbered(chapters, placed);
  const hues = new Map(bitext.colours.map(({ id, hue }) => [id, hue]));
  const languages = [source.edition.language, target.edition.language] as const;
  return {
    title: titleIn(work.titles, languages) ?? source.edition.title,
    author: titleIn(work.author ?? {}, languages),
    languages,
    titles: [source.edition.title, target.edition.title],
    chapters,
    notes: [...numbers.values()].map(({ body }) => body),
    terms: options.glossary ? termsIn(bitext) : [],
    runs: (paragraph) => runsOf(paragraph, placed.get(paragraph.id) ?? [], hues, numbers),
  };
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

type Numbered = ReadonlyMap<string, { number: number; body: string }>;

/** Notes are counted in the order in which a reader meets them. */
function numbered(chapters: readonly Chapter[], placed: ReadonlyMap<string, readonly PlacedAnnotation[]>): Numbered {
  const numbers = new Map<string, { number: number; body: string }>();
  for (const { rows } of chapters) {
    for (const { id } of rows.flatMap(({ source, target }) => [...source, ...target])) {
      for (const { annotation } of placed.get(id) ?? []) {
        if (annotation.body.trim() === '' || numbers.has(annotation.id)) continue;
        numbers.set(annotation.id, { number: numbers.size + 1, body: annotation.body });
      }
    }
  }
  return numbers;
}

function runsOf(
  { text, marks }: Paragraph,
  placed: readonly PlacedAnnotation[],
  hues: ReadonlyMap<string, Colour['hue']>,
  numbers: Numbered,
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
    const ended = placed.filter((one) => one.end === end && one.target === 0);
    return {
      text: text.slice(start, end),
      marks: marks.filter((mark) => mark.start < end && mark.end > start),
      hue: last === undefined ? null : (hues.get(last) ?? 'yellow'),
      notes: ended.flatMap(({ annotation }) => numbers.get(annotation.id)?.number ?? []),
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
