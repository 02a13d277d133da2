import type { TFunction } from 'i18next';
import type { Term, TermLevel } from '#core/records/term.ts';

/** What kind of thing a term names, in the interface's language. */
export function categoryNames(t: TFunction): Record<Term['category'], string> {
  return {
    institution: t('glossary:category.institution'),
    party: t('glossary:category.party'),
    people: t('glossary:category.people'),
    place: t('glossary:category.place'),
    person: t('glossary:category.person'),
    administration: t('glossary:category.administration'),
    revolution: t('glossary:category.revolution'),
    society: t('glossary:category.society'),
    document: t('glossary:category.document'),
    press: t('glossary:category.press'),
    word: t('glossary:category.word'),
  };
}

/** The languages of an entry's glosses: those asked for first and in their order, then the others. */
export function glossTags(term: Term, first: readonly string[]): string[] {
  const has = (tag: string): boolean => (term.glosses[tag]?.length ?? 0) > 0;
  return [...first.filter(has), ...Object.keys(term.glosses).filter((tag) => has(tag) && !first.includes(tag))];
}

/** The gloss that says most in one line: the senses in the first of these languages that has any. */
export function glossLine(term: Term, first: readonly string[]): { tag: string; text: string } | null {
  const [tag] = glossTags(term, first);
  return tag === undefined ? null : { tag, text: (term.glosses[tag] ?? []).join('; ') };
}

/** The note of an entry: in the first of these languages that has one, else in any; `null` without one. */
export function noteOf(term: Term, first: readonly string[]): { tag: string; text: string } | null {
  const tag = [...first, ...Object.keys(term.notes)].find((one) => (term.notes[one] ?? '') !== '');
  return tag === undefined ? null : { tag, text: term.notes[tag] ?? '' };
}

/** What a level says of a word, in a few words. */
export function levelMeanings(t: TFunction): Record<TermLevel, string> {
  return {
    new: t('glossary:level.about.new'),
    '1': t('glossary:level.about.1'),
    '2': t('glossary:level.about.2'),
    '3': t('glossary:level.about.3'),
    '4': t('glossary:level.about.4'),
    '5': t('glossary:level.about.5'),
    known: t('glossary:level.about.known'),
    ignored: t('glossary:level.about.ignored'),
  };
}
