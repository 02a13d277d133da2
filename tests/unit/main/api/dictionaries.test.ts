import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type {
  DictionaryInfo,
  DictionaryList,
  ImportLine,
  ImportPreview,
  ImportSettings,
  Lookup,
} from '#main/api/dictionary-shapes.ts';
import type { Library } from '#main/library/library.ts';
import { eventually, names, opened, scratch } from '../../../fixtures/library/scratch.ts';
import { joined, madeStarDict, number32 } from '../../../fixtures/dictionaries/stardict.ts';
import { application, failureOf, posted } from './application.ts';
import { oldTable, starDict, type Files } from './brought.ts';

const settings: ImportSettings = { name: 'Сөздік', source: 'kk', target: 'en' };
const table = 'үкімет\tgovernment; cabinet\nкітап\tbook\nхалық\tpeople\n';

let folder: string;
let library: Library;
let closing: AbortController;
let app: Awaited<ReturnType<typeof application>>;

async function open(): Promise<void> {
  closing = new AbortController();
  onTestFinished(() => closing.abort());
  library = await opened(folder);
  app = await application({ library, closing: closing.signal });
}

/** Ends the program and starts it again. */
async function reopen(): Promise<void> {
  closing.abort();
  await library.close();
  await open();
}

beforeEach(async () => {
  folder = await scratch();
  await open();
});

const shelved = () => names(join(folder, 'dictionaries'));
const list = async () => ((await (await app.request('/api/dictionaries')).json()) as DictionaryList).dictionaries;

async function lookUp(form: string, language = 'kk'): Promise<Lookup> {
  return (await (await app.request('/api/dictionaries/lookup', posted({ form, language }))).json()) as Lookup;
}

/** What was found, a line an entry: `үкімет: government`. */
async function found(form: string, language = 'kk'): Promise<string[]> {
  return (await lookUp(form, language)).dictionaries.flatMap(({ entries }) =>
    entries.map(({ headword, senses }) => `${headword}: ${senses.join(' | ')}`),
  );
}

/** Sends files in pieces. @returns the job */
async function sent(files: Files, piece = 1_000_000): Promise<string> {
  const all = Object.entries(files).map(([name, data]) => ({ name, bytes: Buffer.from(data) }));
  const begun = await app.request(
    '/api/dictionaries/imports',
    posted({ files: all.map(({ name, bytes }) => ({ name, size: bytes.length })) }),
  );
  const { job } = (await begun.json()) as { job: string };
  for (const [file, { bytes }] of all.entries()) {
    for (let offset = 0; offset === 0 || offset < bytes.length; offset += piece) {
      const body = new Uint8Array(bytes.subarray(offset, offset + piece));
      const address = `/api/dictionaries/imports/${job}?file=${String(file)}&offset=${String(offset)}`;
      expect((await app.request(address, { method: 'PUT', body })).status).toBe(200);
    }
  }
  return job;
}

async function started(job: string, wanted: ImportSettings = settings): Promise<ImportLine[]> {
  const answer = await app.request(`/api/dictionaries/imports/${job}/start`, posted(wanted));
  return (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine);
}

/** Imports files. @throws where they could not be */
async function imported(files: Files, wanted: ImportSettings = settings): Promise<DictionaryInfo> {
  const last = (await started(await sent(files), wanted)).at(-1);
  if (last?.type !== 'done') throw new Error(JSON.stringify(last));
  return last.dictionary;
}

