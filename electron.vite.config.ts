import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const at = (path: string): string => join(root, path);

/** What worker threads run: `src-main/<part>/<name>.thread.ts` becomes `out/main/<name>.js` (see `src-main/jobs/start-thread.ts`). */
const threads = Object.fromEntries(
  globSync('src-main/*/*.thread.ts', { cwd: root }).map((path) => [basename(path, '.thread.ts'), at(path)]),
);

/** The programs of the main process by the name of their file in `out/main`. */
const programs: Record<string, string> = {
  index: at('src-main/electron/main.ts'),
  serve: at('src-main/serve.ts'),
  cli: at('src-main/cli.ts'),
  ...threads,
};

export default defineConfig({
  main: {
    build: {
      // Everything is bundled, so a packaged Egiz carries no node_modules.
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: { input: programs },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: { preload: at('src-main/electron/preload.ts') },
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    // React Aria brings its few words in thirty languages; it has no Kazakh.
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US', 'ru-RU'] }), enforce: 'pre' }],
    build: {
      outDir: at('out/renderer'),
      // The same page runs in Electron and, from the loopback host, in the browser that a reader has.
      target: 'es2024',
      cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
      // The content security policy allows files of Egiz, no data: addresses and no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      // What the licences of the bundled packages ask for; packaged beside the program.
      license: { fileName: 'licences.md' },
      chunkSizeWarningLimit: 4000,
      sourcemap: true,
      rolldownOptions: { input: at('src-renderer/index.html') },
    },
  },
});
