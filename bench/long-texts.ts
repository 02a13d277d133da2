import type { AlignedTexts, DataSet, GoldBead } from './alignment-data.ts';
import { random, type Random } from './random.ts';

/** Of each hundred: words exchanged for others of the same language, beads with one side left out, texts with a passage left out. */
const exchangedWords = 8;
const lostSides = 3;
const lostPassages = 4;
/** Beads of a passage that is left out, at most. */
const passage = 60;

/**
 * A text of about `size` units a side made by putting the texts of a set one after another again and again, each round in an order by
 * chance, so that only their sequence tells how far one is. So that no two rounds are the same, words are exchanged, and sides of
 * beads, now and then of a whole passage, left out. The same size gives the same text.
 */
export function longText({ texts, languages }: DataSet, size: number): AlignedTexts {
  const chance = random(size);
  const source: string[] = [];
  const target: string[] = [];
  const gold: GoldBead[] = [];
  const words = [wordsOf(texts.flatMap((text) => text.source)), wordsOf(texts.flatMap((text) => text.target))] as const;
  const put = (into: string[], units: readonly string[], instead: readonly string[]): number[] =>
    units.map((unit) => into.push(exchanged(unit, instead, chance)) - 1);
  while (source.length < size) {
    for (const text of shuffled(texts, chance)) {
      const loses = chance.below(100) < lostPassages;
      const lost = {
        side: chance.below(2),
        from: chance.below(text.gold.length),
        count: loses ? chance.below(passage) : 0,
      };
      for (const [at, bead] of text.gold.entries()) {
        const isLost = at >= lost.from && at < lost.from + lost.count;
        const without = isLost ? lost.side : chance.below(100) < lostSides ? chance.below(2) : -1;
        const kept = {
          source: without === 0 ? [] : put(source, unitsOf(text.source, bead.source), words[0]),
          target: without === 1 ? [] : put(target, unitsOf(text.target, bead.target), words[1]),
        };
        if (kept.source.length + kept.target.length > 0) gold.push(kept);
      }
    }
  }
  return { name: `${languages.join('-')}, ${size} units`, source, target, gold };
}

function unitsOf(units: readonly string[], numbers: readonly number[]): string[] {
  return numbers.map((unit) => units[unit] ?? '');
}

function wordsOf(units: readonly string[]): string[] {
  return units.flatMap((unit) => unit.split(' '));
}

function exchanged(unit: string, words: readonly string[], chance: Random): string {
  return unit
    .split(' ')
    .map((word) => (chance.below(100) < exchangedWords ? chance.pick(words) : word))
    .join(' ');
}

function shuffled<T>(list: readonly T[], chance: Random): T[] {
  return list
    .map((one) => ({ one, key: chance.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
