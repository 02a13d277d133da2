import type { WebContents } from 'electron';
import { host, scheme } from './scheme.ts';

/** What may become of an address that the page wants to go to. */
export type Verdict = 'stay' | 'ask' | 'refuse';

const longest = 2000;
const pages = ['', '/', '/index.html'];

/**
 * Judges an address by its parsed parts, never by how it begins: the reader's own page (`stay`), a web address that the
 * reader may open in their browser after being asked (`ask`), and everything else (`refuse`): files, scripts, data, other
 * programs' schemes, the API itself, addresses with a name and password in them, and endless ones.
 */
export function judge(address: string): Verdict {
  if (address.length > longest) return 'refuse';
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return 'refuse';
  if (url.protocol === `${scheme}:`) {
    return url.host === host && pages.includes(url.pathname) ? 'stay' : 'refuse';
  }
  return url.protocol === 'http:' || url.protocol === 'https:' ? 'ask' : 'refuse';
}

/**
 * Keeps a page where it is: it can load itself anew and nothing else, in no frame and no new window, and holds no other
 * program's page. An address judged `ask` goes to `leave`.
 */
export function guardNavigation(contents: WebContents, leave: (address: string) => void): void {
  const decide = (address: string, isMainFrame: boolean): boolean => {
    const verdict = judge(address);
    if (verdict === 'ask') leave(address);
    return verdict === 'stay' && isMainFrame;
  };
  // `will-frame-navigate` covers the main frame too; `will-navigate` is kept because it is the one documented for it.
  contents.on('will-navigate', (event) => {
    if (judge(event.url) !== 'stay' || !event.isMainFrame) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!decide(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (judge(event.url) !== 'stay' || !event.isMainFrame) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (judge(url) === 'ask') leave(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
