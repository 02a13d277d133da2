import type { Command } from '#renderer/app/commands.ts';
import { flushReading, readingNow, updateReading } from '#renderer/app/reading.ts';
import { key } from '#renderer/i18n/key.ts';

/** Whether the sentence under the pointer is lit. */
export const sentenceCommands: readonly Command[] = [
  {
    id: 'reader.light-sentences',
    name: key('reader:command.light-sentences'),
    group: key('app:group.look'),
    run: () => {
      updateReading({ sentencesUnlit: readingNow()?.sentencesUnlit !== true });
      flushReading();
    },
  },
];
