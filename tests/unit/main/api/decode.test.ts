import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { application, failureOf } from './application.ts';

const text = 'Сөз;Перевод\r\nүкімет;правительство\r\nқала;город\r\n';

async function decoded(body: Uint8Array, query = 'language=kk'): Promise<Response> {
  return (await application()).request(`/api/glossary/decode?${query}`, { method: 'POST', body: new Uint8Array(body) });
}

test.each(['utf-8', 'rk1048', 'pt154', 'utf-16le'])('finds the encoding of a Kazakh table in %s', async (encoding) => {
  const answer = await decoded(iconv.encode(text, encoding));
  expect(await answer.json()).toEqual({ text, encoding });
});

test('finds windows-1251 where there are only Russian letters', async () => {
  const russian = 'Слово;Перевод\r\nсовет;council\r\n';
  const answer = await decoded(iconv.encode(russian, 'windows-1251'));
  expect(await answer.json()).toEqual({ text: russian, encoding: 'windows-1251' });
});

test('reads in the encoding that is asked for', async () => {
  const answer = await decoded(iconv.encode('қала', 'pt154'), 'language=kk&encoding=pt154');
  expect(await answer.json()).toEqual({ text: 'қала', encoding: 'pt154' });
});

test('refuses what is no text, an encoding that it does not know, and a body that is too long', async () => {
  expect(await failureOf(decoded(new Uint8Array([1, 0, 2, 200])))).toMatchObject({ status: 400, where: 'body' });
  expect(await failureOf(decoded(new Uint8Array(), 'language=kk&encoding=x'))).toMatchObject({
    status: 400,
    where: 'encoding',
  });
  expect(await failureOf(decoded(new Uint8Array(9 * 1024 * 1024)))).toMatchObject({ status: 413 });
});
