import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '#core/records/schema.ts';
import { journalLine, readJournal } from '#main/library/journal-line.ts';
import { fileOf, readSnapshot, snapshotText } from '#main/library/snapshot.ts';
import { someRecords } from '../../../fixtures/library/arbitrary.ts';
import { annotation, bead, paragraph, term, work } from '../../../fixtures/library/records.ts';

const textOf = async (records: AnyRecord[]): Promise<Buffer> =>
  Buffer.from((await snapshotText(records, 'dev')).join(''));
const records = [annotation('n1', { body: 'Бірінші' }), annotation('n2'), annotation('n3')];

describe('a snapshot', () => {
  test('[S1] is readable JSON, a record a line', async () => {
    const text = (await textOf(records)).toString();
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^\{"egiz":1,"by":"dev","sum":"[0-9a-f]{16}","records":\[$/);
    expect(lines.slice(1, 4)).toEqual(records.map((record, at) => JSON.stringify(record) + (at < 2 ? ',' : '')));
    expect(JSON.parse(text)).toMatchObject({ records });
  });

  test('[R1] gives back what was written, unknown fields and all', async () => {
    const strange = { ...annotation('n'), future: { a: [1, null] } };
    expect(readSnapshot(await textOf([strange]))).toMatchObject({ records: [strange], faults: [], intact: true });
    await fc.assert(
      fc.asyncProperty(someRecords, async (some) => {
        expect(readSnapshot(await textOf(some))).toMatchObject({ records: some, faults: [], intact: true, by: 'dev' });
      }),
      { numRuns: 50 },
    );
  });

  test('[S1] can be formatted anew by a person’s editor', async () => {
    const pretty = JSON.stringify(JSON.parse((await textOf(records)).toString()), null, 4);
    expect(readSnapshot(Buffer.from(pretty))).toMatchObject({ records, faults: [], intact: false });
  });

  test.each([
    ['', 'the file is empty'],
    ['\0'.repeat(5000), 'the file has only NUL bytes'],
    ['{"a": 1}', 'the file has no record that is whole'],
    ['Dear diary', 'the file has no record that is whole'],
  ])('[Q2] that cannot be used says why', (text, unreadable) => {
    expect(readSnapshot(Buffer.from(text))).toEqual({ unreadable });
  });

  test('[Q1] that is cut off gives the records that are whole', async () => {
    const bytes = await textOf(records);
    const read = readSnapshot(bytes.subarray(0, bytes.indexOf('"n3"') + 10));
    expect(read).toMatchObject({ records: records.slice(0, 2), faults: [{ line: 4, detail: 'the line is not JSON' }] });
  });

  test('[Q1] with any byte flipped loses at most two records, and does not pass for intact', async () => {
    const bytes = await textOf(records);
    const texts = new Set(records.map((record) => JSON.stringify(record)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
        const read = readSnapshot(flipped);
        const found = 'records' in read ? read.records.map((record) => JSON.stringify(record)) : [];
        const asWritten = found.filter((text) => texts.has(text)).length;
        const untold = 'records' in read && read.intact === true && read.version === 1 && asWritten < 3;
        expect(asWritten).toBeGreaterThan(0);
        expect(untold).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('[S3] lies under a name that is harmless, whatever ids say', () => {
    const nasty = [
      '../../etc/passwd',
      '/abs',
      'a/b',
      'C:\\x',
      'con',
      'nul',
      '.',
      '',
      'Ә',
      'UPPER',
      'a'.repeat(500),
      'x\0y',
    ];
    for (const id of nasty) {
      expect(fileOf(paragraph('p', id))).toMatch(/^editions\/x-[0-9a-f]{20}\.json$/);
      expect(fileOf(bead('b', [], [], 'a0', { alignment: id }))).toMatch(/^alignments\/x-[0-9a-f]{20}\.json$/);
    }
    expect(fileOf(bead('b', [], [], 'a0', { alignment: '../x~en' }))).toMatch(/^alignments\/x-[0-9a-f]{20}~en\.json$/);
  });

  test('[S1] of each kind has its file', () => {
    const found = [work(), paragraph('p', 'kk'), bead('b', [], []), annotation('n'), term('t')].map(fileOf);
    expect(found).toEqual([
      'work.json',
      'editions/kk.json',
      'alignments/kk~en.json',
      'annotations.json',
      'glossary.json',
    ]);
  });
});

describe('a journal', () => {
  const line = (id: string): string => journalLine({ put: [annotation(id)], was: [] });
  const ids = (bytes: Buffer): string[] =>
    readJournal(bytes).lines.flatMap(({ put }) => put.map((record) => record.id));

  test('[W1] gives back what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someRecords, someRecords), { maxLength: 4 }), (changes) => {
        const lines = changes.map(([put, was]) => ({ put, was }));
        const bytes = Buffer.from(lines.map(journalLine).join(''));
        expect(readJournal(bytes)).toEqual({ lines, faults: [], whole: bytes.length, newer: null });
      }),
    );
  });

  test('[Q1] that is torn anywhere gives every whole line', () => {
    const lines = ['a', 'b', 'c'].map(line);
    const bytes = Buffer.from(lines.join(''));
    for (let end = 0; end <= bytes.length; end += 1) {
      const read = readJournal(bytes.subarray(0, end));
      const whole = lines.filter((_, at) => lines.slice(0, at + 1).join('').length - 1 <= end).length;
      expect(read.lines).toHaveLength(whole);
      expect(bytes.subarray(0, read.whole).toString()).toBe(lines.slice(0, whole).join('').slice(0, read.whole));
    }
  });

  test('[Q1] with any byte flipped loses at most two lines, and says so', () => {
    const bytes = Buffer.from(['a', 'b', 'c'].map(line).join(''));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
        const { lines, faults } = readJournal(flipped);
        expect(lines.length).toBeGreaterThan(0);
        expect(faults.length > 0).toBe(lines.length < 3);
        expect(lines.every(({ put }) => put[0]?.kind === 'annotation')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('[Q1] goes on behind a line that was torn', () => {
    expect(ids(Buffer.from(`${line('a')}${line('b').slice(0, 50)}\n${line('c')}`))).toEqual(['a', 'c']);
  });

  test('[Q1] goes on behind a stretch of NUL bytes, as a power cut leaves them', () => {
    expect(ids(Buffer.from(`${line('a')}${'\0'.repeat(300)}\n${line('c')}`))).toEqual(['a', 'c']);
    expect(readJournal(Buffer.from(`${line('a')}${'\0'.repeat(300)}`))).toMatchObject({
      faults: [{ code: 'torn-line' }],
    });
  });

  test('[V1] of a newer version is read as far as it is known', () => {
    const rest = `"egiz":2,"put":[${JSON.stringify(annotation('a'))},{"id":"x","kind":"dream","modified":""}]}`;
    const { createHash } = process.getBuiltinModule('node:crypto');
    const sum = createHash('sha256').update(rest).digest('hex').slice(0, 16);
    const read = readJournal(Buffer.from(`{"sum":"${sum}",${rest}\n`));
    expect(read).toMatchObject({ newer: 2, faults: [], lines: [{ put: [{ id: 'a' }] }] });
  });
});
