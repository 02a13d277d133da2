import { selectedRecords, type SelectionOptions } from '#core/formats/egiz-file/selected.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { presentWork } from '#main/api/opened.ts';
import { termCounts } from '#main/api/terms.ts';
import { type EgizParts, writeEgizFile } from '#main/formats/egiz-file.ts';
import type { TextWords } from '#main/jobs/text-words.ts';
import type { Library } from '#main/library/library.ts';

/** What a `.egiz` file of a work is made with. */
export interface EgizExport {
  readonly library: Library;
  /** Finds the terms that occur in the work. */
  readonly words: TextWords;
  readonly program: string;
  readonly signal: AbortSignal;
}

/**
 * The records that the file of a work would hold.
 *
 * @throws LibraryError, ApiError not-found
 */
export async function egizParts(
  { library, words, program, signal }: EgizExport,
  work: string,
  options: SelectionOptions,
): Promise<EgizParts> {
  const state = await presentWork(library, work);
  const { top } = library;
  const occurring = options.glossary ? await termCounts(state, top.state(), words, signal) : new Map<string, number>();
  const selected = selectedRecords(
    {
      work,
      records: (await library.work(work)).joined().values(),
      top: top.joined().values(),
      occurring: new Set(occurring.keys()),
    },
    options,
  );
  return {
    work,
    records: inTextOrder(selected.records, state),
    top: selected.top,
    program,
    device: library.device,
    exported: new Date().toISOString(),
  };
}

/** A work with everything that is chosen, as a file. @throws LibraryError, ApiError not-found */
export async function exportEgiz(means: EgizExport, work: string, options: SelectionOptions): Promise<Uint8Array> {
  return writeEgizFile(await egizParts(means, work, options));
}

/** As a reader meets them, so that the files can be read by people; what the text does not show comes last. */
function inTextOrder(
  records: readonly AnyRecord[],
  { sections, paragraphs, alignments }: WorkRecords,
): readonly AnyRecord[] {
  const place = new Map<string, number>();
  for (const list of [sections, ...paragraphs.values(), ...alignments.values()]) {
    for (const { id } of list) place.set(id, place.size);
  }
  const last = place.size;
  return records.toSorted((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
}
