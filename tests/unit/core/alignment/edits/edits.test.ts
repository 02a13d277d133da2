import { describe, expect, test } from 'vitest';
import { joinWithNext } from '#core/alignment/edits/join-paragraphs.ts';
import { linkSelection, swapWithNext, unlink } from '#core/alignment/edits/link.ts';
import { mergeWithNext, mergeWithPrevious } from '#core/alignment/edits/merge.ts';
import { moveParagraph } from '#core/alignment/edits/move.ts';
import { likelySentenceCut, splitAtSentence, splitParagraph } from '#core/alignment/edits/split-paragraph.ts';
import { likelyCut, splitBead, splitBefore } from '#core/alignment/edits/split.ts';
import { confirm, confirmAbove, markIntended, unconfirm, unmarkIntended } from '#core/alignment/edits/status.ts';
import { resolve } from '#core/annotation/resolve.ts';
import { describe as target } from '#core/annotation/describe.ts';
import type { Bead } from '#core/records/bead.ts';
import { noChange, type Change } from '#core/records/change.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import {
  annotation,
  bead,
  edition,
  mismatch,
  paragraph,
  section,
  waiver,
  work,
} from '../../../../fixtures/library/records.ts';
import { beadsOf, drawn, worldOf, type World } from './world.ts';

// Rules E of docs/spec/alignment.md.

const order = (n: number): string => `a${String(n)}`;

/** Texts by edition, and beads as `kk-1+kk-2=en-1`. */
function workOf(
  texts: Record<string, string[]>,
  beads: string[],
  more: readonly AnyRecord[] = [],
  rest: Partial<Bead> = {},
): World {
  const editions = Object.keys(texts);
  return worldOf([
    work(),
    ...editions.map((id, at) => edition(id, { order: order(at) })),
    ...editions.map((id) => section(`${id}-s`, id)),
    ...editions.flatMap((id) =>
      (texts[id] ?? []).map((text, at) => paragraph(`${id}-${String(at + 1)}`, id, order(at + 1), { text })),
    ),
    ...beads.map((line, at) => {
      const [source = '', to = ''] = line.split('=');
      return bead(
        `b${String(at + 1)}`,
        source.split('+').filter(Boolean),
        to.split('+').filter(Boolean),
        order(at + 1),
        rest,
      );
    }),
    ...more,
  ]);
}

const three = (): World =>
  workOf({ kk: ['Бір.', 'Екі.', 'Үш.'], en: ['One.', 'Two.', 'Three.'] }, ['kk-1=en-1', 'kk-2=en-2', 'kk-3=en-3']);
const done = (world: World, change: Change | null): World => {
  expect(change).not.toBeNull();
  world.perform(change ?? noChange);
  return world;
};
const at = (world: World, index: number): Bead => {
  const found = beadsOf(world)[index];
  if (found === undefined) throw new Error(`no bead ${String(index)}`);
  return found;
};

