import { describe, expect, it } from 'vitest';
import { colourOf, defaultColours, offeredColours, retiredColours } from '#core/annotation/colours.ts';
import { palette as schema, type Palette } from '#core/records/preference.ts';
import {
  draftOf,
  mostColours,
  moved,
  paletteChange,
  renamed,
  repainted,
  restored,
  withColour,
  withoutColour,
  type PaletteDraft,
} from '#renderer/annotations/palette/palette-edit.ts';

function stored(draft: PaletteDraft, before: Palette | null = null): Palette {
  const change = paletteChange(before, draft);
  const record = change?.added[0] ?? change?.updated[0]?.[1];
  return schema.parse(record);
}

describe('the palette', () => {
  it('has the four default colours until a reader changes it', () => {
    expect(offeredColours(null).map(({ hue }) => hue)).toEqual(['yellow', 'green', 'blue', 'pink']);
  });

  it('is stored whole with the first change, and is no change without one', () => {
    expect(paletteChange(null, draftOf(null))).toBeNull();
    expect(stored(repainted(draftOf(null), 'fact', 'teal'))).toMatchObject({
      id: 'palette',
      colours: [{ id: 'question' }, { id: 'fact', hue: 'teal' }, { id: 'person' }, { id: 'term' }],
    });
  });

  it('keeps showing a colour that was removed, in its hue and under its name', () => {
    const palette = stored(withoutColour(renamed(draftOf(null), 'fact', 'Дерек'), 'fact'));
    expect(offeredColours(palette).some(({ id }) => id === 'fact')).toBe(false);
    expect(colourOf('fact', palette)).toEqual({ id: 'fact', name: 'Дерек', hue: 'green' });
  });

  it('offers a removed colour again', () => {
    const palette = stored(withoutColour(draftOf(null), 'fact'));
    const again = stored(restored(draftOf(palette), 'fact'), palette);
    expect(offeredColours(again).at(-1)?.id).toBe('fact');
    expect(retiredColours(again)).toEqual([]);
  });

  it('does not keep a colour that was added and taken out before it was stored', () => {
    const draft = withoutColour(withColour(draftOf(null), 'new', 'New'), 'new');
    expect(paletteChange(null, draft)).toBeNull();
  });

  it('shows a colour that nobody knows grey, under its id', () => {
    expect(colourOf('from-elsewhere', null)).toEqual({ id: 'from-elsewhere', name: 'from-elsewhere', hue: 'grey' });
  });

  it('does not trust what another program wrote as removed colours', () => {
    const palette = { ...stored(repainted(draftOf(null), 'fact', 'teal')), retired: [{ id: 1 }, null, 'x'] };
    expect(retiredColours(palette)).toEqual([]);
  });

  it('keeps at least one colour and at most twelve', () => {
    let draft = draftOf(null);
    for (const { id } of defaultColours) draft = withoutColour(draft, id);
    expect(draft.offered).toHaveLength(1);
    for (let at = 0; at < 20; at += 1) draft = withColour(draft, `c${String(at)}`, 'New');
    expect(draft.offered).toHaveLength(mostColours);
  });

  it('gives a new colour a hue that no other has', () => {
    expect(withColour(draftOf(null), 'new', 'New').offered.at(-1)?.hue).toBe('orange');
  });

  it('gives a default colour its translated name back when its name is emptied', () => {
    expect(renamed(draftOf(null), 'fact', '  ').offered[1]?.name).toBeNull();
  });

  it.each([
    ['up', 'fact', -1, ['fact', 'question', 'person', 'term']],
    ['down', 'fact', 1, ['question', 'person', 'fact', 'term']],
    ['not past the end', 'term', 1, ['question', 'fact', 'person', 'term']],
  ])('moves a colour %s', (_, id, steps, expected) => {
    expect(moved(draftOf(null), id, steps).offered.map((one) => one.id)).toEqual(expected);
  });
});
