import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Hono, type Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import { ApiError } from './failure.ts';

/** The built renderer: which files there are, by the path they are asked for. */
export interface Pages {
  /** `index.html`, with the place for its nonce still open. */
  readonly index: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Lists the built renderer's files. Only what is in this list is ever read, so no path of a request reaches the disk.
 *
 * @throws Error when the folder holds no built `index.html`
 */
export async function readPages(folder: string): Promise<Pages> {
  const index = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new Error(`the reader is not built: ${join(folder, 'index.html')} is missing`);
  });
  if (!index.includes('<head>')) throw new Error(`${join(folder, 'index.html')} has no <head>`);
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(
      `/${file
        .slice(folder.length + 1)
        .split(sep)
        .join('/')}`,
      file,
    );
  }
  files.delete('/index.html');
  return { index, files };
}

/** Serves the built renderer: one route a file, so that there is no path which could lead elsewhere. */
export function pageRoutes(pages: Pages) {
  const index = (c: Context<{ Variables: SecureHeadersVariables }>) => {
    c.header('Cache-Control', 'no-store');
    return c.html(withNonce(pages.index, c.get('secureHeadersNonce') ?? ''));
  };
  const routes = new Hono<{ Variables: SecureHeadersVariables }>().get('/', index).get('/index.html', index);
  for (const [path, file] of pages.files) {
    routes.get(path, async (c) => {
      const bytes = await readFile(file).catch(() => {
        throw new ApiError('not-found', 'the page is gone since the start; start Egiz again', path);
      });
      c.header('Content-Type', getMimeType(file) ?? 'application/octet-stream');
      c.header('Cache-Control', isHashed(path) ? 'private, max-age=31536000, immutable' : 'no-cache');
      return c.body(bytes);
    });
  }
  return routes;
}

/**
 * React Aria puts a style element of its own into the page, and looks for its nonce in this element. The value is hidden
 * from selectors and never the same twice.
 */
function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', () => `<head><meta property="csp-nonce" nonce="${nonce}">`);
}

/** Built names that hold a hash of their content: `/assets/index-B3xk9_qz.js`. */
function isHashed(path: string): boolean {
  return /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);
}
