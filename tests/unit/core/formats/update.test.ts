import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as targetOf } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import { emptyText } from '#core/formats/empty-edition.ts';
import type { ImportedBlock, ImportedText } from '#core/formats/imported.ts';
import { pairParagraphs } from '#core/formats/pair-paragraphs.ts';
import { toWork, type WorkPlan } from '#core/formats/to-work.ts';
import { updateEdition, type UpdatedWork } from '#core/formats/update.ts';
import type { Annotation } from '#core/records/annotation.ts';
import { applied } from '#core/records/apply.ts';
import { reverse, type Change } from '#core/records/change.ts';
import { normalise } from '#core/records/normalise.ts';
import type { AnyRecord } from '#core/records/schema.ts';

const block = (text: string, more: Partial<ImportedBlock> = {}): ImportedBlock => ({
  type: 'text',
  text,
  marks: [],
  ...more,
});
const textOf = (blocks: readonly (string | ImportedBlock)[], language = 'en'): ImportedText => ({
  title: null,
  author: null,
  translator: null,
  date: null,
  language,
  blocks: blocks.map((one) => (typeof one === 'string' ? block(one) : one)),
});

/** A work of a Kazakh text and an English one, paragraph beside paragraph, with annotations on words of the English one. */
function workOf(
  english: readonly (string | ImportedBlock)[],
  quotes: readonly (readonly [paragraph: number, words: string])[] = [],
) {
  const plan: WorkPlan = {
    id: 'w',
    titles: { en: 'W' },
    created: '2026-01-01T00:00:00.000Z',
    editions: [
      {
        id: 'kk',
        language: 'kk',
        title: 'W',
        text: textOf(
          english.map((_, at) => `Абзац ${String(at)}`),
          'kk',
        ),
      },
      { id: 'en', language: 'en', title: 'W', text: textOf(english) },
    ],
    links: [
      {
        between: [0, 1],
        beads: english.map((_, at) => ({ source: [at], target: [at], status: 'auto', confidence: 0.9 })),
      },
    ],
  };
  const records = toWork(plan);
  const annotations = quotes.map(([paragraph, words], at): Annotation => {
    const id = `en-${String(paragraph + 1)}`;
    const found = records.find((record) => record.id === id);
    if (found?.kind !== 'paragraph') throw new Error(id);
    const start = found.text.indexOf(words);
    return {
      id: `a${String(at)}`,
      kind: 'annotation',
      modified: '',
      created: '2026-01-01T00:00:00.000Z',
      motivation: 'highlighting',
      colour: 'fact',
      body: '',
      tags: [],
      targets: [targetOf(found, start, start + words.length)],
    };
  });
  return stored([...records, ...annotations]);
}

function stored(records: readonly AnyRecord[]) {
  const joined = new Map(records.map((record) => [record.id, record]));
  const state = normalise('w', joined);
  return {
    state,
    with: (change: Change) => {
      const next = new Map(joined);
      for (const record of applied((id) => joined.get(id) ?? null, change)) next.set(record.id, record);
      return stored([...next.values()]);
    },
  };
}

let made = 0;
const newId = (): string => `new-${String((made += 1))}`;
const update = (work: UpdatedWork, blocks: readonly (string | ImportedBlock)[]) =>
  updateEdition(work, 'en', textOf(blocks), {}, newId);
const english = (work: UpdatedWork) => work.paragraphs.get('en') ?? [];

const first = 'The Provisional Government could not solve the agrarian question that the people awaited.';
const second = 'Nation building began, and the Alash movement entered a new stage of its long history.';
const third = 'In December the All-Kazakh Congress met in Orenburg and proclaimed the Alash autonomy.';

