import { beforeEach, describe, expect, test, vi } from 'vitest';
import { event, fakeElectron, type FakeElectron } from './fake-electron.ts';

let electron: FakeElectron;
beforeEach(() => {
  electron = fakeElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});

const hostile = [
  // Other programs, files and code.
  'file:///etc/passwd',
  'FILE:///C:/Windows/System32/calc.exe',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:egiz://app/0b4e',
  'about:blank',
  'about:srcdoc',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:https://example.org',
  'filesystem:https://example.org/temporary/x',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\host\\share',
  'smb://host/share',
  '\\\\host\\share\\x.exe',
  '//example.org/x',
  'ssh://host',
  'tel:123',
  'mailto:someone@example.org',
  'ws://example.org',
  'ftp://example.org',
  // What begins like the reader's own address, and is another.
  'egiz://app.example.org/',
  'egiz://app@example.org/',
  'egiz://app:secret@app/',
  'egiz://user@app/',
  'egiz://app:8080/',
  'egiz://example.org/',
  'egiz://',
  'egiz:app',
  'egiz:///',
  'egizz://app/',
  'http.egiz://app/',
  // The reader's own origin, where there is no page.
  'egiz://app/api/library',
  'egiz://app/api/works/small/changes',
  'egiz://app/assets/index.js',
  'egiz://app//example.org',
  'egiz://app/../api/library',
  // The web, with a name and a password to deceive, or without an end.
  'https://egiz.app@example.org/',
  'https://user:password@example.org/',
  `https://example.org/${'a'.repeat(2000)}`,
  'https://',
  'http://[::1',
  'https:// example.org/%',
  '',
  ' ',
  'not an address',
];

describe('an address', () => {
  test.each(hostile)('%s is refused', async (address) => {
    const { judge } = await import('#main/electron/navigation.ts');
    expect(judge(address)).toBe('refuse');
  });

  test.each(['egiz://app/', 'egiz://app', 'egiz://app/#/works/qazan-1917', 'egiz://app/index.html?x#/'])(
    '%s is the reader’s own page',
    async (address) => {
      const { judge } = await import('#main/electron/navigation.ts');
      expect(judge(address)).toBe('stay');
    },
  );

  test.each(['https://example.org/', 'http://127.0.0.1:8000/', 'https://xn--80ak6aa92e.com/', 'HTTPS://EXAMPLE.ORG'])(
    '%s may be opened in the browser after asking',
    async (address) => {
      const { judge } = await import('#main/electron/navigation.ts');
      expect(judge(address)).toBe('ask');
    },
  );
});

describe('a page', () => {
  async function guarded() {
    const { BrowserWindow } = await import('electron');
    const { guardNavigation } = await import('#main/electron/navigation.ts');
    const asked: string[] = [];
    const { webContents } = new BrowserWindow();
    guardNavigation(webContents, (address) => asked.push(address));
    const attempt = (name: string, url: string, isMainFrame = true): boolean => {
      const attempted = event({ url, isMainFrame });
      electron.windows[0]?.webContents.emit(name, attempted);
      return !attempted.defaultPrevented;
    };
    return { asked, attempt };
  }

  const kinds = ['will-navigate', 'will-frame-navigate', 'will-redirect'];

  test.each(kinds)('goes nowhere by %s', async (kind) => {
    const { attempt } = await guarded();
    expect([...hostile, 'https://example.org/'].filter((address) => attempt(kind, address))).toEqual([]);
  });

  test.each(kinds)('may load itself anew by %s, and not in a frame', async (kind) => {
    const { attempt } = await guarded();
    expect(attempt(kind, 'egiz://app/')).toBe(true);
    expect(attempt(kind, 'egiz://app/', false)).toBe(false);
  });

  test('asks once for a web address, though two events tell of it', async () => {
    const { asked, attempt } = await guarded();
    attempt('will-navigate', 'https://example.org/');
    attempt('will-frame-navigate', 'https://example.org/');
    expect(asked).toEqual(['https://example.org/']);
  });

  test('opens no window, and asks for a web address', async () => {
    const { asked } = await guarded();
    const answers = [...hostile, 'egiz://app/', 'https://example.org/'].map((url) =>
      electron.ask('windowOpen', { url }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"action":"deny"}']));
    expect(asked).toEqual(['https://example.org/']);
  });

  test('holds no other program’s page', async () => {
    await guarded();
    const attached = event();
    electron.windows[0]?.webContents.emit('will-attach-webview', attached, {}, {});
    expect(attached.defaultPrevented).toBe(true);
  });
});

describe('leaving for the browser', () => {
  async function leaver() {
    const { leaving } = await import('#main/electron/leave.ts');
    const { strings } = await import('#main/electron/strings.ts');
    return leaving(() => strings.ru);
  }

  test('shows the address and opens it when the reader agrees', async () => {
    const leave = await leaver();
    leave('https://пример.example/%D0%B0');
    await vi.waitFor(() => {
      expect(electron.callsOf('Shell', 'openExternal')).toEqual([['https://xn--e1afmkfd.example/%D0%B0']]);
    });
    expect(electron.callsOf('Dialog', 'showMessageBox')[0]?.at(-1)).toMatchObject({
      message: 'Открыть этот адрес в браузере?',
      detail: 'https://xn--e1afmkfd.example/%D0%B0',
      buttons: ['Открыть', 'Отмена'],
      defaultId: 1,
      cancelId: 1,
    });
  });

  test('opens nothing when the reader does not agree', async () => {
    electron.set.button = 1;
    const leave = await leaver();
    leave('https://example.org/');
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    expect(electron.callsOf('Shell', 'openExternal')).toEqual([]);
  });

  test('does not ask about what is no web address', async () => {
    const leave = await leaver();
    for (const address of hostile) leave(address);
    expect(electron.methods('Dialog')).toEqual([]);
  });

  test('asks one question at a time', async () => {
    const leave = await leaver();
    for (let times = 0; times < 5; times += 1) leave(`https://example.org/${String(times)}`);
    await vi.waitFor(() => {
      expect(electron.callsOf('Shell', 'openExternal')).toEqual([['https://example.org/0']]);
    });
    leave('https://example.org/later');
    await vi.waitFor(() => {
      expect(electron.callsOf('Shell', 'openExternal')).toHaveLength(2);
    });
    expect(electron.callsOf('Dialog', 'showMessageBox')).toHaveLength(2);
  });
});
