import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBead, type CheckSettings } from '#core/alignment/checks/check-bead.ts';
import type { CheckedBead, Finding } from '#core/alignment/checks/finding.ts';
import { lengthModel } from '#core/alignment/checks/lengths.ts';
import { termCheck } from '#core/alignment/checks/terms.ts';
import { waive, waivedBy } from '#core/alignment/checks/waive.ts';
import type { SentenceLinks } from '#core/records/bead.ts';
import type { Term } from '#core/records/term.ts';
import type { Waiver } from '#core/records/waiver.ts';
import { term } from '../../../../fixtures/library/records.ts';

// Rules G of docs/spec/alignment.md.

interface Settings {
  languages?: [string, string];
  terms?: Term[];
}

function settings({ languages = ['kk', 'en'], terms = [] }: Settings = {}): CheckSettings {
  return { languages, lengths: { centre: 0, spread: 0.2 }, terms: termCheck(terms, languages) };
}

function beadOf(source: string[], target: string[], sentences?: SentenceLinks): CheckedBead {
  const named = (side: string, texts: string[]) => texts.map((text, at) => ({ id: `${side}-${String(at)}`, text }));
  const bead = {
    id: 'b',
    source: source.map((_, at) => `s-${String(at)}`),
    target: target.map((_, at) => `t-${String(at)}`),
  };
  return {
    bead: sentences === undefined ? bead : { ...bead, sentences },
    source: named('s', source),
    target: named('t', target),
  };
}

/** What the checks say, as `key: value`. */
function said(source: string, target: string, more: Settings = {}): string[] {
  return findings(source, target, more).map(({ text, values }) => `${text}: ${String(values.value ?? values.factor)}`);
}

function findings(source: string, target: string, more: Settings = {}): Finding[] {
  return checkBead(beadOf([source], [target]), settings(more));
}

describe('numbers', () => {
  test.each([
    ['1917 жылы басталды.', 'It began in 1917.'],
    ['Олар 5,6 ұпай жинады.', 'They scored 5.6 points.'],
    ['Онда 20 000 адам болды.', 'There were 20,000 people.'],
    ['Онда 5,69 миллион адам бар.', 'It has 5 690 000 people.'],
    ['Екі жылдан кейін 3 адам келді.', 'After 2 years three people came.'],
    ['25 жыл өтті.', 'Twenty-five years passed.'],
    ['1905 ж. болды.', 'It was in nineteen hundred and five.'],
    ['XX ғасырда болды.', 'It was in the 20th century.'],
    ['1917-1918 жж. болды.', 'It was in 1917–18.'],
    ['1990-жылдары болды.', 'It was in the 90s.'],
    ['24 қазанда (6 қарашада) басталды.', 'It began on 24 October (6 November).'],
    ['28-наурызында жеделхат келді.', 'On 28 March a telegram came.'],
    ['24.10.1917 күні басталды.', 'It began on 24 October 1917.'],
    ['Сағат 17:30-да басталды.', 'It began at 5.30 pm.'],
    ['Сағат 11-де басталды.', 'It began at 11:00.'],
    ['Бұл 8-сағаттық жұмыс күні.', 'It is an 8-hour working day.'],
  ])('[G1] are the same by value: %s %s', (source, target) => {
    expect(said(source, target)).toEqual([]);
  });

  test('[G1] that one side lacks are found on either side', () => {
    expect(said('1917 ж. 30 қазанда (12 қараша) болды.', 'It was on 30 October 1918.')).toEqual([
      'numbers.missing: 1917',
      'numbers.missing: 12 қараша',
      'numbers.added: 1918',
    ]);
  });

  test('[G1] are found in the other month', () => {
    expect(said('24 қазанда басталды.', 'It began on 24 November.')).toEqual([
      'numbers.missing: қазанда',
      'numbers.added: November',
    ]);
  });

  test('[G1] are months only beside a day or a year: Қазан is a town, маусым a season', () => {
    expect(said('Қазан төңкерісі 300 адамды өзгертті.', 'The revolution changed 300 people.')).toEqual([]);
    expect(said('Осы маусымда 220 ойын болды.', 'This season had 220 games.')).toEqual([]);
  });

  test('[G1] are shown where they stand', () => {
    expect(findings('Ол 1917 жылы келді.', 'He came.')[0]?.ranges).toEqual([
      { side: 'source', paragraph: 's-0', start: 3, end: 7 },
    ]);
  });
});

