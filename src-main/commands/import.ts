import { basename, extname } from 'node:path';
import type { Arrival } from '#core/formats/egiz-file/arriving.ts';
import type { Finding } from '#core/formats/imported.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import { shortTag } from '#core/language/short-tag.ts';
import { languageTag } from '#core/records/record.ts';
import type { EditionInput, WorkInput } from '#main/api/import-shapes.ts';
import { bringEgiz, lookAtEgiz } from '#main/export/egiz-in.ts';
import { readEgizInThread } from '#main/formats/read-egiz-in-thread.ts';
import { BroughtFiles } from '#main/import/brought-files.ts';
import { makeWork } from '#main/import/make.ts';
import type { Library } from '#main/library/library.ts';
import { bringFiles } from './bring-files.ts';
import type { Output, TerminalCommand } from './command.ts';
import { fileBytes, isEgizFile } from './input-file.ts';
import { libraryHelp, withLibrary } from './library-input.ts';
import { type Called, textCommand } from './text-command.ts';
import { InputError, UsageError } from './text-input.ts';

const help = `Usage: egiz import FILE... [--library DIR] [options]

Makes a work of texts: an original and its translations, each in a file, or all
in one (TMX and others), and aligns what no file links. An alignment that
stands apart from its texts (OPUS, InterText, hunalign, vecalign) is read with
them: with those named as well, else with those beside it. A .egiz file comes
in with everything that it holds.

${libraryHelp}
  --original L   the language of the original, as kk
                 (otherwise: a Kazakh text, else the first)
  --lang A,B     the languages of the texts in their order, where the files do
                 not say them or say them wrongly
  --title T      what the work is called (otherwise: as the texts say)
  --author A     who wrote the original
  --no-align     does not align
  --as HOW       a .egiz file whose work is there: join or copy
  --json         tells what was made, dropped and guessed as JSON
  --help         this text`;

/** `egiz import`. */
export const importCommand: TerminalCommand = textCommand({
  name: 'import',
  summary: 'make a work of texts, aligned',
  help,
  options: {
    library: { type: 'string' },
    original: { type: 'string' },
    lang: { type: 'string' },
    title: { type: 'string' },
    author: { type: 'string' },
    'no-align': { type: 'boolean' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  files: Infinity,
  run: async (called, output, stop) => {
    const { files } = called;
    if (files.length === 0) throw new UsageError('FILE is missing');
    const how = called.options['as'];
    if (how !== undefined && how !== 'join' && how !== 'copy') throw new UsageError('--as must be join or copy');
    const works: string[] = [];
    for (const file of files) if (await isEgizFile(file)) works.push(file);
    if (works.length > 0 && works.length < files.length) {
      throw new UsageError('a .egiz file is imported by itself, not with other texts');
    }
    return withLibrary(called, 'write', async (library) => {
      try {
        if (works.length === 0) await importTexts(library, called, output, stop);
        else for (const file of works) await importEgiz(library, file, how ?? null, called, output, stop);
        return 0;
      } finally {
        output.progress?.(null);
      }
    });
  },
});

async function importEgiz(
  library: Library,
  file: string,
  how: Arrival | null,
  called: Called,
  output: Output,
  stop: AbortSignal,
): Promise<void> {
  const bytes = Uint8Array.from(await fileBytes(file));
  output.progress?.(`Egiz: reading ${basename(file)}`);
  const content = await readEgizInThread(bytes, stop);
  const { here } = await lookAtEgiz(library, content);
  if (here !== 'none' && how === null) {
    throw new InputError(`${file}: the library has the work ${content.work.id}; say --as join or --as copy`);
  }
  const { work } = await bringEgiz(library, content, here === 'none' ? 'new' : (how ?? 'join'));
  tell(called, output, { work, findings: [] });
}

async function importTexts(library: Library, called: Called, output: Output, stop: AbortSignal): Promise<void> {
  const brought = new BroughtFiles();
  const found = await bringFiles(brought, called.files, output, stop);
  const texts = found.flatMap(({ id, file }) =>
    brought.readOf(id).read.imported.texts.map((text, at) => ({ id, file, text, at })),
  );
  const said = languagesSaid(called, texts.length);
  const editions = texts.map(({ id, file, text, at }, number): EditionInput => {
    const tag = said[number] ?? text.language;
    if (tag === null) throw new InputError(`${file} does not tell its language; say it with --lang`);
    return {
      language: said[number] ?? shortTag(tag),
      title: text.title ?? titleOf(file),
      ...(text.translator === null ? {} : { translator: text.translator }),
      ...(text.date === null ? {} : { date: text.date }),
      parts: [{ file: id, text: at, edits: [] }],
    };
  });
  const ordered = originalFirst(editions, called);
  const original = ordered[0];
  if (original === undefined) throw new InputError('there is no text in these files');
  const { title, author } = called.options;
  const writer =
    typeof author === 'string' ? author : (texts.find(({ text }) => text.author !== null)?.text.author ?? null);
  const input: WorkInput = {
    titles: typeof title === 'string' ? { [original.language]: title } : titlesIn(ordered),
    ...(writer === null ? {} : { author: { [original.language]: writer } }),
    editions: ordered,
    align: called.options['no-align'] !== true,
  };
  const progress = (share: number): void => output.progress?.(`Egiz: aligning, ${String(Math.floor(share * 100))} %`);
  const { work } = await making(() => makeWork({ library, files: brought, progress, stop }, input), stop);
  const findings = found.flatMap(({ file, id }) =>
    brought.readOf(id).read.imported.findings.map((finding) => ({ file, ...finding })),
  );
  tell(called, output, { work, findings });
}

async function making<T>(run: () => Promise<T>, stop: AbortSignal): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (stop.aborted) throw new InputError('stopped; nothing was stored', { cause: error });
    throw error;
  }
}

