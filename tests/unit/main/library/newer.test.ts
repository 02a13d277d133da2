import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '#main/library/library.ts';
import { annotation, change, smallWork, term } from '../../../fixtures/library/records.ts';
import { contents, opened, put, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

async function withFile(file: string, text: string): Promise<string> {
  const folder = await scratch();
  await writeSnapshots(join(folder, 'works', 'w'), [...smallWork(), annotation('n')]);
  await put(join(folder, file), text);
  return folder;
}

const dream = { id: 'd', kind: 'dream', modified: '', about: 'sheep' };

describe('[V1] a library that a newer Egiz wrote opens to be read only, says which file, and is not changed', () => {
  test('the library’s description', async () => {
    const folder = await withFile('library.json', '{"egiz":2,"devices":{},"news":true}');
    const before = await contents(folder);
    const library = await openLibrary(folder, { program: 'test', machine: 'here', watch: false });
    expect(library.readOnly).toEqual({ reason: 'newer', version: 2, file: 'library.json' });
    await expect(library.top.apply(change({ added: [term('t')] }))).rejects.toMatchObject({
      code: 'read-only',
      message: 'library.json was written by a newer Egiz (version 2)',
    });
    expect((await library.work('w')).get('n')).not.toBeNull();
    await library.close();
    expect(await contents(folder)).toEqual(before);
  });

  test('the glossary', async () => {
    const folder = await withFile('glossary.json', JSON.stringify({ egiz: 3, records: [dream, term('t')] }));
    const before = await readFile(join(folder, 'glossary.json'), 'utf8');
    const library = await opened(folder);
    expect(library.readOnly).toEqual({ reason: 'newer', version: 3, file: 'glossary.json' });
    expect(library.top.state().terms.map(({ id }) => id)).toEqual(['t']);
    expect(library.problems()).toMatchObject([{ code: 'newer-version', file: 'glossary.json' }]);
    await library.close();
    expect(await readFile(join(folder, 'glossary.json'), 'utf8')).toBe(before);
  });

  test('a work, from when it is opened', async () => {
    const folder = await withFile(
      'works/w/annotations.json',
      JSON.stringify({ egiz: 2, records: [dream, annotation('n')] }),
    );
    const library = await opened(folder);
    expect(library.readOnly).toBeNull();
    const store = await library.work('w');
    expect(library.readOnly).toEqual({ reason: 'newer', version: 2, file: 'works/w/annotations.json' });
    expect(store.get('n')).not.toBeNull();
    await expect(store.apply(change({ added: [annotation('m')] }))).rejects.toMatchObject({ code: 'read-only' });
    await expect(library.top.apply(change({ added: [term('t')] }))).rejects.toMatchObject({ code: 'read-only' });
  });
});

test('[V1] a file of this version is none of these', async () => {
  const folder = await withFile('works/w/reading.json', JSON.stringify({ egiz: 1, records: [] }));
  await writeFile(join(folder, 'library.json'), '{"egiz":1,"mine":"kept"}');
  const library = await opened(folder);
  await library.work('w');
  expect(library.readOnly).toBeNull();
  expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))).toMatchObject({ mine: 'kept' });
});
