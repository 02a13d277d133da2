import { headwordIndex, matches } from '#core/glossary/match.ts';
import { refusedPlaces, rejectedForms } from '#core/glossary/refusals.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { LibraryRecords, WorkRecords } from '#core/records/state.ts';
import type { Edition } from '#core/records/work.ts';
import { sentenceAround } from '#core/review/beside.ts';
import type { TextRange } from '#core/text/range.ts';
import { inSlices } from './slices.ts';

/** A place where a term stands, and its sentence, in UTF-16 code units of the paragraph. */
export interface TermPlace {
  paragraph: Paragraph;
  range: TextRange;
  sentence: TextRange;
}

/** The places of a term in an edition. */
export interface TermPlaces {
  /** The one whose sentence suits a card best. Rule M3 of `docs/spec/review.md`. */
  best: TermPlace;
  /** Ids of the sections in which it stands. */
  sections: ReadonlySet<string>;
}

type Glossary = Pick<LibraryRecords, 'terms' | 'rejections'>;

/** What the places follow from: all of it values, so that they are found once. */
const known = new WeakMap<
  readonly Paragraph[],
  { from: readonly (readonly unknown[])[]; places: ReadonlyMap<string, TermPlaces> }
>();

/** Sentences of fewer words than this say too little about one of them. */
const fewestWords = 4;

/** By the id of a term, where it stands in an edition, in the order in which terms first stand in it. */
export async function termPlaces(
  state: WorkRecords,
  { id, language: tag }: Edition,
  { terms, rejections }: Glossary,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TermPlaces>> {
  const paragraphs = state.paragraphs.get(id) ?? [];
  const before = known.get(paragraphs);
  const from = [terms, rejections, state.mismatches];
  if (before?.from.every((list, at) => list === from[at]) === true) return before.places;
  const spoken = language(tag);
  const index = headwordIndex(terms, spoken);
  const forms = rejectedForms(rejections);
  const places = new Map<string, TermPlaces & { words: number; sections: Set<string> }>();
  await inSlices(paragraphs, signal, (paragraph) => {
    const refused = { forms, places: refusedPlaces(paragraph.id, paragraph.text, state.mismatches) };
    for (const { start, end, terms: ids } of matches(paragraph.text, index, undefined, refused)) {
      const sentence = sentenceAround(paragraph.text, [start, end], tag);
      const words = spoken.words(paragraph.text.slice(...sentence)).length;
      const place: TermPlace = { paragraph, range: [start, end], sentence };
      for (const term of ids) {
        const there = places.get(term);
        if (there === undefined) {
          places.set(term, { best: place, words, sections: new Set([paragraph.section]) });
          continue;
        }
        there.sections.add(paragraph.section);
        if (isBetter(words, there.words)) Object.assign(there, { best: place, words });
      }
    }
  });
  known.set(paragraphs, { from, places });
  return places;
}

function isBetter(words: number, than: number): boolean {
  if (than < fewestWords) return words > than;
  return words >= fewestWords && words < than;
}
