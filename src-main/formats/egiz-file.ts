import { checkedContent, type EgizContent } from '#core/formats/egiz-file/content.ts';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { entryPlace, readEntry } from '#core/formats/egiz-file/entries.ts';
import { manifestName, readManifest, writeManifest } from '#core/formats/egiz-file/manifest.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { readZip, type ZipArchive } from '#main/container/read-zip.ts';
import { type NewEntry, writeZip } from '#main/container/write-zip.ts';
import { ZipError } from '#main/container/zip-error.ts';
import { isWorkId } from '#main/library/paths.ts';
import { fileOf, snapshotText } from '#main/library/snapshot.ts';

/** Greatest `.egiz` file that is read, in bytes; a work of 200,000 words with everything has some 5 MB. */
export const mostEgizBytes = 128 * 1024 * 1024;
/** Its entries unpacked: all together, and the manifest, which is read before anything is believed. */
const mostUnpacked = 512 * 1024 * 1024;
const mostManifest = 64 * 1024;
const mostEntries = 2000;
/** Records of all entries; two texts of 20,000 paragraphs with their links and 5,000 notes are 70,000. */
const mostRecords = 500_000;

/** What is written into a `.egiz` file. */
export interface EgizParts {
  readonly work: string;
  /** Of the work's folder, in the order in which they are to stand in their files. */
  readonly records: readonly AnyRecord[];
  readonly top: readonly AnyRecord[];
  /** Which program writes it, and the library's device. */
  readonly program: string;
  readonly device: string;
  /** ISO 8601 */
  readonly exported: string;
}

/** A work with everything as a zip of the library's own JSON; unpacked, its folder is a library. Rules: `docs/spec/egiz-file.md`. */
export async function writeEgizFile({ work, records, top, program, device, exported }: EgizParts): Promise<Uint8Array> {
  const entries: NewEntry[] = [{ name: manifestName, data: writeManifest(work, program, exported) }];
  for (const [file, list] of Map.groupBy(records, fileOf)) {
    entries.push({ name: `works/${work}/${file}`, data: (await snapshotText(list, device)).join('') });
  }
  for (const [file, list] of Map.groupBy(top, fileOf)) {
    entries.push({ name: file, data: (await snapshotText(list, device)).join('') });
  }
  return writeZip(entries);
}

/**
 * Reads a `.egiz` file that anyone may have made: whole, or not at all.
 *
 * @throws EgizFileError
 */
export async function readEgizFile(bytes: Uint8Array): Promise<EgizContent> {
  try {
    const archive = await readZip(bytes, {
      archiveBytes: mostEgizBytes,
      entries: mostEntries,
      totalBytes: mostUnpacked,
    });
    return await read(archive);
  } catch (error) {
    if (error instanceof ZipError) throw new EgizFileError(faultOf(error), error.message);
    throw error;
  }
}

async function read(archive: ZipArchive): Promise<EgizContent> {
  if (!archive.entries.has(manifestName)) throw new EgizFileError('not-egiz', `it has no ${manifestName}`);
  const manifest = readManifest(await archive.text(manifestName, mostManifest));
  if (!isWorkId(manifest.work)) {
    throw new EgizFileError('unsafe', `${manifest.work} cannot be the id of a work`, manifestName);
  }
  const parts: Record<'work' | 'top', AnyRecord[]> = { work: [], top: [] };
  const unknown: string[] = [];
  for (const name of archive.entries.keys()) {
    if (name === manifestName) continue;
    const place = entryPlace(name, manifest.work);
    if (place === null) unknown.push(name);
    else for (const record of readEntry(name, await archive.text(name), place)) parts[place.part].push(record);
    if (parts.work.length + parts.top.length > mostRecords) {
      throw new EgizFileError('too-large', `it holds more than ${String(mostRecords)} records`, name);
    }
  }
  const [other] = unknown.filter((name) => name.startsWith('works/') && !name.startsWith(`works/${manifest.work}/`));
  if (other !== undefined) throw new EgizFileError('bad-record', 'it belongs to another work', other);
  return checkedContent(manifest, parts.work, parts.top, unknown);
}

function faultOf({ code }: ZipError): EgizFileError['code'] {
  switch (code) {
    case 'too-big':
    case 'too-many-entries':
    case 'ratio':
      return 'too-large';
    case 'name':
    case 'doubled':
    case 'special':
      return 'unsafe';
    default:
      return 'damaged';
  }
}
