import { resolve } from '#core/annotation/resolve.ts';
import type { Language } from '#core/language/language.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { TextRange } from '#core/text/range.ts';
import { formOfWords } from './gaps.ts';

/** By the id of a term, the forms that are never it, as `formOf` spells them. */
export type RejectedForms = ReadonlyMap<string, ReadonlySet<string>>;

/** By the id of a term, the places of one text that are not it, though their form could be. */
export type RefusedPlaces = ReadonlyMap<string, readonly TextRange[]>;

/** What a reader said is not the term that it looks like. */
export interface Refusals {
  readonly forms?: RejectedForms;
  /** In the text that is looked through. */
  readonly places?: RefusedPlaces;
}

/** How a form is spelled in a rejection: each word in the spelling of `Inflection.normal`, with comparable gaps. */
export function formOf(form: string, language: Language): string {
  return formOfWords(form, language.words(form), language.inflection);
}

/** The forms that rejections name, by term. */
export function rejectedForms(rejections: readonly Rejection[]): RejectedForms {
  const forms = new Map<string, Set<string>>();
  for (const { term, form } of rejections) {
    const there = forms.get(term);
    if (there === undefined) forms.set(term, new Set([form]));
    else there.add(form);
  }
  return forms;
}

/** The places in one paragraph's text that mismatches name, by term; a mismatch whose words are gone says nothing. */
export function refusedPlaces(paragraph: string, text: string, mismatches: readonly Mismatch[]): RefusedPlaces {
  const places = new Map<string, TextRange[]>();
  for (const { term, target } of mismatches) {
    if (target.paragraph !== paragraph) continue;
    const place = resolve(target, text);
    if (place === null) continue;
    const range: TextRange = [place.start, place.end];
    const there = places.get(term);
    if (there === undefined) places.set(term, [range]);
    else there.push(range);
  }
  return places;
}

/**
 * Those of `terms` that may stand at `[start, end)`: all of them, the same array, where nothing was refused.
 *
 * @param form spells what stands there; asked only where it matters
 */
export function allowedTerms(
  terms: readonly string[],
  start: number,
  end: number,
  { forms, places }: Refusals,
  form: () => string,
): readonly string[] {
  const isRefused = (term: string): boolean => {
    if (places?.get(term)?.some(([from, to]) => from === start && to === end) === true) return true;
    const rejected = forms?.get(term);
    return rejected !== undefined && rejected.has(form());
  };
  return terms.some(isRefused) ? terms.filter((term) => !isRefused(term)) : terms;
}