describe('untranslated', () => {
  const source = 'Ол келді деп айтты. Кейін бәрі кетіп қалды.';
  const target = 'He said that he had come. Then all of them left.';
  const links = (confidence: number, right: number[]): SentenceLinks => ({
    counts: [2, 2],
    links: [
      [[0], [0, 1].filter((at) => !right.includes(at)), 0.9],
      [[1], right, confidence],
    ],
  });

  test('[G2] is a sentence that is surely linked with nothing', () => {
    const found = (confidence: number): string[] =>
      checkBead(beadOf([source], [target], links(confidence, [])), settings()).map(({ text }) => text);
    expect(found(0.9)).toEqual(['untranslated.missing']);
    expect(found(0.5)).toEqual([]);
  });

  test('[G2] is whatever stands beside an empty paragraph', () => {
    expect(said('Ол келді. Кетті.', '')).toEqual(['untranslated.missing: Ол келді.', 'untranslated.missing: Кетті.']);
  });

  test('[G2] says nothing by links made for other sentences', () => {
    expect(checkBead(beadOf([source], [`${target} More of it.`], links(0.9, [])), settings())).toEqual([]);
  });

  test('[G2] is a sentence of the target that is the source’s', () => {
    expect(said('Ол келді деп айтты. Кетті.', 'ОЛ КЕЛДІ ДЕП АЙТТЫ. He left.')).toContain(
      'untranslated.same: ОЛ КЕЛДІ ДЕП АЙТТЫ.',
    );
    expect(said('Нью-Йорк Таймс', 'Нью-Йорк Таймс', { languages: ['kk', 'ru'] })).toEqual([]);
  });
});

describe('punctuation', () => {
  test.each([
    ['Ол келді.', 'He came', 'punctuation.missing: e'],
    ['Ол келді', 'He came.', 'punctuation.added: .'],
    ['Ол келді.', 'He came..', 'punctuation.doubled: ..'],
    ['Ол келді, кетті.', 'He came,, and left.', 'punctuation.doubled: ,,'],
    ['Ол (Абай) келді.', 'He (Abai came.', 'punctuation.unpaired: ('],
    ['«Келді», – деді.', '“He came, she said.', 'punctuation.unpaired: “'],
  ])('[G3] %s %s', (source, target, expected) => {
    expect(said(source, target)).toEqual([expected]);
  });

  test.each([
    ['Ол келді…', 'He came...'],
    ['Ол айтты: «келді».', 'He said, “he came.”'],
    ['1) ол келді; 2) кетті.', '1) he came; 2) he left.'],
    ['«Ол келді.', '“He came.'],
    ['Ол келді!!!', 'He came!!!'],
  ])('[G3] nothing is wrong with %s %s', (source, target) => {
    expect(said(source, target)).toEqual([]);
  });

  test('[G3] headings end as their language likes', () => {
    const bead = beadOf(['Кіріспе.'], ['Introduction']);
    const headings = { ...bead, target: bead.target.map((text) => ({ ...text, type: 'heading' as const })) };
    expect(checkBead(headings, settings())).toEqual([]);
  });
});

