import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportedBead, ImportedBlock, ImportedText } from '#core/formats/imported.ts';
import { toWork } from '#core/formats/to-work.ts';
import { updateEdition } from '#core/formats/update.ts';
import { applied } from '#core/records/apply.ts';
import type { Bead } from '#core/records/bead.ts';
import { reverse, type Change } from '#core/records/change.ts';
import { normalise } from '#core/records/normalise.ts';
import type { AnyRecord } from '#core/records/schema.ts';

/** What both texts say, so that the aligner has something to go by: names and numbers are alike in both languages. */
const pairs = [
  ['Уақытша үкімет 1917 жылы аграрлық мәселені шеше алмады.', 'The Provisional Government failed over land in 1917.'],
  ['Алаш қозғалысы Орынборда съезін өткізді.', 'The Alash movement held its congress in Orenburg.'],
  ['1918 жылы 12 наурызда Колчак Сібірге келді.', 'On 12 March 1918 Kolchak came to Siberia.'],
  ['Тынышпаев пен Шоқай Қоқанда 8 мүше сайлады.', 'Tynyshpaev and Chokay elected 8 members in Kokand.'],
  ['Жалпы 246 делегат дауыс берді.', 'Altogether 246 delegates voted.'],
  ['Мәскеуде Ленин 3 декретке қол қойды.', 'In Moscow Lenin signed 3 decrees.'],
] as const;
const kazakh = pairs.map(([one]) => one);
const english = pairs.map(([, one]) => one);

const textOf = (texts: readonly string[], language: string): ImportedText => ({
  title: null,
  author: null,
  translator: null,
  date: null,
  language,
  blocks: texts.map((text): ImportedBlock => ({ type: 'text', text, marks: [] })),
});

type Link = readonly [source: readonly number[], target: readonly number[], status?: 'confirmed'];

function stored(records: readonly AnyRecord[]) {
  const joined = new Map(records.map((record) => [record.id, record]));
  const state = normalise('w', joined);
  return {
    state,
    beads: state.alignments.get('kk~en') ?? [],
    with: (change: Change) => {
      const next = new Map(joined);
      for (const record of applied((id) => joined.get(id) ?? null, change)) next.set(record.id, record);
      return stored([...next.values()]);
    },
  };
}

/** All of the Kazakh text beside some of the English one. */
function workOf(translated: readonly string[], links: readonly Link[], original: readonly string[] = kazakh) {
  const beads = links.map(([source, target, status]): ImportedBead => ({
    source: [...source],
    target: [...target],
    status: status ?? 'auto',
    confidence: status === undefined ? 0.6 : 1,
  }));
  return stored(
    toWork({
      id: 'w',
      titles: { en: 'W' },
      created: '2026-01-01T00:00:00.000Z',
      editions: [
        { id: 'kk', language: 'kk', title: 'W', text: textOf(original, 'kk') },
        { id: 'en', language: 'en', title: 'W', text: textOf(translated, 'en') },
      ],
      links: [{ between: [0, 1], beads }],
    }),
  );
}

let made = 0;
const newId = (): string => `new-${String((made += 1))}`;

function update(work: ReturnType<typeof workOf>, texts: readonly string[], edition = 'en') {
  const { change, preview } = updateEdition(work.state, edition, textOf(texts, edition), {}, newId);
  const after = work.with(change);
  return { change, after, fate: preview.beads[0] };
}

/** The beads by what their paragraphs say, as numbers of `pairs`. */
function shown({ state, beads }: ReturnType<typeof workOf>): [number[], number[]][] {
  const number = (edition: string, list: readonly string[]) => (id: string) =>
    list.indexOf(state.paragraphs.get(edition)?.find((one) => one.id === id)?.text ?? '');
  return beads.map(({ source, target }) => [source.map(number('kk', kazakh)), target.map(number('en', english))]);
}

const identity = pairs.map((_, at): [number[], number[]] => [[at], [at]]);
const without = (...gone: number[]): string[] => english.filter((_, at) => !gone.includes(at));