/** What a text is called whose file says nothing: as the file is. */
function titleOf(file: string): string {
  const plain = file.replace(/\.gz$/iu, '');
  return basename(plain, extname(plain));
}

function languagesSaid(called: Called, count: number): string[] {
  const said = called.options['lang'];
  if (typeof said !== 'string') return [];
  const tags = said.split(',').map((tag) => tag.trim());
  const wrong = tags.find((tag) => !languageTag.safeParse(tag).success);
  if (wrong !== undefined) throw new UsageError(`--lang: ${JSON.stringify(wrong)} is no language tag`);
  if (tags.length !== count) {
    throw new UsageError(`--lang names ${String(tags.length)} languages, and there are ${String(count)} texts`);
  }
  return tags;
}

function originalFirst(editions: readonly EditionInput[], called: Called): EditionInput[] {
  const asked = called.options['original'];
  const isIt = ({ language }: EditionInput): boolean =>
    typeof asked === 'string' ? language === asked || primaryTag(language) === asked : primaryTag(language) === 'kk';
  const original = editions.find(isIt);
  if (original === undefined && typeof asked === 'string') {
    const there = editions.map(({ language }) => language).join(', ');
    throw new InputError(`no text is in ${asked}, only in ${there}; --lang says what they are in`);
  }
  if (original === undefined) return [...editions];
  return [original, ...editions.filter((one) => one !== original)];
}

function titlesIn(editions: readonly EditionInput[]): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const { language, title } of editions) titles[language] ??= title;
  return titles;
}

interface Told {
  work: string;
  findings: (Finding & { file: string })[];
}

function tell(called: Called, output: Output, told: Told): void {
  output.progress?.(null);
  if (called.options['json'] === true) {
    output.line(JSON.stringify(told));
    return;
  }
  for (const { file, code, count, values } of told.findings) {
    // What was guessed or refused: a language, an encoding, the name of a part.
    const what = Object.entries(values ?? {}).map(([name, value]) => `${name} ${String(value)}`);
    const times = count > 1 ? ` (${String(count)} times)` : '';
    output.complaint(
      `Egiz: ${file}: ${code.replaceAll('-', ' ')}${what.length > 0 ? `: ${what.join(', ')}` : ''}${times}`,
    );
  }
  output.line(told.work);
}
