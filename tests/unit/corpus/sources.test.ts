import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources, repairedParagraphs, sourceSum, type Repair } from '../../../scripts/corpus.ts';
import { corpus, edition } from './corpus.ts';

const sources = await readSources(join(corpus, 'source'));

describe('the Kazakh source', () => {
  test('is the text with the checksum that SOURCES.md names', () => {
    const sum = createHash('sha256')
      .update(readFileSync(join(corpus, 'source/kk.txt')))
      .digest('hex');
    expect(sum).toBe(sourceSum);
    expect(readFileSync(join(corpus, 'SOURCES.md'), 'utf8')).toContain(sum);
  });

  test('with the repairs made is the edition, byte for byte', () => {
    expect(repairedParagraphs(sources.original, sources.repairs)).toEqual(edition('kk').map(({ text }) => text));
  });

  test('has a title and 15 paragraphs', () => {
    expect(edition('kk').map(({ type }) => type)).toEqual(['heading', ...Array.from({ length: 15 }, () => 'text')]);
  });

  test('keeps what only looks like a mistake', () => {
    const text = edition('kk')
      .map((paragraph) => paragraph.text)
      .join('\n');
    for (const kept of [
      'Ү съезінде',
      '„Алаш”',
      'Омбы,Орынбор',
      '3 - Бүкілресейлік',
      'әлеуметтік–экономикалық',
      'әсері.\n',
    ])
      expect(text).toContain(kept);
  });
});

describe('the repairs', () => {
  const shapes: Record<Repair['kind'], [before: RegExp, after: string]> = {
    'wrapped-line': [/^\n {21}$/, ' '],
    bookmark: [/^\[bookmark: _GoBack\]$/, ''],
    'repeated-space': [/^ {2,}$/, ' '],
    'trailing-space': [/^ +$/, ''],
  };

  test('touch nothing but white space and the bookmark', () => {
    for (const { kind, before, after } of sources.repairs) {
      expect(before).toMatch(shapes[kind][0]);
      expect(after).toBe(shapes[kind][1]);
    }
  });

  test('leave no doubled or outer space', () => {
    for (const { text } of edition('kk')) expect(text).not.toMatch(/^\s|\s$|\s{2}|[\t\n\u00A0]/u);
  });

  test('take nothing away but white space and the bookmark', () => {
    const bare = (text: string): string => text.replace(/\s+/gu, '');
    const whole = bare(
      edition('kk')
        .map(({ text }) => text)
        .join(''),
    );
    expect(whole).toBe(bare(sources.original).replace('[bookmark:_GoBack]', ''));
  });

  test('are all listed in SOURCES.md, paragraph by paragraph', () => {
    const listed = [
      ...readFileSync(join(corpus, 'SOURCES.md'), 'utf8').matchAll(/^\| (\d+) \| ([a-z-]+) \| (.+) \|$/gmu),
    ];
    const found = listed.flatMap(([, paragraph, kind, offsets = '']) =>
      offsets.split(', ').map((entry) => {
        const [, offset, count] = /^(\d+)(?: \((\d+)\))?$/u.exec(entry) ?? [];
        return `${String(paragraph)} ${String(kind)} ${String(offset)} ${count ?? '2'}`;
      }),
    );
    const made = sources.repairs.map(
      ({ paragraph, kind, offset, before }) =>
        `${paragraph} ${kind} ${offset} ${kind === 'repeated-space' ? before.length : 2}`,
    );
    expect(found.toSorted()).toEqual(made.toSorted());
  });

  test('that does not fit the source is refused, naming the place', () => {
    const repair: Repair = { kind: 'trailing-space', paragraph: 0, offset: 3, before: ' ', after: '' };
    expect(() => repairedParagraphs('Алаш партиясы', [repair])).toThrow(/trailing-space at 3 .*ш партиясы/u);
  });
});
