import { appCommands } from './app-commands.ts';
import { followMenu } from './bridge.ts';
import { offer, runKey } from './commands.ts';
import { followLook } from './display.ts';
import { listen } from './events.ts';
import { loadLibrary } from './library-store.ts';
import { flushReadingWhenLeaving } from './reading.ts';
import { followAddress } from './route.ts';
import { guardClosing } from './saving.ts';

/** Starts what lives as long as the window: the library and its events, the address, the keys, the menu, the look. */
export function follow(target: Window): void {
  followLook(target);
  followAddress(target);
  offer(appCommands);
  target.document.addEventListener('keydown', (event) => {
    if (runKey(event)) event.preventDefault();
  });
  followMenu(target);
  flushReadingWhenLeaving(target);
  guardClosing(target);
  // First: what is changed once the library was asked for must be heard of.
  void listen(new AbortController().signal);
  void loadLibrary();
}
