import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Locator, Page } from 'playwright/test';
import { faults } from './support/axe.ts';
import { expect, test } from './support/test.ts';
import { reopen, saved } from './support/reader.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'Glossary' });
const row = (page: Page, text: string) => table(page).getByRole('row').filter({ hasText: text });
const bulk = (page: Page) => page.getByRole('region', { name: 'Selected entries' });
const importing = (page: Page) => page.getByRole('dialog', { name: 'Import into the glossary' });
const filter = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test.beforeEach(async ({ page }) => {
  await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
  await expect(table(page)).toBeVisible();
});

/** The headwords in sight, from the top. */
function headwords(page: Page): Promise<string[]> {
  return table(page).getByRole('rowheader').allInnerTexts();
}

/** Imports what is pasted, whole. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  await importing(page).getByRole('textbox', { name: 'Or paste the table' }).fill(text);
  await importing(page).getByRole('button', { name: 'Read' }).click();
  await importing(page)
    .getByRole('button', { name: /^Import (one|\d+)/ })
    .click();
  await expect(importing(page)).toBeHidden();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  const chooser = page.waitForEvent('filechooser');
  await importing(page).getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
}

async function tick(entry: Locator): Promise<void> {
  await entry.getByRole('checkbox').check({ force: true });
}

/** Takes the last step back, with the focus where keys do that. */
async function undo(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Glossary' }).first().click();
  await page.keyboard.press('Control+z');
}

test('rows stand in the order of the Kazakh alphabet, either way', async ({ page }) => {
  const words = [
    'ъүа',
    'ъұа',
    'ъуа',
    'ъіа',
    'ъыа',
    'ъңа',
    'ъна',
    'ъқа',
    'ъка',
    'ъһа',
    'ъха',
    'ъөа',
    'ъоа',
    'ъға',
    'ъга',
    'ъәа',
    'ъаа',
  ];
  await paste(page, `headword\n${words.join('\n')}`);
  await find(page, 'ъ');
  const alphabet = [
    'ъаа',
    'ъәа',
    'ъга',
    'ъға',
    'ъка',
    'ъқа',
    'ъна',
    'ъңа',
    'ъоа',
    'ъөа',
    'ъуа',
    'ъұа',
    'ъүа',
    'ъха',
    'ъһа',
    'ъыа',
    'ъіа',
  ];
  await expect.poll(async () => (await headwords(page)).filter((word) => word.startsWith('ъ'))).toEqual(alphabet);
  await table(page).getByRole('columnheader').getByRole('button', { name: 'Headword' }).click();
  await expect
    .poll(async () => (await headwords(page)).filter((word) => word.startsWith('ъ')))
    .toEqual(alphabet.toReversed());
});

test('rows are filtered by level, by what they say, and by whether they stand in a text', async ({ page }) => {
  await paste(page, 'headword\tlevel\ten\nжалғызсөз\t3\t\nжоқсөз\tknown\tno such word\n');
  await find(page, 'сөз');
  await expect.poll(() => headwords(page)).toContain('жоқсөз');
  expect(await headwords(page)).not.toContain('жалғызсөз');
  await filter(page, 'Which entries').selectOption('Words without gloss');
  await expect.poll(() => headwords(page)).toEqual(['жалғызсөз']);
  await filter(page, 'Which entries').selectOption('All words');
  await filter(page, 'Level').selectOption('Known');
  await expect.poll(() => headwords(page)).toEqual(['жоқсөз']);
  await filter(page, 'Level').selectOption('All levels');
  await filter(page, 'Where they stand').selectOption('In this text');
  await expect.poll(() => headwords(page)).not.toContain('жоқсөз');
  await filter(page, 'Where they stand').selectOption('Not in this text');
  await expect.poll(() => headwords(page)).toContain('жоқсөз');

  await filter(page, 'Category').selectOption('Person');
  await page.getByRole('button', { name: 'Show all entries' }).click();
  await expect.poll(async () => (await headwords(page)).length).toBeGreaterThan(10);
});

test('a level is given to several rows at once, by keys, and taken back in one step', async ({ page }) => {
  await find(page, 'Алаш');
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bulk(page)).toContainText('3 selected of');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(bulk(page)).toContainText('2 selected of');
  await bulk(page).getByRole('button', { name: 'Level' }).click();
  await page.getByRole('menuitem', { name: 'Known' }).click();
  await expect(page.getByText('2 entries changed')).toBeVisible();
  const leveled = table(page).getByRole('gridcell', { name: 'Known', exact: true });
  await expect(leveled).toHaveCount(2);
  await undo(page);
  await expect(leveled).toHaveCount(0);
});

