import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stored } from '#main/api/shapes.ts';
import { annotation, fails, held, settled, standIn, stores, term, work, type FakeApi } from './stand-in.ts';

const path = '/api/library/changes';
let api: FakeApi;

beforeEach(() => {
  api = standIn();
});

/** The view with a library of two terms: `qazan` and `uezd`. */
async function view() {
  const { commit, commitTogether, undo, redo, receive } = await import('#renderer/app/commit.ts');
  const { library, loadLibrary } = await import('#renderer/app/library-store.ts');
  const { notices } = await import('#renderer/app/notices.ts');
  const { undoing } = await import('#renderer/app/undo.ts');
  await loadLibrary();
  const shown = (id: string) => library.getState().terms.get(id) ?? null;
  const write = (id: string, more: Parameters<typeof term>[1]): void => {
    const from = shown(id) ?? term(id);
    commit(null, { added: [], updated: [[from, { ...from, ...more }]], removed: [] }, 'glossary:undo.edit');
  };
  return { commit, commitTogether, undo, redo, receive, library, notices, undoing, shown, write };
}

describe('a change', () => {
  it('is shown at once, before the disk has it', async () => {
    const { write, shown } = await view();
    api.on(path, () => held<Stored>().promise);
    write('qazan', { headword: 'қазан' });
    expect(shown('qazan')?.headword).toBe('қазан');
  });

  it('is shown as the library stored it, once it has', async () => {
    const { write, shown } = await view();
    api.on(path, stores);
    write('qazan', { headword: 'қазан' });
    await settled();
    expect(shown('qazan')?.modified).toContain('2026-01-01T12:03');
  });

  it('is shown as made last while an earlier one of the same record is still on its way', async () => {
    const { write, shown } = await view();
    const first = held<Stored>();
    api.on(path, () => first.promise);
    write('qazan', { headword: 'first' });
    write('qazan', { headword: 'second' });
    api.on(path, () => held<Stored>().promise);
    first.release({ records: [term('qazan', { headword: 'first', modified: '2' })], at: '' });
    await settled();
    expect(shown('qazan')?.headword).toBe('second');
  });

  it('keeps an edit of another field that came from outside meanwhile', async () => {
    const { write, shown, receive } = await view();
    api.on(path, stores);
    const before = term('qazan');
    receive({ type: 'changed', work: null, records: [term('qazan', { modified: '2', glosses: { en: ['October'] } })] });
    const { commit } = await import('#renderer/app/commit.ts');
    commit(null, { added: [], updated: [[before, { ...before, headword: 'қазан' }]], removed: [] }, null);
    expect(shown('qazan')).toMatchObject({ headword: 'қазан', glosses: { en: ['October'] } });
    write('uezd', {});
  });

  it('is not covered by older news from outside while it is on its way', async () => {
    const { write, shown, receive } = await view();
    api.on(path, () => held<Stored>().promise);
    write('qazan', { headword: 'mine' });
    receive({ type: 'changed', work: null, records: [term('qazan', { headword: 'theirs', modified: '2' })] });
    expect(shown('qazan')?.headword).toBe('mine');
  });

  it('stays shown while the disk is full', async () => {
    vi.useFakeTimers();
    const { write, shown } = await view();
    api.on(path, fails('disk-full'));
    write('qazan', { headword: 'қазан' });
    await settled();
    expect(shown('qazan')?.headword).toBe('қазан');
  });

  it('that is refused is taken back, told of, and not left to undo', async () => {
    const { write, shown, notices, undoing } = await view();
    api.on(path, fails('read-only'));
    write('qazan', { headword: 'қазан' });
    await settled();
    expect(shown('qazan')?.headword).toBe('qazan');
    expect(notices.getState().shown).toMatchObject([{ notice: { kind: 'failure', failure: { code: 'read-only' } } }]);
    expect(undoing.getState().done).toEqual([]);
  });

  it('of the glossary and of works that are not open is one step of undo', async () => {
    const { commitTogether, undo, shown, undoing } = await view();
    api.on(path, stores);
    api.on('/api/works/w/changes', stores);
    const [from, to] = [annotation('theirs'), annotation('theirs', { body: 'of the other term' })];
    commitTogether(
      [
        { scope: null, change: { added: [], updated: [], removed: [term('uezd')] } },
        { scope: 'w', change: { added: [], updated: [[from, to]], removed: [] } },
      ],
      'glossary:manage.undo.merge',
    );
    await settled();
    expect(shown('uezd')).toBeNull();
    expect(undoing.getState().done).toHaveLength(1);

    undo();
    await settled();
    expect(shown('uezd')?.id).toBe('uezd');
    expect(api.changes().at(-1)).toMatchObject({ updated: [[to, from]] });
    expect(undoing.getState().done).toEqual([]);
  });

  it('without a label is no part of undo', async () => {
    const { commit, undoing } = await view();
    api.on(path, stores);
    commit(null, { added: [term('new')], updated: [], removed: [] }, null);
    expect(undoing.getState().done).toEqual([]);
  });

  it('is still shown when the library is read again before it is stored', async () => {
    const { write, shown } = await view();
    const { loadLibrary } = await import('#renderer/app/library-store.ts');
    api.on(path, () => held<Stored>().promise);
    write('qazan', { headword: 'қазан' });
    await loadLibrary();
    expect(shown('qazan')?.headword).toBe('қазан');
  });
});

