import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedBlock, ImportedText } from '#core/formats/imported.ts';
import { toWork, type WorkPlan } from '#core/formats/to-work.ts';
import { join } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
import { readRecord } from '#core/records/read.ts';

function block(text: string, more: Partial<ImportedBlock> = {}): ImportedBlock {
  return { type: 'text', text, marks: [], ...more };
}

function textIn(language: string, blocks: readonly ImportedBlock[]): ImportedText {
  return { title: language, author: null, translator: null, date: null, language, blocks };
}

function plan(texts: readonly ImportedText[], links: WorkPlan['links'] = []): WorkPlan {
  const editions = texts.map((one) => {
    const language = one.language ?? 'und';
    return { id: language, text: one, language, title: language };
  });
  const [first, ...rest] = editions;
  if (first === undefined) throw new Error('a work has an edition');
  return { id: 'w', titles: { kk: 'Кітап' }, created: '2026-11-23T12:00:00.000Z', editions: [first, ...rest], links };
}

const shown = (made: WorkPlan) => normalise('w', join(toWork(made)));

describe('a work made from imported texts', () => {
  it('has the paragraphs in their order, in sections that headings begin', () => {
    const blocks = [block('Алғысөз'), block('Бірінші тарау', { type: 'heading', level: 2 }), block('а'), block('ә')];
    const state = shown(plan([textIn('kk', blocks)]));
    expect(state.paragraphs.get('kk')?.map((one) => [one.text, one.section])).toEqual([
      ['Алғысөз', 'kk-s1'],
      ['Бірінші тарау', 'kk-s2'],
      ['а', 'kk-s2'],
      ['ә', 'kk-s2'],
    ]);
    expect(state.sections.map(({ titles, level }) => [titles, level])).toEqual([
      [{}, 1],
      [{ kk: 'Бірінші тарау' }, 2],
    ]);
  });

  it('ties a reference to its note, and drops one whose note is nowhere', () => {
    const blocks = [
      block('сөз1 сөз2', {
        marks: [
          { type: 'note', start: 3, end: 4, note: 'n1' },
          { type: 'note', start: 8, end: 9, note: 'n2' },
        ],
      }),
      block('Ескерту', { type: 'note', key: 'n1' }),
    ];
    const state = shown(plan([textIn('kk', blocks)]));
    expect(state.paragraphs.get('kk')?.[0]?.marks).toEqual([{ type: 'note', start: 3, end: 4, note: 'kk-2' }]);
  });

  it('has the beads that the files had', () => {
    const beads = [
      { source: [0], target: [0, 1], status: 'confirmed' as const, confidence: 0.4 },
      { source: [1], target: [], status: 'auto' as const, confidence: 0.3 },
    ];
    const texts = [textIn('kk', [block('а'), block('ә')]), textIn('en', [block('a'), block('b')])];
    const state = shown(plan(texts, [{ between: [0, 1], beads }]));
    const found = state.alignments.get('kk~en')?.map(({ source, target, status, confidence }) => ({
      source,
      target,
      status,
      confidence,
    }));
    expect(found).toEqual([
      { source: ['kk-1'], target: ['en-1', 'en-2'], status: 'confirmed', confidence: 1 },
      { source: ['kk-2'], target: [], status: 'auto', confidence: 0.3 },
    ]);
  });

  it('consists of records that can be stored, and needs no mending', () => {
    const someBlock = fc.record({
      type: fc.constantFrom('text' as const, 'heading' as const, 'verse' as const, 'quote' as const, 'note' as const),
      level: fc.integer({ min: -1, max: 9 }),
      text: fc.string({ unit: 'grapheme' }),
      marks: fc.constant([]),
    });
    fc.assert(
      fc.property(fc.array(someBlock), fc.array(someBlock), (a, b) => {
        const made = plan([textIn('kk', a), textIn('en', b)]);
        const records = toWork(made);
        for (const record of records) expect(readRecord(record)).toEqual({ record });
        const texts = shown(made).paragraphs;
        expect(texts.get('kk')?.map((one) => one.text)).toEqual(a.map((one) => one.text));
        expect(texts.get('en')?.map((one) => one.text)).toEqual(b.map((one) => one.text));
      }),
    );
  });
});
