import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinWithNext } from '#core/alignment/edits/join-paragraphs.ts';
import { linkSelection, swapWithNext, unlink } from '#core/alignment/edits/link.ts';
import { mergeWithNext, mergeWithPrevious } from '#core/alignment/edits/merge.ts';
import { moveParagraph } from '#core/alignment/edits/move.ts';
import { likelySentenceCut, splitAtSentence, splitParagraph } from '#core/alignment/edits/split-paragraph.ts';
import { splitBead, splitBefore } from '#core/alignment/edits/split.ts';
import type { EditState } from '#core/alignment/edits/state.ts';
import { confirm, confirmAbove, markIntended, unconfirm } from '#core/alignment/edits/status.ts';
import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import { language } from '#core/language/language.ts';
import type { SentenceLinks } from '#core/records/bead.ts';
import { reverse, type Change } from '#core/records/change.ts';
import { overtaken } from '#core/records/overtaken.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { byOrder } from '#core/records/order.ts';
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
import { unstamped, worldOf, type World } from './world.ts';

// Rules E of docs/spec/alignment.md, for any work and any edits.

const editions = ['kk', 'en', 'ru'];
const order = fc.constantFrom('a0', 'a1', 'a1', 'a2', 'a3', 'a4', 'b', 'no index');
const sentence = fc
  .array(fc.constantFrom('су', 'water', '1917', 'а', '«иә»', '😀'), { minLength: 1, maxLength: 4 })
  .map((words) => `А ${words.join(' ')}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));

/** Numbers to choose by, whatever there is to choose from. */
const number = fc.nat({ max: 10_000 });
const choose = <T>(list: readonly T[], by: number): T | undefined => list[by % list.length];

interface Seed {
  texts: string[][];
  orders: string[];
  sections: number[];
  breaks: [number, number][];
  marks: [number, number, number, number][];
  links: number[];
}

const seeds = fc.record<Seed>({
  texts: fc.tuple(...editions.map(() => fc.array(text, { minLength: 1, maxLength: 6 }))),
  orders: fc.array(order, { minLength: 1, maxLength: 20 }),
  sections: fc.array(fc.nat({ max: 1 }), { minLength: 6, maxLength: 6 }),
  breaks: fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 })), { minLength: 1, maxLength: 8 }),
  marks: fc.array(fc.tuple(number, number, number, number), { maxLength: 5 }),
  links: fc.array(number, { minLength: 1, maxLength: 6 }),
});

/** A work by chance: three editions, two alignments, some paragraphs in no bead, annotations on anything. */
function workOf(seed: Seed): AnyRecord[] {
  const paragraphs = editions.flatMap((id, at) =>
    (seed.texts[at] ?? []).map((own, n) =>
      paragraph(`${id}-${String(n)}`, id, seed.orders[n % seed.orders.length] ?? 'a0', {
        text: own,
        section: `${id}-s${String(seed.sections[n] ?? 0)}`,
      }),
    ),
  );
  const records: AnyRecord[] = [
    work(),
    ...editions.map((id, at) => edition(id, { order: `a${String(at)}` })),
    ...editions.flatMap((id) => [section(`${id}-s0`, id, 'a0'), section(`${id}-s1`, id, 'a1')]),
    ...paragraphs,
  ];
  for (const to of ['en', 'ru']) {
    const left = paragraphs.filter((one) => one.edition === 'kk').toSorted(inText);
    const right = paragraphs.filter((one) => one.edition === to).toSorted(inText);
    for (const [at, [m, n]] of seed.breaks.entries()) {
      const source = left.splice(0, m);
      const target = right.splice(0, n);
      if (source.length + target.length === 0) continue;
      const sentences = linksOf(source, target, seed.links);
      records.push({
        ...bead(
          `${to}-b${String(at)}`,
          source.map(({ id }) => id),
          target.map(({ id }) => id),
          seed.orders[at % seed.orders.length] ?? 'a0',
        ),
        alignment: `kk~${to}`,
        ...(sentences === null ? {} : { sentences }),
      });
    }
  }
  for (const [at, [one, other, from, length]] of seed.marks.entries()) {
    const targets = [one, other].flatMap((by) => {
      const on = choose(paragraphs, by);
      const start = on === undefined ? 0 : from % on.text.length;
      if (on === undefined || on.text.slice(start, start + 1 + (length % 30)).trim() === '') return [];
      return [describe(on, start, Math.min(on.text.length, start + 1 + (length % 30)))];
    });
    const [first] = targets;
    if (first === undefined) continue;
    records.push(annotation(`n${String(at)}`, { targets }), mismatch(`m${String(at)}`, { target: first }));
    records.push(waiver(`w${String(at)}`, { source: [], target: [first.paragraph] }));
  }
  return records;
}

function inText(a: Paragraph, b: Paragraph): number {
  return a.section < b.section ? -1 : a.section > b.section ? 1 : byOrder(a, b);
}

function countOf(list: readonly Paragraph[]): number {
  return list.reduce((sum, one) => sum + language(one.edition).sentences(one.text).length, 0);
}

function linksOf(
  source: readonly Paragraph[],
  target: readonly Paragraph[],
  by: readonly number[],
): SentenceLinks | null {
  if (source.length === 0 || target.length === 0) return null;
  const counts: [number, number] = [countOf(source), countOf(target)];
  const links: SentenceLinks['links'] = [];
  let right = 0;
  for (let left = 0; left < counts[0]; left += 1) {
    const take = (by[left % by.length] ?? 0) % 3;
    const to = Array.from({ length: Math.min(take, counts[1] - right) }, (_, at) => right + at);
    links.push([[left], to, 0.5]);
    right += to.length;
  }
  return { counts, links };
}

type Edit = (state: EditState, by: readonly [number, number, number]) => Change | null;

function beadAt(state: EditState, by: readonly number[]): [alignment: string, bead: string] {
  const alignment = choose([...state.alignments.keys()], by[0] ?? 0) ?? '';
  return [alignment, choose(state.alignments.get(alignment) ?? [], by[1] ?? 0)?.id ?? ''];
}

function paragraphsAt(state: EditState, by: readonly number[]): [alignment: string, ids: string[]] {
  const [alignment, id] = beadAt(state, by);
  const found = (state.alignments.get(alignment) ?? []).find((one) => one.id === id);
  return [alignment, found === undefined ? [] : [...found.source, ...found.target]];
}

const edits: Record<string, Edit> = {
  merge: (state, by) => mergeWithNext(state, ...beadAt(state, by)),
  mergeBack: (state, by) => mergeWithPrevious(state, ...beadAt(state, by)),
  split: (state, by) => splitBead(state, ...beadAt(state, by)),
  splitBefore: (state, by) => {
    const [alignment, ids] = paragraphsAt(state, by);
    return splitBefore(state, alignment, beadAt(state, by)[1], choose(ids, by[2]) ?? '');
  },
  moveUp: (state, by) => {
    const [alignment, ids] = paragraphsAt(state, by);
    return moveParagraph(state, alignment, choose(ids, by[2]) ?? '', 'up');
  },
  moveDown: (state, by) => {
    const [alignment, ids] = paragraphsAt(state, by);
    return moveParagraph(state, alignment, choose(ids, by[2]) ?? '', 'down');
  },
  unlink: (state, by) => unlink(state, ...beadAt(state, by)),
  link: (state, by) => {
    const [alignment, ids] = paragraphsAt(state, by);
    const [, others] = paragraphsAt(state, [by[0], by[2]]);
    return linkSelection(state, alignment, [choose(ids, by[2]) ?? '', ...others.slice(0, 1 + (by[1] % 2))]);
  },
  swap: (state, by) => swapWithNext(state, ...beadAt(state, by)),
  confirm: (state, by) => confirm(state, beadAt(state, by)[0], [beadAt(state, by)[1]]),
  confirmAbove: (state, by) => confirmAbove(state, ...beadAt(state, by)),
  unconfirm: (state, by) => unconfirm(state, beadAt(state, by)[0], [beadAt(state, by)[1]]),
  intend: (state, by) => markIntended(state, ...beadAt(state, by)),
  splitParagraph: (state, by) => {
    const id = choose(paragraphsAt(state, by)[1], by[2]) ?? '';
    const own = state.paragraph(id)?.text ?? '';
    const spaces = [...own.matchAll(/ /gu)].map(({ index }) => index);
    const at = choose(spaces, by[0]);
    return at === undefined ? null : splitParagraph(state, id, at, { original: true });
  },
  splitSentence: (state, by) => {
    const cut = likelySentenceCut(state, ...beadAt(state, by));
    return cut === null ? null : splitAtSentence(state, ...beadAt(state, by), cut, { original: true });
  },
  join: (state, by) => joinWithNext(state, choose(paragraphsAt(state, by)[1], by[2]) ?? '', { original: true }),
};

const someEdits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), number, number, number), {
  minLength: 1,
  maxLength: 12,
});

/** Calls back before and after each edit that does something; gives what was done. */
function editAll(
  world: World,
  steps: readonly [string, number, number, number][],
  after: (change: Change) => void,
): Change[] {
  return steps.flatMap(([name, ...by]) => {
    const change = edits[name]?.(world.state(), by) ?? null;
    if (change === null) return [];
    world.perform(change);
    after(change);
    return [change];
  });
}

const runs = { numRuns: 400 };

test('[E1] any edits, undone one by one, give the same records', () => {
  fc.assert(
    fc.property(seeds, someEdits, (seed, steps) => {
      const world = worldOf(workOf(seed));
      const before = unstamped(world);
      const done = editAll(world, steps, () => undefined);
      for (const change of done.toReversed()) {
        expect(overtaken(world.current, change)).toBe(false);
        world.perform(reverse(change));
      }
      expect(unstamped(world)).toEqual(before);
    }),
    runs,
  );
});

test('[E2] after any edit every paragraph stands in one bead, and normalising changes nothing of what is stored', () => {
  fc.assert(
    fc.property(seeds, someEdits, (seed, steps) => {
      const world = worldOf(workOf(seed));
      editAll(world, steps, (change) => {
        const { alignments, paragraphs } = world.records();
        const touched = new Set(
          [...change.added, ...change.updated.map(([, to]) => to)].flatMap((one) =>
            one.kind === 'bead' ? one.alignment : [],
          ),
        );
        for (const [name, beads] of alignments) {
          const [source = '', target = ''] = name.split('~');
          const ids = (id: string): string[] => (paragraphs.get(id) ?? []).map((one) => one.id).toSorted();
          expect(beads.flatMap((one) => one.source).toSorted()).toEqual(ids(source));
          expect(beads.flatMap((one) => one.target).toSorted()).toEqual(ids(target));
          if (!touched.has(name)) continue;
          for (const one of beads) expect(world.current(one.id)).toEqual(one);
          const orders = beads.map((one) => `${one.order}\n${one.id}`);
          expect(new Set(orders).size).toBe(orders.length);
        }
      });
    }),
    runs,
  );
});

test('[E2] after any edit the beads that it did not touch stand in the same order', () => {
  fc.assert(
    fc.property(seeds, someEdits, (seed, steps) => {
      const world = worldOf(workOf(seed));
      const shown = (): Map<string, string[]> =>
        new Map([...world.records().alignments].map(([name, beads]) => [name, beads.map(({ id }) => id)]));
      let before = shown();
      editAll(world, steps, () => {
        const now = shown();
        for (const [name, ids] of now) {
          const stayed = new Set(before.get(name));
          const still = new Set(ids);
          expect(ids.filter((id) => stayed.has(id))).toEqual(before.get(name)?.filter((id) => still.has(id)));
        }
        before = now;
      });
    }),
    runs,
  );
});

test('[E3] sentence links are never out of range, and name a sentence once', () => {
  fc.assert(
    fc.property(seeds, someEdits, (seed, steps) => {
      const world = worldOf(workOf(seed));
      editAll(world, steps, () => {
        const { alignments, paragraphs } = world.records();
        const byId = new Map([...paragraphs.values()].flat().map((one) => [one.id, one]));
        for (const { source, target, sentences } of [...alignments.values()].flat()) {
          if (sentences === undefined) continue;
          const texts = [source, target].map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
          expect(sentences.counts).toEqual(texts.map(countOf));
          for (const side of [0, 1] as const) {
            const named = sentences.links.flatMap((link) => link[side]);
            expect(new Set(named).size).toBe(named.length);
            expect(named.every((at) => at < sentences.counts[side])).toBe(true);
          }
        }
      });
    }),
    runs,
  );
});

test('[E16] annotations and places that are no term stay on the same words', () => {
  fc.assert(
    fc.property(seeds, someEdits, (seed, steps) => {
      const world = worldOf(workOf(seed));
      const words = (): [string, string][] => {
        const { annotations, paragraphs } = world.records();
        const texts = new Map([...paragraphs.values()].flat().map((one) => [one.id, one.text]));
        return annotations.map((one) => [
          one.id,
          one.targets
            .map((on) => {
              const place = resolve(on, texts.get(on.paragraph) ?? '');
              expect(place?.how).toBe('exact');
              return texts.get(on.paragraph)?.slice(place?.start, place?.end) ?? '';
            })
            .join('')
            .replaceAll(/\s/gu, ''),
        ]);
      };
      const before = words();
      editAll(world, steps, () => {
        expect(words()).toEqual(before);
        const present = new Set([...world.records().paragraphs.values()].flat().map(({ id }) => id));
        const { mismatches, waivers } = world.records();
        expect(mismatches.every(({ target }) => present.has(target.paragraph))).toBe(true);
        expect(waivers.every(({ target }) => target.every((id) => present.has(id)))).toBe(true);
      });
    }),
    runs,
  );
});

test('[E15] no letter of any text is lost or moved', () => {
  fc.assert(
    fc.property(seeds, someEdits, (seed, steps) => {
      const world = worldOf(workOf(seed));
      const letters = (): string[] =>
        [...world.records().paragraphs.values()].map((list) =>
          list
            .map((one) => one.text)
            .join('')
            .replaceAll(/\s/gu, ''),
        );
      const before = letters();
      editAll(world, steps, () => expect(letters()).toEqual(before));
    }),
    runs,
  );
});
