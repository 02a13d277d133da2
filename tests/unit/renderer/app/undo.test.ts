import { beforeEach, describe, expect, it } from 'vitest';
import { reverse } from '#core/records/change.ts';
import { forget, remember, takeRedo, takeUndo, undoing, type Step } from '#renderer/app/undo.ts';
import { term } from './stand-in.ts';

function step(id: string): Step {
  return { scope: null, change: { added: [term(id)], updated: [], removed: [] }, label: id };
}

beforeEach(() => {
  undoing.setState({ done: [], undone: [] });
});

describe('undo', () => {
  it('gives the reverse of the last step first', () => {
    remember(step('one'));
    remember(step('two'));
    expect(takeUndo()).toEqual({ ...step('two'), change: reverse(step('two').change) });
    expect(takeUndo()?.label).toBe('one');
    expect(takeUndo()).toBeNull();
  });

  it('gives back to redo what was undone, the last undone first', () => {
    remember(step('one'));
    remember(step('two'));
    takeUndo();
    takeUndo();
    expect(takeRedo()).toEqual(step('one'));
    expect(takeRedo()).toEqual(step('two'));
    expect(takeRedo()).toBeNull();
  });

  it('has nothing to redo once something else was done', () => {
    remember(step('one'));
    takeUndo();
    remember(step('two'));
    expect(takeRedo()).toBeNull();
  });

  it('forgets a step that the library refused', () => {
    const refused = step('refused');
    remember(step('one'));
    remember(refused);
    forget(refused.change);
    expect(takeUndo()?.label).toBe('one');
  });

  it('takes all that a step changed in several places back together, and forgets it together', () => {
    const also = [{ scope: 'work', change: { added: [], updated: [], removed: [term('two')] } }];
    remember({ ...step('one'), also });
    expect(takeUndo()).toEqual({
      ...step('one'),
      change: reverse(step('one').change),
      also: [{ scope: 'work', change: { added: [term('two')], updated: [], removed: [] } }],
    });
    expect(takeRedo()?.also).toEqual(also);
    forget(also[0]?.change ?? step('none').change);
    expect(takeUndo()).toBeNull();
  });

  it('remembers the last 500 steps', () => {
    for (let at = 0; at < 600; at += 1) remember(step(String(at)));
    expect(undoing.getState().done).toHaveLength(500);
    expect(undoing.getState().done[0]?.label).toBe('100');
  });
});
