import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem, Stored, WorkState } from '#main/api/shapes.ts';
import { annotation, held, reading, settled, standIn, stores, workState, type FakeApi } from './stand-in.ts';

const path = '/api/works/w';
let api: FakeApi;

beforeEach(() => {
  api = standIn();
  api.on(path, () => workState());
});

async function view() {
  const store = await import('#renderer/app/work-store.ts');
  const { commit } = await import('#renderer/app/commit.ts');
  const { loadLibrary } = await import('#renderer/app/library-store.ts');
  await loadLibrary();
  return { ...store, commit, current: () => store.openedWork.getState().current };
}

describe('an open work', () => {
  it('is not shown when its answer comes after it was closed', async () => {
    const { openWork, closeWork, current } = await view();
    const late = held<WorkState>();
    api.on(path, () => late.promise);
    const opening = openWork('w');
    closeWork();
    late.release(workState());
    await opening;
    expect(current()).toBeNull();
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    const { openWork, current } = await view();
    const slow = held<WorkState>();
    api.on(path, () => slow.promise);
    const first = openWork('w');
    api.on(path, () => workState({ annotations: [annotation('newer')] }));
    await openWork('w');
    slow.release(workState({ annotations: [annotation('older')] }));
    await first;
    expect([...(current()?.annotations.keys() ?? [])]).toEqual(['newer']);
  });

  it('shows what is not on disk yet when it is read again', async () => {
    const { openWork, commit, current } = await view();
    await openWork('w');
    api.on('/api/works/w/changes', () => held<Stored>().promise);
    commit('w', { added: [annotation('new')], updated: [], removed: [annotation('a')] }, null);
    await openWork('w');
    expect([...(current()?.annotations.keys() ?? [])]).toEqual(['new']);
  });

  it('is read once more when a change of another window was heard of while it was read', async () => {
    const { openWork, current } = await view();
    const { receive } = await import('#renderer/app/commit.ts');
    const old = held<WorkState>();
    api.on(path, () => old.promise);
    const opening = openWork('w');
    receive({ type: 'changed', work: 'w', records: [annotation('theirs')] });
    api.on(path, () => workState({ annotations: [annotation('theirs')] }));
    old.release(workState());
    await opening;
    expect([...(current()?.annotations.keys() ?? [])]).toEqual(['theirs']);
  });

  it('is read once more when a change was stored while it was read', async () => {
    const { openWork, commit, current } = await view();
    await openWork('w');
    const old = held<WorkState>();
    api.on(path, () => old.promise);
    api.on('/api/works/w/changes', stores);
    const opening = openWork('w');
    commit('w', { added: [annotation('new')], updated: [], removed: [] }, null);
    await settled();
    api.on(path, () => workState({ annotations: [annotation('a'), annotation('new')] }));
    old.release(workState());
    await opening;
    expect([...(current()?.annotations.keys() ?? [])]).toEqual(['a', 'new']);
  });

  it('keeps as the same objects what a change leaves alone', async () => {
    const { openWork, showInWork, current } = await view();
    await openWork('w');
    const before = current();
    showInWork([reading()], 'w');
    expect(current()?.reading?.mode).toBe('stacked');
    expect(current()?.annotations).toBe(before?.annotations);
    expect(current()?.texts).toBe(before?.texts);
  });

  it('is not read as another device reads it', async () => {
    const { openWork, showInWork, current } = await view();
    await openWork('w');
    showInWork([reading({ id: 'reading:phone', device: 'phone' })], 'w');
    expect(current()?.reading).toBeNull();
  });

  it('tells once of what could not be read in it, and leaves that with the library', async () => {
    const { openWork } = await view();
    const { library } = await import('#renderer/app/library-store.ts');
    const { notices } = await import('#renderer/app/notices.ts');
    const problem: Problem = { code: 'bad-record', file: 'works/w/annotations.json', line: 3, detail: 'no targets' };
    api.on(path, () => workState({ problems: [problem] }));
    await openWork('w');
    await openWork('w');
    expect(notices.getState().shown.map(({ notice }) => notice)).toEqual([{ kind: 'problem', problem }]);
    expect(library.getState().state?.problems).toEqual([problem]);
  });

  it('asks for a text once, however often it is needed', async () => {
    const { openWork, loadTexts, current } = await view();
    await openWork('w');
    const texts = held<object>();
    api.on('/api/works/w/paragraphs', () => texts.promise);
    const loading = [loadTexts(['en-0', 'kk-0']), loadTexts(['en-0'])];
    texts.release([{ ...workState().texts[0], id: 'en-0', edition: 'en' }]);
    await Promise.all(loading);
    expect(api.calls.filter(({ path: asked }) => asked.endsWith('/paragraphs')).map(({ body }) => body)).toEqual([
      { ids: ['en-0'] },
    ]);
    expect(current()?.texts.has('en-0')).toBe(true);
  });
});
