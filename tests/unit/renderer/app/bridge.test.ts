import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MenuCommand } from '#main/api/command.ts';
import { followMenu } from '#renderer/app/bridge.ts';
import { offer } from '#renderer/app/commands.ts';

class Element {
  readonly keys: string[] = [];
  isContentEditable = false;
  dispatchEvent(event: { key: string; shiftKey: boolean }): boolean {
    this.keys.push(`${event.shiftKey ? 'Shift+' : ''}${event.key}`);
    return true;
  }
}
class Input extends Element {}
class TextArea extends Element {}
class Key {
  readonly type: string;

  constructor(type: string, init: object) {
    this.type = type;
    Object.assign(this, init);
  }
}

/** A window whose native menu was used, with the caret in `field`. Gives what the page's own undo and the field were told. */
function choose(command: MenuCommand, field: Element | null): { ran: string[]; executed: string[] } {
  const ran: string[] = [];
  const executed: string[] = [];
  const end = offer(['undo', 'redo', 'find'].map((id) => ({ id, name: id, group: 'g', run: () => void ran.push(id) })));
  followMenu({
    document: { activeElement: field, execCommand: (name: string) => void executed.push(name) },
    egiz: {
      onCommand: (callback: (command: MenuCommand) => void) => {
        callback(command);
        return () => undefined;
      },
    },
  } as unknown as Window);
  end();
  return { ran, executed };
}

describe('a command of the native menu', () => {
  beforeEach(() => {
    vi.stubGlobal('HTMLElement', Element);
    vi.stubGlobal('HTMLInputElement', Input);
    vi.stubGlobal('HTMLTextAreaElement', TextArea);
    vi.stubGlobal('KeyboardEvent', Key);
  });

  it('undoes the last change where nothing is being typed', () => {
    expect(choose('undo', null)).toEqual({ ran: ['undo'], executed: [] });
  });

  it('undoes the typing where the caret is in a field', () => {
    expect(choose('undo', new Input())).toEqual({ ran: [], executed: ['undo'] });
    expect(choose('redo', new TextArea())).toEqual({ ran: [], executed: ['redo'] });
  });

  it('presses the key of undo in a text that is being edited', () => {
    const paragraph = new Element();
    paragraph.isContentEditable = true;
    expect(choose('redo', paragraph)).toEqual({ ran: [], executed: [] });
    expect(paragraph.keys).toEqual(['Shift+z']);
  });

  it('runs any other command in a field too', () => {
    expect(choose('find', new Input())).toEqual({ ran: ['find'], executed: [] });
  });
});
