import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import { parseAccept } from 'hono/utils/accept';
import { answerFailure, ApiError } from '#main/api/failure.ts';
import { doorPage, passagePage } from './door.ts';

type Env = { Variables: SecureHeadersVariables };

/** What lets a browser in: `token` stands in the printed address, `pass` in the cookie that it is exchanged for. */
export interface Keys {
  token: string;
  pass: string;
}

/** Two new secrets, of 256 random bits each. */
export function makeKeys(): Keys {
  return { token: randomBytes(32).toString('base64url'), pass: randomBytes(32).toString('base64url') };
}

/**
 * Lets in only the reader's own browser, and of it only our own page.
 *
 * - The `Host` must be this very address: a foreign name that was made to point here (DNS rebinding) is turned away.
 * - `/?token=` with the right token gives a strict cookie; every other request needs that cookie. Its name has the port in
 *   it, because browsers do not tell ports apart when they keep cookies.
 * - What changes something must come from our own page: the same `Origin`, and where the browser says so, the same site.
 *
 * @param port the port listened on, known once the server listens
 */
export function loopbackGuard(keys: Keys, port: () => number): MiddlewareHandler<Env> {
  return async (c, next) => {
    const host = c.req.header('Host') ?? '';
    const url = new URL(c.req.url);
    // A request line may name another host than the header does, as if this were a proxy.
    const isHere = [host, url.host].every((name) => hostsOf(port()).includes(name));
    if (!isHere) return refuse(c, `the host ${host} is not this program's address`);
    const cookie = `egiz-${String(port())}`;

    if (c.req.method === 'GET' && url.pathname === '/' && url.searchParams.has('token')) {
      if (!same(url.searchParams.get('token') ?? '', keys.token)) return door(c);
      setCookie(c, cookie, keys.pass, { httpOnly: true, sameSite: 'Strict', path: '/' });
      c.header('Cache-Control', 'no-store');
      const foreign = ['cross-site', 'same-site'].includes(c.req.header('Sec-Fetch-Site') ?? '');
      return foreign ? c.html(passagePage(c.get('secureHeadersNonce') ?? '')) : c.redirect('/', 303);
    }

    if (!same(getCookie(c, cookie) ?? '', keys.pass)) return door(c);
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!isRead && c.req.header('Origin') !== `http://${host}`) {
      return refuse(c, `the origin ${c.req.header('Origin') ?? '(none)'} may not change anything here`);
    }
    const site = c.req.header('Sec-Fetch-Site');
    const isOwn = site === undefined || site === 'same-origin' || (isRead && isVisit(c));
    if (!isOwn) return refuse(c, `a ${site} page may not ask here`);
    return next();
  };
}

/** A person opens the page itself: from an address bar, a bookmark or a link. */
function isVisit(c: Context<Env>): boolean {
  return c.req.header('Sec-Fetch-Mode') === 'navigate' && c.req.header('Sec-Fetch-Dest') === 'document';
}

function hostsOf(port: number): string[] {
  const names = ['127.0.0.1', 'localhost'];
  return [...names.map((name) => `${name}:${String(port)}`), ...(port === 80 ? names : [])];
}

/** Compares in a time that tells nothing of where two secrets differ. */
function same(given: string, secret: string): boolean {
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', secret, 'buffer'));
}

function refuse(c: Context<Env>, reason: string): Response {
  return answerFailure(c, new ApiError('not-allowed', reason));
}

/** Without the cookie: a person gets a page that says what to do, a program an error. */
function door(c: Context<Env>): Response | Promise<Response> {
  const wantsPage = c.req.method === 'GET' && (c.req.header('Accept') ?? '').includes('text/html');
  if (!wantsPage) return refuse(c, 'open the address that was printed when Egiz started');
  // It comes with the one wanted most first.
  const accepted = parseAccept(c.req.header('Accept-Language') ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type);
  c.header('Cache-Control', 'no-store');
  return c.html(doorPage(accepted, c.get('secureHeadersNonce') ?? ''), 403);
}
