import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dixReader } from '#core/dictionaries/dix.ts';
import { DictionaryError, type DictionaryReader, type EntrySink } from '#core/dictionaries/entry.ts';
import type { DictionaryFiles } from '#core/dictionaries/format.ts';
import { lineCutter } from '#core/dictionaries/lines.ts';
import { tableReader } from '#core/dictionaries/table.ts';
import { wiktionaryReader } from '#core/dictionaries/wiktionary.ts';
import { language } from '#core/language/language.ts';
import { attReader } from '#core/language/transducer/att.ts';
import { arcCount, writeTransducer } from '#core/language/transducer/transducer.ts';
import type { ImportReport, ImportSettings } from '#main/api/dictionary-shapes.ts';
import { textOf } from './bytes.ts';
import { EntryWriter } from './entry-index.ts';
import { readStarDict } from './import-stardict.ts';
import { analyserFile, entriesFile } from './names.ts';
import { dixDirection } from './preview.ts';
import { Tally } from './report.ts';

/** What is to be imported. */
export interface ImportTask {
  /** In the order of `files`. */
  paths: readonly string[];
  names: readonly string[];
  files: DictionaryFiles;
  settings: ImportSettings;
  /** Where the index is written. */
  folder: string;
  /** Where files may be unpacked; thrown away afterwards. */
  workspace: string;
}

/** How far an import is; `share` is 0 to 1. */
export interface ImportProgress {
  share: number;
  entries: number;
  skipped: number;
}

/**
 * Reads the files and writes the index, in this thread.
 *
 * @throws DictionaryError when nothing can be imported; else the system's error when the index cannot be written
 */
export async function importHere(
  task: ImportTask,
  progress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const tally = new Tally();
  const tell = (share: number): void => {
    progress({ share, entries: tally.entries, skipped: tally.skipped });
  };
  if (task.files.format === 'analyser') await importAnalyser(task, tally, tell);
  else await importEntries(task, tally, tell);
  const report = tally.report();
  if (report.entries === 0) {
    const [first] = report.skipped;
    const example = first === undefined ? '' : `: ${first.code}, ${first.examples[0]?.place ?? ''}`;
    throw new DictionaryError('nothing-found', `no entry could be read${example}`);
  }
  return report;
}

async function importEntries(task: ImportTask, tally: Tally, tell: (share: number) => void): Promise<void> {
  const { settings, files } = task;
  const own = language(settings.source ?? 'und');
  const writer = new EntryWriter(join(task.folder, entriesFile), (tag) => (tag === null ? own : language(tag)));
  try {
    if (files.format === 'stardict') {
      const path = (at: number | null): string => task.paths[at ?? -1] ?? '';
      const synonyms = files.synonyms === null ? null : path(files.synonyms);
      const paths = { info: path(files.main), index: path(files.index), articles: path(files.articles), synonyms };
      const sink = {
        skip: tally.skip,
        entry: (entry: Parameters<EntrySink['entry']>[0], number: number) => {
          tally.count(settings.source ?? 'und');
          writer.add(entry, number);
        },
        spelling: (spelling: string, number: number) => {
          writer.addSpelling(spelling, number);
        },
      };
      await readStarDict(paths, task.workspace, sink, tell);
    } else {
      const reader = readerOf(task, {
        skip: tally.skip,
        otherLanguage: tally.otherLanguage,
        entry: (entry) => {
          tally.count(entry.language ?? settings.source ?? 'und');
          writer.add(entry, tally.entries);
        },
      });
      for await (const text of textOf(task.paths[0] ?? '', settings.source ?? 'kk', tell)) reader.push(text);
      reader.end();
    }
    writer.finish();
  } finally {
    writer.discard();
  }
}

function readerOf({ files, settings, names }: ImportTask, sink: EntrySink): DictionaryReader {
  const { source, target } = settings;
  switch (files.format) {
    case 'dix':
      return dixReader(sink, dixDirection(names[0] ?? '', source));
    case 'wiktionary':
      return wiktionaryReader(sink, source, target);
    case 'table':
      return tableReader(sink, source, target);
    default:
      throw new DictionaryError('unknown-format', files.format);
  }
}

async function importAnalyser(task: ImportTask, tally: Tally, tell: (share: number) => void): Promise<void> {
  const reader = attReader(({ line, detail }) => tally.skip('bad-record', `line ${line}`, detail));
  const lines = lineCutter(10_000, (text, number) => {
    if (text === null) tally.skip('too-long', `line ${number}`, '');
    else reader.line(text, number);
    tally.entries = reader.arcs();
  });
  for await (const text of textOf(task.paths[0] ?? '', 'en', tell)) lines.push(text);
  lines.end();
  const transducer = reader.end();
  if (transducer === null) throw new DictionaryError('nothing-found', 'the file has no arc or no final state');
  tally.entries = arcCount(transducer);
  await writeFile(join(task.folder, analyserFile), writeTransducer(transducer));
}
