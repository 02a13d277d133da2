import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { go, route } from '#renderer/app/route.ts';
import { isEgizFile, openEgizFiles } from '#renderer/export/export-state.ts';
import { key } from '#renderer/i18n/key.ts';
import { dropFile, loadFormats, sendFile } from './calls.ts';
import { pathOf } from './dropped.ts';
import { importing, isOnTheWay, nothing, type BroughtFile, type Purpose } from './import-state.ts';
import { endReading, fail, forgetDocument, patch, read, releaseDocuments, stopFor, withoutDrafts } from './reading.ts';

/** Files that are sent at once. */
const mostFiles = 60;
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
  if (importing.getState().aside !== null) {
    const { purpose, work, edition } = importing.getState();
    clear();
    importing.setState({ purpose, work, edition });
  }
  // What is brought into an open work may well be a translation of it.
  if (view === 'work') {
    const shown = route.getState();
    if (shown.view === 'work' && importing.getState().files.length === 0) {
      importing.setState({ purpose: 'translation', work: shown.work, edition: null });
    }
  }
  if (view !== 'import') go({ view: 'import' });
  if (importing.getState().formats === null) void readFormats();
  if (files.length > mostFiles) {
    notify({ kind: 'done', message: key('import:too-many'), values: { most: mostFiles }, undoable: false });
  }
  for (const file of files.slice(0, mostFiles)) {
    counter += 1;
    const brought: BroughtFile = {
      key: `file-${String(counter)}`,
      name: file.name,
      path: pathOf(file),
      id: null,
      said: {},
      aligned: null,
      state: { kind: 'sending', share: 0 },
    };
    importing.setState((state) => ({ files: [...state.files, brought], failure: null }));
    const stop = stopFor(brought.key);
    queue = queue.then(() => take(brought.key, file, stop));
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
    await read(file, stop);
  } catch (error) {
    fail(file, error, stop);
  }
}

/** Takes a file out again, with what it held; ends what is done with it. What it aligned is each a text of its own again. */
export function takeOut(file: string): void {
  const brought = importing.getState().files.find((one) => one.key === file);
  endReading(file);
  if (brought === undefined) return;
  if (brought.id !== null) dropFile(brought.id);
  releaseDocuments(file);
  withoutDrafts(file);
  importing.setState(({ files }) => ({ files: files.filter((one) => one.key !== file) }));
  forgetDocument(file);
}

/** Takes files out that became something. What was brought meanwhile stays, and is for what was chosen for it. */
export function takeOutAll(files: readonly string[]): void {
  if (importing.getState().files.every(({ key: file }) => files.includes(file))) {
    clear();
    return;
  }
  for (const file of files) takeOut(file);
}

/** Cancels the import. What was read and corrected can be taken up again until something else is brought. */
export function setAside(): void {
  const { files, drafts, past, purpose, work, edition, write } = importing.getState();
  if (drafts.length === 0 || files.some(isOnTheWay)) {
    clear();
    return;
  }
  importing.setState({ ...nothing, aside: { files, drafts, past, purpose, work, edition, write } });
}

/** Goes on with what was cancelled. */
export function takeUp(): void {
  const { aside } = importing.getState();
  if (aside !== null) importing.setState({ ...nothing, ...aside });
}

/** Takes everything out. */
export function clear(): void {
  const { aside, files } = importing.getState();
  for (const { key: file, id } of [...files, ...(aside?.files ?? [])]) {
    endReading(file);
    if (id !== null) dropFile(id);
  }
  importing.setState(nothing);
}