describe('merging', () => {
  test('[E7] makes one bead of two, which keeps the id of the first and is confirmed', () => {
    const world = done(three(), mergeWithNext(three().state(), 'kk~en', 'b1'));
    expect(drawn(world)).toEqual(['kk-1+kk-2=en-1+en-2!', 'kk-3=en-3']);
    expect(at(world, 0)).toMatchObject({ id: 'b1', confidence: 1 });
  });

  test('[E7] with the one before is merging that one with the next', () => {
    expect(drawn(done(three(), mergeWithPrevious(three().state(), 'kk~en', 'b2')))).toEqual([
      'kk-1+kk-2=en-1+en-2!',
      'kk-3=en-3',
    ]);
  });

  test('[E7] does nothing at the ends', () => {
    expect(mergeWithNext(three().state(), 'kk~en', 'b3')).toBeNull();
    expect(mergeWithPrevious(three().state(), 'kk~en', 'b1')).toBeNull();
  });

  test('[E3] counts the sentence links of the second on from those of the first', () => {
    const world = workOf(
      { kk: ['Бір. Екі.', 'Үш.'], en: ['One and two.', 'Three. Four.'] },
      [],
      [
        bead('b1', ['kk-1'], ['en-1'], 'a1', { sentences: { counts: [2, 1], links: [[[0, 1], [0], 0.9]] } }),
        bead('b2', ['kk-2'], ['en-2'], 'a2', {
          sentences: {
            counts: [1, 2],
            links: [
              [[0], [0], 0.8],
              [[], [1], 0.7],
            ],
          },
        }),
      ],
    );
    done(world, mergeWithNext(world.state(), 'kk~en', 'b1'));
    expect(at(world, 0).sentences).toEqual({
      counts: [3, 3],
      links: [
        [[0, 1], [0], 0.9],
        [[2], [1], 0.8],
        [[], [2], 0.7],
      ],
    });
  });

  test('[E3] leaves out links that were made for other sentences', () => {
    const world = workOf(
      { kk: ['Бір. Екі.', 'Үш.'], en: ['One.', 'Three.'] },
      [],
      [
        bead('b1', ['kk-1'], ['en-1'], 'a1', { sentences: { counts: [1, 1], links: [[[0], [0], 0.9]] } }),
        bead('b2', ['kk-2'], ['en-2'], 'a2', { sentences: { counts: [1, 1], links: [[[0], [0], 0.8]] } }),
      ],
    );
    done(world, mergeWithNext(world.state(), 'kk~en', 'b1'));
    expect(at(world, 0).sentences).toEqual({ counts: [3, 2], links: [[[2], [1], 0.8]] });
  });
});

describe('splitting a bead', () => {
  const four = (rest: Partial<Bead> = {}): World =>
    workOf(
      { kk: ['Бірінші абзац ұзындау.', 'Екінші.'], en: ['First,', 'which is longer.', 'Second.'] },
      ['kk-1+kk-2=en-1+en-2+en-3'],
      [],
      rest,
    );

  test('[E8] cuts where the parts have like shares of the text', () => {
    const world = four();
    done(world, splitBead(world.state(), 'kk~en', 'b1'));
    expect(drawn(world)).toEqual(['kk-1=en-1+en-2!', 'kk-2=en-3!']);
    expect(at(world, 0).id).toBe('b1');
  });

  test('[E8] cuts where no sentence link is torn', () => {
    const links: [number[], number[], number][] = [
      [[0], [0], 1],
      [[1], [1, 2], 1],
    ];
    const world = four({ sentences: { counts: [2, 3], links } });
    done(world, splitBead(world.state(), 'kk~en', 'b1'));
    expect(drawn(world)).toEqual(['kk-1=en-1!', 'kk-2=en-2+en-3!']);
    expect(beadsOf(world).map(({ sentences }) => sentences?.links)).toEqual([[[[0], [0], 1]], [[[0], [0, 1], 1]]]);
  });

  test('[E8] cuts before a paragraph, the other side where it is likeliest', () => {
    const world = four();
    done(world, splitBefore(world.state(), 'kk~en', 'b1', 'en-2'));
    expect(drawn(world)).toEqual(['kk-1=en-1!', 'kk-2=en-2+en-3!']);
  });

  test('[E8] cuts where it is told to, and refuses what leaves nothing', () => {
    const world = four();
    expect(() => splitBead(world.state(), 'kk~en', 'b1', { source: 0, target: 0 })).toThrow('cannot be cut at 0, 0');
    done(world, splitBead(world.state(), 'kk~en', 'b1', { source: 2, target: 1 }));
    expect(drawn(world)).toEqual(['kk-1+kk-2=en-1!', '=en-2+en-3']);
  });

  test('[E8] has nothing to cut in a bead of one paragraph on either side', () => {
    expect(splitBead(three().state(), 'kk~en', 'b1')).toBeNull();
    expect(likelyCut(three().state(), bead('b', ['kk-1'], []))).toBeNull();
  });
});

