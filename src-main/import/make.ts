import { randomUUID } from 'node:crypto';
import { emptyText } from '#core/formats/empty-edition.ts';
import { editionRecord, toText, toWork } from '#core/formats/to-work.ts';
import { editionsOf } from '#core/alignment/edits/state.ts';
import { ordersBetween } from '#core/records/order.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import type { EditionInput, WorkInput } from '#main/api/import-shapes.ts';
import { realignInThread } from '#main/jobs/align-in-thread.ts';
import type { Library } from '#main/library/library.ts';
import type { BroughtFiles } from './brought-files.ts';
import { editionPlan, workPlan } from './plans.ts';
import { withFreeId, workIdOf } from './work-id.ts';

/** What a call that makes something needs besides its plan. */
export interface Making {
  readonly library: Library;
  readonly files: BroughtFiles;
  readonly progress: (share: number) => void;
  readonly stop: AbortSignal;
}

/** What was made: a work, or editions of one; `edition` is the last of them. */
export interface Made {
  readonly work: string;
  readonly edition: string;
  readonly editions: string[];
}

/**
 * Makes a work of what was brought: aligned first, then written whole, so that leaving at any moment leaves nothing.
 *
 * @throws BroughtError, LibraryError, Error
 */
export async function makeWork(making: Making, input: WorkInput): Promise<Made> {
  const title = input.titles[input.editions[0]?.language ?? ''] ?? Object.values(input.titles)[0] ?? '';
  return withFreeId(making.library, workIdOf(title), (id) => makeWorkAs(making, id, input));
}

async function makeWorkAs(making: Making, id: string, input: WorkInput): Promise<Made> {
  const { library, files, stop } = making;
  const plan = workPlan(files, id, input, new Date().toISOString());
  const records = toWork(plan);
  const linked = new Set(plan.links.filter(({ between }) => between[0] === 0).map(({ between }) => between[1]));
  const open = plan.editions.slice(1).filter((_, at) => !linked.has(at + 1));
  if (input.align) {
    for (const [at, edition] of open.entries()) {
      const alignment = `${plan.editions[0].id}~${edition.id}`;
      const progress = (share: number): void => {
        making.progress((at + share) / open.length);
      };
      const languages = [plan.editions[0].language, edition.language] as const;
      const { terms } = library.top.state();
      for (const bead of await aligned(records, alignment, languages, terms, progress, stop)) records.push(bead);
    }
  }
  if (input.write !== undefined) {
    const edition = `${input.write.toLowerCase()}-${randomUUID().slice(0, 8)}`;
    const added = translation(edition, input.write, '', plan.editions[0].id, records, lastOrder(records));
    for (const record of added) records.push(record);
  }
  stop.throwIfAborted();
  await library.create(id, records);
  const editions = plan.editions.map((edition) => edition.id);
  return { work: id, edition: editions.at(-1) ?? '', editions };
}

/**
 * Adds a translation that is still to be written to a work: an empty paragraph beside each of the original's.
 *
 * @throws LibraryError
 */
export async function beginTranslation(
  library: Library,
  work: string,
  language: string,
): Promise<{ work: string; edition: string }> {
  const store = await library.work(work);
  const state = store.state();
  const id = `${language.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  const records = [...state.sections, ...[...state.paragraphs.values()].flat()];
  const order = state.editions.at(-1)?.order ?? null;
  const added = translation(id, language, '', state.work?.original ?? '', records, order);
  await store.apply({ added, updated: [], removed: [] });
  return { work, edition: id };
}

function translation(
  id: string,
  language: string,
  title: string,
  original: string,
  records: readonly AnyRecord[],
  after: string | null,
): AnyRecord[] {
  const [order = ''] = ordersBetween(after, null, 1);
  const sections = records.filter((record) => record.kind === 'section').filter(({ edition }) => edition === original);
  const texts = records.filter((record) => record.kind === 'paragraph').filter(({ edition }) => edition === original);
  return [{ id, kind: 'edition', modified: '', language, title, order }, ...emptyText(id, sections, texts)];
}

function lastOrder(records: readonly AnyRecord[]): string | null {
  return (
    records
      .flatMap((record) => (record.kind === 'edition' ? [record.order] : []))
      .toSorted()
      .at(-1) ?? null
  );
}

/**
 * Adds editions to a work, and aligns each with the original: all of them in one change, so that leaving at any moment leaves
 * nothing. Their ids are such as no edition of the work ever had.
 *
 * @throws BroughtError, LibraryError, Error
 */
export async function makeEditions(
  making: Making,
  work: string,
  inputs: readonly EditionInput[],
  align: boolean,
): Promise<Made> {
  const { library, files, stop } = making;
  const store = await library.work(work);
  const state = store.state();
  const original = state.editions.find((edition) => edition.id === state.work?.original);
  const orders = ordersBetween(state.editions.at(-1)?.order ?? null, null, inputs.length);
  const { terms } = library.top.state();
  const added: AnyRecord[] = [];
  const editions: string[] = [];
  for (const [at, input] of inputs.entries()) {
    const id = `${input.language.toLowerCase()}-${randomUUID().slice(0, 8)}`;
    const { plan } = editionPlan(files, id, input);
    const records = [editionRecord(plan, orders[at] ?? ''), ...toText(id, plan.language, plan.text)];
    for (const record of records) added.push(record);
    editions.push(id);
    if (!align || original === undefined) continue;
    const progress = (share: number): void => {
      making.progress((at + share) / inputs.length);
    };
    const texts: AnyRecord[] = [...records, ...(state.paragraphs.get(original.id) ?? [])];
    const languages = [original.language, plan.language] as const;
    const beads = await aligned(texts, `${original.id}~${id}`, languages, terms, progress, stop);
    for (const bead of beads) added.push(bead);
  }
  stop.throwIfAborted();
  await store.apply({ added, updated: [], removed: [] });
  return { work, edition: editions.at(-1) ?? '', editions };
}

/** The beads between the paragraphs of two editions. */
async function aligned(
  records: readonly AnyRecord[],
  alignment: string,
  languages: readonly [string, string],
  glossary: readonly Term[],
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<AnyRecord[]> {
  const texts = (edition: string): { id: string; text: string }[] =>
    records.flatMap((record) =>
      record.kind === 'paragraph' && record.edition === edition ? [{ id: record.id, text: record.text }] : [],
    );
  const [source, target] = editionsOf(alignment);
  const task = {
    alignment,
    beads: [],
    source: texts(source),
    target: texts(target),
    languages,
    scope: 'all' as const,
    glossary,
  };
  return (await realignInThread(task, progress, stop)).change.added;
}
