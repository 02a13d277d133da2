import { noChange, type Change } from '#core/records/change.ts';
import type { Term } from '#core/records/term.ts';
import { foldText, unfold } from '#core/text/fold.ts';
import type { TextRange } from '#core/text/range.ts';
import { draftOf, edited } from '../draft.ts';

/** What stands in a cell that is written in: a headword, or glosses in a language. */
export type TextColumn = 'headword' | `gloss:${string}`;

/** The change that puts terms into a category; `null` when they are in it already. */
export function categorised(terms: readonly Term[], category: Term['category']): Change | null {
  const updated = terms
    .filter((term) => term.category !== category)
    .map((term): [Term, Term] => [term, { ...term, category }]);
  return updated.length === 0 ? null : { ...noChange, updated };
}

/** The change that writes `typed` in a cell, or `null` when it says the same or would leave an entry without headword. */
export function written(term: Term, column: TextColumn, typed: string): Change | null {
  const draft = draftOf(term);
  if (column === 'headword') return typed.trim() === '' ? null : edited(term, { ...draft, headword: typed });
  const tag = column.slice('gloss:'.length);
  return edited(term, { ...draft, glosses: { ...draft.glosses, [tag]: typed } });
}

/** What is sought in glosses, and what is put in its place. */
export interface Replacement {
  find: string;
  /** May be empty: then what was found goes. */
  replace: string;
  /** The language of the glosses; `null` for all. */
  language: string | null;
  /** Else case and Kazakh letters do not matter. */
  exact: boolean;
  /** Only where no letter stands directly before or behind. */
  words: boolean;
}

/** A gloss as it is, and as it would be. */
export interface ReplacedGloss {
  term: Term;
  language: string;
  before: readonly string[];
  /** Senses that became empty are left out. */
  after: readonly string[];
}

/** The glosses that a replacement changes, in the order of the terms. */
export function replaced(terms: readonly Term[], replacement: Replacement): ReplacedGloss[] {
  if (replacement.find === '') return [];
  return terms.flatMap((term) =>
    Object.entries(term.glosses).flatMap(([tag, before]) => {
      if (replacement.language !== null && replacement.language !== tag) return [];
      const after = before.map((sense) => withReplaced(sense, replacement)).filter((sense) => sense !== '');
      const isSame = after.length === before.length && after.every((sense, at) => sense === before[at]);
      return isSame ? [] : [{ term, language: tag, before, after: [...new Set(after)] }];
    }),
  );
}

/** The change that does what was shown. */
export function replacedChange(glosses: readonly ReplacedGloss[]): Change {
  const updated = new Map<Term, Term>();
  for (const { term, language, after } of glosses) {
    const to = updated.get(term) ?? { ...term, glosses: { ...term.glosses } };
    if (after.length > 0) to.glosses[language] = [...after];
    else delete to.glosses[language];
    updated.set(term, to);
  }
  return { ...noChange, updated: [...updated] };
}

function withReplaced(sense: string, replacement: Replacement): string {
  let result = '';
  let at = 0;
  for (const [start, end] of placesOf(sense, replacement)) {
    result += sense.slice(at, start) + replacement.replace;
    at = end;
  }
  return at === 0 && result === '' ? sense : (result + sense.slice(at)).replace(/\s+/gu, ' ').trim();
}

function placesOf(sense: string, { find, exact, words }: Replacement): TextRange[] {
  const folded = exact ? { text: sense, map: null } : foldText(sense);
  const sought = exact ? find : foldText(find).text;
  const places: TextRange[] = [];
  if (sought === '') return places;
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + sought.length)) {
    const [start, end] = unfold(folded, at, at + sought.length);
    const alone = !/[\p{L}\p{N}]$/u.test(sense.slice(0, start)) && !/^[\p{L}\p{N}]/u.test(sense.slice(end));
    if (!words || alone) places.push([start, end]);
  }
  return places;
}