describe('moving a paragraph', () => {
  test('[E9] takes it to the bead before, and those before it as well', () => {
    const world = workOf({ kk: ['1', '2'], en: ['1', '2', '3', '4'] }, ['kk-1=en-1', 'kk-2=en-2+en-3+en-4']);
    done(world, moveParagraph(world.state(), 'kk~en', 'en-3', 'up'));
    expect(drawn(world)).toEqual(['kk-1=en-1+en-2+en-3!', 'kk-2=en-4']);
  });

  test('[E9] takes it to the bead after, and those after it as well', () => {
    const world = workOf({ kk: ['1', '2', '3', '4'], en: ['1', '2'] }, ['kk-1+kk-2+kk-3=en-1', 'kk-4=en-2']);
    done(world, moveParagraph(world.state(), 'kk~en', 'kk-2', 'down'));
    expect(drawn(world)).toEqual(['kk-1=en-1', 'kk-2+kk-3+kk-4=en-2!']);
  });

  test('[E9] takes away a bead that is left empty', () => {
    const world = workOf({ kk: ['1'], en: ['1', '2'] }, ['kk-1=en-1', '=en-2']);
    done(world, moveParagraph(world.state(), 'kk~en', 'en-2', 'up'));
    expect(drawn(world)).toEqual(['kk-1=en-1+en-2!']);
  });

  test('[E5] leaves a bead with one side automatic, with confidence 0', () => {
    const world = three();
    done(world, moveParagraph(world.state(), 'kk~en', 'en-2', 'down'));
    expect(drawn(world)).toEqual(['kk-1=en-1', 'kk-2=', 'kk-3=en-2+en-3!']);
    expect(at(world, 1)).toMatchObject({ status: 'auto', confidence: 0 });
  });

  test('[E9] has nowhere to go at the ends', () => {
    expect(moveParagraph(three().state(), 'kk~en', 'kk-1', 'up')).toBeNull();
    expect(moveParagraph(three().state(), 'kk~en', 'en-3', 'down')).toBeNull();
  });
});

describe('linking', () => {
  test('[E10] unlinking leaves each paragraph alone', () => {
    const world = workOf({ kk: ['1', '2'], en: ['1'] }, ['kk-1+kk-2=en-1']);
    done(world, unlink(world.state(), 'kk~en', 'b1'));
    expect(drawn(world)).toEqual(['kk-1=', 'kk-2=', '=en-1']);
    expect(unlink(world.state(), 'kk~en', 'b1')).toBeNull();
  });

  test('[E11] makes one bead of any paragraphs, where the first of the source stood', () => {
    const world = three();
    done(world, linkSelection(world.state(), 'kk~en', ['kk-1', 'en-3']));
    expect(drawn(world)).toEqual(['kk-1=en-3!', '=en-1', 'kk-2=en-2', 'kk-3=']);
  });

  test('[E11] parts what is left of a bead into what stood before and after', () => {
    const world = workOf({ kk: ['1', '2', '3'], en: ['1', '2'] }, ['kk-1+kk-2+kk-3=en-1+en-2']);
    done(world, linkSelection(world.state(), 'kk~en', ['kk-2', 'en-2']));
    expect(drawn(world)).toEqual(['kk-1=en-1', 'kk-2=en-2!', 'kk-3=']);
  });

  test('[E11] leaves the other side with what follows when nothing stood before', () => {
    const world = workOf({ kk: ['1', '2'], en: ['1', '2'] }, ['kk-1+kk-2=en-1', '=en-2']);
    done(world, linkSelection(world.state(), 'kk~en', ['kk-1', 'en-2']));
    expect(drawn(world)).toEqual(['kk-1=en-2!', 'kk-2=en-1']);
  });

  test('[E11] does nothing to what is a bead already, and refuses nothing', () => {
    const { state } = three();
    expect(linkSelection(state(), 'kk~en', ['kk-1', 'en-1'])).toBeNull();
    expect(() => linkSelection(state(), 'kk~en', [])).toThrow('no paragraphs to link');
    expect(() => linkSelection(state(), 'kk~en', ['kk-9'])).toThrow('kk-9');
  });

  test('[E12] lets a bead and the next exchange their targets', () => {
    const world = three();
    done(world, swapWithNext(world.state(), 'kk~en', 'b1'));
    expect(drawn(world)).toEqual(['kk-1=en-2!', 'kk-2=en-1!', 'kk-3=en-3']);
    done(world, swapWithNext(world.state(), 'kk~en', 'b1'));
    expect(drawn(world)).toEqual(['kk-1=en-1!', 'kk-2=en-2!', 'kk-3=en-3']);
  });
});

