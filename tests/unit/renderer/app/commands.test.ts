import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, offer, run, runKey, type Command } from '#renderer/app/commands.ts';

/** As much of an element as the keys look at. */
class FakeElement {
  readonly isContentEditable: boolean;
  readonly #selectors: readonly string[];

  constructor(selectors: readonly string[], isContentEditable = false) {
    this.#selectors = selectors;
    this.isContentEditable = isContentEditable;
  }

  matches(selector: string): boolean {
    return this.#selectors.some((one) => selector.includes(one));
  }

  closest(selector: string): FakeElement | null {
    return this.matches(selector) ? this : null;
  }
}

const log: string[] = [];

function command(id: string, more: Partial<Command> = {}): Command {
  return { id, name: id, group: 'group', run: () => log.push(id), ...more };
}

function press(code: string, more: Partial<KeyboardEvent> = {}): boolean {
  return runKey({
    code,
    key: code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    defaultPrevented: false,
    target: null,
    ...more,
  } as KeyboardEvent);
}

beforeEach(() => {
  log.length = 0;
  commands.setState({ commands: [] });
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
});

describe('a key', () => {
  it('is known by its place, whatever letter the layout puts there', () => {
    offer([command('highlight', { keys: [{ code: 'KeyH' }] })]);
    expect(press('KeyH', { key: 'р' })).toBe(true);
    expect(log).toEqual(['highlight']);
  });

  it('runs its command only with just its modifiers', () => {
    offer([command('undo', { keys: [{ code: 'KeyZ', mod: true }] })]);
    expect(press('KeyZ')).toBe(false);
    expect(press('KeyZ', { ctrlKey: true, shiftKey: true })).toBe(false);
    expect(press('KeyZ', { ctrlKey: true, altKey: true })).toBe(false);
    expect(press('KeyZ', { ctrlKey: true })).toBe(true);
  });

  it('means Cmd on a Mac', () => {
    vi.stubGlobal('navigator', { platform: 'MacIntel' });
    offer([command('undo', { keys: [{ code: 'KeyZ', mod: true }] })]);
    expect(press('KeyZ', { ctrlKey: true })).toBe(false);
    expect(press('KeyZ', { metaKey: true })).toBe(true);
  });

  it.each([
    ['a field', new FakeElement(['input:not'])],
    ['a text area', new FakeElement(['textarea'])],
    ['edited text', new FakeElement([], true)],
    ['a menu', new FakeElement(['[role=menu]'])],
    ['a list', new FakeElement(['[role=listbox]'])],
    ['a dialog', new FakeElement(['[data-modal]'])],
  ])('belongs to %s first, except where the command says otherwise', (_where, target) => {
    offer([
      command('note', { keys: [{ code: 'KeyN' }] }),
      command('palette', { keys: [{ code: 'KeyK', mod: true }], inFields: true }),
    ]);
    const element = target as unknown as EventTarget;
    expect(press('KeyN', { target: element })).toBe(false);
    expect(press('KeyK', { ctrlKey: true, target: element })).toBe(true);
    expect(log).toEqual(['palette']);
  });

  it('does nothing while a letter is being composed, or once someone else took it', () => {
    offer([command('note', { keys: [{ code: 'KeyN' }] })]);
    expect(press('KeyN', { isComposing: true })).toBe(false);
    expect(press('KeyN', { defaultPrevented: true })).toBe(false);
  });

  it('goes to the command offered last, and past those that may not run now', () => {
    const keys = [{ code: 'Escape' }];
    offer([command('first', { keys })]);
    offer([command('second', { keys })]);
    offer([command('third', { keys, enabled: () => false })]);
    press('Escape');
    expect(log).toEqual(['second']);
  });
});

describe('a command', () => {
  it('is gone once its view is', () => {
    const end = offer([command('note')]);
    end();
    expect(run('note')).toBe(false);
  });

  it('runs by its id, as from the menu, when it may', () => {
    offer([command('redo', { enabled: () => false }), command('undo')]);
    expect(run('redo')).toBe(false);
    expect(run('undo')).toBe(true);
    expect(log).toEqual(['undo']);
  });
});
