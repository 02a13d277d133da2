import type { Command } from '#renderer/app/commands.ts';
import { library } from '#renderer/app/library-store.ts';
import { parseRoute, route } from '#renderer/app/route.ts';
import { key } from '#renderer/i18n/key.ts';
import { openExport } from './export-state.ts';

/** The work that is open; in the library the one whose row has the focus, or the only one. */
function meantWork(): string | null {
  const shown = route.getState();
  if (shown.view === 'work' || shown.view === 'alignment') return shown.work;
  if (shown.view !== 'library') return null;
  const link = document.activeElement?.closest('li')?.querySelector<HTMLAnchorElement>('a[href^="#/works/"]');
  const focused = link === null || link === undefined ? null : parseRoute(link.hash);
  if (focused?.view === 'work') return focused.work;
  const works = library.getState().state?.works ?? [];
  return works.length === 1 ? (works[0]?.work.id ?? null) : null;
}

/** Giving a work out, from everywhere where it is plain which. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export',
    name: key('export:command'),
    group: key('export:group'),
    keys: [{ code: 'KeyE', mod: true }],
    inFields: true,
    enabled: () => meantWork() !== null,
    run: () => {
      const work = meantWork();
      if (work !== null) openExport(work);
    },
  },
];
