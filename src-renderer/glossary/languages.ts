import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';

/** Which languages the glossary speaks here, as BCP 47 tags. */
export interface GlossaryLanguages {
  /** That of the interface: new notes are kept under it. */
  own: string;
  /** In which glosses are shown: of the panes first, then the interface's, then of the work. */
  shown: readonly string[];
  /** Languages that headwords may have. */
  headwords: readonly string[];
}

/** The languages of the open work and of the glossary; of the glossary alone outside of a work. */
export function useGlossaryLanguages(): GlossaryLanguages {
  const { language } = useFormat();
  const terms = useStore(library, (state) => state.terms);
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const original = useStore(openedWork, (state) => state.current?.work.original);
  const pair = useReading()?.editions;
  return useMemo(() => {
    const tagOf = (id: string | undefined): string | undefined =>
      editions?.find((edition) => edition.id === id)?.language;
    const panes = [...(pair ?? [])].filter((id) => id !== original).map(tagOf);
    const work = [tagOf(original), ...(editions ?? []).map((edition) => edition.language)];
    const known = knownLanguages(terms.values());
    return {
      own: language,
      shown: unique([...panes, language, ...work, ...known.glosses]),
      headwords: unique([tagOf(original), 'kk', ...work, ...known.headwords, language, ...known.glosses]),
    };
  }, [language, terms, editions, original, pair]);
}

/** The languages of headwords and of glosses, the most used first. */
export function knownLanguages(terms: Iterable<Term>): { headwords: string[]; glosses: string[] } {
  const headwords = new Map<string, number>();
  const glosses = new Map<string, number>();
  for (const term of terms) {
    headwords.set(term.language, (headwords.get(term.language) ?? 0) + 1);
    for (const tag of Object.keys(term.glosses)) glosses.set(tag, (glosses.get(tag) ?? 0) + 1);
  }
  const byUse = (counts: ReadonlyMap<string, number>): string[] =>
    [...counts].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([tag]) => tag);
  return { headwords: byUse(headwords), glosses: byUse(glosses) };
}

/** The languages to ask glosses in for a headword in `tag`: not its own, unless it has a gloss in it. */
export function askedGlosses(shown: readonly string[], tag: string, given: Readonly<Record<string, string>>): string[] {
  const filled = Object.keys(given).filter((one) => given[one] !== '');
  return unique([...shown, ...filled]).filter((one) => one !== tag || filled.includes(one));
}

function unique(tags: readonly (string | undefined)[]): string[] {
  return [...new Set(tags.filter((tag) => tag !== undefined))];
}
