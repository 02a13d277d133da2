import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { build } from 'vite';
import { language } from '#core/language/language.ts';
import { foldText } from '#core/text/fold.ts';
import { paragraphsOf } from './support/annotations.ts';

interface Core {
  language: typeof language;
  foldText: typeof foldText;
}

const core = fileURLToPath(new URL('../../src-core/', import.meta.url));

/** Where the `Intl` of Node and that of Chromium go different ways, or both go wrong. */
const hard = [
  'И.Сталиннің сөзі 1917 ж. 24 қазанда айтылды. В.И.Ленин де айтты.',
  'Сонда… басқа үкімет, 2-ші съезд; 21-інде РКФСР-дің өкілі келді.',
  '«Қайда?» – деді ол. – Үйге!\n– Жақсы.',
  'XX ғ. басында т.б. болды. Алаш-Орда, қиян-кескі, бастап-ақ.',
  'Mr. J. R. Smith paid 3.5 mln. at 5 p.m. “Yes!” he said. Then…',
  'В XIX в. жили, т. е. были; 5 тыс. руб. Это — всё.',
  'Ќазаќ I İ ı ß ﬁ é e\u0301 й и\u0306 \u00AD\u200D 😀 ﷽ ٣',
  '',
];

test('sentences, words, order and folding are the same in the browser as in Node', async ({ page }) => {
  const paragraphs = (await Promise.all(['kk', 'en', 'ru'].map(paragraphsOf))).flat().map(({ text }) => text);
  const texts = [...hard, ...paragraphs];
  const words = [...new Set(paragraphs.flatMap((text) => text.split(/[^\p{L}\d-]+/u)))];

  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundle() });
  const there = await page.evaluate(
    ([given, unordered]) => {
      const { language: of, foldText: fold } = (globalThis as unknown as { core: Core }).core;
      return ['kk', 'kk-Latn', 'en', 'ru', 'de'].map((tag) => ({
        cut: given.map((text) => [of(tag).sentences(text), of(tag).words(text), of(tag).lower(text), fold(text).text]),
        ordered: unordered.toSorted(of(tag).compare),
      }));
    },
    [texts, words] as const,
  );

  const here = ['kk', 'kk-Latn', 'en', 'ru', 'de'].map((tag) => {
    const { sentences, words: wordsOf, lower, compare } = language(tag);
    return {
      cut: texts.map((text) => [sentences(text), wordsOf(text), lower(text), foldText(text).text]),
      ordered: words.toSorted(compare),
    };
  });
  expect(there).toEqual(here);
});

/** What of `src-core` has to do with language, as a script that puts it into `core`. */
async function bundle(): Promise<string> {
  const entry = test.info().outputPath('core.ts');
  const files = ['language/language.ts', 'text/fold.ts'];
  await writeFile(entry, files.map((file) => `export * from '${join(core, file)}';`).join('\n'));
  const built = await build({
    root: core,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'core' } },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}
