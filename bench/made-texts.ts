import type { AlignedTexts, GoldBead } from './alignment-data.ts';
import { random } from './random.ts';

const vocabulary = 40_000;
const sourceLetters = 'абгдежзиклмнопрстухцчш';
const targetLetters = 'bcdfghjklmnpqrstvwaeiou';

/**
 * Two made texts of about `size` sentences, for time and memory: words by rank as in languages, translated one for one with gaps;
 * sentences left out, added and split; now and then a passage of 60 that only the source has.
 */
export function madeTexts(size: number): AlignedTexts {
  const chance = random(1);
  const next = (): number => chance.next();
  const below = (limit: number): number => chance.below(limit);
  const translation = Array.from({ length: vocabulary }, (_, rank) => rank);
  for (let rank = vocabulary - 1; rank > 0; rank--) {
    const other = below(rank + 1);
    [translation[rank], translation[other]] = [translation[other] ?? 0, translation[rank] ?? 0];
  }
  const ranks = (count: number): number[] =>
    Array.from({ length: count }, () => Math.floor(Math.exp(next() * Math.log(vocabulary))) - 1);
  const source: string[] = [];
  const target: string[] = [];
  const gold: GoldBead[] = [];
  const put = (from: readonly string[], to: readonly string[]): void => {
    gold.push({
      source: from.map((_, at) => source.length + at),
      target: to.map((_, at) => target.length + at),
    });
    source.push(...from);
    target.push(...to);
  };
  while (source.length < size) {
    const words = ranks(6 + below(25));
    const number = next() < 0.1 ? ` ${below(2000)}` : '';
    const from = words.map((rank) => spelt(rank, sourceLetters, 'ым'));
    const to = words.filter(() => next() < 0.85).map((rank) => spelt(translation[rank] ?? 0, targetLetters, 'en'));
    const half = from.length >> 1;
    const kind = next();
    if (kind < 0.05) put([`${from.join(' ')}.`], []);
    else if (kind < 0.1) put([], [`${to.join(' ')}.`]);
    else if (kind < 0.15) {
      put(
        [`${from.slice(0, half).join(' ')}${number}.`, `${from.slice(half).join(' ')}.`],
        [`${to.join(' ')}${number}.`],
      );
    } else put([`${from.join(' ')}${number}.`], [`${to.join(' ')}${number}.`]);
    if (next() >= 0.0005) continue;
    for (let extra = 0; extra < 60; extra++) {
      put(
        [
          `${ranks(12)
            .map((rank) => spelt(rank, sourceLetters, 'ым'))
            .join(' ')}.`,
        ],
        [],
      );
    }
  }
  return { name: `made ${size}`, source, target, gold };
}

function spelt(rank: number, letters: string, ending: string): string {
  let word = '';
  for (let left = rank + 7; left > 0; left = Math.floor(left / letters.length)) {
    word += letters.charAt(left % letters.length);
  }
  return word + ending;
}
