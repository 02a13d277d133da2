import { describe, expect, it } from 'vitest';
import { writeCounterpart } from '#core/alignment/edits/write-counterpart.ts';
import { reverse } from '#core/records/change.ts';
import { bead, edition, paragraph, section, work } from '../../../../fixtures/library/records.ts';
import { drawn, unstamped, worldOf, type World } from './world.ts';

/** Two translations of three paragraphs; the second paragraph is in none, the first not in the Russian one. */
function someWorld(): World {
  const text = (id: string, inEdition: string, order: string) =>
    paragraph(id, inEdition, order, { section: `${inEdition}-s` });
  return worldOf([
    work(),
    ...['kk', 'en', 'ru'].flatMap((id, at) => [edition(id, { order: `a${String(at)}` }), section(`${id}-s`, id)]),
    text('kk-1', 'kk', 'a0'),
    { ...text('kk-2', 'kk', 'a1'), type: 'verse' },
    text('kk-3', 'kk', 'a2'),
    text('en-1', 'en', 'a0'),
    text('en-3', 'en', 'a1'),
    text('ru-3', 'ru', 'a0'),
    bead('b1', ['kk-1'], ['en-1'], 'a0'),
    bead('b2', ['kk-2'], [], 'a1'),
    bead('b3', ['kk-3'], ['en-3'], 'a2'),
    { ...bead('r1', ['kk-1'], [], 'a0'), alignment: 'kk~ru' },
    { ...bead('r2', ['kk-2'], [], 'a1'), alignment: 'kk~ru' },
    { ...bead('r3', ['kk-3'], ['ru-3'], 'a2'), alignment: 'kk~ru' },
  ]);
}

describe('what a bead lacks', () => {
  it('[E20] is written after what stands before it, of the type of what it stands beside, and confirmed', () => {
    const world = someWorld();
    const change = writeCounterpart(world.state(), 'kk~en', 'b2', '  A verse. ');
    if (change === null) throw new Error('nothing was written');
    world.perform(change);
    expect(drawn(world)).toEqual(['kk-1=en-1', 'kk-2=new-1!', 'kk-3=en-3']);
    const texts = world.records().paragraphs.get('en') ?? [];
    expect(texts.map(({ id }) => id)).toEqual(['en-1', 'new-1', 'en-3']);
    expect(texts[1]).toMatchObject({ text: 'A verse.', type: 'verse', section: 'en-s' });
  });

  it('[E20] is written before everything where nothing stands before it', () => {
    const world = someWorld();
    const change = writeCounterpart(world.state(), 'kk~ru', 'r1', 'First.');
    if (change === null) throw new Error('nothing was written');
    world.perform(change);
    expect(drawn(world, 'kk~ru')).toEqual(['kk-1=new-1!', 'kk-2=', 'kk-3=ru-3']);
    expect(
      world
        .records()
        .paragraphs.get('ru')
        ?.map(({ id }) => id),
    ).toEqual(['new-1', 'ru-3']);
  });

  it('[E1] is gone again when it is undone', () => {
    const world = someWorld();
    const before = unstamped(world);
    const change = writeCounterpart(world.state(), 'kk~en', 'b2', 'A verse.');
    if (change === null) throw new Error('nothing was written');
    world.perform(change);
    world.perform(reverse(change));
    expect(unstamped(world)).toEqual(before);
  });

  it('[E20] of the original is written only when asked, and stands alone in the other alignments', () => {
    const world = someWorld();
    const apart = bead('b4', [], ['en-4'], 'a3');
    const more = paragraph('en-4', 'en', 'a2', { section: 'en-s' });
    world.perform({ added: [more, apart], updated: [], removed: [] });
    expect(() => writeCounterpart(world.state(), 'kk~en', 'b4', 'Соңы.')).toThrow(/original/);
    const change = writeCounterpart(world.state(), 'kk~en', 'b4', 'Соңы.', { original: true });
    if (change === null) throw new Error('nothing was written');
    world.perform(change);
    expect(drawn(world).at(-1)).toMatch(/^new-\d+=en-4!$/);
    expect(drawn(world, 'kk~ru').at(-1)).toMatch(/^new-\d+=$/);
  });

  it('is nothing where both sides are there, or nothing was written', () => {
    const state = someWorld().state();
    expect(writeCounterpart(state, 'kk~en', 'b1', 'More.')).toBeNull();
    expect(writeCounterpart(state, 'kk~en', 'b2', '  ')).toBeNull();
  });
});
