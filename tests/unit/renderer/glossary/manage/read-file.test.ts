import { describe, expect, it } from 'vitest';
import { decoded, largestFile } from '#renderer/glossary/manage/read-file.ts';

const table = 'headword\ten\nҚазақ\tKazakh';

describe('the text of a file', () => {
  it('is read as UTF-8', () => {
    expect(decoded(new TextEncoder().encode(table))).toEqual({ text: table });
  });

  it('is read as UTF-16 where a byte order mark says so, as spreadsheets write it', () => {
    const little = new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le'));
    expect(decoded(little)).toEqual({ text: table });
    const big = new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le').swap16());
    expect(decoded(big)).toEqual({ text: table });
  });

  it.each([
    ['bytes of another encoding', new Uint8Array([0xca, 0xe0, 0xe7, 0xe0, 0xf5]), 'not-text'],
    ['a file that is no text', new Uint8Array([0x50, 0x4b, 0, 0]), 'not-text'],
    ['white space', new TextEncoder().encode(' \n'), 'empty'],
    ['a file that is too large', new Uint8Array(largestFile + 1), 'too-big'],
  ])('is refused: %s', (_, bytes, unreadable) => {
    expect(decoded(bytes)).toEqual({ unreadable });
  });
});
