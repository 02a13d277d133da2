import type { Language } from '#core/language/language.ts';
import { primaryTag } from '../languages.ts';
import { englishHeadwords } from './english.ts';
import { kazakhHeadwords } from './kazakh.ts';
import { russianHeadwords } from './russian.ts';

const proposers: Readonly<Record<string, (form: string) => ReadonlySet<string>>> = {
  kk: kazakhHeadwords,
  ru: russianHeadwords,
  en: englishHeadwords,
};

/** Words of a selection that are looked up together; of a longer one nothing is found. */
const mostWords = 8;
/** Keys of a phrase that are looked for. */
const mostKeys = 4000;

/**
 * The keys (see `keyOf`) of the headwords of which `form` may be a form, the form's own first. Languages without rules have exact forms
 * only. Every word of a phrase may be inflected, so the proposals of its words are combined.
 */
export function proposeKeys(form: string, language: Language): string[] {
  const { words, inflection, tag } = language;
  const parts = words(form).map((range) => inflection.normal(form.slice(...range)));
  if (parts.length === 0 || parts.length > mostWords) return [];
  const primary = primaryTag(tag);
  const propose = Object.hasOwn(proposers, primary) ? proposers[primary] : undefined;
  // The rules of Kazakh are those of its Cyrillic script.
  if (propose === undefined || (primary === 'kk' && /[a-z]/u.test(parts.join('')))) return [parts.join(' ')];
  let keys = [''];
  for (const [at, part] of parts.entries()) {
    const proposed = [part, ...[...propose(part)].filter((one) => one !== part)];
    // In front of the last word the shared beginning is long: a cut of more than a few letters is another word.
    const likely = parts.length === 1 ? proposed : proposed.filter((one) => Math.abs(one.length - part.length) <= 6);
    const room = Math.max(1, Math.floor(mostKeys / keys.length));
    const kept = likely.slice(0, room);
    keys = keys.flatMap((before) => kept.map((one) => (at === 0 ? one : `${before} ${one}`)));
  }
  return keys;
}
