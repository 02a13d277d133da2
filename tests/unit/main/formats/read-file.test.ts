import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { FormatError } from '#core/formats/format-error.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { readFile } from '#main/formats/read-file.ts';
import { docx, paragraph } from '../../../fixtures/formats/docx.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const kazakh =
  'Уақытша үкіметтің халық күткен аграрлық мәселені шеше алмауы халықтың наразылығын күшейтті, ұлттық құрылыс басталды.';

describe('a file', () => {
  test.each([
    ['txt', 'a.txt', kazakh],
    ['txt', 'without-an-ending', kazakh],
    ['markdown', 'a.md', `# А\n\n${kazakh}`],
    ['tsv', 'a.txt', `Ат\tone\n${kazakh}\ttwo\n`],
    ['html', 'a.txt', `<!DOCTYPE html><p>${kazakh}`],
    [
      'html',
      'a',
      `<?xml version="1.0"?>\n<!-- x --><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${kazakh}</p></body></html>`,
    ],
    ['subtitles', 'a.txt', `1\n00:00:01,000 --> 00:00:02,000\n${kazakh}\n`],
    ['fb2', 'a.xml', `<?xml version="1.0"?><FictionBook><body><p>${kazakh}</p></body></FictionBook>`],
  ])('is read as %s by what is in it, else by its name %s', async (format, name, text) => {
    const read = await readFile(name, bytesOf(text));
    expect(read.format).toBe(format);
    expect(read.imported.texts[0]?.language).toBe('kk');
    expect(read.imported.texts[0]?.blocks.at(-1)?.text).toBe(kazakh);
  });

  test('is read as what a person says it is', async () => {
    const read = await readFile('a.md', bytesOf('# А\n\n*б*'), { format: 'txt' });
    expect(read.imported.texts[0]?.blocks.map(({ text }) => text)).toEqual(['# А', '*б*']);
  });

  test('is a Word document, whatever its name is', async () => {
    const read = await readFile('a.zip', await docx(paragraph(kazakh)));
    expect(read.format).toBe('docx');
  });

  test('is unpacked when it is a single packed text', async () => {
    const zip = await writeZip([{ name: 'k/a.fb2', data: `<FictionBook><body><p>${kazakh}</p></body></FictionBook>` }]);
    expect((await readFile('a.fb2.zip', zip)).format).toBe('fb2');
  });

  test.each(['windows-1251', 'koi8-r', 'utf-16le', 'cp866'] as const)(
    'in %s is decoded, and that is said',
    async (encoding) => {
      const russian = 'Временное правительство не сумело решить аграрный вопрос, которого ждал народ.';
      const read = await readFile('a.txt', iconv.encode(russian, encoding));
      expect(read).toMatchObject({ encoding, imported: { texts: [{ language: 'ru', blocks: [{ text: russian }] }] } });
      expect(read.imported.findings).toContainEqual({
        code: 'encoding-guessed',
        kind: 'guessed',
        count: 1,
        values: { encoding },
      });
    },
  );

  test.each([
    ['koi8-r', 'The word for it (степь дороги) was new to him, and he wrote it down.'],
    ['windows-1251', 'The word for it (степь дороги) was new to him, and he wrote it down.'],
    ['windows-1252', 'L’été, naïvement, le garçon mangeait des crêpes; ça ira, dit-il.'],
    ['pt154', 'Первая глава рассказывает о том, что было в степи: ұлы тау.'],
    ['utf-16be', 'سالەم، دوستىم! بۇل جەردە قازاقشا جازىلعان سوز بار — “иә”.'],
  ] as const)('in %s is decoded though few of its letters tell', async (encoding, text) => {
    expect(await readFile('a.txt', iconv.encode(text, encoding))).toMatchObject({
      encoding,
      imported: { texts: [{ blocks: [{ text }] }] },
    });
  });

  test('keeps the language that it says of a few words, whatever they look like', async () => {
    const tmx =
      '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>The steppe.</seg></tuv><tuv xml:lang="kk"><seg>Дала кең.</seg></tuv></tu></body></tmx>';
    const { imported } = await readFile('a.tmx', bytesOf(tmx));
    expect(imported.texts.map(({ language }) => language)).toEqual(['en', 'kk']);
    expect(imported.findings).toEqual([]);
  });

  test.each(['rk1048', 'pt154'] as const)('of Kazakh in %s is decoded', async (encoding) => {
    const read = await readFile('a.txt', iconv.encode(kazakh, encoding));
    expect(read.imported.texts[0]?.blocks[0]?.text).toBe(kazakh);
  });

  test('that says its encoding is read in it', async () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?><FictionBook><body><p>Слово и дело</p></body></FictionBook>`;
    const read = await readFile('a.fb2', iconv.encode(text, 'windows-1251'));
    expect(read.imported.texts[0]?.blocks[0]?.text).toBe('Слово и дело');
    expect(read.imported.findings.map(({ code }) => code)).not.toContain('encoding-guessed');
  });

  test('that plainly says the wrong language is taken at its text', async () => {
    const read = await readFile('a.html', bytesOf(`<html lang="en"><p>${kazakh}`));
    expect(read.imported.texts[0]?.language).toBe('kk');
    expect(read.imported.findings).toContainEqual({
      code: 'language-guessed',
      kind: 'guessed',
      count: 1,
      values: { language: 'kk', said: 'en' },
    });
  });

  test.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['white space', bytesOf(' \n\n\t'), 'empty'],
    ['NUL bytes', new Uint8Array(1000), 'not-this'],
    ['noise', Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 251), 'not-this'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'not-this'],
    ['the beginning of an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'damaged'],
  ])('of %s is refused in clear words', async (_, bytes, code) => {
    await expect(readFile('a', bytes)).rejects.toSatisfy(
      (error) => error instanceof FormatError && error.code === code,
    );
  });

  test('that is an archive of something else is refused', async () => {
    const zip = await writeZip([
      { name: 'a.txt', data: 'a' },
      { name: 'b.txt', data: 'b' },
    ]);
    await expect(readFile('a.zip', zip)).rejects.toThrow('it is an archive of several files');
  });

  test('that is an archive of an alignment and its texts is read aligned, however these are packed', async () => {
    const texts = [
      { name: 'en/a.xml', data: '<text><s id="1">Winter came early.</s></text>' },
      { name: 'kk/a.xml', data: '<text><s id="1">Қыс ерте келді.</s></text>' },
    ];
    const links =
      '<cesAlign><linkGrp fromDoc="en/a.xml.gz" toDoc="kk/a.xml.gz"><link xtargets="1;1"/></linkGrp></cesAlign>';
    const opus = await readFile('a.zip', await writeZip([{ name: 'alignment.xml', data: links }, ...texts]));
    const lines = [
      { name: 'w.en-kk.en', data: 'Winter came early.\n' },
      { name: 'w.en-kk.kk', data: 'Қыс ерте келді.\n' },
      { name: 'README', data: 'about' },
    ];
    const moses = await readFile('w.zip', await writeZip(lines));
    expect([opus.format, moses.format]).toEqual(['xces', 'moses-zip']);
    for (const { imported } of [opus, moses]) {
      expect(imported.links).toMatchObject([{ between: [0, 1], beads: [{ source: [0], target: [0] }] }]);
      expect(imported.texts.map(({ language }) => language)).toEqual(['en', 'kk']);
    }
  });
});
