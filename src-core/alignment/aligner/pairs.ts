import { likeness, romanise, soundKey, spelling } from './cognates.ts';
import { kind } from './kinds.ts';
import { occurrences, type Side, type Type } from './side.ts';
import type { Weights } from './weights.ts';

/** Two types, one of each side, that may stand for each other. */
export interface Pair {
  source: number;
  target: number;
  /** One of `kind`. */
  kind: number;
  /** How sure the pair is, 0 to 1: it lessens how likely the partner is there. */
  sure: number;
}

/** The pairs that need neither learning nor a glossary: equal keys, and words that are spelt alike. */
export function knownPairs(source: Side, target: Side, weights: Weights): Pair[] {
  const numbers = new Map(target.types.map(({ key }, type) => [key, type]));
  const found: Pair[] = [];
  source.types.forEach((type, at) => {
    const same = numbers.get(type.key);
    if (same === undefined) return;
    const sure = type.kind === kind.word ? sameWord(type, target.types[same]) : 1;
    if (sure > 0) found.push({ source: at, target: same, kind: type.kind, sure });
  });
  return [...found, ...cognates(source, target, weights)];
}

/** Occurrences on both sides from which on the texts themselves tell whether two words stand for each other. */
const toldByTexts = 4;

/** Words of the same term of the glossary, where the texts have too few of them to learn from. */
export function sharedTerms(source: Side, target: Side): Pair[] {
  const byTerm = new Map<string, number[]>();
  target.types.forEach(({ terms }, type) => {
    for (const term of terms ?? []) byTerm.set(term, [...(byTerm.get(term) ?? []), type]);
  });
  return source.types.flatMap(({ key, terms }, type) => {
    const partners = new Set([...(terms ?? [])].flatMap((term) => byTerm.get(term) ?? []));
    return [...partners]
      .filter((partner) => target.types[partner]?.key !== key)
      .filter((partner) => Math.min(occurrences(source, type), occurrences(target, partner)) < toldByTexts)
      .map((partner) => ({ source: type, target: partner, kind: kind.term, sure: 1 }));
  });
}

/** Words whose first letters are the same may still be different words. */
function sameWord(a: Type, b: Type | undefined): number {
  if (b === undefined) return 0;
  return a.form === b.form ? 1 : likeness(spelling(romanise(a.form)), spelling(romanise(b.form)));
}

/** Short words are too often alike by chance. */
const leastName = 3;
const leastWord = 5;
/** What occurs in more than this share of the units tells nothing. */
const tooOften = 0.25;

interface Candidate {
  readonly type: number;
  readonly key: string;
  readonly letters: Uint8Array;
}

function cognates(source: Side, target: Side, weights: Weights): Pair[] {
  const bySound = Map.groupBy(candidates(target), ({ key }) => key);
  const found: Pair[] = [];
  for (const { type, key, letters } of candidates(source)) {
    for (const other of bySound.get(key) ?? []) {
      const alike = likeness(letters, other.letters, weights.cognateLeast);
      if (alike === 0) continue;
      if (source.types[type]?.key === target.types[other.type]?.key) continue;
      const sure = (alike - weights.cognateLeast / 2) / (1 - weights.cognateLeast / 2);
      found.push({ source: type, target: other.type, kind: kind.cognate, sure });
    }
  }
  return found;
}

/** Names are compared where they sound alike at the beginning; other words only where they begin with the same two letters. */
function candidates(side: Side): Candidate[] {
  return side.types.flatMap((type, at) => {
    if (type.kind !== kind.word || occurrences(side, at) > Math.max(2, side.units * tooOften)) return [];
    const isName = type.capitals * 2 > type.count;
    const form = romanise(type.form);
    const sound = soundKey(form);
    if (form.length < (isName ? leastName : leastWord) || sound === '') return [];
    return [{ type: at, key: isName ? sound : sound + form.slice(0, 2), letters: spelling(form) }];
  });
}
