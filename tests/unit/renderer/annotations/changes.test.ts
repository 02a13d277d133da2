import { describe, expect, it } from 'vitest';
import { changing, linked, moved, newAnnotation, sameExtent, unlinked } from '#renderer/annotations/changes.ts';
import { made, target } from './made.ts';

describe('changes of annotations', () => {
  it('make a highlight a note once it has text, and back', () => {
    const highlight = made('a', [target('kk-1', 0, 4)]);
    const [, note] = changing([highlight], () => ({ body: 'Why?' }))?.updated[0] ?? [];
    expect(note).toMatchObject({ body: 'Why?', motivation: 'commenting' });
    const withText = made('a', [target('kk-1', 0, 4)], { body: 'Why?', motivation: 'commenting' });
    const [, bare] = changing([withText], () => ({ body: '  ' }))?.updated[0] ?? [];
    expect(bare).toMatchObject({ motivation: 'highlighting' });
  });

  it('are none when nothing differs', () => {
    expect(changing([made('a', [target('kk-1', 0, 4)])], ({ colour }) => ({ colour }))).toBeNull();
  });

  it('leave out those of several that stay as they are', () => {
    const green = made('a', [target('kk-1', 0, 4)]);
    const pink = made('b', [target('kk-1', 0, 4)], { colour: 'term' });
    expect(changing([green, pink], () => ({ colour: 'term' }))?.updated.map(([from]) => from.id)).toEqual(['a']);
  });

  it('refuse a highlight on nothing', () => {
    expect(() => newAnnotation({ id: 'a', created: '', colour: 'fact', targets: [] })).toThrow('a');
  });
});

describe('the same extent', () => {
  it('is found on the own side, whatever is linked on the other', () => {
    const known = made('a', [target('kk-1', 2, 6), target('en-1', 0, 3)]);
    expect(sameExtent([known], [target('kk-1', 2, 6)])).toBe(known);
    expect(sameExtent([known], [target('kk-1', 2, 7)])).toBeNull();
    expect(sameExtent([known], [target('en-1', 0, 3)])).toBeNull();
  });
});

describe('linking a counterpart', () => {
  const annotation = made('a', [target('kk-1', 0, 4), target('ru-1', 1, 3)]);

  it('makes one annotation with targets on both sides', () => {
    expect(linked(annotation, [target('en-1', 5, 9)])).toEqual([...annotation.targets, target('en-1', 5, 9)]);
  });

  it('replaces what was linked in the same edition, and keeps what is linked in others', () => {
    const again = linked(annotation, [target('ru-2', 0, 8), target('ru-3', 0, 2)]);
    expect(again).toEqual([target('kk-1', 0, 4), target('ru-2', 0, 8), target('ru-3', 0, 2)]);
  });

  it('is refused on the side that the annotation was made on', () => {
    expect(linked(annotation, [target('kk-2', 0, 4)])).toBeNull();
    expect(linked(annotation, [])).toBeNull();
  });

  it('is undone by unlinking, never on the own side', () => {
    expect(unlinked(annotation, 'ru')).toEqual([target('kk-1', 0, 4)]);
    expect(() => unlinked(annotation, 'kk')).toThrow('kk');
  });
});

describe('moving an annotation', () => {
  it('keeps its counterpart', () => {
    const annotation = made('a', [target('kk-1', 0, 4), target('en-1', 1, 3)]);
    expect(moved(annotation, [target('kk-1', 0, 9)])).toEqual([target('kk-1', 0, 9), target('en-1', 1, 3)]);
  });

  it('to the side where its counterpart was takes the counterpart’s place', () => {
    const annotation = made('a', [target('kk-1', 0, 4), target('en-1', 1, 3)]);
    expect(moved(annotation, [target('en-7', 0, 9)])).toEqual([target('en-7', 0, 9)]);
  });
});
