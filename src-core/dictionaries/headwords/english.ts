import { englishInflection, irregularWords } from '#core/language/english.ts';

/** Irregular words by their forms. */
const byForm = new Map<string, string[]>();
for (const word of irregularWords) {
  for (const { text } of englishInflection.stems(word, null, false)) {
    byForm.set(text, [...(byForm.get(text) ?? []), word]);
  }
}

/** The headwords of which an English `form` (in normal form) may be a form. A proposal only. */
export function englishHeadwords(form: string): Set<string> {
  const bare = form.replace(/'s?$/u, '');
  const found = new Set([form, bare]);
  for (const word of [...(byForm.get(form) ?? []), ...(byForm.get(bare) ?? [])]) found.add(word);
  for (const [ending, instead] of rules) {
    if (!ending.test(bare)) continue;
    for (const end of instead) found.add(bare.replace(ending, end));
  }
  return found;
}

/** How forms end, and what the dictionary form may have there. */
const rules: readonly (readonly [ending: RegExp, instead: readonly string[]])[] = [
  [/s$/u, ['']],
  [/es$/u, ['', 'e']],
  [/ies$/u, ['y', 'ie']],
  [/ves$/u, ['f', 'fe']],
  [/ed$/u, ['', 'e']],
  [/ied$/u, ['y', 'ie']],
  [/ing$/u, ['', 'e']],
  [/ying$/u, ['y', 'ie']],
  [/([bdgklmnprt])\1(?:ed|ing)$/u, ['$1']],
];
