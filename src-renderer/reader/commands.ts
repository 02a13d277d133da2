import type { Command, Key } from '#renderer/app/commands.ts';
import type { Actions } from './actions.ts';
import { readerView } from './reader-state.ts';
import { readerParts } from './reader-store.ts';
import type { Session } from './session.ts';
import { followNote, hasNote } from './text-clicks.ts';

const [left, right, up, down, home, end] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map(
  (code): Key => ({ code }),
) as [Key, Key, Key, Key, Key, Key];

/** What can be done in the text by keys. Arrows belong to the word cursor while there is one, else to the focus. */
export function readerCommands(session: Session, actions: Actions): readonly Command[] {
  return [...goCommands(session, actions), ...paragraphCommands(session, actions), ...selectCommands(session)];
}

/** Makes commands of a group that may run under one condition. */
function group(name: string, enabled: () => boolean) {
  return (id: string, keys: readonly Key[], run: () => unknown): Command => ({
    id: `reader.${id}`,
    name: `reader:command.${id}`,
    group: `reader:group.${name}`,
    keys,
    enabled,
    run: () => void run(),
  });
}

function goCommands(session: Session, actions: Actions): Command[] {
  const moving = group('go', () => session.focus.moving && session.cursor?.active !== true);
  const anywhere = group('go', () => session.frame !== null);
  return [
    moving('paragraph-next', [down], () => session.focus.move(1)),
    moving('paragraph-previous', [up], () => session.focus.move(-1)),
    moving('other-side', [left, right], () => session.focus.toOtherSide()),
    anywhere('section-next', [{ ...down, alt: true }], () => {
      actions.section(1);
    }),
    anywhere('section-previous', [{ ...up, alt: true }], () => {
      actions.section(-1);
    }),
    {
      ...anywhere('to-text', [{ code: 'F6' }], () => {
        // A work that has just been opened stands at its beginning before its place was ever taken.
        const first = session.frame?.arrangement.links[0];
        const paragraph = session.viewport.position?.paragraph ?? first?.source[0] ?? first?.target[0];
        if (paragraph !== undefined) session.focus.go(paragraph);
      }),
      // The way back from a panel, most of which begin with a field.
      inFields: true,
    },
  ];
}

function paragraphCommands(session: Session, actions: Actions): Command[] {
  const about = (id: string, keys: readonly Key[], run: (paragraph: string) => unknown, enabled = always): Command =>
    group('paragraph', () => actions.paragraph !== null && enabled())(id, keys, () => {
      if (actions.paragraph !== null) run(actions.paragraph);
    });
  return [
    about(
      'translation',
      [{ code: 'KeyT' }],
      (paragraph) => {
        actions.toggleTranslation(paragraph);
      },
      () => session.frame?.mode === 'demand',
    ),
    group('paragraph', () => session.cursor?.active !== true && hasNote(session.focus.paragraph))(
      'note',
      [{ code: 'Enter' }],
      () => {
        if (session.focus.paragraph !== null) followNote(actions, session.focus.paragraph);
      },
    ),
    about('edit', [{ code: 'F2' }], (paragraph) => {
      actions.edit(paragraph);
    }),
    about('copy-both', [{ code: 'KeyC', shift: true }], (paragraph) => {
      actions.copy(paragraph, true);
    }),
    about('menu', [{ code: 'ContextMenu' }, { code: 'F10', shift: true }], (paragraph) => {
      const box = session.columns.element(paragraph)?.getBoundingClientRect();
      if (box !== undefined) readerParts.setState({ menu: { paragraph, x: box.left, y: Math.max(box.top, 0) + 30 } });
    }),
  ];
}

function selectCommands(session: Session): Command[] {
  const onParagraph = (): boolean => document.activeElement?.matches('[data-paragraph]') === true;
  const inText = (): boolean => session.root?.contains(document.activeElement) === true;
  const start = group('select', () => onParagraph() && session.cursor?.active !== true);
  const cursor = group('select', () => session.cursor?.active === true && inText());
  const selected = group('select', () => readerView.getState().selection !== null);
  // In a right-to-left text the next word lies on the left.
  const step = (by: 1 | -1): 1 | -1 => {
    const at = session.cursor?.at ?? null;
    const leftwards = at !== null && session.columns.of(at.paragraph)?.dom.dir === 'rtl';
    return leftwards ? (by === 1 ? -1 : 1) : by;
  };
  const shift = (key: Key): Key => ({ ...key, shift: true });
  const far = (key: Key): Key => ({ ...key, shift: true, mod: true });
  return [
    start('cursor', [{ code: 'Enter' }], () => {
      const { paragraph } = session.focus;
      if (paragraph !== null) session.cursor?.start(paragraph);
    }),
    cursor('cursor-leave', [{ code: 'Escape' }], () => session.cursor?.end()),
    cursor('word-next', [right], () => session.cursor?.word(step(1), false)),
    cursor('word-previous', [left], () => session.cursor?.word(step(-1), false)),
    cursor('word-below', [down], () => session.cursor?.line(1, false)),
    cursor('word-above', [up], () => session.cursor?.line(-1, false)),
    cursor('word-first', [home], () => session.cursor?.edge(-1, false)),
    cursor('word-last', [end], () => session.cursor?.edge(1, false)),
    cursor('extend-next', [shift(right)], () => session.cursor?.word(step(1), true)),
    cursor('extend-previous', [shift(left)], () => session.cursor?.word(step(-1), true)),
    cursor('extend-below', [shift(down)], () => session.cursor?.line(1, true)),
    cursor('extend-above', [shift(up)], () => session.cursor?.line(-1, true)),
    cursor('extend-first', [shift(home)], () => session.cursor?.edge(-1, true)),
    cursor('extend-last', [shift(end)], () => session.cursor?.edge(1, true)),
    cursor('sentence-next', [far(right)], () => session.cursor?.sentence(step(1))),
    cursor('sentence-previous', [far(left)], () => session.cursor?.sentence(step(-1))),
    cursor('paragraph-whole', [far(down)], () => session.cursor?.paragraph(1)),
    cursor('paragraph-whole-back', [far(up)], () => session.cursor?.paragraph(-1)),
    group('select', () => (session.focus.paragraph ?? session.selecting?.paragraph ?? null) !== null)(
      'select-paragraph',
      [{ code: 'KeyA', mod: true }],
      () => session.selecting?.selectParagraph(session.focus.paragraph),
    ),
    selected('selection-clear', [{ code: 'Escape' }], () => {
      session.selecting?.clear();
    }),
  ];
}

function always(): boolean {
  return true;
}
