import type { TerminalCommand } from './command.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Edition } from '#core/records/work.ts';
import { presentWork, type PresentWork } from '#main/api/opened.ts';
import { exportWork } from '#main/export/export-work.ts';
import { askedFormat, exportFormats } from '#main/export/formats.ts';
import { textWords } from '#main/jobs/text-words.ts';
import { libraryHelp, programName, withLibrary } from './library-input.ts';
import { giveOut, isArchive } from './output-file.ts';
import { type Called, required, textCommand } from './text-command.ts';
import { UsageError } from './text-input.ts';

const help = `Usage: egiz export WORK --format NAME [-o FILE] [options]

Writes a work of a library in another format. WORK is its id (egiz works).

  --format NAME  ${exportFormats.map(({ id }) => id).join(', ')}
  -o FILE        where to (otherwise: to standard output, for formats of text)
${libraryHelp}
  --editions A,B the texts side by side, by id or language, as kk,en
  --unit UNIT    paragraph (the default) or sentence, for translation memories
  --confirmed    only links that somebody has confirmed
  --no-notes, --no-highlights, --no-glossary, --no-cards
                 leave these out
  --language TAG of names and headings that the format needs (default: en)
  --json         tells what was written as JSON
  --help         this text`;

/** `egiz export`. */
export const exportCommand: TerminalCommand = textCommand({
  name: 'export',
  summary: 'write a work in another format',
  help,
  options: {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    library: { type: 'string' },
    editions: { type: 'string' },
    unit: { type: 'string' },
    confirmed: { type: 'boolean' },
    'no-notes': { type: 'boolean' },
    'no-highlights': { type: 'boolean' },
    'no-glossary': { type: 'boolean' },
    'no-cards': { type: 'boolean' },
    language: { type: 'string' },
    json: { type: 'boolean' },
  },
  files: 1,
  run: async (called, output, stop) => {
    const [work] = called.files;
    if (work === undefined) throw new UsageError('WORK is missing');
    const format = required(called, 'format');
    const asked = askedFormat(format);
    if (asked === null) {
      throw new UsageError(`there is no format ${format}, only ${exportFormats.map(({ id }) => id).join(', ')}`);
    }
    const file = called.options['output'];
    const unit = called.options['unit'] ?? 'paragraph';
    if (unit !== 'paragraph' && unit !== 'sentence') throw new UsageError('--unit must be paragraph or sentence');
    const without = (name: string): boolean => called.options[`no-${name}`] !== true;
    const toOutput = typeof file !== 'string' || file === '-';
    const ending = asked.sort === 'bitext' ? asked.writer.ending : asked.format.ending;
    if (toOutput && isArchive(ending)) throw new UsageError(`-o FILE is needed for ${format}, which is no text`);
    const words = textWords();
    try {
      return await withLibrary(called, 'read', async (library) => {
        const editions = chosenPair(called, await presentWork(library, work));
        output.progress?.(`Egiz: writing ${format}`);
        const written = await exportWork({ library, words, program: programName(), signal: stop }, work, {
          format,
          editions,
          options: {
            unit,
            includeUnconfirmed: called.options['confirmed'] !== true,
            notes: without('notes'),
            highlights: without('highlights'),
            glossary: without('glossary'),
            cards: without('cards'),
          },
          language: String(called.options['language'] ?? 'en'),
        });
        output.progress?.(null);
        await giveOut(written.bytes, toOutput ? null : file, output, called.options['json'] === true);
        return 0;
      });
    } finally {
      output.progress?.(null);
      words.close();
    }
  },
});

/** The two editions that are asked for, by id or language. @throws UsageError */
function chosenPair(called: Called, { editions }: PresentWork): [string, string] | undefined {
  const asked = called.options['editions'];
  if (typeof asked !== 'string') return undefined;
  const [left, right, ...rest] = asked.split(',').map((one) => editionNamed(one.trim(), editions));
  if (left === undefined || right === undefined || rest.length > 0) {
    throw new UsageError(`--editions must be two, as kk,en, not ${asked}`);
  }
  return [left, right];
}

function editionNamed(name: string, editions: readonly Edition[]): string {
  // Of one language with several countries or scripts, the language alone does not say which.
  const [near, ...others] = editions.filter(({ language }) => primaryTag(language) === name.toLowerCase());
  const found =
    editions.find(({ id }) => id === name) ??
    editions.find(({ language }) => language === name) ??
    (others.length === 0 ? near : undefined);
  if (found !== undefined) return found.id;
  const there = editions.map(({ id, language }) => (id === language ? id : `${id} (${language})`)).join(', ');
  throw new UsageError(`the work has no edition ${name}, only ${there}`);
}
