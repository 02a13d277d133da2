import type { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { fullDefinition, readDefinitions } from './definitions.ts';
import { moduleOf, standIn, type Call } from './stand-in.ts';

const definitions = readDefinitions();
const app = (parts: object, calls: Call[] = []) =>
  standIn('App', parts, calls) as EventEmitter & Record<string, () => unknown>;

test('Electron’s definitions are read: modules, classes, what they inherit, their events', () => {
  expect(definitions.exports.get('app')).toEqual({ type: 'App', side: 'members' });
  expect(definitions.exports.get('BrowserWindow')).toEqual({ type: 'BrowserWindow', side: 'statics' });
  expect(definitions.exports.get('session')).toEqual({ type: 'Session', side: 'statics' });
  const window = fullDefinition(definitions, 'BrowserWindow');
  expect([...window.members]).toEqual(expect.arrayContaining(['webContents', 'loadURL', 'getNormalBounds']));
  expect([...window.statics]).toEqual(expect.arrayContaining(['getFocusedWindow', 'getAllWindows']));
  expect([...window.events]).toEqual(expect.arrayContaining(['ready-to-show', 'unresponsive', 'close']));
  expect(definitions.types.size).toBeGreaterThan(300);
});

test('a stand-in must not have what Electron has not', () => {
  expect(() => app({ setNames: () => undefined })).toThrow('Electron 45 has no App.setNames');
  expect(() => moduleOf({ application: { type: 'App', parts: {} } }, [])).toThrow('exports no application of type App');
});

test('the program must not use what Electron has not', () => {
  expect(() => app({})['allowRendererProcessReuse']).toThrow('Electron 45 has no App.allowRendererProcessReuse');
  expect(() => app({}).on('gpu-process-crashed', () => undefined)).toThrow(
    'Electron 45 has no event gpu-process-crashed',
  );
});

test('what Electron has and the stand-in has not is said so', () => {
  expect(() => app({})['getLocale']).toThrow('the stand-in has no App.getLocale yet');
});

test('nothing is set by assignment', () => {
  expect(() => Object.assign(app({}), { name: 'Egiz' })).toThrow('yet App.name was');
});

test('calls are recorded, and events reach who listens', () => {
  const calls: Call[] = [];
  const made = app({ getVersion: () => '1' }, calls);
  const heard: string[] = [];
  made.on('activate', () => heard.push('activate'));
  made.emit('activate');
  expect([made['getVersion']?.(), heard, calls]).toEqual([
    '1',
    ['activate'],
    [{ on: 'App', method: 'getVersion', args: [] }],
  ]);
});
