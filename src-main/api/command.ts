/**
 * What the native menu can ask the view to do. The view gives each of them a meaning; a command that the view shown
 * now has no use for does nothing.
 */
export const menuCommands = [
  'undo',
  'redo',
  'find',
  'palette',
  'library',
  'import',
  'export',
  'glossary-page',
  'settings',
  'contents',
  'notes',
  'glossary',
  'highlight',
  'note',
  'glossary.add',
  'mode-side',
  'mode-stacked',
  'mode-demand',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'keys',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What Electron's preload puts on `window.egiz`. In a browser there is none, and no native menu. */
export interface EgizBridge {
  /** Calls back for every command the menu sends, until the returned function is called. */
  onCommand(callback: (command: MenuCommand) => void): () => void;
}
