import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { anyRecord, type AnyRecord, type Kind, type RecordOf } from '#core/records/schema.ts';

/** The corpus as it is committed. */
export const corpus = join(import.meta.dirname, '../../../corpus/qazan-1917');

const snapshot = z.object({ egiz: z.literal(1), records: z.array(anyRecord) });

/** The records of a file of the corpus. */
export function records(path: string): AnyRecord[] {
  return snapshot.parse(JSON.parse(readFileSync(join(corpus, path), 'utf8'))).records;
}

/** Those of one kind. */
export function ofKind<K extends Kind>(all: readonly AnyRecord[], kind: K): RecordOf<K>[] {
  return all.filter((record): record is RecordOf<K> => record.kind === kind);
}

/** The paragraphs of an edition. */
export function edition(id: string): Paragraph[] {
  return ofKind(records(`works/qazan-1917/editions/${id}.json`), 'paragraph');
}

/** The beads between the Kazakh text and a translation. */
export function beads(id: string): Bead[] {
  return ofKind(records(`works/qazan-1917/alignments/kk~${id}.json`), 'bead');
}
