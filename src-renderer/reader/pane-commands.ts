import type { Command, Key } from '#renderer/app/commands.ts';
import { notify } from '#renderer/app/notices.ts';
import { flushReading, readingNow, updateReading } from '#renderer/app/reading.ts';
import { key } from '#renderer/i18n/key.ts';
import type { Session } from './session.ts';

export const partCommand = 'reader.unlock';
export const partKey: Key = { code: 'KeyL', alt: true };

/** To let the other pane go, so that it stays where it is, and to have it follow again. */
export function paneCommands(session: Session): readonly Command[] {
  return [
    {
      id: partCommand,
      name: key('reader:command.unlock'),
      group: key('app:group.look'),
      keys: [partKey],
      enabled: () => session.frame?.mode === 'side',
      run: () => {
        const unlocked = readingNow()?.unlocked !== true;
        if (unlocked) session.willPart();
        updateReading({ unlocked });
        flushReading();
        const message = unlocked ? key('reader:pane.let-go') : key('reader:pane.follows');
        notify({ kind: 'done', message, undoable: false });
      },
    },
  ];
}
