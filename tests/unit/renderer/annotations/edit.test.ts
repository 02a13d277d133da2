import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { LibraryState } from '#main/api/shapes.ts';
import { libraryState, settled, standIn, stores, workState, type FakeApi } from '../app/stand-in.ts';
import { made, target } from './made.ts';

const selected = [target('kk-0', 0, 5, 'қазақ')];
let api: FakeApi;

beforeEach(() => {
  api = standIn();
  api.on('/api/works/w/changes', stores);
});

/** A work with these annotations open, and `targets` selected in it. */
async function reader({
  annotations = [],
  targets = selected,
  library: state = {},
}: {
  annotations?: Annotation[];
  targets?: Target[];
  library?: Partial<LibraryState>;
} = {}) {
  api.on('/api/works/w', () => workState({ annotations }));
  api.on('/api/library', () => libraryState(state));
  const edit = await import('#renderer/annotations/edit.ts');
  const { undo, redo } = await import('#renderer/app/commit.ts');
  const { loadLibrary } = await import('#renderer/app/library-store.ts');
  const { notices } = await import('#renderer/app/notices.ts');
  const { undoing } = await import('#renderer/app/undo.ts');
  const { openedWork, openWork } = await import('#renderer/app/work-store.ts');
  const { readerView } = await import('#renderer/reader/reader-state.ts');
  await loadLibrary();
  await openWork('w');
  readerView.setState({
    selection: {
      edition: targets[0]?.edition ?? '',
      targets,
      text: '',
      box: { left: 0, top: 0, right: 0, bottom: 0 },
    },
  });
  const all = (): Annotation[] => [...(openedWork.getState().current?.annotations.values() ?? [])];
  const labels = (): string[] => undoing.getState().done.map(({ label }) => label);
  return { ...edit, undo, redo, notices, readerView, all, labels };
}

describe('highlighting', () => {
  it('makes an annotation on what is selected, with one step of undo', async () => {
    const view = await reader();
    const id = view.highlightSelection('person');
    expect(view.all()).toMatchObject([{ id, colour: 'person', motivation: 'highlighting', targets: selected }]);
    await settled();
    expect(api.changes()).toHaveLength(1);
    view.undo();
    expect(view.all()).toEqual([]);
    view.redo();
    expect(view.all()).toMatchObject([{ id }]);
  });

  it('uses the colour used last, and the first one before any was used', async () => {
    const view = await reader();
    expect(view.currentColour()).toBe('question');
    view.highlightSelection('term');
    expect(view.currentColour()).toBe('term');
  });

  it('on words that are highlighted already changes the colour', async () => {
    const view = await reader({ annotations: [made('a', selected)] });
    expect(view.highlightSelection('term')).toBe('a');
    expect(view.all()).toMatchObject([{ id: 'a', colour: 'term' }]);
  });

  it('makes nothing when nothing is selected', async () => {
    const view = await reader({ targets: [] });
    expect(view.highlightSelection('term')).toBeNull();
    expect(view.labels()).toEqual([]);
  });
});

describe('a change of an annotation', () => {
  const linked = made('a', [...selected, target('en-0', 0, 3, 'the')], { body: 'before', motivation: 'commenting' });

  it('is one step of undo each', async () => {
    const view = await reader({ annotations: [linked] });
    view.recolour(['a'], 'term');
    view.writeNote(linked, 'after\n');
    view.addTag(['a'], 'date');
    view.unlinkCounterpart('a', 'en');
    expect(view.all()).toMatchObject([{ colour: 'term', body: 'after', tags: ['date'], targets: selected }]);
    expect(view.labels()).toEqual(['colour', 'note', 'tag', 'unlink'].map((what) => `annotations:undo.${what}`));
    for (let step = 0; step < 4; step += 1) view.undo();
    expect(view.all()).toMatchObject([{ colour: 'fact', body: 'before', tags: [], targets: linked.targets }]);
  });

  it('is none when the note says the same', async () => {
    const view = await reader({ annotations: [linked] });
    view.writeNote(linked, 'before  ');
    expect(view.labels()).toEqual([]);
  });

  it('of several at once is undone at once', async () => {
    const view = await reader({ annotations: [made('a', selected), made('b', [target('en-0', 0, 3, 'the')])] });
    view.recolour(['a', 'b'], 'term');
    expect(view.all().map(({ colour }) => colour)).toEqual(['term', 'term']);
    view.undo();
    expect(view.all().map(({ colour }) => colour)).toEqual(['fact', 'fact']);
  });

  it('brings back a note that was deleted elsewhere while it was written', async () => {
    const view = await reader({ annotations: [linked] });
    view.remove(['a']);
    view.writeNote(linked, 'written meanwhile');
    expect(view.all()).toMatchObject([{ id: 'a', body: 'written meanwhile' }]);
  });
});

describe('linking', () => {
  it('makes what is selected on the other side the counterpart', async () => {
    const view = await reader({ annotations: [made('a', selected)] });
    expect(view.linkCounterpart('a', [target('en-0', 0, 3, 'the')])).toBe(true);
    expect(view.all()[0]?.targets.map(({ edition }) => edition)).toEqual(['kk', 'en']);
    view.undo();
    expect(view.all()[0]?.targets).toEqual(selected);
  });

  it('is refused on the same side', async () => {
    const view = await reader({ annotations: [made('a', selected)] });
    expect(view.linkCounterpart('a', [target('kk-0', 1, 2, 'а')])).toBe(false);
    expect(view.labels()).toEqual([]);
  });
});

describe('deleting', () => {
  it('offers the way back and forgets what was chosen', async () => {
    const view = await reader({ annotations: [made('a', selected)] });
    view.readerView.setState({ chosen: 'a', lit: new Set(['a']) });
    view.remove(['a']);
    expect(view.all()).toEqual([]);
    expect(view.readerView.getState()).toMatchObject({ chosen: null, lit: new Set() });
    expect(view.notices.getState().shown.at(-1)?.notice).toMatchObject({ kind: 'done', undoable: true });
    view.undo();
    expect(view.all()).toMatchObject([{ id: 'a' }]);
  });
});

describe('in a library that takes no changes', () => {
  const holder = { pid: 42, host: 'desk', program: 'Egiz', since: '2026-01-01T00:00:00.000Z' };

  it('nothing is changed, and it says why', async () => {
    const view = await reader({
      annotations: [made('a', selected)],
      targets: [target('kk-0', 1, 3, 'аз')],
      library: { readOnly: { reason: 'held', holder } },
    });
    expect(view.highlightSelection('term')).toBeNull();
    view.recolour(['a'], 'term');
    view.remove(['a']);
    expect(view.all()).toMatchObject([{ id: 'a', colour: 'fact' }]);
    expect(view.notices.getState().shown.at(-1)?.notice).toMatchObject({
      message: 'annotations:readOnly.held',
      values: { pid: 42, program: 'Egiz', host: 'desk' },
    });
    await settled();
    expect(api.changes()).toEqual([]);
  });
});
