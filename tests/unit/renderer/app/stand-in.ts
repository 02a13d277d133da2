import { setImmediate as nextTurn } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import type { Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Reading } from '#core/records/preference.ts';
import type { Term } from '#core/records/term.ts';
import type { Edition, Work } from '#core/records/work.ts';
import type { Failure, LibraryState, Stored, WorkState } from '#main/api/shapes.ts';

/** A call that reached the stand-in of the API. */
export interface Call {
  method: string;
  path: string;
  body: unknown;
  keepalive: boolean;
}

type Answer = object | Failure | Promise<object>;

/** The API as the view sees it: answers by path, remembers what was asked. */
export interface FakeApi {
  calls: Call[];
  /** Answers by path; the last given stands. A function is asked anew each time; one that throws is a dead connection. */
  on: (path: string, answer: (call: Call) => Answer) => void;
  /** The changes that were posted, in order. */
  changes: () => Change[];
}

/** Puts a window and an API in place of those of a page. Modules are to be imported after it. */
export function standIn({ innerWidth = 1400 } = {}): FakeApi {
  vi.resetModules();
  vi.stubGlobal('window', { location: { origin: 'http://egiz.test', hash: '' }, innerWidth });
  const answers = new Map<string, (call: Call) => Answer>();
  const api: FakeApi = {
    calls: [],
    on: (path, answer) => answers.set(path, answer),
    changes: () => api.calls.filter(({ path }) => path.endsWith('/changes')).map(({ body }) => body as Change),
  };
  const library = libraryState();
  api.on('/api/library', () => library);
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const call: Call = {
      method: init.method ?? 'GET',
      path: new URL(input).pathname,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null,
      keepalive: init.keepalive === true,
    };
    api.calls.push(call);
    const found = answers.get(call.path);
    if (found === undefined) throw new TypeError(`nobody answers ${call.path}`);
    const body = await found(call);
    return Response.json(body, { status: 'error' in body ? 500 : 200 });
  });
  return api;
}

let stamp = 0;

/** Stores whatever comes, as the library does: stamps the records of a change. */
export function stores(call: Call): Stored {
  const { added, updated, removed } = call.body as Change;
  stamp += 1;
  const modified = `2026-01-01T12:03:00.000Z-${String(stamp).padStart(4, '0')}-dev`;
  return {
    records: [
      ...added,
      ...updated.map(([, to]) => to),
      ...removed.map((one) => ({ ...one, deleted: true as const })),
    ].map((record) => ({ ...record, modified })),
    at: '2026-01-01T12:03:00.000Z',
  };
}

export function fails(code: Failure['error']['code']): () => Failure {
  return () => ({ error: { code, message: code, where: 'works/w/journal/dev.jsonl' } });
}

/** An answer that comes when it is let go. */
export function held<T>(): { promise: Promise<T>; release: (value: T) => void } {
  let release: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

/** Lets everything happen that waits for no timer; works with faked timers too. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
}

export function term(id: string, more: Partial<Term> = {}): Term {
  return {
    id,
    kind: 'term',
    modified: '1',
    language: 'kk',
    headword: id,
    category: 'word',
    glosses: {},
    notes: {},
    ...more,
  };
}

export function work(more: Partial<Work> = {}): Work {
  return {
    id: 'w',
    kind: 'work',
    modified: '1',
    titles: { kk: 'Қазан төңкерісі', en: 'The Revolution' },
    original: 'kk',
    ...more,
  };
}

export function edition(language: string, more: Partial<Edition> = {}): Edition {
  return { id: language, kind: 'edition', modified: '1', language, title: `Title ${language}`, order: 'a0', ...more };
}

export function paragraph(id: string, text: string): Paragraph {
  return {
    id,
    kind: 'paragraph',
    modified: '1',
    edition: 'kk',
    section: 's',
    order: 'a0',
    type: 'text',
    text,
    marks: [],
  };
}

export function annotation(id: string, more: Partial<Annotation> = {}): Annotation {
  const quote = { exact: 'x', prefix: '', suffix: '' };
  return {
    id,
    kind: 'annotation',
    modified: '1',
    created: '2026-01-01T12:00:00.000Z',
    motivation: 'highlighting',
    colour: 'fact',
    body: '',
    tags: [],
    targets: [{ edition: 'kk', paragraph: 'kk-0', start: 0, end: 1, quote }],
    ...more,
  };
}

export function reading(more: Partial<Reading> = {}): Reading {
  return {
    id: 'reading:dev',
    kind: 'reading',
    modified: '1',
    device: 'dev',
    mode: 'stacked',
    editions: ['kk', 'ru'],
    position: { paragraph: 'kk-0', fraction: 0 },
    panels: { contents: { open: true, width: 200 }, side: { open: null, width: 300 } },
    at: '2026-01-01T12:00:00.000Z',
    ...more,
  };
}

export function libraryState(more: Partial<LibraryState> = {}): LibraryState {
  return {
    folder: '/library',
    device: 'dev',
    host: 'loopback',
    version: '0.1.0',
    readOnly: null,
    works: [{ work: work(), editions: [edition('kk'), edition('en'), edition('ru')], reading: null, bundled: true }],
    terms: [term('qazan'), term('uezd')],
    display: null,
    palette: null,
    rejections: [],
    study: null,
    problems: [],
    ...more,
  };
}

export function workState(more: Partial<WorkState> = {}): WorkState {
  return {
    work: work(),
    editions: [edition('kk'), edition('en'), edition('ru')],
    sections: [],
    outline: { kk: [['kk-0', 's', 'text', 5]], en: [['en-0', 's', 'text', 5]], ru: [] },
    alignments: { 'kk~en': [] },
    annotations: [annotation('a')],
    mismatches: [],
    waivers: [],
    reading: null,
    texts: [paragraph('kk-0', 'қазақ')],
    problems: [],
    ...more,
  };
}
