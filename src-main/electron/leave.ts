import { BrowserWindow, dialog, shell } from 'electron';
import { judge } from './navigation.ts';
import type { Strings } from './strings.ts';

/**
 * Opens a web address in the reader's browser once they have seen it and agreed. While one question stands, further ones
 * are dropped, so that a page cannot bury the reader in them.
 */
export function leaving(texts: () => Strings): (address: string) => void {
  let asking = false;
  return (address) => {
    if (asking || judge(address) !== 'ask') return;
    asking = true;
    void ask(new URL(address).href, texts()).finally(() => {
      asking = false;
    });
  };
}

async function ask(address: string, texts: Strings): Promise<void> {
  const question = {
    type: 'question' as const,
    message: texts.leaveQuestion,
    detail: address,
    buttons: [texts.leaveOpen, texts.leaveCancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const window = BrowserWindow.getFocusedWindow();
  const answer = await (window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question));
  if (answer.response === 0) await shell.openExternal(address);
}
