import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, vi } from 'vitest';
import type { Display } from '#core/records/preference.ts';
import type { Program } from '#main/host/folders.ts';
import { makeWork, memoryLibrary, type MemoryLibrary } from '../api/memory-library.ts';
import { fakeElectron, type FakeElectron } from './fake-electron.ts';

/** Everything around the Electron host: a stand-in for Electron, a library in memory, a program's folder. New for each test. */
export interface Stage {
  electron: FakeElectron;
  library: MemoryLibrary;
  /** The arguments of each `openLibrary`. */
  opened: unknown[][];
  openFailure: Error | null;
  program: Program;
  start(args?: string[]): Promise<void>;
  /** Asks the scheme, as the page does. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Stores the reader's choice of a language. */
  choose(language: Display['language']): Promise<unknown>;
  /** Presses an item of the application's menu. */
  press(id: string): void;
}

export function displayIn(language: Display['language']): Display {
  const look = { theme: 'system', size: 18, leading: 1.7, measure: 34 } as const;
  return { kind: 'display', id: 'display', modified: '', ...look, language };
}

/** Sets the stage anew before every test of the file. */
export function useStage(): Stage {
  const stage = {
    start: async (args = ['/app', '--library', '/somewhere/Egiz']) => {
      const { startElectron } = await import('#main/electron/host.ts');
      await startElectron(args, stage.program);
    },
    request: async (path, init) =>
      stage.electron.ask('protocol', new Request(`egiz://${path}`, init)) as Promise<Response>,
    choose: (language) => stage.library.top.apply({ added: [displayIn(language)], updated: [], removed: [] }),
    press: (id) => {
      const items = stage.electron.menu?.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
      const click = items?.find((item) => item.id === id)?.click as (() => void) | undefined;
      if (click === undefined) throw new Error(`the menu has no item ${id}`);
      click();
    },
  } as Stage;

  beforeEach(async () => {
    stage.electron = fakeElectron();
    stage.library = memoryLibrary([makeWork('small', { kk: ['Қазақ'] })]);
    stage.opened = [];
    stage.openFailure = null;
    stage.program = { folder: await mkdtemp(join(tmpdir(), 'egiz-program-')), version: '1.2.3' };
    await mkdir(join(stage.program.folder, 'out', 'renderer'), { recursive: true });
    await writeFile(join(stage.program.folder, 'out', 'renderer', 'index.html'), '<head></head>');
    const resources = join(stage.program.folder, 'resources');
    Object.defineProperty(process, 'resourcesPath', { value: resources, configurable: true });
    vi.resetModules();
    vi.doMock('electron', () => stage.electron.module);
    vi.doMock('#main/library/library.ts', async (original) => ({
      ...(await original<object>()),
      openLibrary: async (...args: unknown[]) => {
        await Promise.resolve();
        stage.opened.push(args);
        if (stage.openFailure !== null) throw stage.openFailure;
        return stage.library;
      },
    }));
  });
  return stage;
}
