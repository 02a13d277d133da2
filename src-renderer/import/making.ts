import type { Work } from '#core/records/work.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { commit } from '#renderer/app/commit.ts';
import { library, loadLibrary } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { go, route } from '#renderer/app/route.ts';
import { remember } from '#renderer/app/undo.ts';
import { i18n } from '#renderer/i18n/index.ts';
import { key } from '#renderer/i18n/key.ts';
import { clear, takeOutAll } from './bringing.ts';
import { beginTranslation, compareVersion, makeEditions, makeWork } from './calls.ts';
import { inputOf, type Draft } from './drafts.ts';
import { importing } from './import-state.ts';
import { showEdition } from './show-edition.ts';
import { versionOf } from './version.ts';

let stop = new AbortController();

/** Makes a work of the texts, aligned, and opens it. */
export async function alignAndOpen(): Promise<void> {
  const { drafts, write } = importing.getState();
  const [original] = drafts;
  if (original === undefined) return;
  const author = original.author.trim();
  const isAlone = drafts.length === 1 && write !== null;
  const used = filesNow();
  await under(async (progress, signal) => {
    const { work } = await makeWork(
      {
        titles: titlesOf(drafts),
        ...(author === '' ? {} : { author: { [original.language]: author } }),
        editions: drafts.map(inputOf),
        align: true,
        ...(isAlone ? { write } : {}),
      },
      progress,
      signal,
    );
    const isWatched = isAwaited(used);
    takeOutAll(used);
    await loadLibrary();
    const made = library.getState().state?.works.find((entry) => entry.work.id === work)?.work;
    if (made !== undefined) rememberWork(made);
    if (isWatched) go({ view: 'work', work });
    notify({
      kind: 'done',
      message: key('import:done.work'),
      values: { title: original.title },
      undoable: true,
    });
  });
}

function filesNow(): string[] {
  return importing.getState().files.map((file) => file.key);
}

/** Whether the reader still waits for the import: who went elsewhere meanwhile, or brought other files, is told of its end, and stays. */
function isAwaited(used: readonly string[]): boolean {
  return route.getState().view === 'import' && filesNow().every((file) => used.includes(file));
}

/** What was stored already, remembered so that undo removes the work. */
function rememberWork(work: Work): void {
  remember({ scope: work.id, change: { added: [work], updated: [], removed: [] }, label: key('import:undo.work') });
}

/** Adds the texts to a work as translations of it, and opens it. */
export async function addTranslations(): Promise<void> {
  const { drafts, work } = importing.getState();
  if (work === null || drafts.length === 0) return;
  const used = filesNow();
  await under(async (progress, signal) => {
    const { edition: last, editions } = await makeEditions(work, drafts.map(inputOf), progress, signal);
    await rememberEditions(work, editions);
    const title = drafts[0]?.title ?? '';
    const isWatched = isAwaited(used);
    takeOutAll(used);
    if (isWatched) go({ view: 'work', work });
    showEdition(work, last);
    notify({ kind: 'done', message: key('import:done.translation'), values: { title }, undoable: true });
  });
}

/** Adds a translation that is still to be written. @throws ApiFailure */
export async function writeTranslation(work: string, language: string): Promise<string> {
  const { edition } = await beginTranslation(work, language);
  await rememberEditions(work, [edition]);
  return edition;
}

/** An edition is gone with its record alone, and comes back with it. */
async function rememberEditions(work: string, editions: readonly string[]): Promise<void> {
  await loadLibrary();
  const entry = library.getState().state?.works.find((one) => one.work.id === work);
  const added = entry?.editions.filter(({ id }) => editions.includes(id)) ?? [];
  if (added.length === 0) return;
  remember({ scope: work, change: { added, updated: [], removed: [] }, label: key('import:undo.translation') });
}

/** Finds out what a new version of an edition would change, for the reader to look at. */
export async function compare(): Promise<void> {
  const { drafts, work, edition: chosen } = importing.getState();
  const entry = library.getState().state?.works.find((one) => one.work.id === work);
  const { edition, draft } = versionOf(drafts, entry, chosen);
  if (work === null || edition === null || draft === null) return;
  importing.setState({ edition });
  await under(async (progress, signal) => {
    importing.setState({ update: await compareVersion(work, edition, inputOf(draft), progress, signal) });
  });
}

/** Takes the new version that was looked at, as one change. */
export function takeVersion(): void {
  const { update, work } = importing.getState();
  if (update === null || work === null) return;
  commit(work, update.change, key('import:undo.version'));
  clear();
  go({ view: 'work', work });
  notify({
    kind: 'done',
    message: update.preview.lost.length === 0 ? 'import:done.version' : 'import:done.version-lost',
    values: { count: update.preview.lost.length },
    undoable: true,
  });
}

/** Ends what is being made; nothing of it stays. */
export function cancelMaking(): void {
  stop.abort();
}

/** Runs something that takes its time, with its progress shown; what goes wrong is shown as well. */
async function under(run: (progress: (share: number) => void, signal: AbortSignal) => Promise<void>): Promise<void> {
  if (importing.getState().making !== null) return;
  stop = new AbortController();
  const { signal } = stop;
  importing.setState({ making: { share: 0 }, failure: null });
  try {
    await run((share) => {
      importing.setState({ making: { share } });
    }, signal);
  } catch (error) {
    if (!signal.aborted) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure('internal', String(error), null);
      importing.setState({ failure });
    }
  } finally {
    importing.setState({ making: null });
  }
}

function titlesOf(drafts: readonly Draft[]): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const { language, title } of drafts) if (title.trim() !== '') titles[language] ??= title.trim();
  return Object.keys(titles).length === 0 ? { und: i18n.t('import:untitled') } : titles;
}
