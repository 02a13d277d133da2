import { library } from '#renderer/app/library-store.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { go, route } from '#renderer/app/route.ts';
import { isEgizFile, openEgizFiles } from '#renderer/export/export-state.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';
import { key } from '#renderer/i18n/key.ts';
import { dropFile, loadFormats, readSent, sendFile, type Said } from './calls.ts';
import { draftsOf, kazakhFirst, type Draft } from './drafts.ts';
import { importing, nothing, type BroughtFile, type Purpose } from './import-state.ts';
import { forgetBlocks } from './blocks.ts';

/** Files that are sent at once. */
const mostFiles = 60;
const stops = new Map<string, AbortController>();
let counter = 0;
/** Files are sent and read one after the other, in the order in which they were dropped. */
let queue: Promise<void> = Promise.resolve();

/** Opens the view. With a work, what is brought is for that one. */
export function openImport(purpose: Purpose = 'work', work: string | null = null, edition: string | null = null): void {
  importing.setState({ purpose, work, edition, update: null, failure: null });
  go({ view: 'import' });
}

/** Takes files that were dropped, chosen or pasted, and shows what is understood of them. Works of Egiz have a dialog of their own. */
export async function bring(chosen: readonly File[]): Promise<void> {
  const areWorks = await Promise.all(chosen.map(isEgizFile));
  openEgizFiles(chosen.filter((_, at) => areWorks[at] === true));
  const files = chosen.filter((_, at) => areWorks[at] !== true);
  if (files.length > 0) bringTexts(files);
}

function bringTexts(files: readonly File[]): void {
  if ((library.getState().state?.readOnly ?? null) !== null) {
    notify({ kind: 'done', message: key('import:read-only'), undoable: false });
    return;
  }
  const { view } = route.getState();
  // What is brought into an open work may well be a translation of it.
  if (view === 'work') {
    const shown = route.getState();
    if (shown.view === 'work' && importing.getState().files.length === 0) {
      importing.setState({ purpose: 'translation', work: shown.work, edition: null });
    }
  }
  if (view !== 'import') go({ view: 'import' });
  if (importing.getState().formats === null) void readFormats();
  for (const file of files.slice(0, mostFiles)) {
    counter += 1;
    const brought: BroughtFile = {
      key: `file-${String(counter)}`,
      name: file.name,
      id: null,
      said: {},
      state: { kind: 'sending', share: 0 },
    };
    importing.setState((state) => ({ files: [...state.files, brought], failure: null }));
    const stop = new AbortController();
    stops.set(brought.key, stop);
    queue = queue.then(() => take(brought.key, file, stop.signal));
  }
}

/** Reads the list of formats, by which they are corrected. */
export async function readFormats(): Promise<void> {
  try {
    importing.setState({ formats: await loadFormats() });
  } catch {
    // Without it nothing can be corrected; what is read is read all the same, and the next file asks again.
  }
}

async function take(file: string, content: File, stop: AbortSignal): Promise<void> {
  try {
    stop.throwIfAborted();
    const id = await sendFile(
      content,
      (share) => {
        patch(file, { state: { kind: 'sending', share } });
      },
      stop,
    );
    patch(file, { id });
    await read(file, id, {}, stop);
  } catch (error) {
    fail(file, error, stop);
  }
}

/** Reads a file again, as a person says it is. What was corrected in its text is lost with it. */
export async function readAgain(file: string, said: Said): Promise<void> {
  const brought = importing.getState().files.find((one) => one.key === file);
  if (brought === undefined || brought.id === null) return;
  const stop = new AbortController();
  stops.get(file)?.abort();
  stops.set(file, stop);
  patch(file, { said });
  try {
    await read(file, brought.id, said, stop.signal);
  } catch (error) {
    fail(file, error, stop.signal);
  }
}

async function read(file: string, id: string, said: Said, stop: AbortSignal): Promise<void> {
  patch(file, { state: { kind: 'reading', share: 0 } });
  const found = await readSent(
    id,
    said,
    (share) => {
      patch(file, { state: { kind: 'reading', share } });
    },
    stop,
  );
  stop.throwIfAborted();
  if ('code' in found) {
    patch(file, { state: { kind: 'failed', why: found } });
    return;
  }
  forgetBlocks(id);
  patch(file, { state: { kind: 'read', preview: found } });
  const fresh = draftsOf(found);
  importing.setState(({ drafts, write }) => {
    const next = placed(drafts, fresh, id);
    return { drafts: next, past: [], update: null, write: write ?? writeIn(next) };
  });
}

/** Fresh drafts in the place of those of the same file, else behind the others, a Kazakh one first. */
function placed(drafts: readonly Draft[], fresh: readonly Draft[], file: string): Draft[] {
  const isOld = ({ parts }: Draft): boolean => parts.some((part) => part.file === file);
  const at = drafts.findIndex(isOld);
  if (at === -1) return kazakhFirst([...drafts, ...fresh]);
  return [...drafts.slice(0, at), ...fresh, ...drafts.slice(at).filter((draft) => !isOld(draft))];
}

/** The language in which a reader of these texts would write a translation. */
function writeIn(drafts: readonly Draft[]): string {
  const language = drafts[0]?.language.split('-', 1)[0];
  return [currentLanguage(), 'en', 'ru', 'kk'].find((one) => one !== language) ?? 'en';
}

function patch(file: string, change: Partial<BroughtFile>): void {
  importing.setState(({ files }) => ({ files: files.map((one) => (one.key === file ? { ...one, ...change } : one)) }));
}

function fail(file: string, error: unknown, stop: AbortSignal): void {
  if (stop.aborted) return;
  const why = error instanceof ApiFailure ? error : new ApiFailure('internal', String(error), null);
  patch(file, { state: { kind: 'failed', why } });
}

/** Takes a file out again, with what it held; ends what is done with it. */
export function takeOut(file: string): void {
  const brought = importing.getState().files.find((one) => one.key === file);
  stops.get(file)?.abort();
  stops.delete(file);
  if (brought === undefined) return;
  if (brought.id !== null) dropFile(brought.id);
  importing.setState(({ files, drafts }) => ({
    files: files.filter((one) => one.key !== file),
    drafts: drafts.flatMap((draft) => {
      const parts = draft.parts.filter((part) => part.file !== brought.id);
      return parts.length === 0 ? [] : [{ ...draft, parts }];
    }),
    past: [],
    update: null,
  }));
}

/** Takes everything out. */
export function clear(): void {
  for (const { key: file } of importing.getState().files) takeOut(file);
  importing.setState(nothing);
}
