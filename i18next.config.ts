import { defineConfig } from 'i18next-cli';
import { usedKeys } from './scripts/translations/used-keys.ts';

export default defineConfig({
  locales: ['en', 'kk', 'ru'],
  extract: {
    input: ['src-renderer/**/*.{ts,tsx}'],
    output: 'src-renderer/i18n/locales/{{language}}/{{namespace}}.json',
    primaryLanguage: 'en',
    defaultNS: 'app',
    functions: ['t', '*.t', 'key'],
    extractFromComments: false,
    removeUnusedKeys: true,
  },
  lint: {
    // Also our own components: everything in them that a person reads.
    acceptedTags: 'all',
    // Names of keys stand on the keys themselves, the same in every language.
    ignoredTags: ['kbd'],
    checkInterpolationParams: true,
    checkConcatenation: 'error',
  },
  plugins: [usedKeys('src-renderer/i18n/locales/en')],
});
