import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, AlignmentStopped, type AlignOptions } from '#core/alignment/aligner/align.ts';
import type { AlignedBead } from '#core/alignment/aligner/course.ts';
import type { FixedBead } from '#core/alignment/aligner/fixed.ts';
import { linkSentences } from '#core/alignment/aligner/nested.ts';

// Rules A of docs/spec/alignment.md.

const options: AlignOptions = { languages: ['kk', 'en'] };
const words = [
  '2017',
  '15',
  'Абай',
  'Abai',
  'ел',
  'country',
  'су',
  'water',
  'көп',
  'war',
  'соғыс',
  'Қазан?',
  '«а»',
  '',
  '—',
];
const unit = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' '));
const texts = fc.tuple(fc.array(unit, { maxLength: 14 }), fc.array(unit, { maxLength: 14 }));

/** Sides of beads, as a test can compare them. */
function shape(beads: readonly AlignedBead[]): string[] {
  return beads.map(({ source, target }) => `${source.join(',')}:${target.join(',')}`);
}

function unitsOf(beads: readonly AlignedBead[], side: 'source' | 'target'): number[] {
  return beads.flatMap((bead) => bead[side]).toSorted((a, b) => a - b);
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

describe('every alignment', () => {
  test('[A1] has every unit in exactly one bead, and no bead without units', () => {
    fc.assert(
      fc.property(texts, ([source, target]) => {
        const beads = align(source, target, options);
        expect(unitsOf(beads, 'source')).toEqual(upTo(source.length));
        expect(unitsOf(beads, 'target')).toEqual(upTo(target.length));
        expect(beads.every((bead) => bead.source.length + bead.target.length > 0)).toBe(true);
      }),
    );
  });

  test('[A2] has confidences from 0 to 1', () => {
    fc.assert(
      fc.property(texts, ([source, target]) => {
        for (const { confidence } of align(source, target, options)) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('[A3] is the same each time', () => {
    fc.assert(
      fc.property(texts, ([source, target]) => {
        expect(align(source, target, options)).toEqual(align(source, target, options));
      }),
    );
  });

  test('[A4] is in the order of the source, units of the target alone before what follows them', () => {
    const beads = align(['Бірінші 1.', 'Үшінші 3.'], ['First 1.', 'An addition of 22 and 17.', 'Third 3.'], options);
    expect(shape(beads)).toEqual(['0:0', ':1', '1:2']);
  });
});

describe('fixed beads', () => {
  /** Texts, and beads picked among their units. */
  const fixedIn = texts.chain(([source, target]) =>
    fc
      .tuple(fc.shuffledSubarray(upTo(source.length)), fc.shuffledSubarray(upTo(target.length)), fc.nat({ max: 4 }))
      .map(([some, others, count]) => ({
        source,
        target,
        fixed: upTo(count).flatMap((at): FixedBead[] => {
          const bead = { source: some.slice(at * 2, at * 2 + 2), target: others.slice(at, at + 1) };
          return bead.source.length + bead.target.length > 0
            ? [{ source: bead.source.toSorted((a, b) => a - b), target: bead.target }]
            : [];
        }),
      })),
  );

  test('[A5] stay as they are, whatever they are, and the rest is still in one bead each', () => {
    fc.assert(
      fc.property(fixedIn, ({ source, target, fixed }) => {
        const beads = align(source, target, { ...options, fixed });
        for (const bead of fixed) expect(beads).toContainEqual({ ...bead, confidence: 1 });
        expect(unitsOf(beads, 'source')).toEqual(upTo(source.length));
        expect(unitsOf(beads, 'target')).toEqual(upTo(target.length));
      }),
    );
  });

  test('[A6] are not crossed: what stands before one on one side stands before it on the other', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), ([source, target], a, b) => {
        fc.pre(source.length > 0 && target.length > 0);
        const i = a % source.length;
        const j = b % target.length;
        const beads = align(source, target, { ...options, fixed: [{ source: [i], target: [j] }] });
        for (const bead of beads) {
          const sides = [...bead.source.map((at) => Math.sign(at - i)), ...bead.target.map((at) => Math.sign(at - j))];
          expect(new Set(sides).size).toBe(1);
        }
      }),
    );
  });

  test('[A7] that name a unit twice, or one that is not there, are refused by name', () => {
    const fixed = (source: number[]): AlignOptions => ({ ...options, fixed: [{ source, target: [0] }] });
    expect(() => align(['а'], ['b'], fixed([1]))).toThrow('no source unit 1');
    expect(() => align(['а'], ['b'], fixed([0, 0]))).toThrow('source unit 0 stands in two');
  });
});

describe('a part of the texts', () => {
  test('[A8] is aligned by itself, and the rest is not in the answer', () => {
    fc.assert(
      fc.property(texts, ([source, target]) => {
        const within = {
          source: upTo(source.length).filter((at) => at % 3 > 0),
          target: upTo(target.length).filter((at) => at > 2),
        };
        const beads = align(source, target, { ...options, within });
        expect(unitsOf(beads, 'source')).toEqual(within.source);
        expect(unitsOf(beads, 'target')).toEqual(within.target);
      }),
    );
  });
});

describe('what is found', () => {
  test('numbers and names across scripts, and what was left out between them', () => {
    const source = [
      'Қабанбай батыр бұл қалаға 1740 жылы көктемде үлкен қолмен келіп жетті.',
      'Шекарада тұрған жау әскері мұны естіп, түн ішінде үдере көшіп кеткен еді.',
      'Бейсенбі күні түстен кейін Нью-Йорк қаласында 80 градусқа дейін ыстық болды.',
    ];
    const target = [
      'Kabanbai Batyr came to this town in the spring of 1740 with a great host.',
      'On Thursday afternoon it was as hot as 80 degrees in the city of New York.',
    ];
    expect(shape(align(source, target, options))).toEqual(['0:0', '1:', '2:1']);
  });

  test('units of one side that belong to one of the other', () => {
    const source = [
      'Кеше Абылай хан 5 адаммен қалаға келді, ал оның інісі Уәли 12 түйемен далада қалды.',
      'Сонымен бітті.',
    ];
    const target = [
      'Yesterday Abylai Khan came to the city with 5 people.',
      'His brother Uali stayed in the steppe with 12 camels.',
      'So it ended.',
    ];
    expect(shape(align(source, target, options))).toEqual(['0:0,1', '1:2']);
  });

  test('neighbours that stand the other way round', () => {
    const source = [
      'Отырар 1219 жылы қоршалды.',
      'Самарқанд пен Бұхара 1220 жылы алынды.',
      'Тараз бен Сайрам 1864 жылы құлады.',
      'Соңы 1900.',
    ];
    const target = [
      'Otrar was besieged in 1219.',
      'Taraz and Sairam fell in 1864.',
      'Samarkand and Bukhara were taken in 1220.',
      'The end 1900.',
    ];
    expect(shape(align(source, target, options))).toEqual(['0:0', '1:2', '2:1', '3:3']);
  });

  test('the reader’s own terms', () => {
    const source = ['Қара шаңырақ құлап түсіпті.', 'Тобылғы гүлдеп тұр екен.'];
    const target = ['Meadowsweet is in blossom.'];
    expect(shape(align(source, target, options))).not.toContain('1:0');
    const glossary = [
      {
        id: 'term',
        kind: 'term' as const,
        modified: '',
        language: 'kk',
        headword: 'тобылғы',
        category: 'word' as const,
        glosses: { en: ['meadowsweet'] },
        notes: {},
      },
    ];
    expect(shape(align(source, target, { ...options, glossary }))).toContain('1:0');
  });

  test('nothing in nothing, and units alone where the other side is empty', () => {
    expect(align([], [], options)).toEqual([]);
    expect(shape(align(['а', 'ә'], [], options))).toEqual(['0:', '1:']);
    expect(shape(align([], ['a'], options))).toEqual([':0']);
  });

  test('a short text beside one ten times as long', () => {
    const long = upTo(300).map((at) => `Жол ${at} туралы сөз ${at * 7}.`);
    const short = upTo(30).map((at) => `The word about road ${at + 100}, ${(at + 100) * 7}.`);
    const beads = align(long, short, options);
    const right = beads.filter(({ source, target }) => (source[0] ?? 0) === (target[0] ?? -1) + 100);
    expect(right.length).toBeGreaterThanOrEqual(27);
  });
});

test('the course through a long text that repeats itself is kept, though passages are missing on either side', () => {
  const sentences = upTo(50).map((at) => ({
    source: `Сөз ${1000 + at} туралы ${'жол '.repeat((at * 7) % 9)}.`,
    target: `Word ${1000 + at} about the ${'road '.repeat((at * 7) % 9)}.`,
  }));
  // The same sentences in ever another order: the steps have no divisor in common with 50.
  const steps = [1, 3, 7, 9, 11, 13, 17, 19, 21, 23];
  const rounds = upTo(20).flatMap((round) =>
    upTo(50).map((at) => sentences[(at * (steps[(round * 7) % 10] ?? 1) + round * 13) % 50]),
  );
  const isLost = (at: number, side: number): boolean => (side === 0 ? at >= 300 && at < 330 : at >= 710 && at < 740);
  const kept = (side: number): number[] => upTo(rounds.length).filter((at) => !isLost(at, side));
  const [own, other] = [kept(0), kept(1)];
  const beads = align(
    own.map((at) => rounds[at]?.source ?? ''),
    other.map((at) => rounds[at]?.target ?? ''),
    options,
  );
  const right = beads.filter(({ source, target }) => own[source[0] ?? -1] === (other[target[0] ?? -1] ?? null));
  expect(right.length).toBeGreaterThan(900);
});

test('[A10] a unit with nothing in it stands alone', () => {
  const beads = align(['Абай 1845.', ' ', 'Ыбырай 1841.'], ['', 'Abai 1845.', 'Ybyrai 1841.'], options);
  expect(shape(beads)).toEqual([':0', '0:1', '1:', '2:2']);
});

describe('while it works', () => {
  const source = upTo(40).map((at) => `Сөйлем ${at}.`);

  test('it tells how far it is, never going back', () => {
    const shares: number[] = [];
    align(source, source, { ...options, progress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
  });

  test('it stops when asked to', () => {
    let asked = 0;
    expect(() => align(source, source, { ...options, shouldStop: () => ++asked > 3 })).toThrow(AlignmentStopped);
  });
});

describe('sentences inside paragraphs', () => {
  const source = ['Ол 5 рет келді. Сосын 9 рет кетті.', 'Түсірілді.', 'Соңы 77 болды.'];
  const target = ['He came 5 times. Then he left 9 times.', 'The end was 77.'];
  const beads = [
    { source: [0], target: [0], confidence: 1 },
    { source: [1], target: [], confidence: 1 },
    { source: [2], target: [1], confidence: 1 },
  ];

  test('[A9] are linked inside the bead of their paragraphs only, each once', () => {
    const nested = linkSentences(source, target, beads, options);
    const links = nested.map(({ sentences }) =>
      sentences.map((link) =>
        [link.source, link.target].map((side) => side.map(({ paragraph, range }) => [paragraph, ...range])),
      ),
    );
    expect(links).toEqual([
      [
        [[[0, 0, 15]], [[0, 0, 16]]],
        [[[0, 16, 34]], [[0, 17, 38]]],
      ],
      [[[[1, 0, 10]], []]],
      [[[[2, 0, 14]], [[1, 0, 15]]]],
    ]);
  });
});
