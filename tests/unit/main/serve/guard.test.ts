import { describe, expect, test } from 'vitest';
import { codeOf, send, served } from './served.ts';

const json = { 'Content-Type': 'application/json' };
const nothing = JSON.stringify({ added: [], updated: [], removed: [] });

describe('the printed address', () => {
  test('gives a strict cookie that no script sees, and goes on to the reader', async () => {
    const { visit, port, cookie } = await served();
    expect(visit.status).toBe(303);
    expect(visit.headers.location).toBe('/');
    expect(visit.headers['set-cookie']).toEqual([`${cookie}; Path=/; HttpOnly; SameSite=Strict`]);
    expect(cookie).toMatch(new RegExp(`^egiz-${String(port)}=[\\w-]{43}$`));
  });

  test('does not give its token away in the cookie or in what is cached', async () => {
    const { visit, token, cookie } = await served();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(cookie).not.toContain(token);
    expect(visit.headers['cache-control']).toBe('no-store');
    expect(visit.headers['referrer-policy']).toBe('no-referrer');
  });

  test('lets the browser in that was led here by another site, by a page that goes on itself', async () => {
    const { port, token } = await served();
    const answer = await send(port, `/?token=${token}`, { 'Sec-Fetch-Site': 'cross-site' });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toHaveLength(1);
    expect(answer.text).toContain('<meta http-equiv="refresh" content="0;url=/">');
    expect(answer.text).not.toContain('<script');
    expect(answer.text).not.toContain(token);
  });

  test.each(['', 'wrong', 'a'.repeat(43), 'a'.repeat(10_000), '%00', '../'])(
    'with the token %j gives nothing',
    async (token) => {
      const { port } = await served();
      const answer = await send(port, `/?token=${token}`);
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    },
  );

  test('is only for a GET of the page itself', async () => {
    const { port, token, origin } = await served();
    for (const [path, method] of [
      [`/api/library?token=${token}`, 'GET'],
      [`/?token=${token}`, 'POST'],
      [`/index.html?token=${token}`, 'GET'],
    ] as const) {
      const answer = await send(port, path, { Origin: origin }, method);
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    }
  });
});

describe('without the cookie', () => {
  test.each(['/', '/api/library', '/api/works/small', '/api/events', '/assets/index-B3xk9_qz.js', '/nothing'])(
    '%s answers nothing',
    async (path) => {
      const { port } = await served();
      const answer = await send(port, path);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'not-allowed']);
    },
  );

  test.each([
    ['kk,ru;q=0.8', 'kk', 'Egiz: бұл мекенжай толық емес'],
    ['de, ru-RU;q=0.9, en;q=0.8', 'ru', 'Egiz: адрес неполный'],
    ['de', 'en', 'Egiz: this address is not complete'],
    ['ru;q=0, *', 'en', 'Egiz: this address is not complete'],
    ['', 'en', 'Egiz: this address is not complete'],
  ])('a person gets a page that says what to do, for %j in %s', async (accepted, language, title) => {
    const { port } = await served();
    const answer = await send(port, '/', { Accept: 'text/html', 'Accept-Language': accepted });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(`<html lang="${language}">`);
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.text).not.toContain('<script');
    const nonce = /<style nonce="([^"]+)">/.exec(answer.text)?.[1] ?? 'none';
    expect(answer.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('a body is not even read', async () => {
    const { port } = await served();
    const answer = await send(
      port,
      '/api/library/changes',
      { ...json, 'Content-Length': String(4 * 1024 * 1024 * 1024) },
      'POST',
      'x',
    );
    expect(answer.status).toBe(403);
  });
});