describe('an import', () => {
  test('tells its job, how far it is, and the dictionary that it made', async () => {
    const job = await sent({ 'kk-en.tsv': table });
    const lines = await started(job);
    expect(lines[0]).toEqual({ type: 'job', job });
    expect(lines.slice(1, -1).every(({ type }) => type === 'progress')).toBe(true);
    expect(lines.at(-1)).toMatchObject({
      type: 'done',
      dictionary: { name: 'Сөздік', format: 'table', source: 'kk', target: 'en', entries: 3, enabled: true },
    });
    expect(await list()).toHaveLength(1);
    expect(await names(join(folder, 'dictionaries', (await list())[0]?.id ?? ''))).toEqual([
      'dictionary.json',
      'entries.sqlite',
    ]);
  });

  test.each<[string, Files, string[]]>([
    ['a table', { 'a.tsv': table }, ['үкімет: government | cabinet']],
    ['a packed table', { 'a.csv.gz': gzipSync('үкімет,government\n') }, ['үкімет: government']],
    ['a table in an old encoding', { 'a.tsv': oldTable() }, ['адам: man', 'адам: human']],
    ['StarDict', starDict(), ['үкімет: правительство | власть']],
    [
      'Apertium',
      { 'a.dix': '<dictionary><section><e><p><l>үкімет</l><r>government</r></p></e></section></dictionary>' },
      ['үкімет: government'],
    ],
    [
      'Wiktionary',
      { 'a.jsonl': '{"word":"үкімет","lang_code":"kk","senses":[{"glosses":["government"]}]}\n' },
      ['үкімет: government'],
    ],
  ])('reads %s', async (name, files, entries) => {
    await imported(files);
    expect(await found(name.includes('old') ? 'адамның' : 'үкіметінің')).toEqual(entries);
  });

  test('takes a dictionary of Apertium from the side that has the headwords', async () => {
    const text = '<dictionary><section><e><p><l>government</l><r>үкімет</r></p></e></section></dictionary>';
    await imported({ 'apertium-eng-kaz.eng-kaz.dix': text });
    expect(await found('үкіметке')).toEqual(['үкімет: government']);
  });

  test('counts what it left out, with places', async () => {
    const { report } = await imported(starDict());
    expect(report).toMatchObject({
      entries: 2,
      skipped: [{ code: 'outside-file', count: 1, examples: [{ detail: 'there is no entry 100' }] }],
      languages: { kk: 2 },
    });
  });

  test('says before it begins what the files are', async () => {
    const look = async (files: Files) =>
      (await (await app.request(`/api/dictionaries/imports/${await sent(files)}`)).json()) as ImportPreview;
    expect(await look({ 'words.tsv': `kk\tru\tpos\nүкімет\tправительство\tn\n` })).toEqual({
      name: 'words',
      format: 'table',
      source: 'kk',
      target: 'ru',
      languages: ['kk', 'ru'],
      samples: [{ headword: 'үкімет', partOfSpeech: 'noun', senses: ['правительство'] }],
    });
    expect(await look(starDict())).toMatchObject({
      name: 'Қазақша-орысша',
      source: 'kk',
      target: 'ru',
      samples: [
        { headword: 'үкімет', senses: ['правительство', 'власть'] },
        { headword: 'халық', senses: ['народ'] },
      ],
    });
    expect(await look({ 'kaz.automorf.att': '0\t1\tа\tа\n1\n' })).toMatchObject({ format: 'analyser', source: 'kk' });
  });

  test.each<[string, Files, string, string]>([
    ['nothing in it', { 'a.tsv': 'үкімет\n' }, 'nothing-found', 'no-gloss, line 1'],
    [
      'damaged gzip',
      { 'a.tsv.gz': Buffer.concat([gzipSync(table).subarray(0, 20), Buffer.alloc(99, 7)]) },
      'bad-file',
      '',
    ],
    ['gzip that breaks off', { 'a.tsv.gz': gzipSync('а'.repeat(99_999)).subarray(0, 60) }, 'bad-file', ''],
    ['an .ifo that is none', { ...starDict(), 'a.ifo': 'hello' }, 'bad-file', 'an .ifo file begins with'],
    ['bytes', { 'a.tsv': Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251) }, 'bad-file', ''],
    ['XML of another kind', { 'a.dix': '<html/>' }, 'bad-file', 'not <html>'],
  ])('of a file with %s ends with a reason, and leaves nothing behind', async (_, files, code, message) => {
    const last = (await started(await sent(files))).at(-1);
    expect(last).toMatchObject({ type: 'failed', code, message: expect.stringContaining(message) as string });
    expect(await shelved()).toEqual([]);
  });

  test('of what unpacks to far more than it is ends early', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 0x61), { level: 9 });
    const lines = await started(await sent({ 'a.tsv.gz': bomb }));
    expect(lines.at(-1)).toMatchObject({ type: 'failed', code: 'too-large' });
    expect(await shelved()).toEqual([]);
  });

  test('of an index that points outside the articles keeps the entries that are right', async () => {
    const made = madeStarDict([{ word: 'кітап', fields: [['m', 'book']] }], { types: 'm' });
    const wild = joined([Buffer.from('а\0'), number32(4_000_000_000), number32(4_000_000_000)]);
    const files = { 'a.ifo': made.ifo, 'a.idx': joined([wild, made.idx]), 'a.dict': made.dict };
    expect((await imported(files)).report.skipped).toEqual([
      {
        code: 'outside-file',
        count: 1,
        examples: [{ place: 'entry 1', detail: 'а: 4000000000 bytes at 4000000000' }],
      },
    ]);
    expect(await found('кітабы')).toEqual(['кітап: book']);
  });

  test('is cancelled by its id', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `сөз${String(at)}\tword ${String(at)}`);
    const job = await sent({ 'a.tsv': rows.join('\n') });
    const running = started(job);
    await eventually(async () =>
      expect(await names(join(folder, 'dictionaries', `.importing-${job}`, 'made'))).not.toEqual([]),
    );
    const answer = await app.request(`/api/dictionaries/imports/${job}`, { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect((await running).at(-1)).toEqual({ type: 'cancelled' });
    expect(await shelved()).toEqual([]);
  });

  test('ends when nobody reads its progress any more, and when the host closes', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `сөз${String(at)}\tword ${String(at)}`).join('\n');
    const start = async () =>
      app.request(`/api/dictionaries/imports/${await sent({ 'a.tsv': rows })}/start`, posted(settings));
    await (await start()).body?.cancel();
    await eventually(async () => expect(await shelved()).toEqual([]));
    await start();
    closing.abort();
    await eventually(async () => expect(await shelved()).toEqual([]));
  });

  test('that a process left is swept when the library is opened the next time', async () => {
    const left = join(folder, 'dictionaries', '.importing-0123456789');
    await mkdir(join(left, 'made'), { recursive: true });
    await writeFile(join(left, 'made', 'entries.sqlite'), 'half');
    await mkdir(join(folder, 'dictionaries', '.removed-0123456789'));
    await mkdir(join(folder, 'dictionaries', 'of-the-reader'));
    await reopen();
    await eventually(async () => expect(await shelved()).toEqual(['of-the-reader']));
    expect(await list()).toEqual([]);
  });

  test.each([
    ['a piece that is not the next', 'file=0&offset=5', 'the next piece begins at'],
    ['a file that was not announced', 'file=3&offset=0', 'there is no file 3'],
    ['more than was announced', 'file=0&offset=90', 'was said to have'],
  ])('refuses %s', async (_, query, message) => {
    const job = await sent({ 'a.tsv': table });
    const put = app.request(`/api/dictionaries/imports/${job}?${query}`, { method: 'PUT', body: 'x'.repeat(30) });
    expect(await failureOf(put)).toMatchObject({ status: 400, message: expect.stringContaining(message) as string });
  });

  test('takes no path from the names of files', async () => {
    await imported({ '../../../evil.tsv': table });
    expect(await names(folder)).not.toContain('evil.tsv');
    expect(await stat(join(folder, '..', 'evil.tsv')).catch(() => null)).toBeNull();
  });

  test('says which file of StarDict is missing', async () => {
    const job = await sent({ 'a.ifo': 'x', 'a.idx': 'y' });
    expect(await failureOf(app.request(`/api/dictionaries/imports/${job}`))).toMatchObject({
      status: 400,
      where: 'missing-file',
      message: '.dict',
    });
  });

  test('that is not there cannot be started', async () => {
    expect(await failureOf(app.request('/api/dictionaries/imports/0123456789/start', posted(settings)))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  test('is refused while another program has the library', async () => {
    app = await application({ library: await opened(folder) });
    const body = posted({ files: [{ name: 'a.tsv', size: 3 }] });
    expect(await failureOf(app.request('/api/dictionaries/imports', body))).toMatchObject({ code: 'read-only' });
  });
});

describe('a dictionary', () => {
  test('is asked in its order, when it is enabled', async () => {
    const first = await imported({ 'a.tsv': 'үкімет\tone\n' }, { ...settings, name: 'A' });
    const second = await imported({ 'b.tsv': 'үкімет\ttwo\n' }, { ...settings, name: 'B' });
    expect(await found('үкімет')).toEqual(['үкімет: one', 'үкімет: two']);
    const edit = async (id: string, change: object) =>
      app.request(`/api/dictionaries/${id}`, { ...posted(change), method: 'PATCH' });
    await edit(second.id, { position: 0, name: 'Second' });
    expect(await found('үкімет')).toEqual(['үкімет: two', 'үкімет: one']);
    await edit(first.id, { enabled: false });
    expect(await found('үкімет')).toEqual(['үкімет: two']);
    expect((await list()).map(({ name, enabled }) => [name, enabled])).toEqual([
      ['Second', true],
      ['A', false],
    ]);
  });

  test('is removed with all that it had on the disk', async () => {
    const { id } = await imported({ 'a.tsv': table });
    expect(await found('үкімет')).toHaveLength(1);
    const answer = await app.request(`/api/dictionaries/${id}`, { method: 'DELETE' });
    expect(((await answer.json()) as DictionaryList).dictionaries).toEqual([]);
    expect(await shelved()).toEqual([]);
    expect(await lookUp('үкімет')).toEqual({ dictionaries: [], analyses: [], asked: 0 });
    expect(await failureOf(app.request(`/api/dictionaries/${id}`, { method: 'DELETE' }))).toMatchObject({
      status: 404,
    });
  });

  test('is there again when the library is opened anew', async () => {
    await imported({ 'a.tsv': table });
    await reopen();
    expect(await found('кітабын')).toEqual(['кітап: book']);
  });

  test('whose file was damaged does not keep the others from answering', async () => {
    const { id } = await imported({ 'a.tsv': table });
    await imported({ 'b.tsv': 'үкімет\ttwo\n' });
    await writeFile(join(folder, 'dictionaries', id, 'entries.sqlite'), 'no database at all'.repeat(999));
    await reopen();
    expect(await found('үкімет')).toEqual(['үкімет: two']);
  });

  test('that is no dictionary of ours is not asked', async () => {
    const { id } = await imported({ 'a.tsv': table });
    const database = new DatabaseSync(join(folder, 'dictionaries', id, 'entries.sqlite'));
    database.exec(`
      ALTER TABLE spellings RENAME TO other;
      CREATE VIEW spellings AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT 'үкімет' AS key, i AS entry, 0 AS given FROM n;
    `);
    database.close();
    expect(await found('үкімет')).toEqual([]);
  });

  test('is asked for words of its language only', async () => {
    await imported({ 'a.tsv': table });
    expect(await lookUp('үкімет', 'ru')).toMatchObject({ asked: 0, dictionaries: [] });
    expect((await lookUp('үкімет', 'kk-Cyrl')).asked).toBe(1);
  });

  test('of several languages is asked for each', async () => {
    const record = (word: string, code: string, gloss: string) =>
      JSON.stringify({ word, lang_code: code, senses: [{ glosses: [gloss] }] });
    const text = `${record('бар', 'kk', 'to go')}\n${record('бар', 'ru', 'bar')}\n`;
    await imported({ 'a.jsonl': text }, { ...settings, source: null });
    expect([await found('барды'), await found('бара', 'ru')]).toEqual([['бар: to go'], ['бар: bar']]);
  });

  test('tells how the form is made of the headword', async () => {
    await imported({ 'a.tsv': table });
    const { dictionaries } = await lookUp('халқының');
    expect(dictionaries[0]?.entries[0]?.reading?.[0]?.suffixes.map(({ id }) => id)).toEqual([
      'possessive-3',
      'genitive',
    ]);
    expect((await lookUp('Халық')).dictionaries[0]?.entries[0]?.reading).toBeNull();
  });

  test('gives other spellings that stand for its entries', async () => {
    await imported(starDict());
    expect(await found('өкімет')).toEqual(['үкімет: правительство | власть']);
  });
});

test('an analyser says what it knows of the last word, and ranks', async () => {
  const arcs = [
    ...Array.from('ат', (letter, at) => `${String(at)}\t${String(at + 1)}\t${letter}\t${letter}`),
    '2\t3\t@0@\t<n>',
    '3\t4\tы\t<px3sp>',
    '4\t5\tн\t<acc>',
    '5',
  ];
  await imported({ 'kaz.automorf.att.gz': gzipSync(arcs.join('\n')) }, { ...settings, target: null });
  await imported({ 'a.tsv': 'ату\tto shoot\nат\thorse\n' });
  const answer = await lookUp('қара атын');
  expect(answer.analyses).toEqual([{ lemma: 'ат', tags: ['n', 'px3sp', 'acc'] }]);
  expect(answer.asked).toBe(1);
  expect((await found('атын'))[0]).toBe('ат: horse');
});

test('a form that is no form is refused', async () => {
  const body = (value: unknown) => app.request('/api/dictionaries/lookup', posted(value));
  expect(await failureOf(body({ form: '', language: 'kk' }))).toMatchObject({ status: 400, where: 'form' });
  expect(await failureOf(body({ form: 'а', language: '../x' }))).toMatchObject({ status: 400, where: 'language' });
  expect(await (await body({ form: "'; DROP TABLE entries; --", language: 'kk' })).json()).toMatchObject({ asked: 0 });
});
