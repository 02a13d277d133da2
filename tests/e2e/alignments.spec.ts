import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { drop, filesOf } from './support/drop.ts';
import { text } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const kazakh = [
  'Уақытша үкімет халықтың мәселесін шеше алмады.',
  'Ұлттық құрылыс басталды.',
  'Желтоқсанда съезд өтті.',
];
const english = ['The Provisional Government failed.', 'Nation building began; in December the congress met.'];
const sentences = (texts: readonly string[]): string =>
  texts.map((one, at) => `<p id="${String(at + 1)}"><s id="${String(at + 1)}:1">${one}</s></p>`).join('\n');

/** As InterText has them: an alignment and two documents. */
const files = {
  'alash.kk.en.xml': `<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='alash.en.xml' fromDoc='alash.kk.xml'>
<link type='1-1' xtargets='1:1;1:1' status='man'/>
<link type='1-2' xtargets='2:1;2:1 3:1' status='auto'/>
</linkGrp>`,
  'alash.kk.xml': `<text>${sentences(kazakh)}</text>`,
  'alash.en.xml': `<text>${sentences(english)}</text>`,
};
const alignment = 'alash.kk.en.xml';
/** The file that is taken for a text which an alignment needs. */
const taken = (page: Page, name: string) =>
  page.getByRole('combobox', { name: `File for: ${name}`, exact: true }).locator('option:checked');
const column = (page: Page, name: string) => page.getByRole('region', { name });

async function alignAndOpen(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Align and open' }).click();
  await expect(text(page).getByText('Уақытша үкімет')).toBeVisible();
  await expect(text(page).getByText('The Provisional Government')).toBeVisible();
}

test(
  'an alignment and its two texts are dropped together and read aligned',
  { tag: '@every-time' },
  async ({ page }) => {
    await drop(page, files);
    await expect(page.getByText(`“${alignment}” aligns the texts below`)).toBeVisible();
    await expect(column(page, 'Original: alash')).toContainText('alash.kk.xml');
    await expect(column(page, 'Original: alash')).toContainText('The file links 2 pairs of paragraphs');
    await expect(column(page, 'Translation: alash')).toContainText('alash.en.xml');
    expect(await faults(page, 'any')).toEqual([]);
    await alignAndOpen(page);
    await expect(page.getByRole('contentinfo')).toContainText('3 of 3 paragraphs aligned');
  },
);

test('an alignment says which texts it needs, ticks off those that come, and can take others', async ({ page }) => {
  await drop(page, { [alignment]: files[alignment] });
  await expect(page.getByText(`“${alignment}” aligns texts that stand in other files`)).toBeVisible();
  await expect(taken(page, 'alash.kk.xml')).toHaveText('Not here yet');
  expect(await faults(page, 'any')).toEqual([]);

  // One comes by its name, the other has another one.
  await drop(page, { 'alash.kk.xml': files['alash.kk.xml'], 'translation.xml': files['alash.en.xml'] });
  await expect(taken(page, 'alash.kk.xml')).toHaveText('alash.kk.xml');
  await expect(column(page, 'Original: alash')).toBeVisible();
  await expect(taken(page, 'alash.en.xml')).toHaveText('Not here yet');
  await page.getByRole('combobox', { name: 'File for: alash.en.xml' }).selectOption('translation.xml');
  await expect(page.getByText(`“${alignment}” aligns the texts below`)).toBeVisible();
  await expect(column(page, 'Translation: alash')).toContainText('translation.xml');
  await alignAndOpen(page);
});

test('without its alignment each text is one by itself', async ({ page }) => {
  await drop(page, files);
  await expect(page.getByText(`“${alignment}” aligns the texts below`)).toBeVisible();
  await page.getByRole('button', { name: 'Leave it out' }).click();
  await expect(column(page, 'Original: alash.kk')).toContainText('3 paragraphs');
  await expect(column(page, 'Translation: alash.en')).toContainText('2 paragraphs');
  await expect(page.getByText('The file links')).toHaveCount(0);
});

test('another text than the one that was linked is told by the id that is missing', async ({ page }) => {
  await drop(page, { ...files, 'alash.en.xml': '<text><p id="a"><s id="a1">Another text.</s></p></text>' });
  await expect(page.getByText('The links name “1:1”, which is not in alash.en.xml.').first()).toBeVisible();
});

const corpus = {
  'en-kk.xml':
    '<cesAlign version="1.0"><linkGrp targType="s" fromDoc="en/1.xml.gz" toDoc="kk/1.xml.gz"><link xtargets="1:1;1:1"/><link xtargets="2:1;2:1 3:1"/></linkGrp></cesAlign>',
  'en/1.xml.gz': gzipSync(`<text>${sentences(english)}</text>`),
  'kk/1.xml.gz': gzipSync(`<text>${sentences(kazakh)}</text>`),
};

test('a corpus is dropped as its folder and read aligned', async ({ page, folder }) => {
  const dropped = join(folder, 'corpus');
  for (const [name, data] of Object.entries(corpus)) {
    await mkdir(dirname(join(dropped, name)), { recursive: true });
    await writeFile(join(dropped, name), data);
  }
  // Only the browser itself can drop a folder.
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
  await expect(page.getByText('“en-kk.xml” aligns the texts below')).toBeVisible();
  await expect(column(page, 'Original: 1')).toContainText('Уақытша үкімет');
  await alignAndOpen(page);
});

test('two files of one name are told apart by their languages', async ({ page }) => {
  await drop(page, { 'en-kk.xml': corpus['en-kk.xml'] });
  await expect(taken(page, 'en/1.xml.gz')).toHaveText('Not here yet');
  await drop(page, { '1.xml': `<text>${sentences(kazakh)}</text>` });
  await drop(page, { '1.xml.gz': corpus['en/1.xml.gz'] });
  await expect(page.getByText('“en-kk.xml” aligns the texts below')).toBeVisible();
  await expect(column(page, 'Original: 1')).toContainText('Уақытша үкімет');
  await alignAndOpen(page);
});

test('files of lines are chosen, and a pair for Moses comes by its names', async ({ page }) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).first().click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (
    await chooser
  ).setFiles(
    filesOf({
      'book.ladder': '0\t0\t0.9\n1\t1\t0.8\n3\t2\t0\n',
      'a.txt': kazakh.join('\n'),
      'b.txt': english.join('\n'),
    }),
  );
  await expect(page.getByText('“book.ladder” aligns the texts below')).toBeVisible();
  await expect(column(page, 'Original: book')).toContainText('3 paragraphs');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();

  await drop(page, { 'w.en-kk.en': english.join('\n'), 'w.en-kk.kk': kazakh.slice(0, 2).join('\n') });
  await expect(page.getByText('“w.en-kk.en” aligns the texts below')).toBeVisible();
  await page.getByRole('button', { name: 'Take them apart again' }).click();
  await expect(page.getByText('“w.en-kk.en” aligns the texts below')).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^(?:Original|Translation): / })).toHaveCount(2);
});
