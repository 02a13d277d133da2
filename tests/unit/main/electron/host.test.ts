import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LibraryState } from '#main/api/shapes.ts';
import { makeWork, memoryLibrary } from '../api/memory-library.ts';
import { event } from './fake-electron.ts';
import { displayIn, useStage } from './stage.ts';

const stage = useStage();

describe('the start', () => {
  test('makes the scheme a secure one before the app is ready', async () => {
    await stage.start();
    expect(stage.electron.callsOf('Protocol', 'registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'egiz', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]],
    ]);
    expect(stage.electron.callsOf('Protocol', 'handle')[0]?.[0]).toBe('egiz');
    const methods = stage.electron.calls.map(({ method }) => method);
    expect(methods.indexOf('registerSchemesAsPrivileged')).toBeLessThan(methods.indexOf('whenReady'));
    expect(methods.indexOf('enableSandbox')).toBeLessThan(methods.indexOf('whenReady'));
  });

  test('leaves the sandbox out only where Chromium was started without one', async () => {
    stage.electron.set.switches = ['no-sandbox'];
    await stage.start();
    expect(stage.electron.methods('App')).not.toContain('enableSandbox');
    expect(stage.electron.made[0]?.webPreferences?.sandbox).toBe(true);
  });

  test('opens the library that was named, and the corpora beside the program and in its resources', async () => {
    for (const corpus of ['corpus/one', 'resources/corpus/two', 'corpus/no-library']) {
      await mkdir(join(stage.program.folder, corpus), { recursive: true });
      if (!corpus.includes('no')) await writeFile(join(stage.program.folder, corpus, 'library.json'), '{}');
    }
    await stage.start();
    expect(stage.opened).toEqual([
      [
        '/somewhere/Egiz',
        {
          program: 'Egiz 1.2.3',
          corpora: [join(stage.program.folder, 'corpus/one'), join(stage.program.folder, 'resources/corpus/two')],
        },
      ],
    ]);
  });

  test('opens one window: sandboxed, isolated, without Node, without a spell checker that asks the network', async () => {
    await stage.start();
    expect(stage.electron.made).toHaveLength(1);
    expect(stage.electron.made[0]?.webPreferences).toEqual({
      preload: join(stage.program.folder, 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(stage.electron.callsOf('BrowserWindow', 'loadURL')).toEqual([['egiz://app/']]);
  });

  test('guards the page and the session', async () => {
    await stage.start();
    expect(Object.keys(stage.electron.handlers)).toEqual(
      expect.arrayContaining(['windowOpen', 'permissionCheck', 'permissionRequest', 'beforeRequest']),
    );
    const away = event({ url: 'https://example.org/', isMainFrame: true });
    stage.electron.windows[0]?.webContents.emit('will-frame-navigate', away);
    expect(away.defaultPrevented).toBe(true);
  });

  test('shows the window once it has something to show', async () => {
    await stage.start();
    expect(stage.electron.methods('BrowserWindow')).not.toContain('show');
    stage.electron.windows[0]?.emit('ready-to-show');
    expect(stage.electron.methods('BrowserWindow')).toContain('show');
  });

  test('a second start ends at once and opens nothing', async () => {
    stage.electron.set.isFirst = false;
    await stage.start();
    expect(stage.electron.exited).toBe(0);
    expect(stage.opened).toEqual([]);
    expect(stage.electron.made).toEqual([]);
  });

  test('a library that does not open is named in a dialog, with the reason, in the reader’s language', async () => {
    stage.electron.set.languages = ['kk-KZ'];
    stage.openFailure = new Error('/somewhere/Egiz could not be written: EACCES');
    await stage.start();
    expect(stage.electron.callsOf('Dialog', 'showErrorBox')).toEqual([
      ['Кітапхана ашылмады', 'Қалта: /somewhere/Egiz\n/somewhere/Egiz could not be written: EACCES'],
    ]);
    expect(stage.electron.exited).toBe(1);
  });

  test('pages that were not built are named in a dialog', async () => {
    stage.program = { ...stage.program, folder: join(stage.program.folder, 'elsewhere') };
    await stage.start();
    expect(stage.electron.callsOf('Dialog', 'showErrorBox')[0]?.[1]).toMatch(/the reader is not built/);
    expect(stage.electron.exited).toBe(1);
  });
});

describe('the scheme', () => {
  test('answers the page and the API', async () => {
    await stage.start();
    expect(await (await stage.request('app/')).text()).toContain('csp-nonce');
    const state = (await (await stage.request('app/api/library')).json()) as LibraryState;
    expect(state).toMatchObject({ host: 'electron', version: '1.2.3' });
  });

  test('takes a body', async () => {
    await stage.start();
    const response = await stage.request('app/api/library/changes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ added: [displayIn('kk')], updated: [], removed: [] }),
    });
    expect(response.status).toBe(200);
    expect(stage.library.top.state().display?.language).toBe('kk');
  });

  test.each(['app.example.org/', 'example.org/api/library', 'APP/', 'app:1/'])(
    'knows no host but its own: %s',
    async (path) => {
      await stage.start();
      expect((await stage.request(path)).status).toBe(404);
    },
  );

  test('shows the folder of a work, or of the library while the work has none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-library-'));
    stage.library = Object.assign(memoryLibrary([makeWork('small', { kk: ['a'] }), makeWork('fresh', { kk: ['a'] })]), {
      folder,
    });
    await mkdir(join(folder, 'works', 'small'), { recursive: true });
    await stage.start();
    expect((await stage.request('app/api/works/small/reveal', { method: 'POST' })).status).toBe(204);
    expect((await stage.request('app/api/works/fresh/reveal', { method: 'POST' })).status).toBe(204);
    expect(stage.electron.callsOf('Shell', 'openPath')).toEqual([[join(folder, 'works', 'small')], [folder]]);
  });

  test('says so when the file manager does not open', async () => {
    stage.electron.set.openPathFailure = 'no such program';
    await stage.start();
    const response = await stage.request('app/api/works/small/reveal', { method: 'POST' });
    expect(await response.json()).toEqual({
      error: { code: 'internal', message: 'the file manager did not open: no such program', where: '/nowhere/Egiz' },
    });
  });
});