describe('with the cookie', () => {
  test('the reader’s own page is answered', async () => {
    const { ask } = await served();
    expect((await ask('/')).text).toContain('csp-nonce');
    expect((await ask('/api/library')).status).toBe(200);
    expect((await ask('/api/library/changes', json, 'POST', nothing)).status).toBe(200);
    expect((await ask('/', {}, 'HEAD')).status).toBe(200);
  });

  test('under the name localhost as well', async () => {
    const { ask, port } = await served();
    const Host = `localhost:${String(port)}`;
    const own = { Host, Origin: `http://${Host}`, ...json };
    expect((await ask('/api/library/changes', own, 'POST', nothing)).status).toBe(200);
  });

  test.each(['wrong', '', 'a'.repeat(43), '%', '"x"'])('of another value, %j, nothing is answered', async (value) => {
    const { port, ask } = await served();
    const answer = await ask('/api/library', { Cookie: `egiz-${String(port)}=${value}` });
    expect(answer.status).toBe(403);
  });

  test('of a reader on another port nothing is answered', async () => {
    const [one, other] = [await served(), await served()];
    expect((await one.ask('/api/library', { Cookie: other.cookie })).status).toBe(403);
    const renamed = other.cookie.replace(String(other.port), String(one.port));
    expect((await one.ask('/api/library', { Cookie: renamed })).status).toBe(403);
    expect((await one.ask('/api/library', { Cookie: `${other.cookie}; ${one.cookie}` })).status).toBe(200);
  });
});

describe('a foreign Host (DNS rebinding)', () => {
  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    '127.0.0.1.evil.example:PORT',
    'localhost.evil.example:PORT',
    'evil.example#127.0.0.1:PORT',
    '127.0.0.2:PORT',
    '0.0.0.0:PORT',
    '[::1]:PORT',
    '2130706433:PORT',
    '127.1:PORT',
    '127.0.0.1:PORT.',
    'LOCALHOST:PORT',
    'user@127.0.0.1:PORT',
  ])('%s is turned away, cookie or not', async (name) => {
    const { ask, port, token } = await served();
    const Host = name.replace('PORT', String(port));
    for (const path of ['/', '/api/library', `/?token=${token}`]) {
      const answer = await ask(path, { Host, Origin: `http://${Host}` });
      expect([400, 403]).toContain(answer.status);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('a foreign page', () => {
  const changes = (headers: Record<string, string>) => async () => {
    const { ask } = await served();
    const answer = await ask('/api/library/changes', { ...json, ...headers }, 'POST', nothing);
    return [answer.status, codeOf(answer)];
  };

  test.each([
    'https://evil.example',
    'null',
    '',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'http://localhost',
    'https://127.0.0.1',
    'http://127.0.0.1:PORT.evil.example',
    'file://',
  ])('of the origin %j changes nothing', async (origin) => {
    const { ask, port } = await served();
    const Origin = origin.replace('PORT', String(port));
    const answer = await ask('/api/library/changes', { ...json, Origin }, 'POST', nothing);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'not-allowed']);
  });

  test('that hides its origin changes nothing', async () => {
    const { port, cookie } = await served();
    const answer = await send(port, '/api/library/changes', { ...json, Cookie: cookie }, 'POST', nothing);
    expect(answer.status).toBe(403);
  });

  test('under the other name of this address changes nothing', async () => {
    const { ask, port } = await served();
    const Host = `localhost:${String(port)}`;
    expect((await ask('/api/library/changes', { ...json, Host }, 'POST', nothing)).status).toBe(403);
  });

  test.each(['cross-site', 'same-site', 'none'])('that the browser calls %s changes nothing', async (site) => {
    expect(await changes({ 'Sec-Fetch-Site': site })()).toEqual([403, 'not-allowed']);
  });

  test.each(['cross-site', 'same-site'])('that the browser calls %s reads nothing', async (site) => {
    const { ask } = await served();
    for (const mode of ['cors', 'no-cors']) {
      const asked = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': 'empty' };
      expect((await ask('/api/library', asked)).status).toBe(403);
    }
    const framed = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' };
    expect((await ask('/', framed)).status).toBe(403);
  });

  test('that leads a person here by a link lets them in', async () => {
    const { ask } = await served();
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
    expect((await ask('/', link)).status).toBe(200);
  });

  test('gets no leave from a preflight', async () => {
    const { port } = await served();
    const asked = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' };
    const answer = await send(port, '/api/library/changes', asked, 'OPTIONS');
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
