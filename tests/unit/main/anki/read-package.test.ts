import { zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PackageError } from '#main/anki/package-error.ts';
import { readCollection } from '#main/anki/read-collection.ts';
import { readPackage } from '#main/anki/read-package.ts';
import { rawZip } from '../container/raw-zip.ts';
import { oldCollection, oldPackage } from './old-package.ts';

const notes = [
  { guid: 'Bd$g!1]x', fields: ['<b>үй</b>', 'house<br>home', '[sound:a.mp3]'], tags: ' noun  lesson1 ' },
  { guid: 'x2', fields: ['су', 'water &amp; wet', '<img src="cat.jpg">'] },
];
const collection = oldCollection(['Kazakh', 'English', 'Audio'], notes);

async function fault(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PackageError) return error.code;
  throw new Error(`expected a PackageError, got ${String(error)}`);
}

describe('packages made elsewhere', () => {
  test.each(['collection.anki2', 'collection.anki21'])('notes of a %s are read as text', async (name) => {
    expect(await readPackage(oldPackage(collection, name))).toEqual({
      left: 0,
      types: [
        {
          id: '1342',
          name: 'Vocabulary',
          fields: ['Kazakh', 'English', 'Audio'],
          notes: [
            {
              guid: 'Bd$g!1]x',
              fields: ['үй', 'house\nhome', '[♪ a.mp3]'],
              tags: ['noun', 'lesson1'],
              decks: ['Kazakh::Lesson 1'],
            },
            { guid: 'x2', fields: ['су', 'water & wet', '[□ cat.jpg]'], tags: [], decks: ['Kazakh::Lesson 1'] },
          ],
        },
      ],
    });
  });

  test('the newer of two collections counts', async () => {
    const stub = oldCollection(['Front', 'Back'], [{ guid: 's', fields: ['update', ''] }]);
    const archive = rawZip([
      { name: 'collection.anki2', data: stub },
      { name: 'collection.anki21', data: collection },
    ]);
    expect((await readPackage(archive)).types[0]?.notes).toHaveLength(2);
  });

  test('a collection with a log beside it, which is not in the package, is read', () => {
    const marked = Buffer.from(collection);
    marked[18] = 2;
    marked[19] = 2;
    expect(readCollection(marked).types[0]?.notes).toHaveLength(2);
  });
});

describe('hostile packages', () => {
  test.each([
    ['no archive', Buffer.from('hello'), 'not-package'],
    ['an archive of something else', rawZip([{ name: 'word/document.xml', data: 'x' }]), 'not-package'],
    ['a link', rawZip([{ name: 'collection.anki2', data: '/etc/passwd', mode: 0o120_777 }]), 'unsafe'],
    ['a name that leads out', rawZip([{ name: 'collection.anki2', data: collection }, { name: '../x' }]), 'unsafe'],
    ['a wrong checksum', rawZip([{ name: 'collection.anki2', data: collection, crc: 1 }]), 'unsafe'],
    ['no database', rawZip([{ name: 'collection.anki2', data: 'SELECT 1' }]), 'damaged'],
    ['a cut database', rawZip([{ name: 'collection.anki2', data: collection.subarray(0, 5000) }]), 'damaged'],
    ['a version to come', rawZip([{ name: 'meta', data: Buffer.from([8, 4]) }]), 'newer'],
    ['no version', rawZip([{ name: 'meta', data: Buffer.from([0xff]) }]), 'damaged'],
    ['a version without its collection', rawZip([{ name: 'meta', data: Buffer.from([8, 3]) }]), 'not-package'],
    ['a collection that is not compressed', rawZip([{ name: 'collection.anki21b', data: collection }]), 'damaged'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await fault(readPackage(bytes))).toBe(code);
  });

  test('a bomb of Zstandard is refused before it is unpacked', async () => {
    const bomb = zstdCompressSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await fault(readPackage(rawZip([{ name: 'collection.anki21b', data: bomb }])))).toBe('too-big');
  });

  const endless = 'with recursive n (x) as (select 1 union all select x + 1 from n) select x from n';
  test.each([
    ['a view in place of a table', `drop table notes; create view notes as ${endless}`],
    ['a trigger', 'create trigger t after insert on notes begin delete from notes; end'],
    ['a virtual table', 'drop table notes; create virtual table notes using fts5 (flds)'],
  ])('%s is refused', async (_, sql) => {
    expect(await fault(readPackage(oldPackage(oldCollection(['A', 'B'], notes, sql))))).toBe('unsafe');
  });

  test.each([
    [
      'a column that is computed',
      `create table n2 (id integer primary key, guid text, mid integer, tags text, flds text as (hex(zeroblob(90000000)))); insert into n2 (id, guid, mid) values (1, '', 1342); drop table notes; alter table n2 rename to notes`,
    ],
    ['no notes at all', 'drop table notes'],
    ['a schema that is none', "update col set ver = 'x'"],
    ['note types that are no JSON', "update col set models = '{'"],
    ['note types that are none', 'update col set models = \'{"1342": 5}\''],
    ['an empty collection', 'delete from col'],
  ])('%s is damage', async (_, sql) => {
    expect(await fault(readPackage(oldPackage(oldCollection(['A', 'B'], notes, sql))))).toBe('damaged');
  });

  test('a newer schema is said to be newer', async () => {
    expect(await fault(readPackage(oldPackage(oldCollection(['A'], [], 'update col set ver = 19'))))).toBe('newer');
  });

  test('giant fields, strange values and notes without a type are left out and counted', () => {
    const sql = `
      insert into notes (id, guid, mid, tags, flds) values (10, 'g', 1342, '', hex(zeroblob(500000)));
      insert into notes (id, guid, mid, tags, flds) values (11, 'h', 1342, '', x'00ff');
      insert into notes (id, guid, mid, tags, flds) values (12, 'i', 999, '', 'a');
      insert into notes (id, guid, mid, tags, flds) values (9223372036854775807, null, 1342, null, 'a');
      insert into notes (id, guid, mid, tags, flds) values (13, 'j', 1342, '', '${'<'.repeat(30_000)}');`;
    const { types, left } = readCollection(oldCollection(['A', 'B'], [], sql));
    expect(left).toBe(4);
    expect(types[0]?.notes).toEqual([{ guid: null, fields: ['a'], tags: [], decks: [] }]);
  });

  test('a database damaged anywhere gives notes or a refusal', () => {
    const change = fc.tuple(fc.nat(collection.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const bytes = Buffer.from(collection);
        for (const [at, value] of changes) bytes[at] = value;
        const result = attempt(() => readCollection(bytes).types.length);
        expect(result === 'refused' || result <= 1).toBe(true);
      }),
      { numRuns: 1500, seed: 20_261_123 },
    );
  });
});

function attempt(work: () => number): number | 'refused' {
  try {
    return work();
  } catch (error) {
    if (error instanceof PackageError) return 'refused';
    throw error;
  }
}
