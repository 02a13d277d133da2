import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { looksLikeEgiz, tellingBytes } from '#core/formats/egiz-file/recognise.ts';
import { manifestName } from '#core/formats/egiz-file/manifest.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { readEgizFile, writeEgizFile } from '#main/formats/egiz-file.ts';
import { readEgizInThread } from '#main/formats/read-egiz-in-thread.ts';
import { annotation, edition, paragraph, smallWork, term, work } from '../../../fixtures/library/records.ts';

const manifest = { egiz: 1, content: 'work', work: 'w', program: 'Egiz test', exported: '2026-11-23T03:25:19.000Z' };
const json = (records: unknown, egiz = 1): string => JSON.stringify({ egiz, records });

/** A text of so many characters that packs badly. */
function unlike(length: number): string {
  return Array.from({ length: Math.ceil(length / 4) }, (_, at) =>
    ((at * 48_271) % 65_536).toString(16).padStart(4, '0'),
  ).join('');
}

/** A file of a small work, with some entries otherwise; `null` leaves one out. */
function file(more: Record<string, string | null> = {}): Promise<Uint8Array> {
  const plain: Record<string, string> = {
    [manifestName]: JSON.stringify(manifest),
    'works/w/work.json': json([work(), edition('kk')]),
  };
  const entries = Object.entries({ ...plain, ...more });
  return writeZip(entries.flatMap(([name, data]) => (data === null ? [] : [{ name, data }])));
}

async function refused(bytes: Promise<Uint8Array> | Uint8Array): Promise<EgizFileError> {
  const error: unknown = await readEgizFile(await bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EgizFileError);
  return error as EgizFileError;
}