describe('what a person says of beads', () => {
  test('[E13] confirms them, and doubts them again', () => {
    const world = done(three(), confirm(three().state(), 'kk~en', ['b2']));
    expect(at(world, 1)).toMatchObject({ status: 'confirmed', confidence: 1 });
    expect(confirm(world.state(), 'kk~en', ['b2'])).toBeNull();
    done(world, unconfirm(world.state(), 'kk~en', ['b2']));
    expect(at(world, 1)).toMatchObject({ status: 'auto', confidence: 0 });
  });

  test('[E13] confirms all above, but not the bead itself', () => {
    expect(drawn(done(three(), confirmAbove(three().state(), 'kk~en', 'b3')))).toEqual([
      'kk-1=en-1!',
      'kk-2=en-2!',
      'kk-3=en-3',
    ]);
    expect(confirmAbove(three().state(), 'kk~en', 'b1')).toBeNull();
  });

  test('[E14] marks only what stands alone as left out on purpose', () => {
    const world = workOf({ kk: ['1', '2'], en: ['1'] }, ['kk-1=en-1', 'kk-2=']);
    expect(markIntended(world.state(), 'kk~en', 'b1')).toBeNull();
    done(world, markIntended(world.state(), 'kk~en', 'b2'));
    expect(at(world, 1)).toMatchObject({ intended: true, status: 'confirmed' });
    done(world, unmarkIntended(world.state(), 'kk~en', 'b2'));
    expect(at(world, 1).intended).toBeUndefined();
  });

  test('[E6] forgets that it was on purpose when a bead gets its other side', () => {
    const world = workOf({ kk: ['1', '2'], en: ['1'] }, ['kk-1=en-1', 'kk-2='], [], {});
    done(world, markIntended(world.state(), 'kk~en', 'b2'));
    done(world, mergeWithNext(world.state(), 'kk~en', 'b1'));
    expect(at(world, 0).intended).toBeUndefined();
  });
});

