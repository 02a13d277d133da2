import { allArcsFrom, contextOf } from './arcs.ts';
import type { State } from './morphotactics.ts';
import { finalOf, lastHarmony, stemHarmonies, vowels } from './sounds.ts';
import type { StemStart } from './stem.ts';

const consonants = 'бвгғджзйкқлмнңпрстфхһцчшщ';

const voiced = new Map([
  ['п', 'б'],
  ['к', 'г'],
  ['қ', 'ғ'],
]);
const devoiced = new Map([
  ['б', 'п'],
  ['г', 'к'],
  ['ғ', 'қ'],
]);

/** The stems that a citation form may stand for: the verb itself (жоспарла), or what is before -у (жоспарлау, оқу, табу, қою). */
export function verbsOf(word: string): string[] {
  const body = word.slice(0, -1);
  const last = body.charAt(body.length - 1);
  if (word.endsWith('ю')) return body.endsWith('и') ? [body] : [`${body}й`];
  if (!word.endsWith('у') || body === '') return [word];
  // ту, жу, қу are verbs themselves.
  if (!Array.from(body).some((letter) => vowels.includes(letter))) return [word];
  if (vowels.includes(last)) return [body];
  const hard = devoiced.get(last);
  if (hard !== undefined) return [body.slice(0, -1) + hard];
  return [body, body + (lastHarmony(body) === 'front' ? 'і' : 'ы')];
}

/** A verb in all its beginnings. `stem` is in normal form. */
export function verbStems(stem: string): StemStart[] {
  const stems: StemStart[] = [];
  const final = finalOf(stem);
  if (final === null) return [];
  const body = stem.slice(0, -1);
  const last = stem.charAt(stem.length - 1);
  const voice = voiced.get(last);
  for (const harmony of stemHarmonies(stem)) {
    const context = contextOf(harmony, final);
    for (const state of statesOf(stem)) {
      const common = { stem, kind: 'verb', state, context } as const;
      if (voice !== undefined) stems.push({ ...common, text: body + voice, refuses: consonants });
      const fusedLetters = new Set<string>();
      for (const arc of allArcsFrom(state, context)) {
        const text = fuse(stem, arc.letters);
        if (text === null) continue;
        fusedLetters.add(arc.letters.charAt(0));
        const taken = [{ id: arc.suffix, letters: text.slice(body.length) }];
        stems.push({ ...common, text, state: arc.to, context: arc.context, taken, whole: true });
      }
      const refuses = voice === undefined ? [...fusedLetters].join('') : vowels;
      stems.push({ ...common, text: stem, refuses, whole: true });
    }
  }
  return stems;
}

/** Which passive a verb has: after л one with н, else one with л. A verb that ends in a vowel may have either. */
function statesOf(stem: string): State[] {
  if (stem.endsWith('л')) return ['verb-lateral'];
  return /л[^л]*[аеыі]$/u.test(stem) ? ['verb', 'verb-lateral'] : ['verb'];
}

/** How stem and suffix are written where they grow together; `null` where they only follow each other. */
function fuse(stem: string, suffix: string): string | null {
  const body = stem.slice(0, -1);
  const rest = suffix.slice(1);
  switch (stem.charAt(stem.length - 1) + suffix.charAt(0)) {
    case 'йа':
      return `${body}я${rest}`;
    case 'йу':
      return `${body}ю${rest}`;
    case 'иа':
      return `${stem}я${rest}`;
    case 'иу':
      return `${stem}ю${rest}`;
    case 'ый':
    case 'ій':
      return `${body}и${rest}`;
    case 'ыу':
    case 'іу':
      return `${body}у${rest}`;
    // тап, тауып
    case 'пы':
    case 'пі':
      return suffix.endsWith('п') ? `${body}у${suffix}` : null;
    default:
      return null;
  }
}
