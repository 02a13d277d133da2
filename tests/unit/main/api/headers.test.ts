import { expect, test } from 'vitest';
import { application } from './application.ts';

test.each(['/', '/assets/index-B3xk9_qz.js', '/api/library', '/api/nothing', '/../nothing'])(
  'the answer to %s has every header that protects the page',
  async (path) => {
    const { headers } = await (await application()).request(path);
    expect(headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/]{22}=='; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.has('Strict-Transport-Security')).toBe(false);
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
  },
);

test('the page names the nonce of its own answer, another one each time', async () => {
  const app = await application();
  const nonces = [];
  for (let time = 0; time < 2; time += 1) {
    const response = await app.request('/');
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1];
    expect(await response.text()).toContain(`<head><meta property="csp-nonce" nonce="${nonce ?? 'none'}">`);
    nonces.push(nonce);
  }
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('what the API answers is kept nowhere', async () => {
  const app = await application();
  for (const path of ['/api/library', '/api/nothing']) {
    expect((await app.request(path)).headers.get('Cache-Control')).toBe('no-store');
  }
});
