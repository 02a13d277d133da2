import { describe, expect, test } from 'vitest';
import { hasDisplay } from '../../../scripts/start/display.ts';
import { reason } from '../../../scripts/start/electron-binary.ts';
import { opener } from '../../../scripts/start/open-in-browser.ts';
import { isChatter } from '../../../scripts/start/run-electron.ts';
import { addressIn } from '../../../scripts/start/serve.ts';

describe('a display', () => {
  test('is there on Linux when X or Wayland names one', () => {
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  });

  test('is always there on a Mac and on Windows', () => {
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});

describe('the address', () => {
  test('is read from the line in which the host says that it listens', () => {
    expect(addressIn('Egiz: http://127.0.0.1:4321/?token=abc')).toBe('http://127.0.0.1:4321/?token=abc');
  });

  test('is in no other line', () => {
    expect(addressIn('Egiz: port 4321 is taken')).toBeNull();
    expect(addressIn('Egiz: http://example.org/?token=abc')).toBeNull();
    expect(addressIn('See Egiz: http://127.0.0.1:4321/')).toBeNull();
  });

  test('is opened by each system’s own opener, as one argument', () => {
    const address = 'http://127.0.0.1:1/?token=a&b=$(c)';
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(opener(platform, address).options.at(-1)).toBe(address);
    }
  });
});

describe('Electron', () => {
  test('that could not be downloaded says why in a few words', () => {
    expect(reason(['TypeError: fetch failed', '    at node:internal/deps/undici'])).toBe('fetch failed');
    expect(reason(['', 'HTTPError: Response code 404 (Not Found)'])).toBe('Response code 404 (Not Found)');
    expect(reason([])).toBe('it does not say why');
  });

  test('keeps to itself what Chromium logs of its own workings', () => {
    expect(isChatter('[812:0321/101522.123456:ERROR:dbus/bus.cc:408] Failed to connect to the bus')).toBe(true);
    expect(isChatter('[812:0321/101522.123456:FATAL:gpu.cc:1] No way to go on')).toBe(false);
    expect(isChatter('Error: the library is held by another program')).toBe(false);
  });
});
