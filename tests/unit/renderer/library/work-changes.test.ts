import { describe, expect, it } from 'vitest';
import { deleting, renaming } from '#renderer/library/work-changes.ts';
import { work } from '../app/stand-in.ts';

describe('renaming a work', () => {
  it('gives it the reader’s own name beside its titles', () => {
    const [, to] = renaming(work(), '  My book ')?.updated[0] ?? [];
    expect(to).toMatchObject({ titles: { kk: 'Қазан төңкерісі', en: 'The Revolution', und: 'My book' } });
  });

  it('with nothing gives it back its titles', () => {
    const named = work({ titles: { kk: 'Қазан', und: 'My book' } });
    const [, to] = renaming(named, ' ')?.updated[0] ?? [];
    expect(to).toMatchObject({ titles: { kk: 'Қазан' } });
    expect(to).not.toHaveProperty('titles.und');
  });

  it('to what it is called already changes nothing', () => {
    expect(renaming(work(), '')).toBeNull();
    expect(renaming(work({ titles: { und: 'My book' } }), 'My book')).toBeNull();
  });
});

it('deleting a work removes its record, so that undo adds it', () => {
  expect(deleting(work())).toEqual({ added: [], updated: [], removed: [work()] });
});
