import { formFinder, type Headword } from '#core/glossary/forms-of.ts';
import { spellReading } from '#core/language/analyse.ts';
import { language } from '#core/language/language.ts';
import { languageAsked, required, textCommand } from './text-command.ts';
import { InputError, linesOf, nameOf, readText, standardInput, UsageError } from './text-input.ts';

/** `egiz match`. */
export const matchCommand = textCommand({
  name: 'match',
  summary: 'find the headwords whose forms words are',
  help: `Usage: egiz match --lang TAG --headwords FILE --words FILE [--all]

Writes a line for every match: headword, form, analysis, with tabs between them. A form belongs to the longest headword
that it is a form of; legal readings follow each other, the likeliest first, with " | " between them.

  --lang TAG        the language: kk, en, ru, or any other tag
  --headwords FILE  a headword a line, which may end in a tab and "noun" (any nominal) or "verb"; else both are tried
  --words FILE      a word or phrase a line
  --all             also headwords that are shorter than the longest

A FILE that is "-" is standard input.`,
  options: {
    lang: { type: 'string' },
    headwords: { type: 'string' },
    words: { type: 'string' },
    all: { type: 'boolean' },
  },
  files: 0,
  run: async (called, output) => {
    const rules = language(languageAsked(called));
    const headwordFile = required(called, 'headwords');
    const wordFile = required(called, 'words');
    if (headwordFile === standardInput && wordFile === standardInput) {
      throw new UsageError('--headwords and --words cannot both be standard input');
    }
    const finder = formFinder(await readHeadwords(headwordFile), rules);
    for (const { text } of linesOf(await readText(wordFile))) {
      const form = text.trim();
      for (const { headword, readings } of finder.find(form, called.options['all'] === true)) {
        const analysis = readings.map((reading) => reading.map(spellReading).join(' ')).join(' | ');
        output.line([headword.text, form, analysis].join('\t'));
      }
    }
    return 0;
  },
});

async function readHeadwords(file: string): Promise<Headword[]> {
  const headwords: Headword[] = [];
  for (const { number, text } of linesOf(await readText(file))) {
    const [headword = '', kind, ...rest] = text.split('\t').map((cell) => cell.trim());
    if (headword === '' && kind === undefined) continue;
    const where = `${nameOf(file)}:${number}`;
    if (headword === '') throw new InputError(`${where}: there is no headword before the tab`);
    if (rest.length > 0) throw new InputError(`${where}: more than one tab`);
    if (kind !== undefined && kind !== 'noun' && kind !== 'verb') {
      throw new InputError(`${where}: after the tab stands “${kind}”, not noun or verb`);
    }
    headwords.push({ text: headword, kind: kind ?? null });
  }
  return headwords;
}
