import type { Language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
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
  const { inflection, tag } = language;
  const parts = language.words(form).map((range) => inflection.normal(form.slice(...range)));
  if (parts.length === 0 || parts.length > mostWords) return [];
  const primary = primaryTag(tag);
  const propose = Object.hasOwn(proposers, primary) ? proposers[primary] : undefined;
  // The rules of Kazakh are those of its Cyrillic script.
  if (propose === undefined || (primary === 'kk' && /[a-z]/u.test(parts.join('')))) return [parts.join(' ')];
  const proposed = parts.map((part) => [part, ...[...propose(part)].filter((one) => one !== part)]);
  // The last word is what most often changes; the others share what room is left.
  const room = mostKeys / (proposed.at(-1)?.length ?? 1);
  const each = Math.max(1, Math.floor(room ** (1 / Math.max(1, parts.length - 1))));
  let keys = [''];
  for (const [at, words] of proposed.entries()) {
    const kept = at === parts.length - 1 ? words : words.slice(0, each);
    keys = keys.flatMap((before) => kept.map((one) => (at === 0 ? one : `${before} ${one}`)));
  }
  return keys;
}