describe('splitting a paragraph', () => {
  const text = 'One two. Three four. Five.';
  const en1 = paragraph('en-1', 'en', 'a1', { text });
  const sentences = {
    counts: [2, 3] as [number, number],
    links: [
      [[0], [0, 1], 0.9],
      [[1], [2], 0.8],
    ] as [number[], number[], number][],
  };
  const world = (more: AnyRecord[] = []): World =>
    workOf(
      { kk: ['Бір екі үш төрт. Бес.', 'Алты.'], en: [text, 'Six.'] },
      [],
      [bead('b1', ['kk-1'], ['en-1'], 'a1', { sentences }), bead('b2', ['kk-2'], ['en-2'], 'a2'), ...more],
    );
  const textsOf = (of: World, id = 'en'): string[] => (of.records().paragraphs.get(id) ?? []).map((one) => one.text);

  test('[E15] keeps the id for the first part, and puts the second after it, in the same bead', () => {
    const made = world();
    done(made, splitParagraph(made.state(), 'en-1', 8));
    expect(textsOf(made)).toEqual(['One two.', 'Three four. Five.', 'Six.']);
    expect(drawn(made)).toEqual(['kk-1=en-1+new-1', 'kk-2=en-2']);
    expect(at(made, 0).sentences).toEqual(sentences);
  });

  test('[E3] counts a sentence that is cut in two as two', () => {
    const made = world();
    done(made, splitParagraph(made.state(), 'en-1', 3));
    expect(at(made, 0).sentences).toEqual({
      counts: [2, 4],
      links: [
        [[0], [0, 1, 2], 0.9],
        [[1], [3], 0.8],
      ],
    });
  });

  test('[E16] takes annotations along, and cuts in two what spans the cut', () => {
    const made = world([
      annotation('first', { targets: [target(en1, 4, 7)] }),
      annotation('second', { targets: [target(en1, 21, 25)] }),
      annotation('across', { targets: [target(en1, 4, 14)] }),
      mismatch('m', { target: target(en1, 9, 14) }),
      waiver('w', { source: [], target: ['en-1'] }),
    ]);
    done(made, splitParagraph(made.state(), 'en-1', 8));
    const { annotations, mismatches, waivers, paragraphs } = made.records();
    const exact = (id: string): string[] =>
      (annotations.find((one) => one.id === id)?.targets ?? []).map((one) => {
        const on = [...paragraphs.values()].flat().find((other) => other.id === one.paragraph);
        const place = on === undefined ? null : resolve(one, on.text);
        return `${one.paragraph}: ${on?.text.slice(place?.start, place?.end) ?? ''} ${place?.how ?? ''}`;
      });
    expect(exact('first')).toEqual(['en-1: two exact']);
    expect(exact('second')).toEqual(['new-1: Five exact']);
    expect(exact('across')).toEqual(['en-1: two. exact', 'new-1: Three exact']);
    expect(mismatches[0]?.target).toMatchObject({ paragraph: 'new-1', start: 0, end: 5 });
    expect(waivers[0]?.target).toEqual(['en-1', 'new-1']);
  });

  test('[E17] cuts the original only when asked', () => {
    const { state } = world();
    expect(() => splitParagraph(state(), 'kk-1', 16)).toThrow('original');
    const made = done(world(), splitParagraph(state(), 'kk-1', 16, { original: true }));
    expect(textsOf(made, 'kk')).toEqual(['Бір екі үш төрт.', 'Бес.', 'Алты.']);
  });

  test('[E15] refuses a cut that leaves a part empty', () => {
    for (const offset of [0, 26, -1, 99, 1.5]) {
      expect(() => splitParagraph(world().state(), 'en-1', offset)).toThrow('cannot be cut');
    }
  });

  test('[E18] cuts a bead in two at a sentence of either side', () => {
    const made = world();
    const cut = likelySentenceCut(made.state(), 'kk~en', 'b1');
    expect(cut).toEqual({ source: { paragraph: 'kk-1', sentence: 1 }, target: { paragraph: 'en-1', sentence: 2 } });
    if (cut === null) return;
    done(made, splitAtSentence(made.state(), 'kk~en', 'b1', cut, { original: true }));
    expect(drawn(made)).toEqual(['kk-1=en-1!', 'new-1=new-2!', 'kk-2=en-2']);
    expect(beadsOf(made).map((one) => one.sentences)).toEqual([
      { counts: [1, 2], links: [[[0], [0, 1], 0.9]] },
      { counts: [1, 1], links: [[[0], [0], 0.8]] },
      undefined,
    ]);
  });

  test('[E18] takes an annotation with a counterpart along on both sides', () => {
    const kk1 = paragraph('kk-1', 'kk', 'a1', { text: 'Бір екі үш төрт. Бес.' });
    const made = world([annotation('both', { targets: [target(kk1, 17, 20), target(en1, 21, 25)] })]);
    const cut = likelySentenceCut(made.state(), 'kk~en', 'b1') ?? { source: null, target: null };
    done(made, splitAtSentence(made.state(), 'kk~en', 'b1', cut, { original: true }));
    expect(made.records().annotations[0]?.targets.map((one) => one.paragraph)).toEqual(['new-1', 'new-2']);
  });

  test('[E19] joining gives back what splitting made', () => {
    const made = world([annotation('across', { targets: [target(en1, 4, 14)] })]);
    done(made, splitParagraph(made.state(), 'en-1', 8));
    done(made, joinWithNext(made.state(), 'en-1'));
    expect(textsOf(made)).toEqual([text, 'Six.']);
    expect(made.records().annotations[0]?.targets).toEqual([target(en1, 4, 14)]);
    expect(at(made, 0).sentences).toEqual(sentences);
  });

  test('[E19] joins the beads of the paragraphs that it joins', () => {
    const made = world();
    done(made, joinWithNext(made.state(), 'en-1'));
    expect(textsOf(made)).toEqual([`${text} Six.`]);
    expect(drawn(made)).toEqual(['kk-1+kk-2=en-1']);
    expect(joinWithNext(made.state(), 'en-1')).toBeNull();
  });
});
