import type { AlignOptions } from '#core/alignment/aligner/align.ts';
import { linkSentences, type NestedBead, type SentencePlace } from '#core/alignment/aligner/nested.ts';
import { language } from '#core/language/language.ts';
import type { SentenceLinks } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import type { EditState } from '#core/alignment/edits/state.ts';

/**
 * The sentence links of a bead as its record keeps them: sentences counted through its paragraphs. `null` for a bead with a side
 * empty.
 *
 * @param texts of all paragraphs that the bead's numbers name, of either side
 */
export function keptLinks(
  bead: NestedBead,
  texts: readonly [readonly string[], readonly string[]],
  languages: readonly [string, string],
): SentenceLinks | null {
  if (bead.source.length === 0 || bead.target.length === 0) return null;
  const source = numbering(bead.source, texts[0], languages[0]);
  const target = numbering(bead.target, texts[1], languages[1]);
  return {
    counts: [source.size, target.size],
    links: bead.sentences.map((link) => [
      numbersOf(link.source, source),
      numbersOf(link.target, target),
      Number(link.confidence.toFixed(3)),
    ]),
  };
}

function numbering(units: readonly number[], texts: readonly string[], tag: string): Map<string, number> {
  const { sentences } = language(tag);
  const numbers = new Map<string, number>();
  for (const unit of units) {
    for (const [start] of sentences(texts[unit] ?? '')) numbers.set(`${unit}:${start}`, numbers.size);
  }
  return numbers;
}

function numbersOf(places: readonly SentencePlace[], numbers: ReadonlyMap<string, number>): number[] {
  return places
    .flatMap(({ paragraph, range }) => numbers.get(`${paragraph}:${range[0]}`) ?? [])
    .toSorted((a, b) => a - b);
}

/** Finds the sentence links of single beads, for `EditState.relink`. */
export function relinkWith(glossary: readonly Term[]): NonNullable<EditState['relink']> {
  return (source, target, languages) => {
    const texts = [textsOf(source), textsOf(target)] as const;
    const whole = { source: [...texts[0].keys()], target: [...texts[1].keys()], confidence: 1 };
    const options: AlignOptions = { languages, glossary };
    const [found] = linkSentences(texts[0], texts[1], [whole], options);
    return found === undefined ? null : keptLinks(found, texts, languages);
  };
}

function textsOf(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.map(({ text }) => text);
}
