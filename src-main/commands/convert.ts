import { basename, resolve } from 'node:path';
import { offeredColours } from '#core/annotation/colours.ts';
import { bitextOf, wholeBitext, type Bitext } from '#core/formats/bitext.ts';
import { turned } from '#core/formats/corrected.ts';
import { titlesOf, type Imported, type ImportedLinks, type ImportedText } from '#core/formats/imported.ts';
import { titleOfName } from '#core/formats/loose/language-of-name.ts';
import { toWork } from '#core/formats/to-work.ts';
import type { Writer } from '#core/formats/writer.ts';
import { writerNamed, writers } from '#core/formats/writers.ts';
import { join } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
import { writeBitextInThread } from '#main/export/write-bitext.ts';
import { formatById, formats } from '#main/formats/formats.ts';
import { BroughtFiles } from '#main/import/brought-files.ts';
import { workIdOf } from '#main/import/work-id.ts';
import { bringFiles } from './bring-files.ts';
import type { Output, TerminalCommand } from './command.ts';
import { inWords } from './library-input.ts';
import { giveOut, isArchive } from './output-file.ts';
import { type Called, textCommand } from './text-command.ts';
import { InputError, UsageError } from './text-input.ts';

const help = `Usage: egiz convert IN [TEXT...] OUT [--from FORMAT] [--to FORMAT] [--lang A,B]

Writes two linked texts in another format. The formats are known by what is in
IN and by the ending of OUT; OUT may be - for standard output, with --to.
Where IN is an alignment that stands apart from its texts, these are the TEXTs,
else the files beside it that it names.

  --from FORMAT  how to read IN: ${formats.map(({ id }) => id).join(', ')}
  --to FORMAT    how to write OUT: ${writers.map(({ id }) => id).join(', ')}
  --lang A,B     which two languages, the source first, as kk,en
                 (otherwise: the first that are linked)
  --unit UNIT    paragraph (the default) or sentence, for translation memories
  --json         tells what was written, dropped and guessed as JSON
  --help         this text`;

/** `egiz convert`. */
export const convertCommand: TerminalCommand = textCommand({
  name: 'convert',
  summary: 'write linked texts in another format',
  help,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    lang: { type: 'string' },
    unit: { type: 'string' },
    json: { type: 'boolean' },
  },
  files: Infinity,
  run: async (called, output, stop) => {
    const [from, ...rest] = called.files;
    const to = rest.pop();
    if (from === undefined || to === undefined) throw new UsageError('IN and OUT are needed');
    const writer = writerFor(called, to);
    const unit = called.options['unit'] ?? 'paragraph';
    if (unit !== 'paragraph' && unit !== 'sentence') throw new UsageError('--unit must be paragraph or sentence');
    if (to === '-' && isArchive(writer.ending)) throw new UsageError(`${writer.id} is no text; name a file`);
    // A format holds less than another: the file that was read must never be lost to what was understood of it.
    const same = [from, ...rest].find((file) => to !== '-' && resolve(file) === resolve(to));
    if (same !== undefined) throw new UsageError(`${same} would be written over; name another file`);
    const imported = await readIt([from, ...rest], called, output, stop);
    const bitext = bitextIn(imported, languagesAsked(called), from);
    const options = { ...wholeBitext, unit } as const;
    const bytes = await writeBitextInThread({ format: writer.id, bitext, options }, stop);
    const isJson = called.options['json'] === true;
    await inWords(() => giveOut(bytes, to === '-' ? null : to, output, false));
    if (isJson && to !== '-') {
      output.line(
        JSON.stringify({ file: to, bytes: bytes.length, beads: bitext.beads.length, findings: imported.findings }),
      );
    }
    return 0;
  },
});

function writerFor(called: Called, out: string): Writer {
  const asked = called.options['to'];
  if (typeof asked === 'string') {
    const named = writerNamed(asked);
    if (named === null) throw new UsageError(`--to must be ${writers.map(({ id }) => id).join(', ')}, not ${asked}`);
    return named;
  }
  const ending = /\.([^.\s/\\]+)$/u.exec(out)?.[1]?.toLowerCase() ?? '';
  const found = writers.find((writer) => writer.ending === ending && writer.group !== 'annotations');
  if (found !== undefined) return found;
  throw new UsageError(`${out} does not tell its format; say --to ${writers.map(({ id }) => id).join(', ')}`);
}

