import { i18n } from '#renderer/i18n/index.ts';
import { key } from '#renderer/i18n/key.ts';
import type { Command } from './commands.ts';
import { redo, undo } from './commit.ts';
import { chooseLook, zoom, type Look } from './display.ts';
import { openAddCards } from '#renderer/review/adding.ts';
import { notify } from './notices.ts';
import { go, route } from './route.ts';
import { retry, saving } from './saving.ts';
import { shell } from './shell-state.ts';
import { undoing, type Step } from './undo.ts';

const interfaceLanguages = ['system', 'kk', 'en', 'ru'] as const satisfies readonly (Look['language'] | 'system')[];
const themes = ['system', 'light', 'dark', 'sepia'] as const satisfies readonly Look['theme'][];

function tell(message: string, step: Step | null): void {
  if (step !== null) notify({ kind: 'done', message, values: { what: i18n.t(step.label) }, undoable: false });
}

/** What can be done in every view. Ids that the native menu knows are those of `MenuCommand`. */
export const appCommands: readonly Command[] = [
  {
    id: 'palette',
    name: key('app:command.palette'),
    group: key('app:group.program'),
    keys: [{ code: 'KeyK', mod: true }],
    inFields: true,
    run: () => {
      shell.setState({ open: 'palette' });
    },
  },
  {
    id: 'keys',
    name: key('app:command.keys'),
    group: key('app:group.program'),
    keys: [{ code: 'Slash', shift: true }, { code: 'F1' }],
    run: () => {
      shell.setState({ open: 'keys' });
    },
  },
  {
    id: 'undo',
    name: key('app:command.undo'),
    group: key('app:group.edit'),
    keys: [{ code: 'KeyZ', mod: true }],
    enabled: () => undoing.getState().done.length > 0,
    run: () => {
      tell(key('app:undo.undone'), undo());
    },
  },
  {
    id: 'redo',
    name: key('app:command.redo'),
    group: key('app:group.edit'),
    keys: [
      { code: 'KeyZ', mod: true, shift: true },
      { code: 'KeyY', mod: true },
    ],
    enabled: () => undoing.getState().undone.length > 0,
    run: () => {
      tell(key('app:undo.redone'), redo());
    },
  },
  {
    id: 'retry',
    name: key('app:command.retry'),
    group: key('app:group.edit'),
    enabled: () => saving.getState().status === 'failed',
    run: retry,
  },
  {
    id: 'library',
    name: key('app:command.library'),
    group: key('app:group.go'),
    keys: [{ code: 'KeyL', mod: true, shift: true }],
    inFields: true,
    enabled: () => route.getState().view !== 'library',
    run: () => {
      go({ view: 'library' });
    },
  },
  {
    id: 'glossary-page',
    name: key('app:command.glossary-page'),
    group: key('app:group.go'),
    enabled: () => route.getState().view !== 'glossary',
    run: () => {
      go({ view: 'glossary' });
    },
  },
  {
    id: 'review-page',
    name: key('app:command.review-page'),
    group: key('app:group.go'),
    keys: [{ code: 'KeyU', mod: true, shift: true }],
    enabled: () => route.getState().view !== 'review',
    run: () => {
      go({ view: 'review' });
    },
  },
  {
    id: 'review-add',
    name: key('app:command.review-add'),
    group: key('app:group.edit'),
    run: () => {
      openAddCards();
    },
  },
  {
    id: 'settings',
    name: key('app:command.settings'),
    group: key('app:group.look'),
    keys: [{ code: 'Comma', mod: true }],
    inFields: true,
    run: () => {
      shell.setState({ settings: true });
    },
  },
  {
    id: 'zoom-in',
    name: key('app:command.zoom-in'),
    group: key('app:group.look'),
    keys: [
      { code: 'Equal', mod: true },
      { code: 'Equal', mod: true, shift: true },
      { code: 'NumpadAdd', mod: true },
    ],
    inFields: true,
    run: () => {
      zoom(1);
    },
  },
  {
    id: 'zoom-out',
    name: key('app:command.zoom-out'),
    group: key('app:group.look'),
    keys: [
      { code: 'Minus', mod: true },
      { code: 'NumpadSubtract', mod: true },
    ],
    inFields: true,
    run: () => {
      zoom(-1);
    },
  },
  {
    id: 'zoom-reset',
    name: key('app:command.zoom-reset'),
    group: key('app:group.look'),
    keys: [
      { code: 'Digit0', mod: true },
      { code: 'Numpad0', mod: true },
    ],
    inFields: true,
    run: () => {
      zoom(null);
    },
  },
  ...themes.map((theme): Command => ({
    id: `theme-${theme}`,
    name: key(`app:command.theme-${theme}`),
    group: key('app:group.look'),
    run: () => {
      chooseLook({ theme });
    },
  })),
  ...interfaceLanguages.map((language): Command => ({
    id: `language-${language}`,
    name: key(`app:command.language-${language}`),
    group: key('app:group.look'),
    run: () => {
      chooseLook({ language: language === 'system' ? null : language });
    },
  })),
];
