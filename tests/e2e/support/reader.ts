import { expect, type Locator, type Page } from 'playwright/test';
import type { Host } from './host.ts';

/** The work that comes with Egiz. */
export const work = {
  id: 'qazan-1917',
  title: { en: 'The October Revolution and Kazakhstan', kk: 'Қазан төңкерісі және Қазақстан' },
} as const;

/** Opens the 1917 work from the library view and waits until its text is there, and after it the marks of the glossary. */
export async function openWork(page: Page, title: string = work.title.en): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
  await expect(text(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
  // A marked word has no role.
  await expect(text(page).locator('[data-terms]').first()).toBeAttached();
}

/** Goes to the address of a host that was started anew. */
export async function reopen(page: Page, host: Host): Promise<void> {
  await page.goto('about:blank');
  await host.restart();
  await page.goto(host.address);
}

/** The text of the open work. */
export function text(page: Page): Locator {
  return page.getByRole('main').getByRole('region');
}

/** The one paragraph in which some words stand. */
export function paragraph(page: Page, words: string): Locator {
  return text(page).getByRole('paragraph').filter({ hasText: words });
}

/** The pieces of text that are highlighted or linked as a counterpart. (Playwright's types do not know the role.) */
export function marks(page: Page): Locator {
  return text(page).locator('role=mark');
}

/**
 * Everything that is highlighted or linked as a counterpart, a line a paragraph. (A highlight may be in several pieces, cut
 * where a word of the glossary begins.)
 */
export function marked(page: Page): Promise<string> {
  return marks(page).evaluateAll((all) => {
    const lines = Map.groupBy(all, (one) => one.closest('p, h1, h2, h3, h4, h5, h6'));
    return [...lines.values()].map((parts) => parts.map(({ textContent }) => textContent).join('')).join('\n');
  });
}

/**
 * The sentences on which highlights of the other side show, a line a paragraph. (They have no role: nobody marked them.)
 */
export function echoed(page: Page): Promise<string> {
  return text(page)
    .locator('[data-paragraph] [data-annotations]:not([role])')
    .evaluateAll((all) => {
      const lines = Map.groupBy(all, (one) => one.closest('[data-paragraph]'));
      return [...lines.values()].map((parts) => parts.map(({ textContent }) => textContent).join('')).join('\n');
    });
}

/** Waits until some words are highlighted, or linked as a counterpart. */
export async function expectMarked(page: Page, words: string): Promise<void> {
  await expect.poll(() => marked(page)).toContain(words);
}

/** Waits until nothing that holds these words is highlighted. */
export async function expectNotMarked(page: Page, words: string): Promise<void> {
  await expect.poll(() => marked(page)).not.toContain(words);
}

/** What the foot of the view says: saved or not, aligned, where. */
export function state(page: Page): Locator {
  return page.getByRole('contentinfo');
}

/** Waits until everything is on disk. */
export async function saved(page: Page): Promise<void> {
  await expect(state(page)).toContainText('Saved');
  // The words stay while a further change is written.
  await expect(state(page).locator('[aria-busy=true]')).toHaveCount(0);
}

/** The upper edge of something, in CSS pixels of the window. */
export async function top(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box.y;
}

/** Turns the wheel over the text, by CSS pixels, and waits until the text stands still again. */
export async function wheel(page: Page, distance: number): Promise<void> {
  const box = await text(page).boundingBox();
  let before = await scrolled(page);
  await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await page.mouse.wheel(0, distance);
  await expect.poll(() => scrolled(page)).not.toBe(before);
  await expect
    .poll(async () => {
      const last = before;
      before = await scrolled(page);
      return before - last;
    })
    .toBe(0);
}

/** How far the text is scrolled, in CSS pixels. */
export function scrolled(page: Page): Promise<number> {
  return text(page).evaluate(({ scrollTop }) => scrollTop);
}

/** Selects some words of the text with the mouse, from their first letter to their last. */
export async function select(page: Page, words: string): Promise<void> {
  const { from, to } = await wordsInView(page, words);
  await drag(page, from, to);
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words);
}

/** Selects from the first letter of some words to the last letter of others, in another paragraph; both fit in the view. */
export async function selectFrom(page: Page, first: string, last: string): Promise<void> {
  await wordsInView(page, last);
  const { from } = await wordsInView(page, first);
  const { to } = await wordsInView(page, last);
  await drag(page, from, to);
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString()))
    .toMatch(new RegExp(`^${first}.*${last}$`, 's'));
}

async function drag(page: Page, from: Span['from'], to: Span['to']): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Clicks in the middle of some words of the text. */
export async function clickOn(page: Page, words: string): Promise<void> {
  const { from, to } = await wordsInView(page, words);
  const oneLine = Math.abs(from.y - to.y) < 2;
  await page.mouse.click(oneLine ? (from.x + to.x) / 2 : from.x + 3, from.y);
}

interface Span {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Scrolls, as a wheel does, until some words are in view, where they stand first. Gives where they begin and end, in CSS pixels of the window. */
export async function wordsInView(page: Page, words: string): Promise<Span> {
  const holder = text(page)
    .getByRole('paragraph')
    .or(text(page).getByRole('heading'))
    .filter({ hasText: words })
    .first();
  let span = await holder.evaluate(spanOf, words);
  const { height } = page.viewportSize() ?? { height: 0 };
  if (span.from.y < 100 || span.to.y > height - 60) {
    await wheel(page, Math.round(span.from.y - height / 3));
    await expect
      .poll(async () => {
        const before = span;
        span = await holder.evaluate(spanOf, words);
        return before.from.y === span.from.y && span.from.y > 60 && span.to.y < height - 30;
      })
      .toBe(true);
  }
  return span;
}

/** Runs in the page. */
function spanOf(element: Element, words: string): Span {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: Text[] = [];
  while (walker.nextNode() !== null) parts.push(walker.currentNode as Text);
  const start = parts
    .map(({ data }) => data)
    .join('')
    .indexOf(words);
  if (start < 0) throw new Error(`no words ${words}`);
  const place = (offset: number): [Text, number] => {
    let left = offset;
    for (const part of parts) {
      if (left <= part.length) return [part, left];
      left -= part.length;
    }
    throw new Error(`no offset ${String(offset)}`);
  };
  const range = document.createRange();
  range.setStart(...place(start));
  range.setEnd(...place(start + words.length));
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const [first] = boxes;
  const last = boxes.at(-1);
  if (first === undefined || last === undefined) throw new Error(`the words ${words} are not shown`);
  const fromRight = getComputedStyle(element).direction === 'rtl';
  return {
    from: { x: fromRight ? first.right - 0.5 : first.left + 0.5, y: (first.top + first.bottom) / 2 },
    to: { x: fromRight ? last.left + 0.5 : last.right - 0.5, y: (last.top + last.bottom) / 2 },
  };
}
