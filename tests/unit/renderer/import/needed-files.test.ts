import { describe, expect, test } from 'vitest';
import type { AlignmentNeeds } from '#core/formats/loose/needs.ts';
import type { FilePreview } from '#main/api/import-shapes.ts';
import type { AlignedFile, BroughtFile } from '#renderer/import/import-state.ts';
import { documentsFor, pairByName, rematched } from '#renderer/import/needed-files.ts';

function read(name: string, { language = 'kk', lines = null as number | null, path = name } = {}): BroughtFile {
  const preview = { file: name, name, lines, texts: [{ language }] } as unknown as FilePreview;
  return { key: path, name, path, id: path, said: {}, aligned: null, state: { kind: 'read', preview } };
}

function waiting(
  name: string,
  names: readonly string[],
  chosen: AlignedFile['chosen'] = names.map(() => null),
): BroughtFile {
  const needs: AlignmentNeeds = {
    documents: names.map((one, at) => ({ key: one, name: one, side: at === 0 ? 'source' : 'target', lines: null })),
  };
  return { key: name, name, path: name, id: name, said: {}, aligned: { needs, chosen }, state: { kind: 'waiting' } };
}

describe('files that an alignment needs', () => {
  test('are those that were brought, by their names; a path leads nowhere', () => {
    const alignment = waiting('a.xml', ['../../etc/passwd', 'C:\\kk\\b.xml']);
    const files = [alignment, read('b.xml'), read('hosts')];
    expect(rematched(alignment, files)?.chosen).toEqual([null, 'b.xml']);
  });

  test('stay what a person chose when more come', () => {
    const alignment = waiting('a.xml', ['kk.xml', 'en.xml'], ['other.xml', null]);
    const files = [alignment, read('other.xml'), read('kk.xml'), read('en.xml')];
    expect(rematched(alignment, files)?.chosen).toEqual(['other.xml', 'en.xml']);
  });

  test('are not taken from another alignment, and are no alignment themselves', () => {
    const alignment = waiting('a.xml', ['kk.xml', 'b.xml']);
    const other = waiting('b.xml', ['kk.xml'], ['kk.xml']);
    const files = [alignment, other, read('kk.xml')];
    expect(rematched(alignment, files)?.chosen).toEqual([null, null]);
    expect(documentsFor(alignment, files).map(({ name }) => name)).toEqual(['kk.xml']);
  });

  test('are told apart by the folder that they were dropped in', () => {
    const alignment = waiting('a.xml', ['en/1.xml', 'kk/1.xml']);
    const files = [alignment, read('1.xml', { path: '/c/kk/1.xml' }), read('1.xml', { path: '/c/en/1.xml' })];
    expect(rematched(alignment, files)?.chosen).toEqual(['/c/en/1.xml', '/c/kk/1.xml']);
  });
});

describe('a pair for Moses', () => {
  test('is found by its names once both are there', () => {
    expect(pairByName([read('w.en-kk.kk')])).toBeNull();
    expect(pairByName([read('w.en-kk.kk'), read('notes.txt'), read('w.en-kk.en.gz')])).toMatchObject({
      key: 'w.en-kk.en.gz',
      aligned: { chosen: ['w.en-kk.en.gz', 'w.en-kk.kk'] },
    });
  });

  test('is none where an alignment has its files', () => {
    const ids = waiting('w.en-kk.ids', ['w.en-kk.en', 'w.en-kk.kk'], ['w.en-kk.en', 'w.en-kk.kk']);
    expect(pairByName([ids, read('w.en-kk.en'), read('w.en-kk.kk')])).toBeNull();
  });
});
