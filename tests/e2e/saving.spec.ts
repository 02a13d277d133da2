import { appendFile, mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyRecord } from '#core/records/schema.ts';
import { expect, test } from './support/test.ts';
import { annotate, paragraphsOf } from './support/annotations.ts';
import { Host } from './support/host.ts';
import { expectMarked, marked, openWork, paragraph, reopen, saved, select, state, work } from './support/reader.ts';
import { describe } from '#core/annotation/describe.ts';
import { journalLine } from '#main/library/journal-line.ts';

test('the state of saving is always in sight', async ({ page }) => {
  await expect(state(page)).toContainText('Everything is saved');
  await openWork(page);
  await select(page, 'аграрлық мәселені');
  await page.keyboard.press('h');
  await expect(state(page)).toContainText(/Saved \d\d:\d\d/);
});

test.describe('while the disk refuses', () => {
  test.use({ tolerated: [/Failed to load resource: the server responded with a status of 5\d\d/] });

  test('changes are shown, kept and told of, and stored once it takes them again', async ({ page, host, folder }) => {
    await openWork(page);
    await select(page, 'аграрлық мәселені');
    await page.keyboard.press('h');
    await saved(page);

    // A folder where the journal was: no write to it succeeds.
    const journals = join(folder, 'works', work.id, 'journal');
    const [name = ''] = await readdir(journals);
    const journal = join(journals, name);
    await rename(journal, `${journal}.aside`);
    await mkdir(journal);
    for (const words of ['күн тәртібіне', 'жазының соңы']) {
      await select(page, words);
      await page.keyboard.press('h');
      await expectMarked(page, words);
    }
    // The two highlights, and the place one reads at where that had not been kept yet.
    const banner = page.getByRole('status').filter({ hasText: /Not saved: [23] changes/ });
    await expect(banner).toContainText('The disk did not take the change.');
    await expect(banner).toContainText('Nothing is lost');
    await expect(banner).toContainText(name);

    // Closing the window asks first.
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    await rmdir(journal);
    await rename(`${journal}.aside`, journal);
    await banner.getByRole('button', { name: 'Try again' }).click();
    await expect(banner).toBeHidden();
    await saved(page);
    await reopen(page, host);
    await openWork(page);
    await expect.poll(async () => (await marked(page)).split('\n')).toHaveLength(1);
    for (const words of ['аграрлық мәселені', 'күн тәртібіне', 'жазының соңы']) await expectMarked(page, words);
  });
});

test('a library that another process holds is read, and says who holds it', async ({ page, folder, browser }) => {
  await annotate(page, [{ edition: 'kk', words: 'аграрлық мәселені', body: 'Held' }]);
  await using second = await Host.start(folder);
  const other = await browser.newPage();
  await other.goto(second.address);
  await expect(other.getByRole('status').filter({ hasText: 'open for reading only' })).toContainText('process');
  await openWork(other);
  await expectMarked(other, 'аграрлық мәселені');
  await expect(state(other)).toContainText('Read only');
  await select(other, 'күн тәртібіне');
  await other.keyboard.press('h');
  await expect(other.getByRole('region', { name: 'Notices' })).toContainText('Read only');
  expect(await marked(other)).toBe('аграрлық мәселені');
  await other.close();
});

test('what another device and a text editor write is shown while the work is open', async ({ page, folder }) => {
  await openWork(page);
  const works = join(folder, 'works', work.id);
  await mkdir(join(works, 'journal'), { recursive: true });
  await appendFile(join(works, 'journal', 'laptop.jsonl'), journalLine({ put: [await fromElsewhere()], was: [] }));
  await expectMarked(page, 'жұмысшыларға 8 сағаттық');

  const file = join(works, 'editions', 'en.json');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('On 24 October (6 November) 1917', 'On the 24th of October 1917'));
  await expect(paragraph(page, 'On the 24th of October 1917')).toBeVisible();
});

test('two windows on one library show each other’s changes, and both keep them', async ({ page, context }) => {
  await openWork(page);
  const other = await context.newPage();
  await other.goto(new URL(page.url()).origin);
  await openWork(other);
  await select(page, 'аграрлық мәселені');
  await page.keyboard.press('h');
  await expectMarked(other, 'аграрлық мәселені');
  await select(other, 'күн тәртібіне');
  await other.keyboard.press('h');
  await expectMarked(page, 'күн тәртібіне');
});

test('what was broken is set aside and named, and the rest is there', async ({ page, host, folder }) => {
  await annotate(page, [
    { edition: 'kk', words: 'аграрлық мәселені' },
    { edition: 'kk', words: 'күн тәртібіне' },
  ]);
  await page.goto('about:blank');
  await host.stop();
  const file = join(folder, 'works', work.id, 'annotations.json');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, lines.map((line) => (line.includes('told-1') ? line.slice(20) : line)).join('\n'));
  await host.restart();
  await page.goto(host.address);
  await openWork(page);
  await expectMarked(page, 'аграрлық мәселені');
  await page.getByRole('button', { name: 'Library' }).click();
  const banner = page.getByRole('status').filter({ hasText: 'needs attention' });
  await banner.getByText('What and where').click();
  await expect(banner).toContainText('annotations.json');
});

async function fromElsewhere(): Promise<AnyRecord> {
  const words = 'жұмысшыларға 8 сағаттық';
  const found = (await paragraphsOf('kk')).find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`no words ${words}`);
  const start = found.text.indexOf(words);
  return {
    id: 'from-elsewhere',
    kind: 'annotation',
    modified: `${new Date().toISOString()}-0000-laptop`,
    created: new Date().toISOString(),
    motivation: 'highlighting',
    colour: 'fact',
    body: '',
    tags: [],
    targets: [describe(found, start, start + words.length)],
  };
}