describe('terms', () => {
  const power = term('k', { headword: 'Кеңес өкіметі', glosses: { en: ['Soviet power'] }, category: 'institution' });
  const lenin = term('l', { headword: 'Ленин', glosses: { en: ['Vladimir Lenin'] }, category: 'person' });
  const terms = [power, lenin];

  test('[G4] are found by any form, and rendered by any form', () => {
    expect(said('Кеңес өкіметінің саясаты.', 'The policy of the Soviet power.', { terms })).toEqual([]);
    expect(said('Кеңес өкіметінің саясаты.', 'The policy of the government.', { terms })).toEqual([
      'terms.missing: Кеңес өкіметі',
    ]);
  });

  test('[G4] that are persons are rendered by any of their names', () => {
    expect(said('Лениннің сөзі.', 'What V. I. Lenin said.', { terms })).toEqual([]);
  });

  test('[G4] without a gloss in the language of the target say nothing', () => {
    expect(said('Кеңес өкіметінің саясаты.', 'Политика правительства.', { terms, languages: ['kk', 'ru'] })).toEqual(
      [],
    );
  });
});

describe('lengths', () => {
  test('[G5] are judged by the work’s own ratio', () => {
    const pairs = Array.from({ length: 40 }, (_, at): [number, number] => [100 + at, (100 + at) * 2]);
    const model = lengthModel([...pairs, [100, 2000], [100, 3000]]);
    expect(model.centre).toBeCloseTo(Math.log(2), 1);
    expect(model.spread).toBeLessThan(0.2);
  });

  test('[G5] that are far off are found, and short ones are not', () => {
    const long = 'сөз '.repeat(60);
    expect(said(`${long}.`, `${long.repeat(3)}.`)).toEqual(['lengths.long: 3']);
    expect(said(`${long.repeat(3)}.`, `${long}.`)).toContain('lengths.short: 3');
    expect(said('Иә.', 'Yes, of course he did.')).toEqual([]);
  });
});

test('[G6] a bead with a side empty has no findings', () => {
  expect(checkBead(beadOf(['1917 жылы.'], []), settings())).toEqual([]);
});

test('[G6] whatever the texts, the findings are the same each time and name places that are there', () => {
  const text = fc.array(
    fc.constantFrom('1917', '5,6', '..', '(', '»', 'қазанда', 'March', 'XX', 'екі', '20 000', '10:30', 'Ол.', '😀'),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(text, text, (left, right) => {
      const bead = beadOf([left.join(' ')], [right.join(' ')]);
      const found = checkBead(bead, settings());
      expect(checkBead(bead, settings())).toEqual(found);
      for (const { ranges } of found) {
        for (const { side, start, end } of ranges) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(bead[side][0]?.text.length ?? 0);
        }
      }
    }),
  );
});

describe('what was waved through', () => {
  const [found] = findings('Ол 1917 жылы келді.', 'He came.');
  const waivers = (finding: Finding): Waiver[] =>
    waive(finding, 'kk~en', 'w').added.flatMap((record) => (record.kind === 'waiver' ? [record] : []));

  test('[G7] is not told again, whatever bead the paragraph is in', () => {
    if (found === undefined) throw new Error('nothing found');
    const isWaived = waivedBy(waivers(found), 'kk~en');
    expect(isWaived(found)).toBe(true);
    expect(isWaived({ ...found, bead: 'other' })).toBe(true);
    expect(waivedBy(waivers(found), 'kk~ru')(found)).toBe(false);
  });

  test('[G7] does not hide another finding at the same place', () => {
    const [other] = findings('Ол 1918 жылы келді.', 'He came.');
    if (found === undefined || other === undefined) throw new Error('nothing found');
    expect(waivedBy(waivers(found), 'kk~en')(other)).toBe(false);
  });

  test('[G7] holds for the parts of a paragraph that was split, and for a length only of the same paragraphs', () => {
    if (found === undefined) throw new Error('nothing found');
    const [waiver] = waivers(found);
    if (waiver === undefined) throw new Error('no waiver');
    const split = waivedBy([{ ...waiver, source: ['s-0', 's-1'] }], 'kk~en');
    expect(split({ ...found, source: ['s-1'] })).toBe(true);
    const long = { ...found, check: 'lengths' as const, finding: 'long', source: ['s-0'], target: ['t-0'] };
    const both = waivedBy(waivers({ ...long, source: ['s-0', 's-1'] }), 'kk~en');
    expect(both(long)).toBe(false);
    expect(both({ ...long, source: ['s-0', 's-1'] })).toBe(true);
  });
});
