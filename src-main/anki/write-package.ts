import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import type { AnkiNote } from '#core/review/anki/note.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { writeCollection, writeStub } from './collection.ts';
import { packageMeta } from './messages.ts';
import type { Scheduling } from './scheduling.ts';

const compress = promisify(zstdCompress);

/**
 * A package of Anki (`.apkg`) in its newest form, version 3: the collection in schema 18 and the list of media, both compressed
 * by Zstandard. Anki from 2.1.50 on reads it, and updates by GUID the notes that it has; older ones find a note that says so.
 *
 * @param now milliseconds since 1970
 */
export async function writePackage(
  notes: readonly AnkiNote[],
  scheduling: Scheduling | null,
  now: number,
): Promise<Uint8Array> {
  return writeZip([
    { name: 'meta', data: packageMeta, stored: true },
    { name: 'collection.anki21b', data: await compress(writeCollection(notes, scheduling, now)), stored: true },
    { name: 'collection.anki2', data: writeStub(), stored: true },
    // No media: an empty list.
    { name: 'media', data: await compress(new Uint8Array(0)), stored: true },
  ]);
}
