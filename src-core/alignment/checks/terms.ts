import { glossIndex, headwordIndex, matches, type GlossaryIndex } from '#core/glossary/match.ts';
import { refusedPlaces, rejectedForms, type RejectedForms } from '#core/glossary/refusals.ts';
import { language, type Language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import type { CheckedBead, Finding } from './finding.ts';

/** The reader's terms made ready for one alignment. */
export interface TermCheck {
  readonly headwords: GlossaryIndex;
  readonly glosses: GlossaryIndex;
  readonly terms: ReadonlyMap<string, Term>;
  /** By term, lists of words each of which renders it. */
  readonly words: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly forms: RejectedForms;
  readonly mismatches: readonly Mismatch[];
  readonly spoken: Language;
}

export function termCheck(
  terms: readonly Term[],
  [from, to]: readonly [string, string],
  rejections: readonly Rejection[] = [],
  mismatches: readonly Mismatch[] = [],
): TermCheck {
  const spoken = language(to);
  const useful = terms.filter((term) => glossesIn(term, to).length > 0);
  return {
    headwords: headwordIndex(useful, language(from)),
    glosses: glossIndex(useful, spoken),
    terms: new Map(useful.map((term) => [term.id, term])),
    words: new Map(useful.map((term) => [term.id, renderings(term, to, spoken)])),
    forms: rejectedForms(rejections),
    mismatches,
    spoken,
  };
}

/** Terms of the source of whose glosses none stands in the target, in any form. Of homonyms one is enough. */
export function checkTerms({ bead, source, target }: CheckedBead, check: TermCheck): Finding[] {
  if (check.terms.size === 0 || source.length === 0 || target.length === 0) return [];
  const rendered = new Set(
    target.flatMap(({ text }) =>
      matches(text, check.glosses).flatMap((match) => [...match.terms, ...match.others.flatMap(({ terms }) => terms)]),
    ),
  );
  const words = target.flatMap(({ text }) => contentWords(text, check.spoken));
  const found: Finding[] = [];
  const told = new Set<string>();
  for (const { id, text } of source) {
    const places = refusedPlaces(id, text, check.mismatches);
    for (const { start, end, terms } of matches(text, check.headwords, undefined, { forms: check.forms, places })) {
      const [first] = terms;
      const term = check.terms.get(first ?? '');
      if (term === undefined || terms.some((one) => rendered.has(one) || isInWords(one, words, check))) continue;
      if (told.has(`${id}\n${term.id}`)) continue;
      told.add(`${id}\n${term.id}`);
      found.push({
        check: 'terms',
        bead: bead.id,
        source: [id],
        target: [],
        ranges: [{ side: 'source', paragraph: id, start, end }],
        text: 'terms.missing',
        values: { value: term.headword, term: term.id },
        severity: named.has(term.category) ? 'warning' : 'hint',
        finding: `missing: ${term.headword}`,
      });
    }
  }
  return found;
}

function glossesIn({ glosses }: Term, tag: string): string[] {
  const primary = primaryTag(tag);
  return Object.entries(glosses).flatMap(([one, senses]) => (primaryTag(one) === primary ? senses : []));
}

/** What has a name is rendered by it; for a common word a translator often finds another. */
const named: ReadonlySet<Term['category']> = new Set([
  'institution',
  'party',
  'people',
  'place',
  'person',
  'document',
  'press',
]);

/** Lists of words of which all render the term: those of a gloss; of a person or a place any of its names. */
function renderings(term: Term, tag: string, spoken: Language): string[][] {
  const glosses = glossesIn(term, tag);
  const whole = glosses.map((gloss) => contentWords(gloss.replace(/(?<=\S)\s*\([^()]*\)/gu, ' '), spoken));
  if (term.category !== 'person' && term.category !== 'place') return whole;
  const names = glosses.flatMap((gloss) =>
    contentWords(gloss.replace(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu, ''), spoken),
  );
  return [...whole, ...names.map((name) => [name])];
}

/** Words of fewer letters hold a phrase together, mostly. */
const leastLength = 4;
/** Letters in which two words must begin alike to be taken for forms of one; of short words all but the last. */
const alike = 5;

/** The words that tell what a text is about, in small letters. */
function contentWords(text: string, spoken: Language): string[] {
  return spoken
    .words(text)
    .flatMap((range) => spoken.lower(text.slice(...range)).split(/[-‐‑]/u))
    .filter((word) => word.length >= leastLength);
}

/** Are all words of one of the term's glosses there, in whatever order and form? */
function isInWords(term: string, words: readonly string[], check: TermCheck): boolean {
  const isThere = (wanted: string): boolean => words.some((word) => areAlike(word, wanted));
  return (check.words.get(term) ?? []).some((gloss) => gloss.length > 0 && gloss.every(isThere));
}

function areAlike(a: string, b: string): boolean {
  const letters = Math.max(leastLength, Math.min(alike, a.length - 1, b.length - 1));
  return a.slice(0, letters) === b.slice(0, letters);
}
