import type { EgizBridge } from '#main/api/command.ts';
import { run } from './commands.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; a browser has none. */
    readonly egiz?: EgizBridge;
  }
}

/** Runs what the native menu asks for. Gives the function that ends it. */
export function followMenu(target: Window): () => void {
  return (
    target.egiz?.onCommand((command) => {
      if ((command === 'undo' || command === 'redo') && undoneInField(target.document, command)) return;
      run(command);
    }) ?? (() => undefined)
  );
}

/**
 * With the caret in a field, undo and redo mean what was typed there. On a Mac the menu takes Cmd+Z before the page sees it,
 * so the field is told in its own way: a text being edited by its key, an input by the browser's command for it.
 */
function undoneInField(document: Document, command: 'undo' | 'redo'): boolean {
  const field = document.activeElement;
  if (field instanceof HTMLElement && field.isContentEditable) {
    const shiftKey = command === 'redo';
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        code: 'KeyZ',
        key: 'z',
        metaKey: true,
        shiftKey,
        bubbles: true,
        cancelable: true,
      }),
    );
    return true;
  }
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  // oxlint-disable-next-line typescript/no-deprecated -- No other call undoes what was typed into an input.
  document.execCommand(command);
  return true;
}
