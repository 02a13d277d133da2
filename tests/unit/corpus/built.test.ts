import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isStamp } from '#core/records/clock.ts';
import { normalise } from '#core/records/normalise.ts';
import { fileOf, readSnapshot } from '#main/library/snapshot.ts';
import { buildCorpus, readSources } from '../../../scripts/corpus.ts';
import { beads, corpus, edition, ofKind, records } from './corpus.ts';

const built = buildCorpus(await readSources(join(corpus, 'source')));
const all = [...built.keys()].filter((path) => path !== 'library.json').flatMap((path) => records(path));

describe('the built corpus', () => {
  test.each([...built.keys()])('%s is what `npm run corpus` writes', (path) => {
    expect(readFileSync(join(corpus, path), 'utf8')).toBe(built.get(path));
  });

  test('has no file that `npm run corpus` does not write', () => {
    const files = readdirSync(join(corpus, 'works'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength([...built.keys()].filter((path) => path.startsWith('works/')).length);
  });

  test('is what the library reads: every record whole, in the file where the library keeps its kind', () => {
    for (const path of built.keys()) {
      if (path === 'library.json') continue;
      const read = readSnapshot(readFileSync(join(corpus, path)));
      expect(read).toMatchObject({ faults: [], version: 1 });
      for (const record of records(path)) expect(path.replace('works/qazan-1917/', '')).toBe(fileOf(record));
    }
  });

  test('needs no normalising: what a reader sees is what the files say', () => {
    const seen = normalise('qazan-1917', new Map(all.map((record) => [record.id, record])));
    for (const id of ['kk', 'en', 'ru']) expect(seen.paragraphs.get(id)).toEqual(edition(id));
    for (const id of ['en', 'ru']) expect(seen.alignments.get(`kk~${id}`)).toEqual(beads(id));
    expect(seen.work?.original).toBe('kk');
    expect(seen.editions.map(({ id }) => id)).toEqual(['kk', 'en', 'ru']);
  });

  test('stamps every record with the revision, older than anything a reader does', () => {
    for (const { modified } of all) {
      expect(isStamp(modified)).toBe(true);
      expect(modified).toBe('0001-01-01T00:00:00.001Z-0000-corpus');
    }
  });

  test('gives every record an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('marks every section as editorial, with a title in three languages', () => {
    const sections = ofKind(all, 'section');
    expect(sections).toHaveLength(18);
    for (const { editorial, titles } of sections) {
      expect(editorial).toBe(true);
      expect(Object.keys(titles).toSorted()).toEqual(['en', 'kk', 'ru']);
    }
  });

  test.each(['kk', 'en', 'ru'])('%s has its paragraphs in the order of its sections', (id) => {
    const sections = ofKind(records(`works/qazan-1917/editions/${id}.json`), 'section');
    const places = edition(id).map(({ section }) => sections.findIndex((record) => record.id === section));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(sections.length);
  });

  test.each(['en', 'ru'])('kk~%s has every paragraph of both sides in one bead, in order, confirmed', (id) => {
    const aligned = beads(id);
    expect(aligned.flatMap(({ source }) => source)).toEqual(edition('kk').map((paragraph) => paragraph.id));
    expect(aligned.flatMap(({ target }) => target)).toEqual(edition(id).map((paragraph) => paragraph.id));
    for (const { status, confidence } of aligned)
      expect({ status, confidence }).toEqual({ status: 'confirmed', confidence: 1 });
  });

  test.each(['en', 'ru'])('kk~%s has beads of one paragraph beside several', (id) => {
    expect(beads(id).some(({ source, target }) => source.length === 1 && target.length > 1)).toBe(true);
  });
});
