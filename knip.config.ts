import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src-main/electron/{main,preload}.ts',
    'src-main/{serve,cli}.ts',
    // What worker threads run.
    'src-main/*/*.thread.ts',
    'src-renderer/main.tsx',
    'scripts/*.{ts,mjs}',
    'scripts/start/start.ts',
    'scripts/test/{test,built}.ts',
    'bench/{run,tune-align,align-child,fuzz/again}.ts',
    'tests/unit/**/*.test.{ts,tsx}',
    'tests/e2e/**/*.spec.ts',
    // Built for the browser by a test, to be compared with Node.
    'tests/fixtures/language/answers.ts',
    // Processes that tests start.
    'tests/fixtures/library/{holder,limited,writer}.ts',
    '*.config.ts',
  ],
  project: ['src-*/**/*.{ts,tsx,css}', 'scripts/**/*.{ts,mjs}', 'bench/**/*.ts', 'tests/**/*.{ts,tsx}', '*.config.ts'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Tools that are run by their path in node_modules, on the project's own Node.
  ignoreDependencies: ['electron-builder', 'lefthook', 'oxlint', 'oxlint-tsgolint', 'prettier'],
  // A disk and a limit of their own for the tests of a full disk; these are passed over where they are missing.
  ignoreBinaries: ['mount', 'umount', 'prlimit'],
  compilers: {
    // Fonts are imported by style sheets.
    css: (text: string): string =>
      [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]/g)].map(([, path]) => `import '${path}';`).join('\n'),
  },
} satisfies KnipConfig;
