import type { Page } from 'playwright/test';
import { docx, paragraph, run } from '../fixtures/formats/docx.ts';
import { faults } from './support/axe.ts';
import { drop } from './support/drop.ts';
import { epub } from './support/epub.ts';
import { saved, select, text, work } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const kazakh = [
  'Уақытша үкімет халықтың күткен аграрлық мәселесін шеше алмады.',
  'Ұлттық құрылыс басталды, Алаш қозғалысы жаңа кезеңге өтті.',
  'Желтоқсанда Орынборда жалпықазақ съезі өтті.',
];
const english = [
  'The Provisional Government could not solve the agrarian question that the people awaited.',
  'Nation building began, and the Alash movement entered a new stage.',
  'In December the All-Kazakh Congress met in Orenburg.',
];

const column = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const bar = (page: Page) => page.getByRole('contentinfo', { name: 'What to do with the texts' });
const press = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true }).click();

async function bringTwo(page: Page): Promise<void> {
  const original = `${paragraph('Қазан төңкерісі', 'Heading1')}${kazakh.map((one) => paragraph(one)).join('')}`;
  await drop(page, {
    'october.epub': await epub('The October Revolution', 'de', [
      { heading: 'The October Revolution', paragraphs: english },
    ]),
    'qazan.docx': await docx(original),
  });
}

test('a Word document and an EPUB are dropped, corrected, aligned and read', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await bringTwo(page);
  await expect(column(page, 'Original: Қазан')).toContainText('4 paragraphs');
  const translation = column(page, 'Translation: The October Revolution');
  await expect(translation.getByText(/The file says Deutsch, but the text is in English/)).toBeVisible();
  await expect(translation.getByText('Scripts were left out: 1.')).toBeAttached();
  await translation.getByRole('combobox', { name: 'Language' }).selectOption('English');
  await translation.getByRole('textbox', { name: 'Translator' }).fill('A. B.');
  await translation.getByRole('button', { name: 'Make it the original' }).click();
  await expect(column(page, 'Original: The October Revolution')).toBeFocused();
  await column(page, 'Translation: Қазан').getByRole('button', { name: 'Make it the original' }).click();
  await expect(translation.getByRole('listitem').filter({ hasText: 'Nation building' })).toBeVisible();
  expect(await faults(page, 'any')).toEqual([]);

  await press(page, 'Align and open');
  await expect(text(page).getByText('Уақытша үкімет')).toBeVisible();
  await expect(text(page).getByText('The Provisional Government')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('4 of 4 paragraphs aligned');
  await select(page, 'аграрлық мәселесін');
  await page.keyboard.press('h');
  await saved(page);

  await page.getByRole('button', { name: 'Library' }).first().click();
  await expect(
    page.getByRole('listitem').getByRole('link', { name: 'The October Revolution', exact: true }),
  ).toBeVisible();
});

