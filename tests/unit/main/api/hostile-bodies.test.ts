import { describe, expect, test } from 'vitest';
import { names, opened, scratch } from '../../../fixtures/library/scratch.ts';
import { application } from './application.ts';

const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
const bodies: readonly (readonly [what: string, body: string])[] = [
  ['a field __proto__', '{"__proto__":{"polluted":true}}'],
  ['a field __proto__ within', '{"added":[{"__proto__":{"polluted":true}}],"titles":{"__proto__":{"polluted":true}}}'],
  [
    'constructor and prototype',
    '{"constructor":{"prototype":{"polluted":true}},"added":[{"constructor":{"polluted":1}}]}',
  ],
  ['nesting without an end', deep],
  ['a list without an end', '['.repeat(100_000)],
  ['no JSON', '{"a":'],
  ['a word', '"a"'],
  ['a number beyond all', '1e999'],
  ['nothing', ''],
  ['halves of surrogate pairs', '{"id":"\\ud800","work":"\\ud800","q":"\\udfff"}'],
  ['a list of lists', '[[[[]]]]'],
  ['bytes that are no text', '\u0000\u0001\uFFFF'],
];
/** What stands in the place of a parameter of a path. */
const parameters = ['a', '__proto__', 'constructor', '..%2F..%2Fa', '%00', 'con', '%ED%A0%80', 'a'.repeat(5000)];

async function routes(): Promise<(readonly [method: string, path: string])[]> {
  const app = await application();
  const found = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !path.endsWith('*'),
  );
  return [...new Set(found.map(({ method, path }) => `${method} ${path}`))].map((one) => {
    const [method = '', path = ''] = one.split(' ');
    return [method, path] as const;
  });
}

/** What ends neither well nor in a refusal in words. */
async function complaint(answer: Response): Promise<string | null> {
  const text = await answer.text();
  // (501: what only a window can do.)
  const isInternal = (answer.status >= 500 && answer.status !== 501) || text.includes('"code":"internal"');
  return isInternal ? `${String(answer.status)} ${text.slice(0, 200)}` : null;
}

describe('of all calls of the API', async () => {
  const all = (await routes()).filter(([, path]) => path !== '/api/events');

  test('there are some', () => {
    expect(all.length).toBeGreaterThan(40);
  });

  test.each(all)('%s %s takes no body that is made to harm', { timeout: 60_000 }, async (method, path) => {
    const folder = await scratch();
    const library = await opened(`${folder}/library`);
    const app = await application({ library });
    const before = await names(folder);
    const complaints: string[] = [];
    const ask = async (what: string, address: string, body: string | null): Promise<void> => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await app.request(address, { method, headers, ...(body === null ? {} : { body }) });
      const said = await complaint(answer);
      if (said !== null) complaints.push(`${what}: ${said}`);
    };
    const hasBody = method !== 'GET' && method !== 'DELETE';
    for (const [what, body] of hasBody ? bodies : []) {
      await ask(what, path.replace(/:\w+/gu, 'a').replace(/\{[^}]*\}/gu, ''), body);
    }
    for (const value of path.includes(':') ? parameters : []) {
      const address = path.replace(/:\w+(?:\{[^}]*\})?/gu, value);
      await ask(`a parameter ${value.slice(0, 20)}`, address, hasBody ? '{}' : null);
      await ask(
        `a query ${value.slice(0, 20)}`,
        `${address}?q=${value}&offset=1e999&from=-1&count=NaN&file=-0`,
        hasBody ? '{}' : null,
      );
    }
    expect(complaints).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(await names(folder)).toEqual(before);
  });
});
