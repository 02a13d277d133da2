import { dialog, type BrowserWindow } from 'electron';
import { fill, type Strings } from './strings.ts';

/** What Chromium calls a load that another one took the place of; nothing went wrong then. */
const aborted = -3;

/**
 * Tells the reader when the window's page crashed, did not load, or does not answer, and what was lost: nothing. They choose
 * between loading it again and leaving, or waiting. Asks too when the page would stay open because a change is not on disk.
 */
export function watchWindow(
  window: BrowserWindow,
  texts: () => Strings,
  actions: { reload: () => void; quit: () => void },
): void {
  const contents = window.webContents;
  let asking = false;

  const ask = async (message: string, detail: string, otherwise: string, act: () => void): Promise<void> => {
    if (asking || window.isDestroyed()) return;
    asking = true;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message,
      detail,
      buttons: [texts().reload, otherwise],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    asking = false;
    if (response === 0) actions.reload();
    else act();
  };

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const { crashed, crashedDetail, quit } = texts();
    void ask(crashed, fill(crashedDetail, { reason: `${reason} (${String(exitCode)})` }), quit, actions.quit);
  });
  contents.on('did-fail-load', (_event, code, reason, address, isMainFrame) => {
    if (!isMainFrame || code === aborted) return;
    const { notLoaded, notLoadedDetail, quit } = texts();
    const detail = fill(notLoadedDetail, { address, reason: `${reason} (${String(code)})` });
    // A window that never showed itself would keep the question out of sight.
    window.show();
    void ask(notLoaded, detail, quit, actions.quit);
  });
  contents.on('will-prevent-unload', (unload) => {
    const { unsaved, unsavedDetail, unsavedStay, unsavedLeave } = texts();
    // The event is answered before the call returns, so the question must be too.
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: unsaved,
      detail: unsavedDetail,
      buttons: [unsavedStay, unsavedLeave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Of this event the default is that the page's wish to stay is granted.
    if (chosen === 1) unload.preventDefault();
  });
  window.on('unresponsive', () => {
    const { frozen, frozenDetail, wait } = texts();
    void ask(frozen, frozenDetail, wait, () => undefined);
  });
}
