import { describe, expect, test } from 'vitest';
import { beads, edition } from './corpus.ts';

/** Numbers that a translation writes as a word or as a Roman numeral, by bead. */
const asWords: Record<string, Record<number, Record<string, RegExp>>> = {
  en: {
    1: { '8': /\beight-hour\b/u },
    5: { '2': /\bSecond All-Russian Congress\b/u },
    7: { '3': /\bThird All-Russian Congress\b/u },
    8: { '3': /\bThird All-Russian Congress\b/u },
  },
  ru: {
    5: { '2': /\bII Всероссийск/u },
    7: { '3': /\bIII Всероссийск/u },
    8: { '3': /\bIII Всероссийск/u },
  },
};

const months = {
  en: { қазан: 'October', қараша: 'November' },
  ru: { қазан: 'октября', қараша: 'ноября' },
};

describe.each(['en', 'ru'] as const)('the translation %s', (id) => {
  const texts = new Map([...edition('kk'), ...edition(id)].map((paragraph) => [paragraph.id, paragraph.text]));
  const pairs = beads(id).map(({ source, target }) => ({
    kk: source.map((paragraph) => texts.get(paragraph)).join('\n'),
    translated: target.map((paragraph) => texts.get(paragraph)).join('\n'),
  }));

  test('has every number of the Kazakh text in the aligned paragraphs', () => {
    for (const [at, { kk, translated }] of pairs.entries()) {
      const numbers = new Set(translated.match(/\d+/gu));
      for (const number of new Set(kk.match(/\d+/gu))) {
        const word = asWords[id]?.[at]?.[number];
        if (word === undefined) expect(numbers, `bead ${at}`).toContain(number);
        else expect(translated, `bead ${at}`).toMatch(word);
      }
    }
  });

  test('gives both dates where the Kazakh text gives both', () => {
    let dates = 0;
    for (const { kk, translated } of pairs) {
      for (const [, day, newDay] of kk.matchAll(/(\d+)\s+қазанда\s+\((\d+) қараша(?:да)?\)/gu)) {
        expect(translated).toContain(`${String(day)} ${months[id].қазан} (${String(newDay)} ${months[id].қараша})`);
        dates++;
      }
    }
    expect(dates).toBe(3);
  });

  test('has nowhere much less or much more text than the original', () => {
    for (const { kk, translated } of pairs) {
      expect(translated.length / kk.length).toBeGreaterThan(0.75);
      expect(translated.length / kk.length).toBeLessThan(1.5);
    }
  });

  test('opens as many quotations as it closes, none of them fewer than in the original', () => {
    const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0;
    for (const { kk, translated } of pairs) {
      expect(count(translated, /[“«]/gu)).toBe(count(translated, /[”»]/gu));
      expect(count(translated, /[“«]/gu)).toBeGreaterThanOrEqual(count(kk, /[“«„]/gu) === 0 ? 0 : 1);
    }
  });

  test('leaves no letter of another alphabet inside a word', () => {
    for (const { translated } of pairs)
      expect(translated).not.toMatch(/\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u);
  });

  test('has neither doubled nor outer spaces', () => {
    for (const { text } of edition(id)) expect(text).not.toMatch(/^\s|\s$|\s{2}/u);
  });
});
