import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readFile } from '#main/formats/read-file.ts';
import { harmless } from '../../../fixtures/formats/harmless.ts';
import { refusal } from '../../../fixtures/formats/refusal.ts';

const kazakh = 'Уақытша үкіметтің халық күткен аграрлық мәселені шеше алмауы халықтың наразылығын күшейтті.';

async function textsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const { imported } = await readFile(name, bytes);
  return harmless(imported).texts[0]?.blocks.map(({ text }) => text) ?? [];
}

describe('bytes that are wrong', () => {
  test('in a text that is else UTF-8 are refused with their line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${kazakh}\n\n${kazakh}\r\n`),
      Buffer.from([0xd2, 0x20]),
      Buffer.from(kazakh),
    ]);
    expect(await refusal(() => readFile('a.txt', bytes))).toMatchObject({ code: 'not-this', place: { line: 4 } });
  });

  test('of another encoding after half of the text are refused with their line', async () => {
    const bytes = Buffer.concat([Buffer.from(`${kazakh.repeat(50)}\n`), iconv.encode('Слово', 'windows-1251')]);
    expect(await refusal(() => readFile('a.txt', bytes))).toMatchObject({ code: 'not-this', place: { line: 2 } });
  });

  test('such as NUL are refused with their line', async () => {
    const bytes = Buffer.from(`${kazakh}\n${kazakh}\n\0${kazakh}`);
    expect(await refusal(() => readFile('a.txt', bytes))).toMatchObject({ code: 'not-this', place: { line: 3 } });
  });

  test('such as halves of surrogate pairs become the sign for them, in either encoding', async () => {
    const wide = Buffer.from(`\uFEFFҚазан \uD83D қаласы ${kazakh}`, 'utf16le');
    expect((await textsOf('a.txt', wide))[0]).toContain('Қазан \uFFFD қаласы');
    const cesu = Buffer.concat([Buffer.from('а '), Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80])]);
    await expect(readFile('a.txt', cesu)).resolves.toBeDefined();
  });

  test('of UTF-16 that end in the middle of a character are read as far as they go', async () => {
    const wide = Buffer.from(`\uFEFF${kazakh}`, 'utf16le');
    expect((await textsOf('a.txt', wide.subarray(0, -1)))[0]).toContain('Уақытша');
  });

  test('that say another encoding than they are in do no harm', async () => {
    const page = Buffer.from(`<!DOCTYPE html><meta charset="utf-16le"><p>${kazakh}`);
    await expect(readFile('a.html', page)).resolves.toBeDefined();
    const book = Buffer.from(
      `<?xml version="1.0" encoding="../../etc/passwd"?><FictionBook><body><p>${kazakh}</p></body></FictionBook>`,
    );
    expect(await refusal(() => readFile('a.fb2', book))).toMatchObject({ code: 'damaged', place: { line: 1 } });
  });
});

describe('characters that mislead', () => {
  test('such as marks of direction are left out, and that is said', async () => {
    const bytes = Buffer.from(`а\u202Eб\u2066в\u2069г\u202Cд`);
    expect(await textsOf('a.txt', bytes)).toEqual(['абвгд']);
    const { imported } = await readFile('a.txt', bytes);
    expect(imported.findings).toContainEqual(expect.objectContaining({ code: 'direction-marks-dropped' }));
  });

  test('such as a byte order mark in the middle are white space at most', async () => {
    const [text] = await textsOf('a.txt', Buffer.from(`\uFEFFа\uFEFFб ${kazakh}`));
    expect(text?.startsWith('а')).toBe(true);
  });

  test.each([
    ['zero-width signs', '\u200B\u200C\u200D\u2060'],
    ['combining marks', '\u0301\u0489\u20DD'],
    ['emojis that are joined', '👩\u200D'],
    ['right-to-left letters', 'א'],
    ['tags of language', '\u{E0041}'],
  ])('such as a flood of %s are text like other text', async (_, part) => {
    const [text] = await textsOf('a.txt', Buffer.from(`Сөз ${part.repeat(100_000)} ${kazakh}`));
    expect(text?.startsWith('Сөз')).toBe(true);
  });

  test('such as controls are left out, and that is said', async () => {
    const { imported } = await readFile('a.txt', Buffer.from(`а\u0007б\u001B[31mв\u009B ${kazakh}`));
    expect(harmless(imported).findings.map(({ code }) => code)).toContain('bad-characters');
  });
});
