import type { SchemeId } from '#core/language/scripts/scheme.ts';
import type { Command } from '#renderer/app/commands.ts';
import { flushReading, readingNow, updateReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import { isCyrillicKazakh } from '#core/language/scripts/cyrillic-kazakh.ts';

/** Shows editions of the open work in a scheme; `null`: in their own script. */
export function showScript(editions: readonly string[], scheme: SchemeId | null): void {
  const scripts = { ...readingNow()?.scripts };
  for (const edition of editions) {
    if (scheme === null) delete scripts[edition];
    else scripts[edition] = scheme;
  }
  updateReading({ scripts });
  // A choice, unlike the place, does not change again soon: it is kept at once.
  flushReading();
}

/** The editions in the panes that can be shown in another script. */
function transliterableShown(): string[] {
  const all = openedWork.getState().current?.editions ?? [];
  const shown: readonly string[] = readingNow()?.editions ?? [];
  return all.filter(({ id, language }) => shown.includes(id) && isCyrillicKazakh(language)).map(({ id }) => id);
}

function command(id: string, name: string, scheme: SchemeId | null): Command {
  return {
    id: `script.${id}`,
    name,
    group: key('app:group.look'),
    enabled: () => transliterableShown().length > 0,
    run: () => {
      showScript(transliterableShown(), scheme);
    },
  };
}

/** To read the Kazakh text in another script, and in its own again. */
export const scriptCommands: readonly Command[] = [
  command('own', key('scripts:command.own'), null),
  command('latn', key('scripts:command.latn'), 'latn'),
  command('latn-bgn', key('scripts:command.latn-bgn'), 'latn-bgn'),
  command('arab', key('scripts:command.arab'), 'arab'),
];
