import { randomInt } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { deviceId } from '#core/records/clock.ts';
import { schemaVersion } from '#core/records/schema.ts';
import type { Problem } from '#main/api/shapes.ts';
import { messageOf } from '#main/message-of.ts';
import { isWorkId, listFolder } from './paths.ts';
import type { Quarantine } from './quarantine.ts';
import { safeWrite } from './safe-write.ts';

/** What a library's own `library.json` says. Fields that this version does not know stay. */
const description = z.looseObject({
  egiz: z.number(),
  /** The id under which each computer writes, by `machineKey`: two must never append to one journal. */
  devices: z.record(z.string(), z.string().regex(deviceId)).default({}),
  /** Of a library that comes with Egiz: grows with each edition of it. */
  revision: z.int().min(1).optional(),
  /** Of a reader's library: what came with Egiz, by the name of its folder. */
  corpora: z
    .record(z.string(), z.looseObject({ revision: z.int(), works: z.array(z.string().refine(isWorkId)) }))
    .default({}),
});
export type Description = z.infer<typeof description>;

/** The name of a library's description. */
export const descriptionFile = 'library.json';

/** What a description says, or why it cannot be read. */
export type DescriptionText = { says: Description } | { unreadable: string; bytes: Buffer };

/** Reads a `library.json`. */
export async function readDescription(path: string): Promise<DescriptionText> {
  const bytes = await readFile(path);
  try {
    const read = description.safeParse(JSON.parse(bytes.toString('utf8')));
    return read.success ? { says: read.data } : { unreadable: z.prettifyError(read.error), bytes };
  } catch (error) {
    return { unreadable: messageOf(error), bytes };
  }
}

/** The version in which a library's description is written; 0 when it has none that can be read. */
export async function readVersion(root: string): Promise<number> {
  const read = await readDescription(join(root, descriptionFile)).catch(() => null);
  return read !== null && 'says' in read ? read.says.egiz : 0;
}

/**
 * The description of a reader's library, joined from `library.json` and the copies of it that a synchroniser left. One that is
 * broken is put in quarantine: the library gets another device's id then, which costs nothing but the reading position.
 */
export async function joinDescriptions(
  root: string,
  quarantine: Quarantine,
): Promise<{ description: Description; problems: Problem[]; copies: string[] }> {
  const problems: Problem[] = [];
  const copies: string[] = [];
  let joined: Description = { egiz: schemaVersion, devices: {}, corpora: {} };
  for (const { name, type } of await listFolder(root, root)) {
    if (type !== 'file' || !name.startsWith('library') || !name.endsWith('.json')) continue;
    const read = await readDescription(join(root, name));
    if ('unreadable' in read) {
      const problem: Problem = { code: 'unreadable-file', file: name, detail: read.unreadable };
      const quarantined = await quarantine.move(problem, read.bytes);
      problems.push(quarantined === null ? problem : { ...problem, quarantined });
      continue;
    }
    if (name !== descriptionFile) {
      copies.push(name);
      problems.push({ code: 'joined-copy', file: name, detail: 'a copy of library.json was joined' });
    }
    joined = joinTwo(joined, read.says, name === descriptionFile);
  }
  return { description: joined, problems, copies };
}

function joinTwo(a: Description, b: Description, bCounts: boolean): Description {
  const [first, second] = bCounts ? [a, b] : [b, a];
  const corpora = { ...first.corpora, ...second.corpora };
  for (const [name, known] of Object.entries(first.corpora)) {
    if (known.revision > (corpora[name]?.revision ?? 0)) corpora[name] = known;
  }
  return {
    ...first,
    ...second,
    egiz: Math.max(a.egiz, b.egiz),
    devices: { ...first.devices, ...second.devices },
    corpora,
  };
}

/** Writes `library.json`. @throws LibraryError when it cannot be written */
export async function writeDescription(root: string, value: Description): Promise<void> {
  await safeWrite(join(root, descriptionFile), [`${JSON.stringify(value, null, 2)}\n`]);
}

/** Moves copies that were joined, and whose content is in `library.json` by now, to the history. */
export async function putCopiesAway(root: string, copies: readonly string[], history: string): Promise<void> {
  for (const name of copies) await rename(join(root, name), join(history, name)).catch(() => undefined);
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A new device's id: 8 letters and digits that cannot be mistaken for each other. */
export function newDevice(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
}
