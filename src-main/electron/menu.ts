import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#main/api/command.ts';
import type { Strings } from './strings.ts';

/** What the menu needs of the program. */
export interface MenuActions {
  send: (command: MenuCommand) => void;
  showFolder: () => void;
  showAbout: () => void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/**
 * The native menu. Its keys are shown, and not taken (except on a Mac, where the system offers them to the page first): the
 * view handles them itself, by the place of a key, so that they work on a Kazakh or Russian layout.
 */
export function menuTemplate(texts: Strings, actions: MenuActions, isMac: boolean, isPackaged: boolean): Item[] {
  const command = (label: string, name: MenuCommand, accelerator?: string): Item => ({
    id: name,
    label,
    click: () => {
      actions.send(name);
    },
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const settings = command(texts.settings, 'settings', 'CmdOrCtrl+,');
  const about: Item = { id: 'about', label: texts.about, click: actions.showAbout };
  const folder: Item = { id: 'show-folder', label: texts.showFolder, click: actions.showFolder };

  const program: Item = {
    label: 'Egiz',
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      line,
      { role: 'quit', label: texts.quit },
    ],
  };
  const file: Item = {
    label: texts.file,
    submenu: [
      command(texts.importTexts, 'import', 'CmdOrCtrl+O'),
      command(texts.exportWork, 'export', 'CmdOrCtrl+E'),
      line,
      command(texts.library, 'library', 'CmdOrCtrl+Shift+L'),
      command(texts.wholeGlossary, 'glossary-page'),
      folder,
      line,
      ...(isMac
        ? [{ role: 'close', label: texts.close } as const]
        : [settings, line, { role: 'quit', label: texts.quit } as const]),
    ],
  };
  const edit: Item = {
    label: texts.edit,
    submenu: [
      command(texts.undo, 'undo', 'CmdOrCtrl+Z'),
      command(texts.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
      line,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
      line,
      command(texts.find, 'find', 'CmdOrCtrl+F'),
    ],
  };
  const text: Item = {
    label: texts.text,
    submenu: [command(texts.highlight, 'highlight'), command(texts.note, 'note'), command(texts.term, 'glossary.add')],
  };
  const view: Item = {
    label: texts.view,
    submenu: [
      command(texts.contents, 'contents', 'CmdOrCtrl+Shift+O'),
      command(texts.notes, 'notes', 'CmdOrCtrl+Shift+M'),
      command(texts.glossary, 'glossary', 'CmdOrCtrl+Shift+D'),
      line,
      command(texts.sideBySide, 'mode-side', 'Alt+Shift+1'),
      command(texts.stacked, 'mode-stacked', 'Alt+Shift+2'),
      command(texts.onDemand, 'mode-demand', 'Alt+Shift+3'),
      line,
      command(texts.larger, 'zoom-in', 'CmdOrCtrl+='),
      command(texts.smaller, 'zoom-out', 'CmdOrCtrl+-'),
      command(texts.usualSize, 'zoom-reset', 'CmdOrCtrl+0'),
      line,
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(isPackaged ? [] : [{ role: 'toggleDevTools', label: texts.developer } as const]),
    ],
  };
  const window: Item = { label: texts.window, submenu: [{ role: 'minimize', label: texts.minimise }] };
  const help: Item = {
    role: 'help',
    label: texts.help,
    submenu: [
      command(texts.keys, 'keys', 'F1'),
      command(texts.palette, 'palette', 'CmdOrCtrl+K'),
      ...(isMac ? [] : [line, about]),
    ],
  };
  return isMac ? [program, file, edit, text, view, window, help] : [file, edit, text, view, help];
}

/** The menu of the right button over text or a field; `null` where nothing in it could be done. */
export function contextTemplate(
  texts: Strings,
  place: {
    isEditable: boolean;
    selectionText: string;
    editFlags: { canCut: boolean; canCopy: boolean; canPaste: boolean };
  },
): Item[] | null {
  const copy: Item = { role: 'copy', label: texts.copy, enabled: place.editFlags.canCopy };
  if (place.isEditable) {
    return [
      { role: 'cut', label: texts.cut, enabled: place.editFlags.canCut },
      copy,
      { role: 'paste', label: texts.paste, enabled: place.editFlags.canPaste },
      line,
      { role: 'selectAll', label: texts.selectAll },
    ];
  }
  return place.selectionText.trim() === '' ? null : [copy];
}
