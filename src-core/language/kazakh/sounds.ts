/** Which vowels the suffixes of a stem take: а ы, or е і. */
export type Harmony = 'back' | 'front';

/** What the first consonant of a suffix is assimilated to. `glide`: й р, and у и ю, which are vowels only in writing. */
export type Final = 'vowel' | 'glide' | 'lateral' | 'nasal' | 'sibilant' | 'voiceless';

/** What a suffix adapts to. `null`: nothing is known of it, so any form of a suffix may follow (РКФСР-дің, 1917-де). */
export type Context = { readonly harmony: Harmony; readonly final: Final } | null;

const harmonies = new Map<string, Harmony>([
  ...Array.from('аоұыяё', (vowel) => [vowel, 'back'] as const),
  ...Array.from('әеөүіэ', (vowel) => [vowel, 'front'] as const),
]);

const finals = new Map<string, Final>([
  ...Array.from('аәоөұүыіеэёя', (letter) => [letter, 'vowel'] as const),
  ...Array.from('йруию', (letter) => [letter, 'glide'] as const),
  ['л', 'lateral'],
  ...Array.from('мнң', (letter) => [letter, 'nasal'] as const),
  ...Array.from('зж', (letter) => [letter, 'sibilant'] as const),
  // Loans end in voiced consonants, which are spoken, and so take suffixes, as voiceless ones: заводтың.
  ...Array.from('пфкқтсшщхцчһбвгғд', (letter) => [letter, 'voiceless'] as const),
]);

/** All vowels, also those that take no part in harmony. */
export const vowels = 'аәоөұүыіеэёяиую';

/** The harmony of a vowel; `null` for и у ю, which are either, and for consonants. */
function harmonyOf(letter: string): Harmony | null {
  return harmonies.get(letter) ?? null;
}

/** What a suffix meets after `text`; `null` when it does not end in a Kazakh letter. A soft sign is passed over. */
export function finalOf(text: string): Final | null {
  const last = text.endsWith('ь') || text.endsWith('ъ') ? text.at(-2) : text.at(-1);
  return finals.get(last ?? '') ?? null;
}

/** The harmony that the last vowel with one gives; `null` where there is none. */
export function lastHarmony(text: string): Harmony | null {
  for (let at = text.length - 1; at >= 0; at--) {
    const found = harmonyOf(text.charAt(at));
    if (found !== null) return found;
  }
  return null;
}

/**
 * The harmonies in which suffixes may follow a stem: one for most words. Both where writing does not decide: и, у and ю with
 * consonants behind them (тарихқа, кредитке), a soft sign (фестивалы, фестивальдер), surnames in -ев (Назарбаевтың).
 */
export function stemHarmonies(stem: string): readonly Harmony[] {
  const last = lastHarmony(stem);
  const body = stem.replace(/[уию]$/u, '');
  const open = /[иую][^аәоөұүыіеэёя]*$/u.test(body);
  if (last === null || open || /ь$|[еэ]в$/u.test(stem)) {
    return stem === 'су' || /^[^аәоөұүыіеэёяию]*у$/u.test(stem) ? ['back'] : ['back', 'front'];
  }
  return [last];
}
