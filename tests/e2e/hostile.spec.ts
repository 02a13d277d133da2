import { expect, test as base } from './support/test.ts';
import { hostile, trace, writeHostileLibrary } from './support/hostile.ts';
import { clickOn, paragraph, text } from './support/reader.ts';

const test = base.extend({
  folder: async ({ folder }, use) => {
    await writeHostileLibrary(folder);
    await use(folder);
  },
  page: async ({ page }, use) => {
    await use(page);
    // (That no request left, and that no policy was broken, every test looks at.)
    expect(await page.evaluate((name) => name in globalThis, trace), 'something of the work ran').toBe(false);
  },
});

test.beforeEach(async ({ page }) => {
  await page.getByRole('main').getByRole('link', { name: 'Hostile' }).click();
  await expect(paragraph(page, hostile.linked)).toHaveCount(2);
});

test('what looks like HTML is shown as the text that it is, in every view', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x');
  await expect(text(page).getByRole('heading', { name: '<script>' }).first()).toBeVisible();
  await expect(page.getByRole('img')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('article')).toContainText('<script>');
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Search this work' }).fill('img src');
  await expect(page.getByRole('option').first()).toContainText('onerror');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+d');
  await expect(page.getByRole('list', { name: 'Glossary entries' })).toContainText('<img src=x');
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(page.getByRole('list').first()).toContainText('onerror');
  await page.getByRole('banner').getByRole('button', { name: 'Glossary' }).click();
  await page.getByRole('searchbox').fill(hostile.headword);
  await expect(page.getByRole('row').filter({ hasText: hostile.headword })).toContainText('<script>');
});

test('a note of every shape of markup, asks for nothing and opens nothing', async ({ page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const address = page.url();
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('article')).toContainText('foreignObject');
  for (const made of [
    'script[src^="http"]',
    'svg animate',
    'math',
    'base',
    'object',
    'iframe',
    'form[action]',
    'meta[http-equiv=refresh]',
  ]) {
    await expect(page.locator(made)).toHaveCount(0);
  }
  for (const link of await page.getByRole('link').all()) {
    expect((await link.getAttribute('href')) ?? '').not.toMatch(/^\s*(?:javascript|vbscript|data):/iu);
  }
  await expect(page.getByRole('main').locator('img')).toHaveCount(0);
  expect([dialogs, page.url()]).toEqual([[], address]);
});

test('a long word or a name that turns the direction does not break the view', async ({ page }) => {
  await expect(page.getByRole('contentinfo')).toContainText('3 of 3 paragraphs aligned');
  for (const width of [1440, 420]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(paragraph(page, hostile.linked).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('of the links in a text only web addresses are followed, and only when the reader agrees', async ({ page }) => {
  for (const words of ['evil', 'data']) {
    await clickOn(page, words);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await clickOn(page, 'good');
  const question = page.getByRole('dialog', { name: 'Follow the link out of Egiz?' });
  await expect(question).toContainText(hostile.good);
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(question).toBeHidden();
  expect(page.context().pages()).toHaveLength(1);
});

test('a note has neither pictures nor frames, and links to nothing but the web', async ({ page }) => {
  await page.keyboard.press('Control+Shift+m');
  const note = page.getByRole('article');
  await expect(note.getByRole('link')).toHaveCount(1);
  await expect(note.getByRole('link', { name: 'good' })).toHaveAttribute('href', 'https://example.org/note');
  await expect(note.getByRole('link', { name: 'good' })).toHaveAttribute('rel', /noopener/);
  await expect(note).toContainText('picture');
  expect(page.frames()).toHaveLength(1);
  await clickOn(page, 'stand');
  await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(1);
});

test('ids that would end an attribute, a selector or an address name what they name', async ({ page }) => {
  const address = page.url();
  const highlights = text(page).locator('role=mark').filter({ hasText: 'stand' });
  await expect(highlights).toHaveCount(1);
  // Lit in the text and in its note together.
  await page.keyboard.press('Control+Shift+m');
  const note = page.getByRole('article');
  await note.hover();
  await expect(highlights).toHaveCSS('--lit', '1');
  await highlights.hover();
  await expect(note).toHaveCSS('--lit', '1');
  await page.keyboard.press('Control+Shift+m');

  await clickOn(page, 'stand');
  await expect(page.getByRole('dialog')).toContainText('Note <img');
  await page.keyboard.press('Escape');

  // A section is gone to by its link, and stands in no address.
  const section = page.getByRole('navigation').getByRole('link').first();
  await section.click();
  expect(page.url()).toBe(address);
  await expect(section).toHaveAttribute('href', '#/works/hostile');

  // The word of the glossary in the highlight says what it means.
  await highlights.hover();
  await expect(page.getByRole('tooltip')).toContainText(hostile.headword);
});