describe('undo and redo', () => {
  it('take back and do again', async () => {
    const { write, shown, undo, redo } = await view();
    api.on(path, stores);
    write('qazan', { headword: 'қазан' });
    await settled();
    expect(undo()?.label).toBe('glossary:undo.edit');
    expect(shown('qazan')?.headword).toBe('qazan');
    await settled();
    redo();
    expect(shown('qazan')?.headword).toBe('қазан');
    await settled();
    expect(api.changes()).toHaveLength(3);
  });

  it('take back only the fields that the step changed', async () => {
    const { write, shown, undo, receive } = await view();
    api.on(path, stores);
    write('qazan', { headword: 'қазан' });
    await settled();
    const now = shown('qazan') ?? term('qazan');
    receive({ type: 'changed', work: null, records: [{ ...now, modified: '9', glosses: { ru: ['октябрь'] } }] });
    undo();
    expect(shown('qazan')).toMatchObject({ headword: 'qazan', glosses: { ru: ['октябрь'] } });
  });

  it('leave alone what another window has written in the same place since', async () => {
    const { write, shown, undo, receive, undoing, notices } = await view();
    api.on(path, stores);
    write('qazan', { headword: 'mine' });
    await settled();
    const now = shown('qazan') ?? term('qazan');
    receive({ type: 'changed', work: null, records: [{ ...now, modified: '9', headword: 'mine and theirs' }] });
    expect(undo()).toBeNull();
    expect(shown('qazan')?.headword).toBe('mine and theirs');
    expect(undoing.getState()).toEqual({ done: [], undone: [] });
    expect(notices.getState().shown).toMatchObject([{ notice: { message: 'app:undo.overtaken' } }]);
  });

  it('leave alone what was added here and written on elsewhere', async () => {
    const { commit, shown, undo, receive } = await view();
    api.on(path, stores);
    commit(null, { added: [term('new')], updated: [], removed: [] }, 'glossary:undo.add');
    await settled();
    const now = shown('new') ?? term('new');
    receive({ type: 'changed', work: null, records: [{ ...now, modified: '9', notes: { en: 'theirs' } }] });
    expect(undo()).toBeNull();
    expect(shown('new')?.notes).toEqual({ en: 'theirs' });
  });

  it('do or leave alone together what one step changed in several places', async () => {
    const { shown, undo, redo, receive, undoing } = await view();
    const { remember } = await import('#renderer/app/undo.ts');
    api.on(path, stores);
    api.on('/api/works/w/changes', stores);
    const qazan = shown('qazan') ?? term('qazan');
    const step = {
      scope: 'w',
      change: { added: [annotation('a')], updated: [], removed: [] },
      also: [{ scope: null, change: { added: [qazan], updated: [], removed: [] } }],
      label: 'export:undo',
    };
    remember(step);
    undo();
    expect(shown('qazan')).toBeNull();
    await settled();
    redo();
    await settled();
    expect(shown('qazan')?.headword).toBe(qazan.headword);
    const now = shown('qazan') ?? qazan;
    receive({ type: 'changed', work: null, records: [{ ...now, modified: '9', headword: 'theirs' }] });
    expect(undo()).toBeNull();
    expect(shown('qazan')?.headword).toBe('theirs');
    expect(undoing.getState()).toEqual({ done: [], undone: [] });
  });

  it('do not do again what another window has written over since it was undone', async () => {
    const { write, shown, undo, redo, receive } = await view();
    api.on(path, stores);
    write('qazan', { headword: 'mine' });
    await settled();
    undo();
    await settled();
    const now = shown('qazan') ?? term('qazan');
    receive({ type: 'changed', work: null, records: [{ ...now, modified: '9', headword: 'theirs' }] });
    expect(redo()).toBeNull();
    expect(shown('qazan')?.headword).toBe('theirs');
  });

  it('bring back what was deleted, and delete it again', async () => {
    const { commit, shown, undo, redo } = await view();
    api.on(path, stores);
    commit(null, { added: [], updated: [], removed: [term('uezd')] }, 'glossary:undo.delete');
    await settled();
    expect(shown('uezd')).toBeNull();
    undo();
    expect(shown('uezd')?.headword).toBe('uezd');
    await settled();
    redo();
    expect(shown('uezd')).toBeNull();
  });

  it('bring back a deleted work, which the library lists again', async () => {
    const { commit, library, undo } = await view();
    const listed = () => library.getState().state?.works.filter((entry) => entry.work.deleted !== true) ?? [];
    api.on('/api/works/w/changes', stores);
    commit('w', { added: [], updated: [], removed: [work()] }, 'library:undo.delete');
    await settled();
    expect(api.calls.at(-1)?.path).toBe('/api/library');
    undo();
    await settled();
    expect(listed()).toHaveLength(1);
  });
});