test('an import is taken back with undo', async ({ page }) => {
  await bringTwo(page);
  await press(page, 'Align and open');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Library' }).first().click();
  await expect(page.getByRole('listitem').getByRole('link', { name: work.title.en, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The October Revolution', exact: true })).toHaveCount(0);
});

test('a paragraph becomes a heading, another is left out, and both by keys', async ({ page }) => {
  await drop(page, { 'qazan.txt': kazakh.join('\n\n') });
  const first = column(page, 'Original: qazan');
  const paragraphs = first.getByRole('list', { name: 'Paragraphs: qazan' }).getByRole('listitem');
  await paragraphs.nth(1).press('Enter');
  await page.getByRole('menuitemradio', { name: 'Heading 2' }).click();
  await expect(first.getByRole('heading', { name: '2 sections' })).toBeVisible();
  await paragraphs.nth(2).press('Delete');
  await expect(first.getByText('left out')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(first.getByText('left out')).toHaveCount(0);
  await paragraphs.nth(2).press('Delete');
  await press(page, 'Open');
  await expect(text(page).getByRole('heading', { name: 'Ұлттық құрылыс' })).toBeVisible();
  await expect(page.getByText('Желтоқсанда')).toHaveCount(0);
});

test('a reference to a note leads to it, and Enter leads back', async ({ page }) => {
  const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const texts = [`${run(kazakh[0] ?? '')}${reference}`, ...Array.from({ length: 40 }, () => kazakh[1] ?? '')];
  await drop(page, { 'qazan.docx': await docx(texts.map((one) => paragraph(one)).join('')) });
  await press(page, 'Open');
  await text(page).locator('sup').first().click();
  const note = text(page).getByRole('paragraph').filter({ hasText: 'Ескерту.' });
  await expect(note).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('paragraph').filter({ hasText: 'Уақытша үкімет' })).toBeFocused();
});

test('a translation is written beside a single text', async ({ page }) => {
  await drop(page, { 'qazan.txt': kazakh.join('\n\n') });
  await press(page, 'Open');
  await expect(text(page).getByText('Уақытша үкімет')).toBeVisible();
  await text(page).locator('p[data-paragraph]:has(> br)').first().click();
  await page.keyboard.type('The Provisional Government failed.');
  await page.keyboard.press('Escape');
  await saved(page);
  await expect(text(page).getByText('The Provisional Government failed.')).toBeVisible();
});

test('a newer version takes the place of a text, and highlights go with it', async ({ page }) => {
  await bringTwo(page);
  await press(page, 'Align and open');
  await select(page, 'Alash movement');
  await page.keyboard.press('h');
  await saved(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('newer version');
  await page.keyboard.press('Enter');
  const newer = ['The October Revolution', 'A new first paragraph.', english[0], `So ${english[1]}`, english[2]];
  await drop(page, { 'october-2.txt': newer.join('\n\n') });
  await bar(page)
    .getByRole('combobox', { name: 'Of the text' })
    .selectOption({ label: 'English: The October Revolution' });
  await press(page, 'Compare');
  const found = page.getByRole('region', { name: 'What the new version changes' });
  await expect(found).toContainText('1 changed');
  await expect(found).toContainText('1 added');
  await expect(found).toContainText('0 lose their text');
  await expect(found.getByRole('heading', { name: /^Alignment beside Қазақша/ })).toBeVisible();
  await expect(found).toContainText('4 pairs stay');
  await expect(found).toContainText('1 now without a counterpart');
  await press(page, 'Take the new version');
  await expect(text(page).getByText('A new first paragraph.')).toBeVisible();
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByText('Alash movement')).toBeVisible();
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('A new first paragraph.')).toHaveCount(0);
});

test('a file that was imported before is offered where it is, and a text beside it for that work', async ({ page }) => {
  await bringTwo(page);
  await press(page, 'Align and open');
  await expect(page.getByRole('contentinfo')).toContainText('4 of 4 paragraphs aligned');
  await page.getByRole('button', { name: 'Library' }).first().click();
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  const russian = ['Октябрьская революция', 'Временное правительство не решило вопроса.', 'Началось строительство.'];
  await drop(page, {
    'qazan.docx': await docx(kazakh.map((one) => paragraph(one)).join('')),
    'oktyabr.txt': russian.join('\n\n'),
  });
  const offer = page.getByRole('status').filter({ hasText: '“qazan.docx” was imported before' });
  await offer.getByRole('button', { name: 'Add the other text to that work' }).click();
  await expect(column(page, /^Translation: oktyabr/)).toContainText('3 paragraphs');
  await expect(column(page, /qazan/)).toHaveCount(0);
  await press(page, 'Add and align');
  await expect(text(page).getByText('Началось строительство.')).toBeVisible();
});

test('an import that is stopped by its key leaves nothing, and the focus comes back', async ({ page }) => {
  const long = (sentences: readonly string[]): string =>
    Array.from({ length: 2500 }, (_, at) => `${sentences[at % 3] ?? ''} ${String(1000 + at)}.`).join('\n\n');
  await drop(page, { 'qazan.txt': long(kazakh), 'october.txt': long(english) });
  await expect(column(page, 'Translation: october')).toContainText('2,500 paragraphs');
  await press(page, 'Align and open');
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('button', { name: 'Align and open' })).toBeFocused();
  await column(page, 'Translation: october').getByRole('textbox', { name: 'Translator' }).fill('A. B.');
  await press(page, 'Cancel');
  await page.getByRole('button', { name: 'Go on with what was cancelled' }).click();
  await expect(column(page, 'Translation: october').getByRole('textbox', { name: 'Translator' })).toHaveValue('A. B.');
  await press(page, 'Cancel');
  await page.getByRole('button', { name: 'Library' }).first().click();
  await expect(page.getByRole('link', { name: 'qazan', exact: true })).toHaveCount(0);
});

test('a hostile file is refused in words, and the program stays', async ({ page }) => {
  await drop(page, { 'bad.docx': 'PK\u0003\u0004 nothing', 'empty.txt': '', 'good.txt': kazakh.join('\n\n') });
  await expect(page.getByRole('status').filter({ hasText: '“bad.docx” could not be read' })).toContainText(
    'The file is damaged.',
  );
  await expect(page.getByRole('status').filter({ hasText: '“empty.txt” could not be read' })).toContainText(
    'no text in it',
  );
  await expect(column(page, 'Original: good')).toContainText('3 paragraphs');
});

test('a file of another kind is named, with what to do, and all of them are left out at once', async ({ page }) => {
  await drop(page, { 'letter.rtf': '{\\rtf1 text}', 'photo.png': Buffer.from('89504e470d0a1a0a', 'hex') });
  const told = (name: string) => page.getByRole('status').filter({ hasText: `“${name}” could not be read` });
  await expect(told('letter.rtf')).toContainText('save it as DOCX or ODT');
  await expect(told('photo.png')).toContainText('It is a picture.');
  await page.getByRole('button', { name: 'Leave out all 2 that could not be read' }).click();
  await expect(page.getByRole('heading', { name: 'Bring an original and its translation' })).toBeVisible();
});
