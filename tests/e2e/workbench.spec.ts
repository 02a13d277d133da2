import type { Locator, Page } from 'playwright/test';
import { unpackBead, type PackedBead } from '#core/records/packed-bead.ts';
import type { Bead } from '#core/records/bead.ts';
import { faults } from './support/axe.ts';
import { Host } from './support/host.ts';
import { openWork, saved, state, text, work } from './support/reader.ts';
import { expect, test } from './support/test.ts';

// What a translator does in the workbench of an alignment.

const alignment = 'kk~en';

test(
  'a work whose alignment was lost is aligned, a bead is broken and mended by keys, and all of it undone',
  { tag: '@every-time' },
  async ({ page }) => {
    await openWork(page);
    const confirmed = shapes(await beadsOf(page));
    await removeAlignment(page);
    await page.keyboard.press('Control+Shift+KeyB');
    await expect(page.getByText('These two texts are not aligned yet.')).toBeVisible();
    const before = shapes(await beadsOf(page));

    await page.getByRole('button', { name: 'Align…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Align the texts' });
    await dialog.getByRole('button', { name: 'Align', exact: true }).click();
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await expect(dialog).toBeHidden();
    await saved(page);
    const aligned = shapes(await beadsOf(page));
    const right = aligned.filter((bead) => confirmed.includes(bead)).length;
    expect(right / confirmed.length).toBeGreaterThanOrEqual(0.95);
    await expect(page.getByText('These two texts are not aligned yet.')).toBeHidden();

    // Broken: the second bead swallows the third; mended: cut again where it was.
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(current(page)).toHaveAccessibleName(/^Bead 2 of /);
    const sizes = await current(page).getAttribute('aria-label');
    await page.keyboard.press('KeyM');
    await expect(current(page)).toHaveAccessibleName(/2–2|2–3|3–2/);
    await expect.poll(async () => shapes(await beadsOf(page)).length).toBe(aligned.length - 1);
    await page.keyboard.press('KeyS');
    await expect.poll(async () => shapes(await beadsOf(page))).toEqual(aligned);
    expect(await current(page).getAttribute('aria-label')).toContain(/, (\d–\d)/.exec(sizes ?? '')?.[1] ?? 'none');

    await undoUntil(page, before);
    await saved(page);
    expect(shapes(await beadsOf(page))).toEqual(before);
    await expect(page.getByText('These two texts are not aligned yet.')).toBeVisible();
  },
);

test('the workbench opens at the place that is read, and the text where the workbench was left', async ({ page }) => {
  await openWork(page);
  await text(page).getByRole('paragraph').nth(5).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: /^On the right: / }).click();
  await page.getByRole('menuitem', { name: /Alignment workbench/ }).click();
  await expect(page.getByRole('region', { name: 'Beads', exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await expect(current(page)).toHaveAccessibleName(/^Bead 16 of 16/);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(text(page)).toContainText(await lastWords(page));
});

test(
  'filters list what they say, keep the place, and findings are waved through for good',
  { tag: '@every-time' },
  async ({ page }) => {
    await toWorkbench(page);
    await filter(page, 'Not 1–1').click();
    // The current bead stays, so that the place is kept.
    const others = page.locator('[aria-current="false"]');
    await expect(others.filter({ hasText: '1–1' })).toHaveCount(0);
    await expect(others.filter({ hasText: '1–2' }).first()).toBeVisible();
    await expect(current(page)).toHaveAccessibleName(/^Bead 1 of 16, 1–1/);
    await filter(page, 'All').click();
    await expect(others.filter({ hasText: '1–1' }).first()).toBeVisible();

    const panel = page.getByRole('complementary', { name: 'Course and checks' });
    await panel.getByRole('radio', { name: /^All / }).click();
    const cards = panel.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^All right/ }) });
    await expect(cards.first()).toBeVisible();
    const all = async (): Promise<number> =>
      Number(((await panel.getByRole('radio', { name: /^All / }).textContent()) ?? '').replace(/\D/g, ''));
    const count = await all();
    await panel
      .getByRole('button', { name: /^Go to/ })
      .first()
      .click();
    await panel.getByRole('radio', { name: /^Here / }).click();
    await panel
      .getByRole('button', { name: /^All right/ })
      .first()
      .click();
    await expect.poll(all).toBe(count - 1);
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(all).toBe(count);
    await page.keyboard.press('Control+KeyY');
    await expect.poll(all).toBe(count - 1);
    await saved(page);
    await page.reload();
    await expect.poll(all).toBe(count - 1);
  },
);

