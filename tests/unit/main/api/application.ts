import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createApp, type AppOptions } from '#main/api/app.ts';
import { readPages, type Pages } from '#main/api/pages.ts';
import type { Failure } from '#main/api/shapes.ts';
import { memoryLibrary } from './memory-library.ts';

/** A folder as the renderer's build leaves it, with a file beside it that nobody must get. */
export async function builtPages(): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'egiz-pages-'));
  const files: Record<string, string> = {
    'secret.txt': 'secret',
    'out/index.html': '<!doctype html><html><head><title>Egiz</title></head><body></body></html>',
    'out/assets/index-B3xk9_qz.js': 'export {};',
    'out/assets/noto-DkQ1-x0a.woff2': 'font',
    'out/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return readPages(join(folder, 'out'));
}

/** The application over a library in memory, with what a test wants otherwise. */
export async function application(options: Partial<AppOptions> = {}) {
  return createApp({
    library: memoryLibrary(),
    host: 'loopback',
    version: '0.0.0',
    pages: await builtPages(),
    reveal: null,
    closing: new AbortController().signal,
    report: (error) => {
      throw error;
    },
    ...options,
  });
}

/** A POST with a JSON body. */
export function posted(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** The failure that an answer tells of. */
export async function failureOf(answer: Response | Promise<Response>): Promise<Failure['error'] & { status: number }> {
  const response = await answer;
  const { error } = (await response.json()) as Failure;
  return { ...error, status: response.status };
}
