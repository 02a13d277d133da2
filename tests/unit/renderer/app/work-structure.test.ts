import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWithNext } from '#core/alignment/edits/join-paragraphs.ts';
import { swapWithNext, unlink } from '#core/alignment/edits/link.ts';
import { mergeWithNext } from '#core/alignment/edits/merge.ts';
import { splitBead } from '#core/alignment/edits/split.ts';
import { splitParagraph } from '#core/alignment/edits/split-paragraph.ts';
import type { EditState } from '#core/alignment/edits/state.ts';
import { confirm } from '#core/alignment/edits/status.ts';
import { applied } from '#core/records/apply.ts';
import type { Bead } from '#core/records/bead.ts';
import { reverse, type Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { placesOf, restructured } from '#renderer/app/work-structure.ts';
import { bead, edition, paragraph, section, work } from '../../../fixtures/library/records.ts';
import { worldOf, type World } from '../../core/alignment/edits/world.ts';

type Shown = Parameters<typeof restructured>[0];

/** Two editions of six paragraphs in two sections; the third paragraph of the source has two beside it. */
function someWorld(): World {
  const texts = ['kk', 'en'].flatMap((id) =>
    Array.from({ length: 6 }, (_, at) =>
      paragraph(`${id}-${String(at)}`, id, `a${String(at)}`, {
        text: `One ${String(at)}. Two ${String(at)}.`,
        section: `${id}-s${at < 3 ? '0' : '1'}`,
      }),
    ),
  );
  const beads = [
    [['kk-0'], ['en-0']],
    [['kk-1'], ['en-1']],
    [['kk-2'], ['en-2', 'en-3']],
    [['kk-3'], []],
    [
      ['kk-4', 'kk-5'],
      ['en-4', 'en-5'],
    ],
  ] as const;
  return worldOf([
    work(),
    edition('kk'),
    edition('en', { order: 'a1' }),
    ...['kk', 'en'].flatMap((id) => [section(`${id}-s0`, id, 'a0'), section(`${id}-s1`, id, 'a1')]),
    ...texts,
    ...beads.map(([source, target], at) => bead(`b${String(at)}`, [...source], [...target], `a${String(at)}`)),
  ]);
}

/** What the view has of a work once it is read. */
function shownOf(world: World): Shown {
  const { paragraphs, alignments } = world.records();
  const outline = Object.fromEntries(
    [...paragraphs].map(([id, list]) => [
      id,
      list.map((one) => [one.id, one.section, one.type, one.text.length] as [string, string, 'text', number]),
    ]),
  );
  const texts = new Map([...paragraphs.values()].flat().map((one) => [one.id, one]));
  return { outline, alignments: Object.fromEntries(alignments), places: placesOf(outline), texts };
}

/** What the view makes of a change by itself. */
function afterChange(shown: Shown, world: World, change: Change): Shown | null {
  const records = applied(world.current, change);
  const texts = new Map(shown.texts);
  const structural: Paragraph[] = [];
  const beads: Bead[] = [];
  for (const record of records) {
    if (record.kind === 'bead') beads.push(record);
    if (record.kind !== 'paragraph') continue;
    if (record.deleted === true || !shown.places.has(record.id)) structural.push(record);
    if (record.deleted !== true) texts.set(record.id, record);
  }
  const structure = restructured({ ...shown, texts }, structural, beads);
  return structure === null ? null : { ...structure, texts };
}

function told(shown: Shown | null): unknown {
  if (shown === null) return null;
  const outline = Object.entries(shown.outline).map(([id, list]) => [id, list.map((one) => one[0])]);
  const beads = Object.entries(shown.alignments).map(([name, list]) => [
    name,
    list.map(({ modified: _modified, ...rest }) => rest),
  ]);
  return { outline, beads, places: [...shown.places] };
}

const edits: ((state: EditState, bead: Bead, paragraph: string) => Change | null)[] = [
  (state, { id }) => mergeWithNext(state, 'kk~en', id),
  (state, { id }) => splitBead(state, 'kk~en', id),
  (state, { id }) => unlink(state, 'kk~en', id),
  (state, { id }) => swapWithNext(state, 'kk~en', id),
  (state, { id }) => confirm(state, 'kk~en', [id]),
  (state, _, id) => joinWithNext(state, id, { original: true }),
  (state, _, id) => {
    const space = state.paragraph(id)?.text.indexOf(' ') ?? -1;
    return space === -1 ? null : splitParagraph(state, id, space, { original: true });
  },
];

describe('a change of beads and paragraphs', () => {
  it('is shown as the library would answer it, and so is undoing it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 10 }), (steps) => {
        const world = someWorld();
        const done: Change[] = [];
        for (const [edit, at, unit] of steps) {
          const beads = world.records().alignments.get('kk~en') ?? [];
          const chosen = beads[at % beads.length];
          if (chosen === undefined) continue;
          const ids = [...chosen.source, ...chosen.target];
          const change = edits[edit % edits.length]?.(world.state(), chosen, ids[unit % ids.length] ?? '') ?? null;
          if (change === null) continue;
          const shown = afterChange(shownOf(world), world, change);
          world.perform(change);
          done.push(change);
          expect(told(shown)).toEqual(told(shownOf(world)));
        }
        for (const change of done.toReversed()) {
          const shown = afterChange(shownOf(world), world, reverse(change));
          world.perform(reverse(change));
          expect(told(shown)).toEqual(told(shownOf(world)));
        }
      }),
    );
  });

  it('is left to the library where a paragraph would stand in two beads, or in none', () => {
    const shown = shownOf(someWorld());
    const [first, second] = shown.alignments['kk~en'] ?? [];
    if (first === undefined || second === undefined) throw new Error('no beads');
    expect(restructured(shown, [], [{ ...first, source: ['kk-0', 'kk-1'] }])).toBeNull();
    expect(restructured(shown, [], [{ ...first, target: [] }])).toBeNull();
    expect(restructured(shown, [], [{ ...first, deleted: true }])).toBeNull();
  });

  it('is left to the library where the neighbours of a new paragraph are not here', () => {
    const shown = shownOf(someWorld());
    const made = { ...paragraph('en-new', 'en', 'a1V', { section: 'en-s0' }) };
    const own = bead('b9', [], ['en-new'], 'a1V');
    expect(
      restructured(shown, [made], [own])
        ?.outline['en']?.map(([id]) => id)
        .indexOf('en-new'),
    ).toBe(2);
    expect(restructured({ ...shown, texts: new Map() }, [made], [own])).toBeNull();
  });
});
