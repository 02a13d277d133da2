import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { languageTag } from '#core/records/record.ts';
import type { DictionaryInfo } from '#main/api/dictionary-shapes.ts';
import { safeWrite } from '#main/library/safe-write.ts';
import { analyserFile, descriptionFile, entriesFile } from './names.ts';

/** The newest version of a dictionary's files that is read. */
const version = 1;

const skipped = z.object({
  code: z.enum([
    'no-headword',
    'no-gloss',
    'bad-record',
    'outside-file',
    'too-long',
    'unclosed-quote',
    'not-text',
    'cut-short',
  ]),
  count: z.number(),
  examples: z.array(z.object({ place: z.string(), detail: z.string() })),
});

const description = z.looseObject({
  egiz: z.number().int().min(1).max(version),
  name: z.string().min(1).max(200),
  format: z.enum(['stardict', 'table', 'dix', 'wiktionary', 'analyser']),
  source: languageTag.nullable(),
  target: languageTag.nullable(),
  entries: z.number().int().min(0),
  imported: z.string(),
  enabled: z.boolean(),
  /** A fractional index among the dictionaries of the library. */
  order: z.string().min(1).max(200),
  report: z.object({
    entries: z.number(),
    skipped: z.array(skipped),
    otherLanguages: z.number(),
    languages: z.record(z.string(), z.number()),
    duration: z.number(),
  }),
});

/** What a dictionary says of itself, as it stands in `dictionary.json`. */
export type Description = z.infer<typeof description>;

/** A dictionary on the disk. */
export interface Dictionary {
  id: string;
  folder: string;
  description: Description;
  bytes: number;
}

/** Reads a dictionary's description; `null` when there is none that can be read, or its data are missing. */
export async function readDictionary(parent: string, id: string): Promise<Dictionary | null> {
  const folder = join(parent, id);
  try {
    const text = await readFile(join(folder, descriptionFile), 'utf8');
    const read = description.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const { size } = await stat(join(folder, dataFile(read.data.format)));
    return { id, folder, description: read.data, bytes: size + text.length };
  } catch {
    return null;
  }
}

/** The file that holds what was imported. */
export function dataFile(format: Description['format']): string {
  return format === 'analyser' ? analyserFile : entriesFile;
}

/** Writes a dictionary's description. @throws LibraryError disk-full, no-permission or write-failed */
export async function writeDictionary(folder: string, written: Omit<Description, 'egiz'>): Promise<void> {
  await safeWrite(join(folder, descriptionFile), [`${JSON.stringify({ egiz: version, ...written }, null, 2)}\n`]);
}

/** What the view is told of a dictionary. */
export function infoOf({ id, description: described, bytes }: Dictionary): DictionaryInfo {
  const { name, format, source, target, entries, imported, enabled, report } = described;
  return { id, name, format, source, target, entries, imported, enabled, bytes, report };
}
