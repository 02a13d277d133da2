import { offeredColours, retiredColours } from '#core/annotation/colours.ts';
import { type Bitext, bitextOf, type BitextOptions } from '#core/formats/bitext.ts';
import { exportName } from '#core/formats/export-name.ts';
import type { Writer } from '#core/formats/writer.ts';
import type { Term } from '#core/records/term.ts';
import { ApiError } from '#main/api/failure.ts';
import { presentWork, type PresentWork } from '#main/api/opened.ts';
import { termCounts } from '#main/api/terms.ts';
import { type EgizExport, exportEgiz } from './egiz-out.ts';
import { type Asked, askedFormat } from './formats.ts';
import { writeBitextInThread } from './write-bitext.ts';

/** What of a work is to be written, and how. */
export interface ExportTask {
  /** The id of a format. */
  readonly format: string;
  /** Ids of two editions, left and right; `undefined` for the original and the first translation. */
  readonly editions?: readonly [string, string] | undefined;
  readonly options: BitextOptions & { readonly cards: boolean };
  /** Of the interface, for what a format says in words. BCP 47 */
  readonly language: string;
}

/** A file that was written. */
export interface Exported {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The format of a task. @throws ApiError bad-request */
export function formatOf({ format }: Pick<ExportTask, 'format'>): Asked {
  const asked = askedFormat(format);
  if (asked === null) throw new ApiError('bad-request', `there is no format ${format}`, 'format');
  return asked;
}

/** Writes a work in a format. @throws ApiError, LibraryError, Error */
export async function exportWork(means: EgizExport, work: string, task: ExportTask): Promise<Exported> {
  const asked = formatOf(task);
  const { options, language } = task;
  const state = await presentWork(means.library, work);
  const title = titleOf(state, language);
  if (asked.sort === 'everything') {
    const chosen = { annotations: options.notes, glossary: options.glossary, cards: options.cards };
    const { ending, mediaType } = asked.format;
    return { name: exportName(title, [], ending), mediaType, bytes: await exportEgiz(means, work, chosen) };
  }
  if (asked.sort === 'glossary') {
    const { ending, mediaType, write } = asked.format;
    const terms = await termsOf(means, state);
    if (terms.length === 0) {
      throw new ApiError(
        'bad-request',
        'nothing would be in the file: no word of the glossary occurs in this work',
        'format',
      );
    }
    const text = write(terms, language);
    return { name: exportName(title, [], ending), mediaType, bytes: Buffer.from(text) };
  }
  const bitext = withChosenBeads(await bitextFor(means, state, task), asked.writer, options);
  if (bitext.beads.length === 0) {
    throw new ApiError(
      'bad-request',
      'nothing would be in the file: no link is confirmed, or both texts are empty',
      'options',
    );
  }
  const { id, ending, mediaType } = asked.writer;
  const languages = [bitext.source.edition.language, bitext.target.edition.language];
  const bytes = await writeBitextInThread({ format: id, bitext, options }, means.signal);
  return { name: exportName(title, languages, ending), mediaType, bytes };
}

/** What a writer gets of a work. @throws ApiError bad-request */
export async function bitextFor(
  means: EgizExport,
  state: PresentWork,
  { editions, options }: ExportTask,
): Promise<Bitext> {
  const { palette } = means.library.top.state();
  const bitext = bitextOf(state, editions ?? usualEditions(state), {
    colours: [...offeredColours(palette), ...retiredColours(palette)],
  });
  return { ...bitext, terms: options.glossary ? await termsOf(means, state) : [] };
}

/** Formats of translation memories hold links and nothing else: only those that are wanted. Others have both texts whole. */
export function withChosenBeads(
  bitext: Bitext,
  { options: offered }: Pick<Writer, 'options'>,
  { includeUnconfirmed }: BitextOptions,
): Bitext {
  if (includeUnconfirmed || !offered.includes('unit')) return bitext;
  return { ...bitext, beads: bitext.beads.filter(({ status }) => status === 'confirmed') };
}

function usualEditions({ work, editions }: PresentWork): readonly [string, string] {
  const original = editions.find(({ id }) => id === work.original) ?? editions[0];
  const other = editions.find(({ id }) => id !== original?.id);
  if (original === undefined || other === undefined) {
    throw new ApiError('bad-request', 'the work has one text only; this format needs two', 'editions');
  }
  return [original.id, other.id];
}

/** The terms that a work brought or that occur in it, by their headwords. */
export async function termsOf({ library, words, signal }: EgizExport, state: PresentWork): Promise<Term[]> {
  const glossary = library.top.state();
  const counts = await termCounts(state, glossary, words, signal);
  return glossary.terms
    .filter((term) => term.work === state.work.id || counts.has(term.id))
    .toSorted((a, b) => (a.headword < b.headword ? -1 : 1));
}

/** What a work is called in a language, else in that of its original. */
function titleOf({ work, editions }: PresentWork, language: string): string {
  const { titles } = work;
  const original = editions.find(({ id }) => id === work.original)?.language ?? '';
  return titles['und'] ?? titles[language] ?? titles[original] ?? Object.values(titles)[0] ?? work.id;
}
