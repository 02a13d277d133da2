import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';
import type { Command } from '#renderer/app/commands.ts';
import { readingNow } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import { openRepairs } from './repairs-state.ts';

/** The edition whose repairs a command means: of those shown, the first that can have any. */
function repairable(): string | null {
  const shown = readingNow()?.editions ?? [];
  const all = openedWork.getState().current?.editions ?? [];
  return shown.find((id) => all.some((one) => one.id === id && isCyrillicKazakh(one.language))) ?? null;
}

export const repairCommands: readonly Command[] = [
  {
    id: 'repairs',
    name: key('repairs:command'),
    group: key('app:group.edit'),
    enabled: () => repairable() !== null,
    run: () => {
      const edition = repairable();
      if (edition !== null) openRepairs(edition);
    },
  },
];
