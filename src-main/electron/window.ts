import { BrowserWindow, Menu, screen } from 'electron';
import { guardNavigation } from './navigation.ts';
import { startPage } from './scheme.ts';
import { contextTemplate } from './menu.ts';
import type { Strings } from './strings.ts';
import { placeWindow, smallest, type WindowState } from './window-state.ts';

export interface WindowOptions {
  /** The built preload script. */
  preload: string;
  /** Where the window was when it was closed last. */
  place: WindowState | null;
  /** Told where the window is when it closes. */
  keepPlace: (place: WindowState) => void;
  texts: () => Strings;
  /** What happens to a web address that the page wants to go to. */
  leave: (address: string) => void;
}

/** Opens the reader's window: sandboxed, isolated, without Node, on the reader's own origin. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const place = placeWindow(
    options.place,
    [primary, ...others].map(({ workArea }) => workArea),
  );
  const { maximised, ...bounds } = place;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Egiz',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // The dictionaries would be fetched from the network.
      spellcheck: false,
    },
  });
  guardNavigation(window.webContents, options.leave);
  window.webContents.on('context-menu', (_event, params) => {
    const template = contextTemplate(options.texts(), params);
    if (template !== null) Menu.buildFromTemplate(template).popup({ window });
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    options.keepPlace({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  });
  return window;
}

/** Loads the reader. What goes wrong is told by the window's own events. */
export async function loadReader(window: BrowserWindow): Promise<void> {
  await window.loadURL(startPage).catch(() => undefined);
}
