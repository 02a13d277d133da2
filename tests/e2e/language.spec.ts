import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { build } from 'vite';
import { sentenceCases } from '../fixtures/language/sentences.ts';

const root = join(import.meta.dirname, '..', '..');

/** `answers.ts` and all it needs as one module. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry: join(root, 'tests', 'fixtures', 'language', 'answers.ts'), formats: ['es'] },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

interface Answers {
  answers: (tag: string, text: string) => unknown;
}

test('the rules of languages say the same in Node and in the browser', async ({ page }) => {
  const code = await bundle();
  const book = readFileSync(join(root, 'tests', 'unit', 'core', 'language', 'qazan-1917.sentences.txt'), 'utf8');
  const cases = [...sentenceCases.map(([tag, text]) => [tag, text] as const), ['kk', book] as const];
  const here = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as Answers;
  const there = await page.evaluate(
    async ({ source, asked }) => {
      const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
      const { answers } = (await import(address)) as { answers: (tag: string, text: string) => unknown };
      return asked.map(([tag, text]) => answers(tag, text));
    },
    { source: code, asked: cases },
  );
  expect(there).toEqual(cases.map(([tag, text]) => here.answers(tag, text)));
});
