import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MessageBoxOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { event } from './fake-electron.ts';
import { useStage } from './stage.ts';

const stage = useStage();

describe('the window', () => {
  test('opens where it was closed', async () => {
    await writeFile(
      join(stage.electron.set.userData, 'window.json'),
      JSON.stringify({ x: 50, y: 60, width: 900, height: 700, maximised: true }),
    );
    await stage.start();
    expect(stage.electron.made[0]).toMatchObject({ x: 50, y: 60, width: 900, height: 700 });
    stage.electron.windows[0]?.emit('ready-to-show');
    expect(stage.electron.methods('BrowserWindow')).toContain('maximize');
  });

  test('comes to the front when the program is started again', async () => {
    await stage.start();
    stage.electron.app.emit('second-instance', event(), [], '/', {});
    expect(stage.electron.methods('BrowserWindow')).toEqual(expect.arrayContaining(['restore', 'focus']));
    expect(stage.electron.made).toHaveLength(1);
  });

  test('opens again when there is none and the program is called', async () => {
    await stage.start();
    stage.electron.windows.splice(0)[0]?.emit('closed');
    stage.electron.app.emit('activate', event(), false);
    expect(stage.electron.made).toHaveLength(2);
  });
});

describe('the end', () => {
  const closed = () => vi.waitFor(() => expect(stage.electron.exited).not.toBeNull());

  test('comes with the last window, once the library is closed and the window’s place is kept', async () => {
    const order: string[] = [];
    stage.library.close = async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      order.push('library closed');
    };
    await stage.start();
    stage.electron.set.maximised = true;
    stage.electron.app.emit('window-all-closed');
    await closed();
    order.push('ended');
    expect(order).toEqual(['library closed', 'ended']);
    const kept = JSON.parse(await readFile(join(stage.electron.set.userData, 'window.json'), 'utf8')) as object;
    expect(kept).toEqual({ x: 300, y: 90, width: 1320, height: 860, maximised: true });
  });

  test('ends the streams of the page', async () => {
    await stage.start();
    const events = (await stage.request('app/api/events')).body?.getReader();
    await events?.read();
    stage.electron.app.emit('window-all-closed');
    await closed();
    expect((await events?.read())?.done).toBe(true);
  });

  test('closes the library once, however often it is asked for', async () => {
    let times = 0;
    stage.library.close = async () => {
      times += 1;
      await Promise.resolve();
    };
    await stage.start();
    for (let asked = 0; asked < 3; asked += 1) stage.electron.app.emit('window-all-closed');
    await closed();
    expect(times).toBe(1);
  });

  test('is not kept waiting for ever by a disk that does not come back', async () => {
    vi.useFakeTimers();
    const complaints = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      stage.library.close = () => new Promise<void>(() => {});
      await stage.start();
      stage.electron.app.emit('window-all-closed');
      await vi.advanceTimersByTimeAsync(14_000);
      expect(stage.electron.exited).toBeNull();
      await vi.advanceTimersByTimeAsync(1000);
      expect(stage.electron.exited).toBe(0);
      expect(complaints.mock.calls.join()).toContain('the library did not close within 15000 ms');
    } finally {
      vi.useRealTimers();
      complaints.mockRestore();
    }
  });
});

describe('a mishap of the window', () => {
  const said = () =>
    stage.electron.callsOf('Dialog', 'showMessageBox').map(([, options]) => options as MessageBoxOptions);
  const settle = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 5);
    });

  test('a window with changes that are not on disk stays open, unless the reader gives them up', async () => {
    await stage.start();
    const contents = stage.electron.windows[0]?.webContents;
    const stays = event();
    contents?.emit('will-prevent-unload', stays);
    expect(stays.defaultPrevented).toBe(false);
    expect(stage.electron.callsOf('Dialog', 'showMessageBoxSync')[0]?.[1]).toMatchObject({
      message: 'Some changes are not on the disk yet',
      buttons: ['Stay', 'Close anyway'],
      cancelId: 0,
    });
    stage.electron.set.button = 1;
    const leaves = event();
    contents?.emit('will-prevent-unload', leaves);
    expect(leaves.defaultPrevented).toBe(true);
  });

  test('a crash is told with its reason, and the page is loaded again', async () => {
    await stage.start();
    stage.electron.windows[0]?.webContents.emit('render-process-gone', event(), { reason: 'oom', exitCode: 9 });
    await settle();
    expect(said()[0]).toMatchObject({
      message: 'The reader’s window stopped working',
      buttons: ['Reload', 'Quit'],
    });
    expect(said()[0]?.detail).toContain('oom (9)');
    expect(stage.electron.callsOf('BrowserWindow', 'loadURL')).toHaveLength(2);
  });

  test('a page that does not load is told with its address, and the reader may leave', async () => {
    stage.electron.set.button = 1;
    stage.electron.set.loadFails = true;
    await stage.start();
    stage.electron.windows[0]?.webContents.emit(
      'did-fail-load',
      event(),
      -6,
      'ERR_FILE_NOT_FOUND',
      'egiz://app/',
      true,
      1,
      1,
    );
    await vi.waitFor(() => {
      expect(stage.electron.exited).toBe(0);
    });
    expect(said()[0]?.detail).toBe('egiz://app/ failed: ERR_FILE_NOT_FOUND (-6)');
  });

  test('a load that another one took the place of is no mishap, nor one in a frame, nor a clean end', async () => {
    await stage.start();
    const contents = stage.electron.windows[0]?.webContents;
    contents?.emit('did-fail-load', event(), -3, 'ERR_ABORTED', 'egiz://app/', true, 1, 1);
    contents?.emit('did-fail-load', event(), -6, 'ERR_FAILED', 'https://example.org/', false, 1, 1);
    contents?.emit('render-process-gone', event(), { reason: 'clean-exit', exitCode: 0 });
    await settle();
    expect(said()).toEqual([]);
  });

  test('a window that does not answer can be waited for', async () => {
    stage.electron.set.button = 1;
    await stage.start();
    stage.electron.windows[0]?.emit('unresponsive');
    await settle();
    expect(said()[0]).toMatchObject({ buttons: ['Reload', 'Wait'] });
    expect(stage.electron.exited).toBeNull();
    expect(stage.electron.callsOf('BrowserWindow', 'loadURL')).toHaveLength(1);
  });
});
