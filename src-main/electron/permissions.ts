import type { Session } from 'electron';
import { startPage } from './scheme.ts';

const own = new URL(startPage);
/** Where no request goes. The content security policy says the same; this holds for what is not a page as well. */
const outside = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file:///*'];

/**
 * What pages of a session may do beyond showing themselves: put text on the clipboard and fill the screen, and that only
 * the reader's own page. Everything else is denied, the network among it.
 */
export function restrict(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isGranted(permission, details.requestingUrl));
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback(null);
  });
  session.webRequest.onBeforeRequest({ urls: outside }, (_details, callback) => {
    callback({ cancel: true });
  });
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
}

/** May a page at `address` use this permission? */
function isGranted(permission: string, address: string): boolean {
  return (permission === 'clipboard-sanitized-write' || permission === 'fullscreen') && isOwn(URL.parse(address));
}

/** A file that the reader's own page has made, to be saved where the reader chooses. */
function isOwnFile(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'blob:' && isOwn(URL.parse(url.pathname));
}

function isOwn(url: URL | null): boolean {
  return url !== null && url.protocol === own.protocol && url.host === own.host;
}
