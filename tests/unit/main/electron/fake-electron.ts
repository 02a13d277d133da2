import type { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Rectangle } from 'electron';
import { moduleOf, standIn, type Call } from './stand-in.ts';

type Handler = (...args: unknown[]) => unknown;
type Template = MenuItemConstructorOptions[];

export interface FakeWindow extends EventEmitter {
  webContents: EventEmitter;
}
/** What stands in Electron's place, and what a test can see of it and set on it. */
export interface FakeElectron {
  /** What the program imports. */
  module: Record<string, unknown>;
  calls: Call[];
  app: EventEmitter;
  session: EventEmitter;
  windows: FakeWindow[];
  /** Options of each `new BrowserWindow`. */
  made: BrowserWindowConstructorOptions[];
  /** Handlers that the program gave, by the method they were given to. */
  handlers: Record<string, Handler>;
  /** The application menu's template, and the last context menu's. */
  menu: Template | null;
  popup: Template | null;
  /** The code it ended with; `null` while it runs. */
  exited: number | null;
  set: {
    isFirst: boolean;
    isReady: boolean;
    isPackaged: boolean;
    switches: string[];
    languages: string[];
    /** Which button is pressed in the next message boxes. */
    button: number;
    openPathFailure: string;
    loadFails: boolean;
    displays: { id: number; workArea: Rectangle }[];
    userData: string;
    maximised: boolean;
  };
  methods(on: string): string[];
  callsOf(on: string, method: string): unknown[][];
  /** Calls a handler that the program gave. */
  ask(handler: string, ...args: unknown[]): unknown;
}

/** An event as Electron gives it, that knows whether it was prevented. */
export function event<Details extends object>(details?: Details) {
  const made = { ...details, defaultPrevented: false, preventDefault: () => undefined as void };
  made.preventDefault = () => {
    made.defaultPrevented = true;
  };
  return made as Details & typeof made;
}

export function fakeElectron(): FakeElectron {
  const calls: Call[] = [];
  const part = (type: string, parts: object): EventEmitter => standIn(type, parts, calls) as EventEmitter;
  const fake: FakeElectron = {
    module: {},
    calls,
    app: part('App', {}),
    session: part('Session', {}),
    windows: [],
    made: [],
    handlers: {},
    menu: null,
    popup: null,
    exited: null,
    set: {
      isFirst: true,
      isReady: false,
      isPackaged: false,
      switches: [],
      languages: ['en-GB'],
      button: 0,
      openPathFailure: '',
      loadFails: false,
      displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
      userData: mkdtempSync(join(tmpdir(), 'egiz-user-')),
      maximised: false,
    },
    methods: (on) => calls.filter((call) => call.on === on).map(({ method }) => method),
    ask: (name, ...args) => {
      const handler = fake.handlers[name];
      if (handler === undefined) throw new Error(`the program gave no handler ${name}`);
      return handler(...args);
    },
    callsOf: (on, method) => calls.filter((call) => call.on === on && call.method === method).map(({ args }) => args),
  };
  const templates = new WeakMap<object, Template>();
  const keep =
    (name: string) =>
    (...args: unknown[]): void => {
      fake.handlers[name] = args.findLast((arg) => typeof arg === 'function') as Handler;
    };

  const appParts = {
    setName: () => undefined,
    requestSingleInstanceLock: () => fake.set.isFirst,
    commandLine: part('CommandLine', { hasSwitch: (name: string) => fake.set.switches.includes(name) }),
    enableSandbox: () => {
      mustBeEarly('enableSandbox');
    },
    whenReady: async () => {
      await Promise.resolve();
      fake.set.isReady = true;
    },
    getPath: (name: string) => {
      if (name !== 'userData') throw new Error(`the stand-in knows no path ${name}`);
      return fake.set.userData;
    },
    getPreferredSystemLanguages: () => {
      if (!fake.set.isReady) throw new Error('the languages are not known before the app is ready');
      return fake.set.languages;
    },
    get isPackaged() {
      return fake.set.isPackaged;
    },
    setAboutPanelOptions: () => undefined,
    showAboutPanel: () => undefined,
    quit: () => {
      quit();
    },
    exit: (code: number) => {
      fake.exited = code;
    },
  };
  fake.app = part('App', appParts);
  fake.session = part('Session', {
    setPermissionCheckHandler: keep('permissionCheck'),
    setPermissionRequestHandler: keep('permissionRequest'),
    setDevicePermissionHandler: keep('devicePermission'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    webRequest: part('WebRequest', { onBeforeRequest: keep('beforeRequest') }),
  });

  function mustBeEarly(what: string): void {
    if (fake.set.isReady) throw new Error(`${what} comes too late: the app is ready`);
  }

  /** The order that Electron keeps: before-quit, the windows, will-quit, the end; each of them can stop it. */
  function quit(): void {
    for (const step of ['before-quit', 'will-quit']) {
      if (step === 'will-quit') for (const window of fake.windows.slice()) closeWindow(window);
      const asked = event();
      fake.app.emit(step, asked);
      if (asked.defaultPrevented) return;
    }
    fake.exited ??= 0;
  }

  function closeWindow(window: FakeWindow): void {
    window.emit('close', event());
    fake.windows.splice(fake.windows.indexOf(window), 1);
    window.emit('closed');
  }

  function makeWindow(options: BrowserWindowConstructorOptions = {}): FakeWindow {
    fake.made.push(options);
    const webContents = part('WebContents', { send: () => undefined, setWindowOpenHandler: keep('windowOpen') });
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    const window = part('BrowserWindow', {
      webContents,
      loadURL: () => (fake.set.loadFails ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve()),
      show: () => undefined,
      focus: () => undefined,
      restore: () => undefined,
      isMinimized: () => true,
      maximize: () => undefined,
      isMaximized: () => fake.set.maximised,
      isDestroyed: () => !fake.windows.includes(window),
      getNormalBounds: () => ({ x, y, width, height }),
    }) as FakeWindow;
    fake.windows.push(window);
    return window;
  }

  fake.module = moduleOf(
    {
      app: { type: 'App', parts: {} },
      protocol: {
        type: 'Protocol',
        parts: {
          registerSchemesAsPrivileged: () => {
            mustBeEarly('registerSchemesAsPrivileged');
          },
          handle: keep('protocol'),
        },
      },
      session: { type: 'Session', parts: { defaultSession: fake.session } },
      dialog: {
        type: 'Dialog',
        parts: {
          showMessageBox: () => Promise.resolve({ response: fake.set.button, checkboxChecked: false }),
          showMessageBoxSync: () => fake.set.button,
          showErrorBox: () => undefined,
        },
      },
      shell: {
        type: 'Shell',
        parts: { openExternal: () => Promise.resolve(), openPath: () => Promise.resolve(fake.set.openPathFailure) },
      },
      screen: {
        type: 'Screen',
        parts: { getPrimaryDisplay: () => fake.set.displays[0], getAllDisplays: () => fake.set.displays },
      },
      Menu: {
        type: 'Menu',
        parts: {
          buildFromTemplate: (template: Template) => {
            const menu = part('Menu', {
              popup: () => {
                fake.popup = template;
              },
            });
            templates.set(menu, template);
            return menu;
          },
          setApplicationMenu: (menu: EventEmitter) => {
            fake.menu = templates.get(menu) ?? null;
          },
        },
      },
      BrowserWindow: {
        type: 'BrowserWindow',
        parts: { getFocusedWindow: () => fake.windows[0] ?? null },
        construct: makeWindow,
      },
    },
    calls,
  );
  fake.module['app'] = fake.app;
  return fake;
}
