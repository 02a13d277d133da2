import { findRepairs } from '#core/language/repairs/find-repairs.ts';
import { textCommand } from './text-command.ts';
import { linesOf, nameOf, readText } from './text-input.ts';

/** `egiz check`. */
export const checkCommand = textCommand({
  name: 'check',
  summary: 'find damaged words in a Kazakh text',
  help: `Usage: egiz check [FILE]

Writes a line for every word that looks damaged: place (file:line:column), kind, word, and what it should probably be, with tabs
between them. Nothing is changed.

  lookalike  Latin letters, or letters of another alphabet, in a Cyrillic word
  encoding   RK1048 or PT154 that was read as Windows-1251
  FILE       a UTF-8 text (otherwise standard input)`,
  options: {},
  files: 1,
  run: async ({ files: [file] }, output) => {
    const text = await readText(file);
    const lines = linesOf(text);
    // The whole text tells which encoding was misread; a line may be too short.
    const joined = lines.map((line) => line.text).join('\n');
    let line = 0;
    let lineStart = 0;
    for (const { start, found, proposed, kind } of findRepairs(joined)) {
      for (
        let length = lines[line]?.text.length ?? 0;
        start > lineStart + length;
        length = lines[line]?.text.length ?? 0
      ) {
        lineStart += length + 1;
        line += 1;
      }
      output.line([`${nameOf(file)}:${line + 1}:${start - lineStart + 1}`, kind, found, proposed].join('\t'));
    }
    return 0;
  },
});