describe('a newer version of a text', () => {
  test('that is the same changes nothing', () => {
    const { state } = workOf([first, second, third], [[1, 'Alash']]);
    const { change, preview } = update(state, [first, second, third]);
    expect(change).toEqual({ added: [], updated: [], removed: [] });
    expect(preview).toMatchObject({ same: 3, changed: [], added: [], removed: [], moved: 0, lost: [] });
  });

  test('keeps the ids and beads of paragraphs that stay or are only changed', () => {
    const work = workOf([first, second, third]);
    const { change, preview } = update(work.state, ['A new one.', first, second.replace('long', 'short'), third]);
    expect(preview).toMatchObject({ same: 2, added: ['A new one.'], removed: [] });
    const after = work.with(change).state;
    expect(
      english(after)
        .slice(1)
        .map(({ id }) => id),
    ).toEqual(['en-1', 'en-2', 'en-3']);
    const linked = after.alignments.get('kk~en')?.filter(({ source, target }) => source.length * target.length > 0);
    expect(linked?.map(({ source, target }) => [source, target])).toEqual([
      [['kk-1'], ['en-1']],
      [['kk-2'], ['en-2']],
      [['kk-3'], ['en-3']],
    ]);
  });

  test('moves annotations with their words, also into another paragraph', () => {
    const work = workOf(
      [`${first} ${second}`, third],
      [
        [0, 'Alash movement'],
        [1, 'met in Orenburg'],
      ],
    );
    const { change, preview } = update(work.state, [
      first,
      second,
      third.replace('In December', 'Late in December 1917'),
    ]);
    expect(preview).toMatchObject({ moved: 2, lost: [] });
    const after = work.with(change).state;
    const quotes = after.annotations.map(({ targets }) =>
      targets.map((target) =>
        english(after)
          .find(({ id }) => id === target.paragraph)
          ?.text.slice(target.start, target.end),
      ),
    );
    expect(quotes).toEqual([['Alash movement'], ['met in Orenburg']]);
    // Both parts of the paragraph that was cut stand beside what the whole stood beside.
    expect(after.alignments.get('kk~en')?.[0]?.target).toEqual(
      english(after)
        .slice(0, 2)
        .map(({ id }) => id),
    );
  });

  test('tells of annotations whose text is gone, and sticks them onto nothing else', () => {
    const work = workOf([first, second, third], [[1, 'Alash movement']]);
    const { change, preview } = update(work.state, [first, third]);
    expect(preview).toMatchObject({ removed: [second], lost: [{ id: 'a0', quote: 'Alash movement' }] });
    expect(work.with(change).state.annotations[0]?.targets[0]?.paragraph).toBe('en-2');
  });

  test('puts paragraphs together with what they stand beside', () => {
    const work = workOf([first, second, third]);
    const after = work.with(update(work.state, [`${first} ${second}`, third]).change).state;
    expect(after.alignments.get('kk~en')?.[0]).toMatchObject({ source: ['kk-1', 'kk-2'], target: ['en-1'] });
  });

  test('that is plain text leaves the headings, sections and marks of the old one', () => {
    const marks = [{ type: 'emphasis' as const, start: 4, end: 15 }];
    const work = workOf([block('Chapter one of the book', { type: 'heading', level: 1 }), block(first, { marks })]);
    const after = work.with(update(work.state, ['Chapter one of the book', `So. ${first}`]).change).state;
    expect(english(after).map(({ type, marks: kept }) => [type, kept.length])).toEqual([
      ['heading', 0],
      ['text', 1],
    ]);
    expect(english(after)[1]?.marks[0]).toMatchObject({ start: 8, end: 19 });
    expect(after.sections.filter(({ edition }) => edition === 'en')).toHaveLength(1);
  });

  test('is undone whole', () => {
    const words = fc.constantFrom(
      'steppe',
      'people',
      'winter',
      'congress',
      'railway',
      'harvest',
      'council',
      'land',
      'river',
    );
    const paragraph = fc.array(words, { minLength: 4, maxLength: 12 }).map((list) => list.join(' '));
    const texts = fc.array(paragraph, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const work = workOf(before, [[0, before[0]?.split(' ')[1] ?? '']]);
        const { change } = update(work.state, after);
        const next = work.with(change);
        expect(english(next.state).map(({ text }) => text)).toEqual(after);
        const ids = english(next.state).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const wrong = next.state.annotations
          .flatMap(({ targets }) => targets)
          .filter((target) => {
            const stands = english(next.state).find(({ id }) => id === target.paragraph)?.text ?? '';
            return resolve(target, stands) !== null && !stands.includes(target.quote.exact);
          });
        expect(wrong).toEqual([]);
        const back = next.with(reverse(change));
        expect(english(back.state)).toEqual(english(work.state));
        expect(back.state.annotations).toEqual(work.state.annotations);
        expect(back.state.alignments).toEqual(work.state.alignments);
      }),
      { numRuns: 200 },
    );
  });
});

describe('pairs of paragraphs', () => {
  test('cover both texts, each paragraph once', () => {
    const texts = fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (old, now) => {
        const groups = pairParagraphs(old, now);
        const rising = (list: number[]): number[] => list.toSorted((a, b) => a - b);
        expect(rising(groups.flatMap((group) => group.old))).toEqual(old.map((_, at) => at));
        expect(groups.flatMap((group) => group.now)).toEqual(now.map((_, at) => at));
      }),
    );
  });

  test('leave out neighbours that are gone', () => {
    const changed = first.replace('question', 'issue');
    expect(pairParagraphs([third, 'Chapter 2', first, second], [changed])).toEqual([
      { old: [0], now: [] },
      { old: [1], now: [] },
      { old: [2], now: [0] },
      { old: [3], now: [] },
    ]);
  });

  test('find a paragraph that moved, and one of which two words in five changed', () => {
    const changed = second
      .split(' ')
      .map((word, at) => (at % 5 < 2 ? `x${word}` : word))
      .join(' ');
    expect(pairParagraphs([first, second, third], [third, first, changed])).toEqual([
      { old: [2], now: [0] },
      { old: [0], now: [1] },
      { old: [1], now: [2] },
    ]);
  });
});

test('a translation to be written has an empty paragraph beside each of the original’s', () => {
  const { state } = workOf([block('One', { type: 'heading', level: 2 }), second]);
  const records = emptyText(
    'ru',
    state.sections.filter(({ edition }) => edition === 'kk'),
    state.paragraphs.get('kk') ?? [],
  );
  const edition: AnyRecord = { id: 'ru', kind: 'edition', modified: '', language: 'ru', title: '', order: 'a9' };
  const after = workOf([first, second]).with({ added: [edition, ...records], updated: [], removed: [] }).state;
  expect(after.paragraphs.get('ru')?.map(({ text }) => text)).toEqual(['', '']);
  expect(after.alignments.get('kk~ru')?.map(({ source, target, status }) => [source, target, status])).toEqual([
    [['kk-1'], ['ru-1'], 'confirmed'],
    [['kk-2'], ['ru-2'], 'confirmed'],
  ]);
});
