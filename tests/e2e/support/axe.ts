import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** How bad what axe finds must be to count. */
type Grade = 'any' | 'serious';

/** What of a page is looked at, and how. */
export interface Look {
  /** A selector of the part that is looked at; all of the page otherwise. */
  within?: string;
  /** The rules that are tried; all of them otherwise. */
  rules?: readonly string[];
}

/**
 * What axe finds in the page as it stands once nothing moves in it any more: what fades in has the colours of what is under it
 * until then. A line for each element, with the rule that it breaks and how. `serious` leaves out what is minor or moderate.
 */
export async function faults(page: Page, grade: Grade, { within, rules }: Look = {}): Promise<string[]> {
  await settled(page);
  const axe = new AxeBuilder({ page });
  if (within !== undefined) axe.include(within);
  axe.options({ resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: [...rules] }) });
  // The other mode opens a second page to put together what frames said; there are no frames here.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => grade === 'any' || impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any.map((one) => one.message).join()}`));
}

/** Waits until what moves by itself and comes to an end has ended, and is painted. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const painted = (): Promise<unknown> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    await painted();
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await painted();
  });
}
