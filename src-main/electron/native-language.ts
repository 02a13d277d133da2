import { app, Menu, type WebContents } from 'electron';
import type { MenuCommand } from '#main/api/command.ts';
import { chooseLanguage, type Language } from '#main/host/language.ts';
import type { Library } from '#main/library/library.ts';
import { menuTemplate, type MenuActions } from './menu.ts';
import { strings, type Strings } from './strings.ts';

/** The native parts' strings, in the language the reader reads now. */
export function nativeTexts(library: Library | null): Strings {
  return strings[nativeLanguage(library)];
}

/** The language chosen in the library; where none was, the system's. */
function nativeLanguage(library: Library | null): Language {
  return library?.top.state().display?.language ?? chooseLanguage(app.getPreferredSystemLanguages());
}

/** Keeps the native menu and the About panel in the language of the interface, from now until the program ends. */
export function followLanguage(library: Library, version: string, actions: Omit<MenuActions, 'showAbout'>): void {
  let shown: Language | null = null;
  const show = (): void => {
    const language = nativeLanguage(library);
    if (language === shown) return;
    shown = language;
    const texts = strings[language];
    app.setAboutPanelOptions({
      applicationName: 'Egiz',
      applicationVersion: version,
      copyright: 'MIT',
      credits: texts.aboutLine,
    });
    const all: MenuActions = {
      ...actions,
      showAbout: () => {
        app.showAboutPanel();
      },
    };
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate(texts, all, process.platform === 'darwin', app.isPackaged)),
    );
  };
  show();
  library.subscribe((event) => {
    if (event.type === 'changed' && event.records.some(({ kind }) => kind === 'display')) show();
  });
}

/** A sender of menu commands to whatever page is open when they come. */
export function commandSender(page: () => WebContents | null): (command: MenuCommand) => void {
  return (command) => {
    page()?.send('command', command);
  };
}
