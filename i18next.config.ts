import { defineConfig } from 'i18next-cli';

export default defineConfig({
  locales: ['en', 'kk', 'ru'],
  extract: {
    input: ['src-renderer/**/*.{ts,tsx}'],
    output: 'src-renderer/i18n/locales/{{language}}/{{namespace}}.json',
    primaryLanguage: 'en',
    defaultNS: 'app',
    functions: ['t', '*.t', 'key'],
    extractFromComments: false,
    // A key that is translated elsewhere is named by `key` (src-renderer/i18n/key.ts).
    removeUnusedKeys: true,
    // One for each code of the API.
    preservePatterns: ['app:failure.*', 'app:problem.*'],
  },
  lint: {
    // Also our own components: everything in them that a person reads.
    acceptedTags: 'all',
    checkInterpolationParams: true,
    checkConcatenation: 'error',
  },
});
