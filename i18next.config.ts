import { defineConfig } from 'i18next-cli';

export default defineConfig({
  locales: ['en', 'kk', 'ru'],
  extract: {
    input: ['src-renderer/**/*.{ts,tsx}'],
    output: 'src-renderer/i18n/locales/{{language}}/{{namespace}}.json',
    primaryLanguage: 'en',
    defaultNS: 'app',
    functions: ['t', '*.t'],
    extractFromComments: false,
    // Keys that are put together at run time are declared where they are used; see CONTRIBUTING.md.
    removeUnusedKeys: true,
  },
  lint: {
    // Also our own components: everything in them that a person reads.
    acceptedTags: 'all',
    checkInterpolationParams: true,
    checkConcatenation: 'error',
  },
});
