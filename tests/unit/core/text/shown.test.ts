import { describe, expect, test } from 'vitest';
import { DictionaryError } from '#core/dictionaries/entry.ts';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { FormatError } from '#core/formats/format-error.ts';
import { shown } from '#core/text/shown.ts';

const tricks = 'а\0\n\u001B[31m\u202Eб\uD800\u2028в';

describe('a text from a file, as a message repeats it,', () => {
  test('is one line without characters that do something', () => {
    expect(shown(tricks)).toBe('а\uFFFD\uFFFD\uFFFD[31m\uFFFDб\uFFFD\uFFFDв');
  });

  test('has an end', () => {
    expect(shown('а'.repeat(1_000_000))).toBe(`${'а'.repeat(400)}…`);
    expect(shown('абв', 2)).toBe('аб…');
  });

  test('is that in every error of a reader, and in the place that it names', () => {
    const error = new FormatError('damaged', tricks, { entry: tricks, line: 2 });
    for (const said of [
      error.message,
      error.place.entry ?? tricks,
      new DictionaryError('bad-file', tricks).message,
      new EgizFileError('damaged', tricks, tricks, 1).message,
    ]) {
      expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }
  });
});
