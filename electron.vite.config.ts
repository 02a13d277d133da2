import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const at = (path: string): string => join(root, path);

/** The programs of the main process by the name of their file in `out/main`; those that exist. */
const programs = Object.fromEntries(
  Object.entries({
    index: at('src-main/electron/main.ts'),
    serve: at('src-main/serve.ts'),
    cli: at('src-main/cli.ts'),
    words: at('src-main/jobs/words-thread.ts'),
    align: at('src-main/jobs/align-thread.ts'),
    'read-anki': at('src-main/anki/read-thread.ts'),
    'read-egiz': at('src-main/formats/egiz-file-thread.ts'),
    'read-text': at('src-main/import/read-text-thread.ts'),
    'write-bitext': at('src-main/export/write-bitext-thread.ts'),
    'update-edition': at('src-main/import/update-thread.ts'),
    'import-dictionary': at('src-main/dictionaries/import-thread.ts'),
  }).filter(([, source]) => existsSync(source)),
);

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
    plugins: [react()],
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