test(
  'aligning again shows what would change, leaves what is confirmed, and is one step of undo',
  { tag: '@every-time' },
  async ({ page }) => {
    await toWorkbench(page);
    const before = shapes(await beadsOf(page));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('KeyX');
    await expect.poll(async () => shapes(await beadsOf(page)).length).toBe(before.length + 1);
    const unlinked = shapes(await beadsOf(page));
    await page.keyboard.press('KeyR');
    const dialog = page.getByRole('dialog', { name: 'Align again' });
    await dialog.getByRole('radio', { name: /^Everything that is not confirmed/ }).check();
    await dialog.getByRole('button', { name: 'Align', exact: true }).click();
    await expect(dialog.getByText('1 passage would change.')).toBeVisible();
    expect(shapes(await beadsOf(page))).toEqual(unlinked);
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await expect.poll(async () => shapes(await beadsOf(page))).toEqual(before);
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => shapes(await beadsOf(page))).toEqual(unlinked);
  },
);

test(
  'a text is edited, cut in two and joined again, and a highlight stays on its words',
  { tag: '@every-time' },
  async ({ page }) => {
    await highlight(page, 'Provisional Government');
    await toWorkbench(page);
    const mark = page
      .getByRole('region', { name: 'Beads', exact: true })
      .locator('role=mark')
      .filter({ hasText: 'Provisional' });
    await expect(mark).toHaveText('Provisional Government');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'Text of the paragraph' });
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Lo, ');
    await page.keyboard.press('Control+Enter');
    await expect(current(page)).toContainText('Lo, The Provisional');
    await expect(mark).toHaveText('Provisional Government');

    await page.keyboard.press('F2');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(current(page)).toHaveAccessibleName(/1–2/);
    await expect(mark).toHaveText('Provisional Government');
    await page.keyboard.press('Backspace');
    await expect(current(page)).toHaveAccessibleName(/1–1/);
    await page.keyboard.press('Escape');
    await expect(current(page)).toContainText('Lo, The Provisional');
    await expect(mark).toHaveText('Provisional Government');
  },
);

test('the original is edited only once that is allowed', async ({ page }) => {
  await toWorkbench(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  const question = page.getByRole('alertdialog', { name: 'Edit the original?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Unlock the original' }).click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Text of the paragraph' })).toContainText('1917 ж.');
});

test(
  'what is left out is written, linked, or marked as left out on purpose',
  { tag: '@every-time' },
  async ({ page }) => {
    await toWorkbench(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('KeyX');
    await page.keyboard.press('KeyO');
    await expect(current(page)).toHaveAccessibleName(/1–0: not in the translation/);
    // Linked with the paragraph that stands alone below it.
    await current(page).getByRole('button', { name: 'Link a paragraph' }).click();
    await page.getByText('The Provisional Government’s inability').click();
    await expect(current(page)).toHaveAccessibleName(/1–1: confirmed/);
    await page.keyboard.press('KeyX');
    await page.keyboard.press('KeyO');
    // On purpose.
    await page.keyboard.press('Enter');
    await expect(current(page)).toHaveAccessibleName(/left out on purpose/);
    await expect(state(page)).toContainText('0 left out');
    await page.keyboard.press('KeyQ');
    // Written.
    await current(page).getByRole('button', { name: 'Write it here' }).click();
    await page.keyboard.type('It could not settle the question.');
    await page.keyboard.press('Enter');
    await expect(current(page)).toContainText('It could not settle the question.');
    await expect(current(page)).toHaveAccessibleName(/1–1: confirmed/);
    await page.keyboard.press('Control+KeyZ');
    await expect(current(page)).toHaveAccessibleName(/1–0/);
  },
);

test(
  'paragraphs are selected by keys or mouse and linked, or dragged into another bead',
  { tag: '@every-time' },
  async ({ page }) => {
    await toWorkbench(page);
    const before = shapes(await beadsOf(page));
    // By keys: the first bead's translation and the second's become one bead.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText('3 paragraphs selected.')).toBeVisible();
    await page.keyboard.press('KeyL');
    await expect(current(page)).toHaveAccessibleName(/1–2: confirmed/);
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => shapes(await beadsOf(page))).toEqual(before);
    // By mouse: selected, and dragged to the bead below.
    const heading = page.getByText('The October Revolution of 1917 and Its Influence');
    await heading.click({ modifiers: ['Control'] });
    await expect(page.getByText('1 paragraph selected.')).toBeVisible();
    await heading.dragTo(page.getByText('Provisional Government’s inability'));
    await expect.poll(async () => shapes(await beadsOf(page))).not.toEqual(before);
    await expect(page.getByRole('group', { name: /1–2: confirmed/ }).first()).toContainText('Its Influence');
  },
);

test('in a library that takes no changes all is shown, nothing can be changed, and that is said', async ({
  page,
  host,
  folder,
}) => {
  await openWork(page);
  // A second program finds the library held by the first.
  await using second = await Host.start(folder);
  for (const origin of second.origins) host.origins.add(origin);
  await page.goto(second.address);
  await toWorkbench(page);
  await expect(page.getByText('The library is open for reading only')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Align again…' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Confirm all above' })).toBeDisabled();
  const before = shapes(await beadsOf(page));
  await page.keyboard.press('KeyM');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Text of the paragraph' })).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(current(page)).toHaveAccessibleName(/^Bead 2 of /);
  expect(shapes(await beadsOf(page))).toEqual(before);
});

