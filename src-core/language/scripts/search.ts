import { foldText, type Folded } from '#core/text/fold.ts';
import { foldQuery } from '#core/text/search.ts';
import type { SchemeId } from './scheme.ts';
import { transliterate, type Transliterated } from './transliterate.ts';

/** Signs that a scheme adds and hardly anyone types: the dot that parts letters, the hamza of front vowels, the stretcher. */
const untyped = new Set(['·', 'ٴ', 'ـ']);

const cyrillic = /\p{Script=Cyrillic}/u;
const ofScheme: Readonly<Record<SchemeId, RegExp>> = {
  latn: /\p{Script=Latin}/u,
  'latn-bgn': /\p{Script=Latin}/u,
  arab: /\p{Script=Arabic}/u,
};

/**
 * A query typed in a scheme's script, made ready for texts of `foldInScript`; `null` when it is typed in Cyrillic, or holds
 * nothing to search for, so that it is for the text as it is kept.
 */
export function foldQueryInScript(query: string, id: SchemeId): string | null {
  if (cyrillic.test(query) || !ofScheme[id].test(query)) return null;
  return foldQuery(Array.from(query, (letter) => (untyped.has(letter) ? '' : letter)).join(''));
}

/** A text folded as it is shown in a scheme, with the way back to the offsets of its source. */
export function foldInScript(source: string, id: SchemeId): Folded {
  const shown = transliterate(source, id);
  const { text, map } = foldText(shown.text);
  const letters = lettersOf(source.length, shown);
  // As `sourceRange` does, in one pass over the text.
  const endAt = (end: number): number => {
    const last = letters[end - 1];
    let behind = end;
    while (behind < letters.length && letters[behind] === last) behind++;
    return letters[behind] ?? source.length;
  };
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    if (untyped.has(text.charAt(at))) continue;
    starts[folded.length] = letters[map?.starts[at] ?? at] ?? 0;
    ends[folded.length] = endAt(map?.ends[at] ?? at + 1);
    folded += text.charAt(at);
  }
  return { text: folded, map: { starts: starts.subarray(0, folded.length), ends: ends.subarray(0, folded.length) } };
}

/** By unit of the shown text, the offset of the letter of the source that it stands for. */
function lettersOf(length: number, { text, fromSource }: Transliterated): Uint32Array {
  const letters = new Uint32Array(text.length);
  for (let at = 0; at < length; at++) letters.fill(at, fromSource(at), fromSource(at + 1));
  return letters;
}
