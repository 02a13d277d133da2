import type { Context, Final, Harmony } from './sounds.ts';

/**
 * The forms of a suffix are written as one pattern. Small letters stand for themselves, `{x|y}` is x after a vowel and y after
 * a consonant, and each capital is a sound that adapts to the stem:
 *
 * | | |
 * |---|---|
 * | `A` | а, е |
 * | `I` | ы, і |
 * | `K` | қ, к by harmony |
 * | `G` | ғ, г; қ, к after a voiceless consonant |
 * | `D` | д, т |
 * | `L` | л, д, т of the plural |
 * | `N` | н, д, т of the genitive |
 * | `O` | н, д, т of the accusative |
 * | `B` | д, н, т of the ablative |
 * | `M` | м, б, п of negation and person |
 * | `P` | м, б, п of the instrumental |
 */
type Sound = 'A' | 'I' | 'K' | 'G' | 'D' | 'L' | 'N' | 'O' | 'B' | 'M' | 'P';

const consonants: Readonly<Record<'D' | 'L' | 'N' | 'O' | 'B' | 'M' | 'P', Readonly<Record<Final, string>>>> = {
  D: { vowel: 'д', glide: 'д', lateral: 'д', nasal: 'д', sibilant: 'д', voiceless: 'т' },
  L: { vowel: 'л', glide: 'л', lateral: 'д', nasal: 'д', sibilant: 'д', voiceless: 'т' },
  N: { vowel: 'н', glide: 'д', lateral: 'д', nasal: 'н', sibilant: 'д', voiceless: 'т' },
  O: { vowel: 'н', glide: 'д', lateral: 'д', nasal: 'д', sibilant: 'д', voiceless: 'т' },
  B: { vowel: 'д', glide: 'д', lateral: 'д', nasal: 'н', sibilant: 'д', voiceless: 'т' },
  M: { vowel: 'м', glide: 'м', lateral: 'м', nasal: 'б', sibilant: 'б', voiceless: 'п' },
  P: { vowel: 'м', glide: 'м', lateral: 'м', nasal: 'м', sibilant: 'б', voiceless: 'п' },
};

/** The letters of a pattern after a stem of the given kind; '' where the suffix has no form of its own. */
export function spell(pattern: string, { harmony, final }: NonNullable<Context>): string {
  const chosen = pattern.replace(/\{(.*?)\|(.*?)\}/gu, final === 'vowel' ? '$1' : '$2');
  return chosen.replace(/[AIKGDLNOBMP]/gu, (sound) => letter(sound as Sound, harmony, final));
}

function letter(sound: Sound, harmony: Harmony, final: Final): string {
  const back = harmony === 'back';
  switch (sound) {
    case 'A':
      return back ? 'а' : 'е';
    case 'I':
      return back ? 'ы' : 'і';
    case 'K':
      return back ? 'қ' : 'к';
    case 'G':
      return final === 'voiceless' ? letter('K', harmony, final) : back ? 'ғ' : 'г';
    default:
      return consonants[sound][final];
  }
}
