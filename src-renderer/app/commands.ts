import { createStore } from 'zustand/vanilla';

/** A key by its place on the keyboard (`KeyboardEvent.code`), so that it works on a Kazakh or Russian layout. */
export interface Key {
  code: string;
  /** Ctrl, or Cmd on a Mac. */
  mod?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** Something a person can do: in the palette, the key help, the menu. */
export interface Command {
  id: string;
  /** Translation key of its name. */
  name: string;
  /** Translation key of the group it stands under in the key help. */
  group: string;
  keys?: readonly Key[];
  /** May it run now? Left out: always. */
  enabled?: () => boolean;
  /** Runs even while the caret is in a field (Ctrl+K, Esc). */
  inFields?: boolean;
  run: () => void;
}

const registry = createStore<{ commands: readonly Command[] }>(() => ({ commands: [] }));

/** Every command that the views shown now offer. */
export const commands = registry;

/** Offers commands until the returned function is called. A later one with the same key comes first. */
export function offer(more: readonly Command[]): () => void {
  registry.setState((state) => ({ commands: [...more, ...state.commands] }));
  return () => {
    registry.setState((state) => ({ commands: state.commands.filter((command) => !more.includes(command)) }));
  };
}

/** Runs the command with this id when it is offered and enabled. */
export function run(id: string): boolean {
  const command = registry.getState().commands.find((one) => one.id === id && (one.enabled?.() ?? true));
  command?.run();
  return command !== undefined;
}

/** Runs the command that a key belongs to. Gives whether there was one, so that the caller prevents the default. */
export function runKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.defaultPrevented) return false;
  const mac = navigator.platform.startsWith('Mac');
  const typing = takesKeys(event.target);
  const command = registry
    .getState()
    .commands.find(
      (one) =>
        (one.inFields === true || !typing) &&
        one.keys?.some(
          (key) =>
            key.code === event.code &&
            (key.mod ?? false) === (mac ? event.metaKey : event.ctrlKey) &&
            (key.shift ?? false) === event.shiftKey &&
            (key.alt ?? false) === event.altKey,
        ) === true &&
        (one.enabled?.() ?? true),
    );
  command?.run();
  return command !== undefined;
}

/** Fields take letters as text, menus and lists to find an item; behind a dialog nothing is to happen unseen. */
function takesKeys(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select') ||
      target.closest('[role=menu], [role=listbox], [data-modal]') !== null)
  );
}
