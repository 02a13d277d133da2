import { expect, test } from 'vitest';
import { FormatError } from '#core/formats/format-error.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { readFile } from '#main/formats/read-file.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
/** A compound file with streams of these names. */
const compound = (...streams: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);
const zip = (...names: readonly string[]): Promise<Uint8Array> =>
  writeZip(names.map((name) => ({ name, data: '<x/>' })));
const refusal = async (name: string, content: Uint8Array): Promise<unknown> =>
  readFile(name, content).catch((error: unknown) => error);

test.each([
  ['rtf', 'a.doc', bytes('{\\rtf1\\ansi {\\b \\u1045?}}')],
  ['doc', 'a.doc', compound('Root Entry', 'WordDocument')],
  ['sheet', 'a.xls', compound('Workbook')],
  ['slides', 'a.ppt', compound('PowerPoint Document')],
  ['kindle', 'a.azw3', bytes(`${'Book'.padEnd(60, '\0')}BOOKMOBI\0\0`)],
  ['djvu', 'a.djvu', bytes('AT&TFORM\0\0\x0b\xb8DJVMDIRM')],
  ['picture', 'a.txt', bytes('\x89PNG\r\n\x1a\n\0\0')],
  ['picture', 'a.heic', bytes('\0\0\0\x18ftypheic')],
  ['picture', 'a.svg', bytes('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>')],
  ['media', 'a.mp3', bytes('ID3\x04\0\0')],
  ['media', 'a.mp4', bytes('\0\0\0\x20ftypisom')],
  ['po', 'kk.po', Buffer.from('# Аударма\n\n#: main.c:3\nmsgid "A horse"\nmsgstr "Ат"\n')],
  ['po', 'a.txt', bytes('msgctxt "menu"\r\nmsgid "File"\r\nmsgid_plural "Files"\r\nmsgstr[0] ""\r\n')],
  ['po', 'kk.mo', Buffer.from('de1204950000000002000000', 'hex')],
  ['qt', 'app.ts', bytes('<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1"><context/></TS>')],
  ['txml', 'a.txml', bytes('<?xml version="1.0"?><txml locale="kk" targetlocale="en"/>')],
  ['ttx', 'a.ttx', Buffer.from('\uFEFF<?xml version="1.0"?><TRADOStag Version="2.0"/>', 'utf16le')],
  ['xml', 'a.xml', bytes('<recipes><title>Nan</title></recipes>')],
  ['xml', 'a.txt', bytes('<?xml version="1.0"?>\n<!-- of a shop -->\n<rss version="2.0"><channel/></rss>')],
  ['xml', 'a', bytes('<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>')],
  ['archive', 'a.rar', bytes('Rar!\x1a\x07\x01\0')],
] as const)('%s is said to be that, whatever it is called (%s)', async (kind, name, content) => {
  const error = await refusal(name, content);
  expect(error).toBeInstanceOf(FormatError);
  expect(error).toMatchObject({ code: 'not-this', kind });
});

test.each([
  ['sheet', ['[Content_Types].xml', 'xl/workbook.xml']],
  ['slides', ['[Content_Types].xml', 'ppt/presentation.xml']],
  ['pages', ['Index/Document.iwa', 'Metadata/Properties.plist']],
  ['archive', ['one.txt', 'two.txt']],
] as const)('an archive that is %s is said to be that', async (kind, names) => {
  expect(await refusal('a.zip', await zip(...names))).toMatchObject({ code: 'not-this', kind });
});

test('a document of Office with a password is protected', async () => {
  expect(await refusal('a.docx', compound('EncryptedPackage', 'EncryptionInfo'))).toMatchObject({ code: 'protected' });
});

test('a text that begins as some file might is a text', async () => {
  for (const text of [
    'ID3 және басқалар',
    'PNG деген не?',
    'BOOKMOBI',
    'RIFF-тер жайлы',
    'MZ',
    'II* тарау',
    'msgid деген не?',
    '<b>Тарау</b> басы',
  ]) {
    expect((await readFile('a.txt', Buffer.from(text))).format).toBe('txt');
  }
  // Windows-1251: `я` is the byte with which sound may begin.
  const old = Buffer.from('ffe2e8ebeef1fc20f1eeeee1f9e5ede8e520ee20f1fae5e7e4e5', 'hex');
  expect((await readFile('a.txt', old)).imported.texts[0]?.blocks[0]?.text).toBe('явилось сообщение о съезде');
});

test('what a person says it is, it is read as', async () => {
  const read = await readFile('a.rtf', bytes('{\\rtf1 text}'), { format: 'txt' });
  expect(read.imported.texts[0]?.blocks[0]?.text).toBe('{\\rtf1 text}');
});
