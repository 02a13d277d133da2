import { schemes, transliterate } from '#core/language/scripts/transliterate.ts';
import { required, textCommand } from './text-command.ts';
import { linesOf, readText, UsageError } from './text-input.ts';

const ids = schemes.map(({ id }) => id);

/** `egiz script`. */
export const scriptCommand = textCommand({
  name: 'script',
  summary: 'write a Kazakh text in Latin or Arabic script',
  help: `Usage: egiz script --to SCRIPT [FILE]

Writes a Kazakh text in another script, line by line.

  --to SCRIPT  one of:
${schemes.map(({ id, name }) => `                 ${id.padEnd(10)} ${name.en}`).join('\n')}
  FILE         a UTF-8 text in Cyrillic (otherwise standard input)`,
  options: { to: { type: 'string' } },
  files: 1,
  run: async (called, output) => {
    const asked = required(called, 'to');
    const id = ids.find((one) => one === asked);
    if (id === undefined) throw new UsageError(`--to must be ${ids.join(', ')}, not ${asked}`);
    for (const { text } of linesOf(await readText(called.files[0]))) output.line(transliterate(text, id).text);
    return 0;
  },
});