describe('a .egiz file', () => {
  test('[EG1] is read as it was written', async () => {
    const parts = { work: 'w', program: 'Egiz test', device: 'here', exported: manifest.exported };
    const bytes = await writeEgizFile({ ...parts, records: [...smallWork(), annotation('a')], top: [term('t')] });
    const { records, top, manifest: said, unknown } = await readEgizFile(bytes);
    const byId = (list: readonly AnyRecord[]): AnyRecord[] => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(records)).toEqual(byId([...smallWork(), annotation('a')]));
    expect(top).toEqual([term('t')]);
    expect(said).toEqual(manifest);
    expect(unknown).toEqual([]);
  });

  test('[EG8] is read in a thread, and what is wrong with it is told from there', async () => {
    const { signal } = new AbortController();
    const own = Uint8Array.from(await file());
    expect((await readEgizInThread(own, signal)).work.id).toBe('w');
    const other = readEgizInThread(Uint8Array.from(await file({ [manifestName]: null })), signal);
    await expect(other).rejects.toMatchObject({ name: 'EgizFileError', code: 'not-egiz' });
  });

  test('[EG14] is known by what is in it, also where the manifest stands last in a long archive', async () => {
    const known = (bytes: Uint8Array): boolean =>
      looksLikeEgiz(bytes.subarray(0, tellingBytes), bytes.subarray(-tellingBytes));
    expect(known(await file())).toBe(true);
    const random = Buffer.from(Array.from({ length: 400_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 251));
    const entries = [
      { name: 'works/w/sound.bin', data: random },
      { name: manifestName, data: JSON.stringify(manifest) },
    ];
    const long = await writeZip(entries);
    expect(known(long)).toBe(true);
    expect(known(await writeZip([{ name: 'META-INF/container.xml', data: '<container/>' }]))).toBe(false);
    expect(known(new TextEncoder().encode(`A text about ${manifestName}`))).toBe(false);
    expect(known(new Uint8Array())).toBe(false);
  });

  test('[EG6] with entries that are not known is taken without them, and they are named', async () => {
    const { unknown } = await readEgizFile(await file({ 'works/w/recordings.json': json([]), 'readme.txt': 'x' }));
    expect(unknown).toEqual(['works/w/recordings.json', 'readme.txt']);
  });

  test.each([
    ['in its manifest', { [manifestName]: JSON.stringify({ ...manifest, egiz: 2, more: {} }) }],
    ['in an entry', { 'glossary.json': json([], 2) }],
  ])('[EG6] of a newer Egiz is refused, by what it says %s', async (_, more) => {
    expect(await refused(file(more))).toMatchObject({ code: 'newer' });
  });

  test.each<[string, Record<string, string | null>, EgizFileError['code']]>([
    ['no manifest', { [manifestName]: null }, 'not-egiz'],
    ['a manifest of something else', { [manifestName]: '{"name":"x"}' }, 'not-egiz'],
    ['a manifest that is no JSON', { [manifestName]: '{' }, 'not-egiz'],
    ['a work’s id that is a path', { [manifestName]: JSON.stringify({ ...manifest, work: '../w' }) }, 'unsafe'],
    ['a work’s id that is a device', { [manifestName]: JSON.stringify({ ...manifest, work: 'con' }) }, 'unsafe'],
    ['a manifest with __proto__', { [manifestName]: '{"egiz":1,"content":"work","__proto__":{}}' }, 'unsafe'],
    ['no work', { 'works/w/work.json': json([edition('kk')]) }, 'bad-record'],
    ['another work', { 'works/w/work.json': json([work(), work({ id: 'v' })]) }, 'bad-record'],
    ['a folder of another work', { 'works/v/work.json': json([]) }, 'bad-record'],
    ['an entry that is no JSON', { 'glossary.json': 'x' }, 'bad-record'],
    ['an entry without records', { 'glossary.json': '{"egiz":1}' }, 'bad-record'],
    ['a record that is none', { 'glossary.json': json([null]) }, 'bad-record'],
    ['a term among the annotations', { 'works/w/annotations.json': json([term('t')]) }, 'bad-record'],
    ['a work’s record at the top', { 'glossary.json': json([annotation('a')]) }, 'bad-record'],
    ['settings of the reader', { 'settings.json': json([{ id: 'study', kind: 'study', modified: '' }]) }, 'bad-record'],
    ['a term that is called display', { 'glossary.json': json([term('display')]) }, 'unsafe'],
    ['an id twice', { 'glossary.json': json([term('t'), term('t')]) }, 'bad-record'],
    [
      'a form without its term',
      { 'glossary.json': json([{ id: 'r', kind: 'rejection', modified: '', term: 't', form: 'x' }]) },
      'bad-record',
    ],
    [
      'a field __proto__',
      { 'glossary.json': `{"egiz":1,"records":[{"id":"t","__proto__":{"deleted":true}}]}` },
      'unsafe',
    ],
    [
      'nesting without an end',
      { 'glossary.json': `{"egiz":1,"records":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}` },
      'unsafe',
    ],
    [
      'more records than any work has',
      { 'glossary.json': json(Array.from({ length: 500_001 }, (_, at) => term(String(at * 7919)))) },
      'too-large',
    ],
    [
      'a paragraph that no page could show',
      { 'works/w/editions/kk.json': json([paragraph('p', 'kk', 'a0', { text: unlike(2_000_001) })]) },
      'too-large',
    ],
  ])('[EG7] with %s is refused', async (_, more, code) => {
    expect(await refused(file(more))).toMatchObject({ code });
  });

  test('[EG7] says which entry and which record is wrong', async () => {
    const error = await refused(file({ 'glossary.json': json([term('t'), { ...term('u'), headword: 7 }]) }));
    expect(error.message).toBe('glossary.json, record 2: headword: Invalid input: expected string, received number');
  });

  test('[EG7] that is no archive, or half of one, is refused', async () => {
    const whole = await file();
    expect((await refused(Buffer.from('PK'))).code).toBe('damaged');
    expect((await refused(whole.subarray(0, whole.length - 40))).code).toBe('damaged');
  });

  test('[EG7] with bytes changed by chance is read or refused, never anything else', async () => {
    const whole = await file({ 'glossary.json': json([term('t')]) });
    const spot = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 6 }), async (spots) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of spots) bytes[at] = value;
        const how = await readEgizFile(bytes).then(
          () => 'read',
          (error: unknown) => (error instanceof EgizFileError ? 'refused' : error),
        );
        expect(['read', 'refused']).toContain(how);
      }),
      { numRuns: 300 },
    );
  });
});