test(
  'the workbench has no faults that axe finds, in light and dark, wide and narrow',
  { tag: '@every-time' },
  async ({ page }) => {
    await toWorkbench(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('KeyX');
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      for (const width of [1560, 420]) {
        await page.setViewportSize({ width, height: 860 });
        await expect(current(page)).toBeVisible();
        expect(await faults(page, 'any')).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 1560, height: 900 });
    await page.keyboard.press('KeyR');
    await expect(page.getByRole('dialog', { name: 'Align again' })).toBeVisible();
    expect(await faults(page, 'any')).toEqual([]);
  },
);

async function toWorkbench(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/works/${work.id}/alignment/${alignment}`);
  await expect(page.getByRole('region', { name: 'Beads', exact: true })).toBeVisible();
  await expect(current(page)).toBeVisible();
  await page.keyboard.press('Home');
}

function current(page: Page): Locator {
  return page.locator('[aria-current="true"]');
}

function filter(page: Page, name: string): Locator {
  const group = page.getByRole('radiogroup', { name: 'Which beads are listed' });
  return group.getByRole('radio', { name: new RegExp(`^${name} `) });
}

/** The beads as the library has them. */
async function beadsOf(page: Page): Promise<Bead[]> {
  const packed = await page.evaluate(
    async ([id, name]) => {
      const response = await fetch(`/api/works/${id}`);
      const { alignments } = (await response.json()) as { alignments: Record<string, unknown> };
      return alignments[name];
    },
    [work.id, alignment] as const,
  );
  return (packed as PackedBead[]).map((bead) => unpackBead(alignment, bead));
}

function shapes(beads: readonly Bead[]): string[] {
  return beads.map(({ source, target }) => `${source.join('+')}=${target.join('+')}`);
}

async function removeAlignment(page: Page): Promise<void> {
  const removed = await beadsOf(page);
  await page.evaluate(
    async ([id, beads]) => {
      await fetch(`/api/works/${id}/changes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ added: [], updated: [], removed: beads }),
      });
    },
    [work.id, removed] as const,
  );
  await page.reload();
  await expect(text(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
}

/** Undoes until the library has beads again as they were. */
async function undoUntil(page: Page, wanted: readonly string[]): Promise<void> {
  await expect
    .poll(async () => {
      if (JSON.stringify(shapes(await beadsOf(page))) === JSON.stringify(wanted)) return true;
      await page.keyboard.press('Control+KeyZ');
      await page.waitForTimeout(500);
      return false;
    })
    .toBe(true);
}

async function lastWords(page: Page): Promise<string> {
  const beads = await beadsOf(page);
  const last = beads.at(-1)?.source[0];
  const found = await page.evaluate(
    async ([id, paragraph]) => {
      const response = await fetch(`/api/works/${id}/paragraphs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ids: [paragraph] }),
      });
      return ((await response.json()) as { text: string }[])[0]?.text ?? '';
    },
    [work.id, last] as const,
  );
  return found.slice(0, 40);
}

/** Highlights words of the English text through the library. */
async function highlight(page: Page, words: string): Promise<void> {
  await page.evaluate(
    async ([id, exact]) => {
      const opened = (await (await fetch(`/api/works/${id}`)).json()) as { outline: Record<string, [string][]> };
      const ids = (opened.outline.en ?? []).map(([one]) => one).slice(0, 400);
      const response = await fetch(`/api/works/${id}/paragraphs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ids }),
      });
      const texts = (await response.json()) as { id: string; text: string }[];
      const found = ids.map((one) => texts.find((other) => other.id === one)).find((one) => one?.text.includes(exact));
      if (found === undefined) throw new Error(`no ${exact}`);
      const start = found.text.indexOf(exact);
      const end = start + exact.length;
      const quote = {
        exact,
        prefix: found.text.slice(Math.max(0, start - 30), start),
        suffix: found.text.slice(end, end + 30),
      };
      const annotation = {
        id: 'one',
        kind: 'annotation',
        modified: '',
        created: '2026-01-01T00:00:00.000Z',
        motivation: 'highlighting',
        colour: 'fact',
        body: '',
        tags: [],
        targets: [{ edition: 'en', paragraph: found.id, start, end, quote }],
      };
      await fetch(`/api/works/${id}/changes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ added: [annotation], updated: [], removed: [] }),
      });
    },
    [work.id, words] as const,
  );
}
