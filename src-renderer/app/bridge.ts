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
  return target.egiz?.onCommand((command) => run(command)) ?? (() => undefined);
}
