import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bitext, wholeBitext } from '#core/formats/bitext.ts';
import { writeTei } from '#core/formats/tei/write.ts';
import { writeTmx } from '#core/formats/tmx/write.ts';
import { writeXliff } from '#core/formats/xliff/write.ts';
import { childrenOf, descendantsOf, readXml, type XmlElement } from '../../../../fixtures/formats/xml.ts';
import { faults, tei, tmx, xliff } from '../../../../fixtures/formats/schemas.ts';
import { bitextIn, someWork } from '../../../../fixtures/formats/bitexts.ts';

const units = fc.constantFrom('paragraph' as const, 'sentence' as const);
const works = someWork({ annotations: 'ranges' }).map(bitextIn);

function idsIn(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((one) => one.attributes.get('id') ?? []);
}

function doubles(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** What an XLIFF document must hold beyond what its schema can say (Constraints of XLIFF 2.1, 4.2 and 4.3). */
function constraints(unit: XmlElement): string[] {
  const parts = childrenOf(unit, 'segment', 'ignorable');
  const inside = (side: string, part: XmlElement): XmlElement[] =>
    childrenOf(part, side).flatMap((one) => descendantsOf(one));
  const sources = parts.flatMap((part) => inside('source', part));
  const targets = parts.flatMap((part) => inside('target', part));
  const notes = idsIn(childrenOf(unit, 'notes').flatMap((one) => childrenOf(one, 'note')));
  const data = idsIn(childrenOf(unit, 'originalData').flatMap((one) => childrenOf(one, 'data')));
  const [sourceIds, targetIds] = [idsIn(sources), idsIn(targets)];
  return [
    ...[[...idsIn(parts), ...sourceIds], targetIds, notes, data].flatMap(doubles).map((id) => `${id} twice`),
    ...parts.flatMap((part) => {
      const beside = new Map(inside('source', part).map((one) => [one.attributes.get('id'), one.name]));
      return inside('target', part).flatMap((one) => {
        const id = one.attributes.get('id') ?? '';
        return sourceIds.includes(id) && beside.get(id) !== one.name ? [`${id} of another segment`] : [];
      });
    }),
    ...[...sources, ...targets].flatMap((one) => {
      const ref = one.attributes.get('ref');
      const from = one.attributes.get('dataRefStart');
      return [
        ...(ref !== undefined && !notes.includes(ref.slice('#n='.length)) ? [`${ref} leads nowhere`] : []),
        ...(from !== undefined && !data.includes(from) ? [`${from} is no data`] : []),
      ];
    }),
    ...parts.flatMap((part) => {
      const state = part.attributes.get('state') ?? 'initial';
      return state !== 'initial' && childrenOf(part, 'target').length === 0 ? [`${state} without target`] : [];
    }),
  ];
}

describe('what is written for other programs', () => {
  it('[M6] is valid TMX', () => {
    fc.assert(
      fc.property(works, units, (bitext, unit) => {
        expect(faults(readXml(writeTmx(bitext, { ...wholeBitext, unit })), tmx)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('[X5] is valid XLIFF, with ids that nothing else has and references that lead somewhere', () => {
    fc.assert(
      fc.property(works, units, (bitext, unit) => {
        const root = readXml(writeXliff(bitext, { ...wholeBitext, unit }));
        expect(faults(root, xliff)).toEqual([]);
        const found = childrenOf(root, 'file').flatMap((file) => childrenOf(file, 'unit'));
        expect(doubles(idsIn(found))).toEqual([]);
        expect(found.flatMap(constraints)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('[E6] is valid TEI', () => {
    fc.assert(
      fc.property(works, (bitext) => {
        const root = readXml(writeTei(bitext));
        expect(faults(root, tei)).toEqual([]);
        const all = [root, ...descendantsOf(root)];
        const ids = idsIn(all);
        expect(doubles(ids)).toEqual([]);
        const pointers = all
          .flatMap((one) => one.attributes.get('target')?.split(' ') ?? [])
          .filter((one) => one.startsWith('#'));
        const named = pointers.map((one) => /^#(?:string-range\()?([^,)]+)/u.exec(one)?.[1] ?? '');
        expect(named.filter((id) => !ids.includes(id))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('[X5] gives each break between paragraphs an id of its own', () => {
    const texts = (count: number): Bitext['source']['paragraphs'] =>
      Array.from({ length: count }, (_, at) => ({
        id: `${String(count)}-${String(at)}`,
        kind: 'paragraph',
        modified: '',
        edition: 'e',
        section: 's',
        order: String(at),
        type: 'text',
        text: 'Сөз.',
        marks: [{ type: 'emphasis', start: 0, end: 3 }],
      }));
    const side = (id: string, language: string, count: number): Bitext['source'] => ({
      edition: { id, kind: 'edition', modified: '', language, title: '', order: 'a' },
      sections: [],
      paragraphs: texts(count),
    });
    const [source, target] = [side('kk', 'kk', 3), side('en', 'en', 4)];
    const written = writeXliff({
      work: { id: 'w', kind: 'work', modified: '', titles: {}, original: 'kk' },
      source,
      target,
      beads: [
        {
          id: 'b',
          source: source.paragraphs.map(({ id }) => id),
          target: target.paragraphs.map(({ id }) => id),
          status: 'confirmed',
          confidence: 1,
          modified: '',
          foreign: { xliff: { attributes: {}, elements: [], segment: { id: 'sc1' } } },
        },
      ],
      annotations: [],
      terms: [],
      colours: [],
    });
    const found = childrenOf(readXml(written), 'file').flatMap((file) => childrenOf(file, 'unit'));
    expect(found.flatMap(constraints)).toEqual([]);
    // What is the same on both sides has the same id on both.
    const ids = (name: string): string[] =>
      idsIn(found.flatMap((one) => descendantsOf(one)).filter((one) => one.name === name));
    expect(ids('ph')).toEqual(['sp2', 'sp4', 'sp2', 'sp4', 'tp6']);
    expect(ids('pc')).toEqual(['sc1-', 'sc3', 'sc5', 'sc1-', 'sc3', 'sc5', 'tc7']);
  });
});