test('all rows that a filter leaves are selected, put into a category and deleted, each in one step', async ({
  page,
}) => {
  await paste(page, 'headword\ten\nцца\tone\nццб\ttwo\nццв\tthree\n');
  await find(page, 'цц');
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Control+a');
  await bulk(page).getByRole('button', { name: 'Category' }).click();
  await page.getByRole('menuitem', { name: 'Place' }).click();
  await expect(table(page).getByRole('gridcell', { name: 'Place' })).toHaveCount(3);
  await bulk(page).getByRole('button', { name: 'Delete 3' }).click();
  await expect(page.getByText('No entry matches')).toBeVisible();
  await undo(page);
  await expect(table(page).getByRole('gridcell', { name: 'Place' })).toHaveCount(3);
  await undo(page);
  await expect(table(page).getByRole('gridcell', { name: 'Place' })).toHaveCount(0);
  await expect.poll(() => headwords(page)).toEqual(['цца', 'ццб', 'ццв']);
});

test('a cell is written in place, and Tab goes on to the next', async ({ page }) => {
  await paste(page, 'headword\ten\tru\nжеңіс\tvictory\tпобеда\n');
  await find(page, 'женис');
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Headword: жеңіс' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'English: жеңіс' }).fill('victory; triumph');
  await page.keyboard.press('Enter');
  await expect(row(page, 'жеңіс')).toContainText('victory; triumph');
  await expect(row(page, 'жеңіс')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'English: жеңіс' }).fill('gone');
  await page.keyboard.press('Escape');
  await expect(row(page, 'жеңіс')).toContainText('victory; triumph');
  await undo(page);
  await expect(row(page, 'жеңіс')).not.toContainText('triumph');
});

test('words in glosses are replaced after a look at them, in one step', async ({ page }) => {
  await paste(page, 'headword\ten\nццкеңес\tsoviet\nццодақ\tUnion of Soviets\n');
  await find(page, 'цц');
  for (const word of ['ццкеңес', 'ццодақ']) await tick(row(page, word));
  await bulk(page).getByRole('button', { name: 'Replace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Find and replace in glosses' });
  await dialog.getByRole('textbox', { name: 'Find' }).fill('soviet');
  await dialog.getByRole('textbox', { name: 'Replace with' }).fill('council');
  await expect(dialog.getByRole('list', { name: 'What will change' })).toContainText('Union of councils');
  await dialog.getByText('Whole words only').click();
  await expect(dialog.getByRole('status')).toHaveText('One gloss will change.');
  await dialog.getByText('Whole words only').click();
  await dialog.getByRole('button', { name: 'Replace in 2 glosses' }).click();
  await expect(row(page, 'ццодақ')).toContainText('Union of councils');
  await undo(page);
  await expect(row(page, 'ццодақ')).toContainText('Union of Soviets');
  await expect(row(page, 'ццкеңес')).toContainText('soviet');
});

