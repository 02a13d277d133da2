import type { Page } from 'playwright/test';

/** Files by their names. */
type Content = Readonly<Record<string, Uint8Array | string>>;

/** Files as a field for files takes them. */
export const filesOf = (content: Content): { name: string; mimeType: string; buffer: Buffer }[] =>
  Object.entries(content).map(([name, data]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(data),
  }));

/** Drops files on the window, as a file manager does. */
export async function drop(page: Page, content: Content): Promise<void> {
  const files = filesOf(content).map(({ name, buffer }) => ({ name, bytes: buffer.toString('base64') }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, bytes } of list) {
      data.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
    }
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
