import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { EgizBridge } from '#main/api/command.ts';
import { fullDefinition, readDefinitions } from './definitions.ts';
import { moduleOf, type Call } from './stand-in.ts';

test('the preload gives the page the menu’s commands, and nothing that it could send', async () => {
  const calls: Call[] = [];
  let bridge: EgizBridge | null = null;
  const module = moduleOf(
    {
      contextBridge: {
        type: 'ContextBridge',
        parts: {
          exposeInMainWorld: (name: string, api: EgizBridge) => {
            if (name === 'egiz') bridge = api;
          },
        },
      },
    },
    calls,
  );
  // `ipcRenderer` takes events of any name, so a plain emitter stands in for it, of which only these two are used.
  const ipcRenderer = new EventEmitter();
  expect([...fullDefinition(readDefinitions(), 'IpcRenderer').members]).toEqual(expect.arrayContaining(['on', 'off']));
  vi.resetModules();
  vi.doMock('electron', () => ({ ...module, ipcRenderer }));
  await import('#main/electron/preload.ts');

  const given = bridge as unknown as EgizBridge;
  expect(Object.keys(given)).toEqual(['onCommand']);
  const heard: string[] = [];
  const stop = given.onCommand((command) => heard.push(command));
  ipcRenderer.emit('command', { sender: 'main' }, 'find', 'more');
  stop();
  ipcRenderer.emit('command', { sender: 'main' }, 'undo');
  expect(heard).toEqual(['find']);
  expect(ipcRenderer.listenerCount('command')).toBe(0);
});