/** Reads the first file; where it is an alignment, with the others, or with those beside it. */
async function readIt(files: readonly string[], called: Called, output: Output, stop: AbortSignal): Promise<Imported> {
  const format = called.options['from'];
  if (typeof format === 'string' && formatById(format) === null) {
    throw new UsageError(`--from must be ${formats.map(({ id }) => id).join(', ')}, not ${format}`);
  }
  const brought = new BroughtFiles();
  try {
    const choices = typeof format === 'string' ? { format } : {};
    const [first, other] = await bringFiles(brought, files, output, stop, choices);
    if (other !== undefined) throw new UsageError(`what is ${other.file}?`);
    if (first === undefined) throw new UsageError('IN is needed');
    return brought.readOf(first.id).read.imported;
  } finally {
    output.progress?.(null);
    brought.close();
  }
}

function languagesAsked(called: Called): [string, string] | null {
  const asked = called.options['lang'];
  if (typeof asked !== 'string') return null;
  const [source, target, ...rest] = asked.split(',').map((tag) => tag.trim());
  if (source === undefined || target === undefined || rest.length > 0) {
    throw new UsageError(`--lang must be two languages, as kk,en, not ${asked}`);
  }
  return [source, target];
}

/** Two linked texts of a file. @throws InputError where there are none, or not in these languages */
function bitextIn({ texts, links, annotations = [] }: Imported, asked: [string, string] | null, file: string): Bitext {
  const [source, target] = asked === null ? firstLinked(links, file) : asked.map((tag) => numberOf(texts, tag, file));
  const chosen = [source, target].flatMap((at) => (at === undefined ? [] : (texts[at] ?? [])));
  const [first, second] = chosen;
  if (first === undefined || second === undefined || source === target) {
    throw new InputError(`${file} has no two texts`);
  }
  const editions = [plan(first, 'source'), plan(second, 'target')] as const;
  const between = links.flatMap(({ between: [a, b], beads }) => {
    if (a === source && b === target) return [{ between: [0, 1] as const, beads }];
    return a === target && b === source ? [{ between: [0, 1] as const, beads: turned(beads) }] : [];
  });
  if (between.length === 0) {
    throw new InputError(`${file} does not link its texts; align them first (egiz align, or egiz import)`);
  }
  const numbers = new Map([source, target].map((text, at) => [text, at]));
  // Files inside an archive are called by it.
  const id = workIdOf(titleOfName(basename(file)));
  const records = toWork({
    id,
    titles: titlesOf(chosen),
    created: new Date().toISOString(),
    editions: [...editions],
    links: between,
    annotations: annotations.flatMap((one) => {
      const targets = one.targets.flatMap((place) => {
        const text = numbers.get(place.text);
        return text === undefined ? [] : [{ ...place, text }];
      });
      return targets.length === 0 ? [] : [{ ...one, targets }];
    }),
  });
  return bitextOf(normalise(id, join(records)), ['source', 'target'], { colours: offeredColours(null) });
}

function firstLinked(links: readonly ImportedLinks[], file: string): readonly [number, number] {
  const [first] = links;
  if (first === undefined) throw new InputError(`${file} does not hold two linked texts`);
  return first.between;
}

function numberOf(texts: readonly ImportedText[], tag: string, file: string): number {
  const at = texts.findIndex(({ language }) => language === tag);
  const near = at === -1 ? texts.findIndex(({ language }) => language?.split('-', 1)[0] === tag) : at;
  if (near !== -1) return near;
  const there = texts.map(({ language }) => language ?? 'und').join(', ');
  throw new InputError(`${file} has no text in ${tag}, only in ${there}`);
}

function plan(text: ImportedText, id: string) {
  const { translator } = text;
  return {
    id,
    text,
    language: text.language ?? 'und',
    title: text.title ?? '',
    ...(translator === null ? {} : { translator }),
  };
}