test('doubles are found, merged as the reader says, and taken apart by undo', async ({ page }) => {
  await paste(
    page,
    'headword\ten\tcategory\nЦЦхат\tletter\tdocument\nццхат\tmessage\tword\nццқала\ttown\tword\nццкала\tcity\tword\n',
  );
  // The import takes the second row for a new entry: its category tells it from the first.
  await find(page, 'цц');
  await expect.poll(async () => (await headwords(page)).length).toBe(4);
  await page.getByRole('heading', { name: 'Glossary' }).first().click();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Merge doubles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge doubles' });
  const letters = dialog.getByRole('group').filter({ hasText: 'letter' });
  await expect(dialog.getByRole('group').filter({ hasText: 'town' })).toContainText('perhaps the same');
  await letters.getByRole('radio', { name: 'message' }).check();
  await expect(letters).toContainText('Becomes: ццхат message; letter');
  await dialog.getByRole('button', { name: 'Merge one group' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => headwords(page)).toEqual(['ццкала', 'ццқала', 'ццхат']);
  await expect(row(page, 'ццхат')).toContainText('message; letter');
  await expect(row(page, 'ццхат')).toContainText('Document');
  await undo(page);
  await expect.poll(async () => (await headwords(page)).length).toBe(4);
});

test(
  'a CSV with semicolons in an old encoding comes in after a look at it',
  { tag: '@every-time' },
  async ({ page, host }) => {
    await paste(page, 'headword\tru\nццқсовет\tсовет\n');
    const csv =
      'Слово;Перевод;Уровень;Примечание\r\nццқсовет;совещание;3;\r\nццқгород;"город; большой";known;из газеты\r\n;пусто;;\r\n';
    await choose(page, 'Менің сөздерім.csv', iconv.encode(csv, 'rk1048'));
    const dialog = importing(page);
    await expect(dialog.getByRole('combobox', { name: 'File type' })).toHaveValue(';');
    await expect(dialog.getByRole('combobox', { name: 'Encoding' })).toHaveValue('rk1048');
    // The language of a translation is told by its letters.
    await expect(dialog.getByRole('combobox', { name: 'Column 2' })).toHaveValue('gloss:ru');
    await dialog.getByRole('combobox', { name: 'Column 4' }).selectOption('Note: English');
    await expect(dialog.getByRole('radio', { name: 'New 1' })).toBeVisible();
    await dialog.getByRole('radio', { name: 'Changed 1' }).click();
    const changed = dialog.getByRole('option').filter({ hasText: 'ццқсовет' });
    await expect(changed.locator('del')).toHaveText('совет');
    await expect(changed.locator('ins').first()).toHaveText('3');
    await dialog.getByRole('combobox', { name: 'Where both say something' }).selectOption('Unite both');
    await expect(changed).toContainText('совет; совещание');
    await dialog.getByRole('radio', { name: 'Problems 1' }).click();
    await expect(dialog.getByRole('list', { name: 'Problems' })).toContainText('Line 4: No headword');
    await dialog.getByRole('button', { name: 'Import 2 entries' }).click();

    await find(page, 'ццқ');
    await expect(row(page, 'ццқсовет')).toContainText('совет; совещание');
    await expect(row(page, 'ццқгород')).toContainText('город; большой');
    await expect(row(page, 'ццқгород')).toContainText('Known');
    await saved(page);
    await reopen(page, host);
    await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
    await find(page, 'ццқ');
    await expect.poll(() => headwords(page)).toEqual(['ццқгород', 'ццқсовет']);
  },
);

test('the glossary goes out as TBX, and comes in again without a change', async ({ page }) => {
  await paste(page, 'headword\ten\tru\tlevel\tnote_en\nццсу\twater; "aqua"\tвода <&>\t5\tfirst line\n');
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the glossary' });
  await dialog
    .getByRole('combobox', { name: 'File type' })
    .selectOption({ label: 'TBX: termbase for translation programs' });
  await expect(dialog.getByLabel('The first lines of the file')).toContainText('type="TBX-Basic" style="dca"');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Export \d+/ }).click();
  expect((await download).suggestedFilename()).toMatch(/-glossary-\d{4}-\d\d-\d\d\.tbx$/);
  const tbx = await readFile(await (await download).path());

  await choose(page, 'again.tbx', tbx);
  await expect(importing(page).getByRole('radio', { name: 'New 0' })).toBeVisible();
  await expect(importing(page).getByRole('radio', { name: 'Changed 0' })).toBeVisible();
  await importing(page).getByRole('button', { name: 'Other file' }).click();
  await importing(page).getByRole('button', { name: 'Close' }).click();

  const changed = tbx.toString('utf8').replace('вода &lt;&amp;&gt;', 'влага');
  await choose(page, 'changed.tbx', Buffer.from(changed));
  await expect(importing(page).getByRole('radio', { name: 'Changed 1' })).toBeVisible();
  await importing(page).getByRole('button', { name: 'Import one entry' }).click();
  await find(page, 'ццсу');
  await expect(row(page, 'ццсу')).toContainText('влага');
});

test('a broken file is refused with its line, and changes nothing', async ({ page }) => {
  const before = await headwords(page);
  await choose(
    page,
    'broken.tbx',
    Buffer.from('<!DOCTYPE tbx [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<tbx>&e;</tbx>'),
  );
  await expect(importing(page).getByRole('list', { name: 'Problems' })).toContainText('Line 2: The XML is broken here');
  await expect(importing(page).getByRole('button', { name: /^Import 0/ })).toBeDisabled();
  await importing(page).getByRole('button', { name: 'Cancel' }).click();
  expect(await headwords(page)).toEqual(before);
});

test('axe finds nothing serious in the view and what opens over it', async ({ page }) => {
  const look = async (view: string): Promise<void> => {
    expect.soft(await faults(page, 'serious'), view).toEqual([]);
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await paste(page, 'headword\ten\tlevel\nццқала\ttown\tnew\nццкала\tcity\t3\nццсу\twater\tignored\n');
  await find(page, 'цц');
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('ArrowRight');
  await expect(bulk(page)).toBeVisible();
  await look('the table with entries selected');
  await page.keyboard.press('F2');
  await look('a cell that is written');
  await page.keyboard.press('Escape');
  await bulk(page).getByRole('button', { name: 'Merge' }).click();
  await look('merging');
  await page.keyboard.press('Escape');
  await bulk(page).getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('textbox', { name: 'Find' }).fill('t');
  await look('replacing');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await look('exporting');
  await page.keyboard.press('Escape');
  await choose(page, 'a.csv', Buffer.from('word;translation;part\nццсу;aqua;noun\nццот;fire;noun\n'));
  await importing(page).getByRole('radio', { name: 'Changed 1' }).click();
  await look('importing');
});
