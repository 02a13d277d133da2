import { beforeEach, expect, test, vi } from 'vitest';
import { event, fakeElectron, type FakeElectron } from './fake-electron.ts';

let electron: FakeElectron;
beforeEach(async () => {
  electron = fakeElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
  const { session } = await import('electron');
  const { restrict } = await import('#main/electron/permissions.ts');
  restrict(session.defaultSession);
});

const denied = [
  'geolocation',
  'media',
  'notifications',
  'clipboard-read',
  'openExternal',
  'display-capture',
  'fileSystem',
  'hid',
  'usb',
  'local-network',
  'unknown',
];

function isGranted(permission: string, origin: string): unknown[] {
  const answers = [electron.ask('permissionCheck', null, permission, origin, {})];
  const hear = (granted: boolean): void => {
    answers.push(granted);
  };
  electron.ask('permissionRequest', null, permission, hear, { requestingUrl: origin, isMainFrame: true });
  return answers;
}

test.each(denied)('%s is denied to the reader’s own page', (permission) => {
  expect(isGranted(permission, 'egiz://app/')).toEqual([false, false]);
});

test.each(['clipboard-sanitized-write', 'fullscreen'])('%s is for the reader’s own page only', (permission) => {
  expect(isGranted(permission, 'egiz://app/')).toEqual([true, true]);
  for (const origin of ['https://example.org/', 'egiz://other/', 'egiz://app.example.org/', 'null', '']) {
    expect(isGranted(permission, origin)).toEqual([false, false]);
  }
});

test('no device and no screen is given', () => {
  expect(electron.ask('devicePermission', {})).toBe(false);
  const shared: unknown[] = [];
  electron.ask('displayMedia', {}, (streams: unknown) => shared.push(streams));
  expect(shared).toEqual([null]);
});

test('no request goes to the network or to a file', () => {
  expect(electron.callsOf('WebRequest', 'onBeforeRequest')[0]?.[0]).toEqual({
    urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file:///*'],
  });
  const answers: unknown[] = [];
  electron.ask('beforeRequest', {}, (answer: unknown) => answers.push(answer));
  expect(answers).toEqual([{ cancel: true }]);
});

test.each([
  ['blob:egiz://app/4d1c', true],
  ['blob:https://example.org/4d1c', false],
  ['blob:null/4d1c', false],
  ['egiz://app/api/library', false],
  ['data:text/plain,x', false],
  ['https://example.org/x.exe', false],
])('a download of %s is allowed: %s', (address, isAllowed) => {
  const asked = event();
  electron.session.emit('will-download', asked, { getURL: () => address }, {});
  expect(!asked.defaultPrevented).toBe(isAllowed);
});