describe('what is new in a newer version', () => {
  test('[V2] stands beside the paragraphs that had no counterpart', () => {
    const work = workOf(without(2), [
      [[0], [0]],
      [[1], [1]],
      [[2], []],
      [[3], [2]],
      [[4], [3]],
      [[5], [4]],
    ]);
    const { after, fate } = update(work, english);
    expect(shown(after)).toEqual(identity);
    expect(fate).toEqual({ alignment: 'kk~en', kept: 5, confirmed: 0, made: 1, alone: 0, altered: 0 });
  });

  test('[V2] is taken out of a bead that held too much', () => {
    const work = workOf(without(3), [
      [[0], [0]],
      [[1], [1]],
      [[2, 3], [2]],
      [[4], [3]],
      [[5], [4]],
    ]);
    const { after, fate } = update(work, english);
    expect(shown(after)).toEqual(identity);
    expect(fate).toMatchObject({ kept: 4, made: 2, alone: 0 });
  });

  test('[V2] is aligned in every language when the original is the one that is new', () => {
    const work = workOf(
      english,
      [
        [[0], [0]],
        [[], [1]],
        [[1], [2]],
        [[2], [3]],
        [[], [4]],
        [[3], [5]],
      ],
      kazakh.filter((_, at) => at !== 1 && at !== 4),
    );
    const { after, fate } = update(work, kazakh, 'kk');
    expect(shown(after)).toEqual(identity);
    expect(fate).toMatchObject({ kept: 4, made: 2, alone: 0 });
  });

  test('stands alone where nothing is left beside it, and is told', () => {
    const work = workOf(
      english,
      pairs.map((_, at) => [[at], [at]]),
    );
    const { after, fate } = update(work, [
      ...english.slice(0, 2),
      'The translator adds a remark.',
      ...english.slice(2),
    ]);
    expect(fate).toMatchObject({ kept: 6, made: 0, alone: 1 });
    expect(after.beads.filter(({ source }) => source.length === 0)).toMatchObject([{ status: 'auto', confidence: 0 }]);
    const order = after.beads.map(({ source, target }) => source.length + target.length);
    expect(order).toEqual([2, 2, 1, 2, 2, 2, 2]);
  });

  test('is aligned whole where nothing was aligned before', () => {
    const work = workOf(without(5), []);
    const { after, fate } = update(work, english);
    expect(shown(after)).toEqual(identity);
    expect(fate).toMatchObject({ kept: 0, made: 6, alone: 0 });
  });

  test('[V1] leaves what is confirmed, also where it is wrong', () => {
    const work = workOf(without(3), [
      [[0], [0]],
      [[1], [1]],
      [[2, 3], [2], 'confirmed'],
      [[4], [3]],
      [[5], [4]],
    ]);
    const { after, fate } = update(work, english);
    const standing = (beads: readonly Bead[]): Bead[] => beads.filter(({ status }) => status === 'confirmed');
    expect(standing(after.beads)).toEqual(standing(work.beads));
    expect(fate).toMatchObject({ kept: 5, confirmed: 1, made: 0, alone: 1, altered: 0 });
  });

  test('[V1] tells of confirmed beads that lose a paragraph', () => {
    const work = workOf(
      english,
      pairs.map((_, at) => [[at], [at], 'confirmed']),
    );
    const { fate, after } = update(work, without(4));
    expect(fate).toMatchObject({ kept: 5, confirmed: 5, made: 0, alone: 1, altered: 1 });
    expect(after.beads.find(({ target }) => target.length === 0)).toMatchObject({ status: 'auto', confidence: 0 });
  });
});

test('[V1] [V3] pairs that stay are the same records, every paragraph stands in one bead, and undo takes all back', () => {
  const subset = fc
    .uniqueArray(fc.nat(pairs.length - 1), { minLength: 1 })
    .map((list) => list.toSorted((a, b) => a - b));
  const confirmed = fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length });
  fc.assert(
    fc.property(subset, subset, confirmed, (before, after, sure) => {
      const work = workOf(
        before.map((at) => english[at] ?? ''),
        pairs.map((_, at): Link => {
          const place = before.indexOf(at);
          if (place === -1) return [[at], []];
          return sure[at] === true ? [[at], [place], 'confirmed'] : [[at], [place]];
        }),
      );
      const { change, after: next } = update(
        work,
        after.map((at) => english[at] ?? ''),
      );
      const there = new Set((next.state.paragraphs.get('en') ?? []).map(({ id }) => id));
      const stays = work.beads.filter(({ target }) => target.length > 0 && target.every((id) => there.has(id)));
      for (const bead of stays) expect(next.beads.find(({ id }) => id === bead.id)).toEqual(bead);
      expect(next.beads.flatMap(({ target }) => target).toSorted()).toEqual([...there].toSorted());
      expect(next.beads.flatMap(({ source }) => source).toSorted()).toEqual(
        pairs.map((_, at) => `kk-${String(at + 1)}`),
      );
      const back = next.with(reverse(change));
      expect(back.state.alignments).toEqual(work.state.alignments);
      expect(back.state.paragraphs).toEqual(work.state.paragraphs);
    }),
    { numRuns: 150 },
  );
});
