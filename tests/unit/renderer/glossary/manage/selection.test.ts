import { describe, expect, it } from 'vitest';
import { extended, nothingSelected, toggled, toggledAll } from '#renderer/glossary/manage/selection.ts';

const listed = ['a', 'b', 'c', 'd', 'e'];

function keys({ keys: selected }: { keys: ReadonlySet<string> }): string[] {
  return [...selected].toSorted();
}

describe('selecting rows', () => {
  it('selects one, and gives it back', () => {
    const one = toggled(nothingSelected, 'b');
    expect(keys(one)).toEqual(['b']);
    expect(keys(toggled(one, 'b'))).toEqual([]);
  });

  it('extends from the row selected last, in either direction', () => {
    const one = toggled(nothingSelected, 'c');
    expect(keys(extended(one, 'e', listed))).toEqual(['c', 'd', 'e']);
    expect(keys(extended(one, 'a', listed))).toEqual(['a', 'b', 'c']);
  });

  it('extends to the row alone where nothing was selected', () => {
    expect(keys(extended(nothingSelected, 'd', listed))).toEqual(['d']);
  });

  it('extends to the row alone where the anchor is no longer listed', () => {
    expect(keys(extended(toggled(nothingSelected, 'x'), 'd', listed))).toEqual(['d', 'x']);
  });

  it('selects all, and then none', () => {
    const all = toggledAll(toggled(nothingSelected, 'b'), listed);
    expect(keys(all)).toEqual(listed);
    expect(keys(toggledAll(all, listed))).toEqual([]);
  });
});
