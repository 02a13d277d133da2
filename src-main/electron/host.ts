import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session, shell, type BrowserWindow } from 'electron';
import { createApp } from '#main/api/app.ts';
import { ApiError } from '#main/api/failure.ts';
import { readPages, type Pages } from '#main/api/pages.ts';
import { defaultLibrary, findCorpora, pagesFolder, type Program } from '#main/host/folders.ts';
import { openLibrary, type Library } from '#main/library/library.ts';
import { fileName } from '#main/library/paths.ts';
import { messageOf } from '#main/message-of.ts';
import { leaving } from './leave.ts';
import { watchWindow } from './mishaps.ts';
import { commandSender, followLanguage, nativeTexts } from './native-language.ts';
import { restrict } from './permissions.ts';
import { closeBeforeQuit } from './quit.ts';
import { answerScheme, registerScheme } from './scheme.ts';
import { fill } from './strings.ts';
import { loadReader, openWindow } from './window.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** Milliseconds that the library has to close when the program ends. */
const closingTime = 15_000;

/**
 * Runs the reader in a window of its own. What must come before the app is ready happens before the first wait.
 *
 * @param args the program's arguments; of them only `--library DIR` is read
 * @param program where its files lie
 */
export async function startElectron(args: readonly string[], program: Program): Promise<void> {
  app.setName('Egiz');
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScheme();
  // Started as root, Chromium has no sandbox, and asking for one would end the program.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  await app.whenReady();

  const folder = libraryFolder(args);
  let library: Library | null = null;
  try {
    const pages = await readPages(pagesFolder(program.folder));
    library = await openLibrary(folder, {
      program: `Egiz ${program.version}`,
      corpora: findCorpora(program.folder, process.resourcesPath),
    });
    run(library, pages, program);
  } catch (error) {
    const { notOpened, notOpenedDetail } = nativeTexts(library);
    const reason = messageOf(error);
    dialog.showErrorBox(notOpened, fill(notOpenedDetail, { folder, reason }));
    await library?.close().catch(report);
    app.exit(1);
  }
}

/** Everything from the open library on. */
function run(library: Library, pages: Pages, program: Program): void {
  const closing = new AbortController();
  const texts = () => nativeTexts(library);
  const placeFile = join(app.getPath('userData'), 'window.json');
  let placeKept: Promise<void> = Promise.resolve();
  let window: BrowserWindow | null = null;

  const { fetch } = createApp({
    library,
    host: 'electron',
    version: program.version,
    pages,
    reveal: (work) => openFolder(workFolder(library.folder, work)),
    closing: closing.signal,
    report,
  });
  answerScheme((request) => fetch(request));
  restrict(session.defaultSession);

  const show = (): void => {
    const opened = openWindow({
      preload: join(program.folder, 'out', 'preload', 'preload.cjs'),
      place: readWindowState(placeFile),
      keepPlace: (place) => {
        placeKept = writeWindowState(placeFile, place).catch(report);
      },
      texts,
      leave: leaving(texts),
    });
    window = opened;
    opened.on('closed', () => {
      window = null;
    });
    watchWindow(opened, texts, {
      reload: () => {
        void loadReader(opened);
      },
      quit: () => {
        app.quit();
      },
    });
    void loadReader(opened);
  };

  followLanguage(library, program.version, {
    send: commandSender(() => window?.webContents ?? null),
    showFolder: () => {
      void openFolder(library.folder).catch(report);
    },
  });
  app.on('second-instance', () => {
    if (window === null) show();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (window === null) show();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuit(
    async () => {
      closing.abort();
      await Promise.all([placeKept, library.close()]);
    },
    closingTime,
    report,
  );
  show();
}

function libraryFolder(args: readonly string[]): string {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { library: { type: 'string' } },
  });
  if (typeof values.library === 'string' && values.library !== '') return resolve(values.library);
  // Windows can have moved the documents elsewhere, which only the system knows.
  if (process.platform === 'win32') return join(app.getPath('documents'), 'Egiz');
  return defaultLibrary({ home: homedir(), env: process.env });
}

/** The folder of a work; the library's own while the work, one that came with Egiz, has none yet. */
function workFolder(library: string, work: string): string {
  const folder = join(library, 'works', fileName(work));
  return existsSync(folder) ? folder : library;
}

/** @throws ApiError with what the system says when the folder cannot be shown */
async function openFolder(folder: string): Promise<void> {
  const failure = await shell.openPath(folder);
  if (failure !== '') throw new ApiError('internal', `the file manager did not open: ${failure}`, folder);
}

function report(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`);
}
