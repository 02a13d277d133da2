import { language } from '#core/language/language.ts';
import { languageAsked, textCommand } from './text-command.ts';
import { linesOf, readText } from './text-input.ts';

/** `egiz segment`. */
export const segmentCommand = textCommand({
  name: 'segment',
  summary: 'cut a text into sentences, or into words',
  help: `Usage: egiz segment --lang TAG [--words] [FILE]

Writes a sentence a line. Every line of the text is a paragraph: no sentence goes across its end.

  --lang TAG  the language of the text: kk, en, ru, or any other tag
  --words     write the words of every sentence, with tabs between them
  FILE        a UTF-8 text (otherwise standard input)`,
  options: { lang: { type: 'string' }, words: { type: 'boolean' } },
  files: 1,
  run: async (called, output) => {
    const { sentences, words } = language(languageAsked(called));
    for (const { text } of linesOf(await readText(called.files[0]))) {
      for (const range of sentences(text)) {
        const sentence = text.slice(...range);
        const cut = words(sentence).map((word) => sentence.slice(...word));
        output.line(called.options['words'] === true ? cut.join('\t') : sentence);
      }
    }
    return 0;
  },
});
