import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Annotation } from '#core/records/annotation.ts';
import { expect, test } from './support/test.ts';
import {
  clickOn,
  echoed,
  expectMarked,
  expectNotMarked,
  openWork,
  reopen,
  select,
  state,
  work,
} from './support/reader.ts';

const question = { kk: 'өзін-өзі билеуі немесе автономия', en: 'self-determination or autonomy' };
const fact = 'eight-hour working day';
const note = 'Compare the wording of the **December** congress.';
const term = { headword: 'пролетариат диктатурасын', gloss: 'dictatorship of the proletariat' };

test('a reader’s day: open, read, highlight, link, note, look up, search, undo, and find it all again', async ({
  page,
  host,
  folder,
}) => {
  await openWork(page);
  const panel = page.getByRole('complementary', { name: 'Notes' });

  // A highlight on the original shows on the aligned sentence, and on its words once they are linked.
  await select(page, question.kk);
  await page.keyboard.press('h');
  await expectMarked(page, question.kk);
  await expect.poll(() => echoed(page)).toContain(question.en);
  await clickOn(page, 'whose solution');
  await page.keyboard.press('l');
  await select(page, question.en);
  await page.keyboard.press('Enter');
  await expectMarked(page, question.en);
  expect(await echoed(page)).toBe('');
  await page.keyboard.press('Escape');

  // A highlight on the translation, with a note.
  await select(page, fact);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(panel.getByRole('article')).toHaveCount(2);
  await expect(panel.getByText('December')).toBeVisible();

  // A term from the text, with the translation's words for a gloss.
  await select(page, term.headword);
  await page.keyboard.press('g');
  await expect(page.getByRole('textbox', { name: 'Headword' })).toHaveValue(term.headword);
  await page.getByRole('textbox', { name: 'Gloss: English' }).fill(term.gloss);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`“${term.headword}” is in the glossary`)).toBeVisible();

  // Қазақ is found without Kazakh keys.
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Search this work' }).fill('казак ауылдары');
  await expect(page.getByRole('option').filter({ hasText: 'қазақ ауылдары' })).toBeVisible();
  await page.keyboard.press('Escape');

  // What was done last is taken back, and done again.
  await page.getByRole('button', { name: 'Notes', exact: true }).click();
  await select(page, 'armed uprising began in Petrograd');
  await page.keyboard.press('h');
  await expect(panel.getByRole('article')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expectNotMarked(page, 'armed uprising began in Petrograd');
  await page.keyboard.press('Control+Shift+z');
  await expectMarked(page, 'armed uprising began in Petrograd');
  await page.keyboard.press('Control+z');
  await expect(panel.getByRole('article')).toHaveCount(2);

  // The interface in Kazakh, at once.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('Kazakh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Жазбалар', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
  await expect(state(page)).toContainText('Сақталды');

  // Another process on the same folder has it all.
  await reopen(page, host);
  await openWork(page, work.title.kk);
  await expectMarked(page, question.kk);
  await expectMarked(page, question.en);
  await expectMarked(page, fact);
  await expect(page.getByRole('complementary', { name: 'Жазбалар' }).getByText('December')).toBeVisible();
  await clickOn(page, term.headword);
  const card = page.getByRole('article', { name: term.headword });
  await expect(card.getByRole('definition').first()).toHaveText(term.gloss);

  // And so has the folder, for any program that reads JSON.
  await page.goto('about:blank');
  await host.stop();
  const annotations = await records<Annotation>(join(folder, 'works', work.id, 'annotations.json'));
  const alive = annotations.filter((one) => one.deleted !== true);
  expect(alive.map(({ targets }) => targets.map((one) => [one.edition, one.quote.exact]))).toEqual([
    [
      ['kk', question.kk],
      ['en', question.en],
    ],
    [['en', fact]],
  ]);
  expect(alive.map(({ motivation, body }) => [motivation, body])).toEqual([
    ['highlighting', ''],
    ['commenting', note],
  ]);
  const terms = await records<{ headword?: string; glosses?: Record<string, string[]> }>(join(folder, 'glossary.json'));
  expect(terms.find(({ headword }) => headword === term.headword)?.glosses).toMatchObject({ en: [term.gloss] });
});

/** The records of a snapshot in the library's folder. */
async function records<T>(path: string): Promise<T[]> {
  return (JSON.parse(await readFile(path, 'utf8')) as { records: T[] }).records;
}
