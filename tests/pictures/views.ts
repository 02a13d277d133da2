import type { Page } from 'playwright';

/** A view that is pictured, from an open 1917 work. */
export interface View {
  name: string;
  width?: number;
  height?: number;
  /** Light only, or dark as well. */
  schemes: readonly ('light' | 'dark')[];
  locale?: 'en-GB' | 'kk-KZ' | 'ru-RU';
  show: (page: Page) => Promise<void>;
}

const both = ['light', 'dark'] as const;

export const views: readonly View[] = [
  {
    name: 'reader',
    schemes: both,
    show: async (page) => {
      await page.keyboard.press('Control+Shift+M');
      await page.getByText('Кеңестердегі', { exact: false }).first().hover();
    },
  },
  {
    name: 'reader-card',
    schemes: both,
    show: async (page) => {
      await clickWords(page, 'Қазан төңкерісі');
    },
  },
  {
    name: 'reader-note',
    schemes: both,
    show: async (page) => {
      await clickWords(page, 'өзін-өзі билеуі');
    },
  },
  {
    name: 'reader-selection',
    schemes: both,
    show: async (page) => {
      await selectWords(page, 'жазының соңы мен күзінің бас кезінде');
    },
  },
  { name: 'reader-stacked', schemes: both, show: (page) => page.keyboard.press('Alt+Shift+2') },
  {
    name: 'reader-on-demand',
    schemes: both,
    show: async (page) => {
      await page.keyboard.press('Alt+Shift+3');
      await page.getByText('Петроградта қарулы көтеріліс', { exact: false }).hover();
      await page.keyboard.press('t');
    },
  },
  { name: 'reader-narrow', width: 420, height: 800, schemes: both, show: () => Promise.resolve() },
  { name: 'reader-kazakh', locale: 'kk-KZ', schemes: both, show: (page) => page.keyboard.press('Control+Shift+M') },
  { name: 'reader-russian', locale: 'ru-RU', schemes: both, show: (page) => page.keyboard.press('Control+Shift+D') },
  {
    name: 'search',
    schemes: both,
    show: async (page) => {
      await page.keyboard.press('Control+f');
      await page.keyboard.type('казак');
      await page.getByText(/^49 hits/).waitFor();
    },
  },
  {
    name: 'glossary-entry',
    schemes: both,
    show: async (page) => {
      await selectWords(page, 'пролетариат диктатурасын');
      await page.keyboard.press('g');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'palette', schemes: both, show: (page) => page.keyboard.press('Control+k') },
  { name: 'keys', schemes: both, show: (page) => page.keyboard.press('Shift+?') },
  { name: 'settings', schemes: both, show: (page) => page.keyboard.press('Control+,') },
  { name: 'glossary', schemes: both, show: (page) => goTo(page, '#/glossary') },
  { name: 'library', schemes: both, show: (page) => goTo(page, '#/') },
];

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function clickWords(page: Page, words: string): Promise<void> {
  const { left, top } = await boxOf(page, words);
  await page.mouse.click(left + 12, top + 10);
}

async function selectWords(page: Page, words: string): Promise<void> {
  const { left, top, right, bottom } = await boxOf(page, words);
  await page.mouse.move(left + 1, top + 10);
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, top + 10, { steps: 4 });
  await page.mouse.move(right - 1, bottom - 10, { steps: 4 });
  await page.mouse.up();
}

/** Where words begin and end that stand in one piece of text. */
async function boxOf(page: Page, words: string) {
  const box = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at === -1 || node.parentElement?.closest('[data-paragraph]') === null) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const boxes = [...range.getClientRects()];
      const first = boxes[0];
      const last = boxes.at(-1);
      if (first === undefined || last === undefined) continue;
      return { left: first.left, top: first.top, right: last.right, bottom: last.bottom };
    }
    return null;
  }, words);
  if (box === null) throw new Error(`no piece of the text holds ${words}`);
  return box;
}
