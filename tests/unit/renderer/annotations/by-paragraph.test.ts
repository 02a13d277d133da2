import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import { ParagraphIndex } from '#renderer/annotations/by-paragraph.ts';
import { made, target } from './made.ts';

function byId(...annotations: Annotation[]): ReadonlyMap<string, Annotation> {
  return new Map(annotations.map((annotation) => [annotation.id, annotation]));
}

describe('annotations by paragraph', () => {
  it('stand on every paragraph they have a target in', () => {
    const index = new ParagraphIndex();
    const across = made('a', [target('kk-1', 3, 9), target('kk-2', 0, 4), target('en-1', 0, 2)]);
    index.update(byId(across));
    for (const id of ['kk-1', 'kk-2', 'en-1']) expect(index.on(id)).toEqual([across]);
    expect(index.on('kk-3')).toEqual([]);
  });

  it('come the oldest first', () => {
    const index = new ParagraphIndex();
    const young = made('a', [target('kk-1', 0, 1)], { created: '2026-01-02T00:00:00.000Z' });
    const old = made('b', [target('kk-1', 0, 1)]);
    index.update(byId(young, old));
    expect(index.on('kk-1')).toEqual([old, young]);
  });

  it('touch only the paragraphs of what changed', () => {
    const index = new ParagraphIndex();
    const stays = made('a', [target('kk-1', 0, 1)]);
    const moves = made('b', [target('kk-2', 0, 1)]);
    index.update(byId(stays, moves));
    expect(index.update(byId(stays, { ...moves, targets: [target('kk-3', 0, 1)] }))).toEqual(new Set(['kk-2', 'kk-3']));
    expect(index.update(byId(stays))).toEqual(new Set(['kk-3']));
  });

  it('are the same list as long as nothing on the paragraph changes', () => {
    const index = new ParagraphIndex();
    const stays = made('a', [target('kk-1', 0, 1)]);
    index.update(byId(stays));
    const before = ['kk-1', 'kk-2'].map((id) => index.on(id));
    index.update(byId(stays, made('b', [target('kk-3', 0, 1)])));
    for (const [at, id] of ['kk-1', 'kk-2'].entries()) expect(index.on(id)).toBe(before[at]);
  });

  it('are the same however they came about', () => {
    const annotation = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      paragraphs: fc.uniqueArray(fc.constantFrom('kk-1', 'kk-2', 'kk-3'), { minLength: 1 }),
      minute: fc.integer({ min: 10, max: 59 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(annotation, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (states) => {
        const grown = new ParagraphIndex();
        let last: ReadonlyMap<string, Annotation> = new Map();
        for (const state of states) {
          last = byId(
            ...state.map(({ id, paragraphs, minute }) =>
              made(
                id,
                paragraphs.map((one) => target(one, 0, 1)),
                { created: `2026-01-01T12:${String(minute)}:00.000Z` },
              ),
            ),
          );
          grown.update(last);
        }
        const fresh = new ParagraphIndex();
        fresh.update(last);
        for (const id of ['kk-1', 'kk-2', 'kk-3']) expect(grown.on(id)).toEqual(fresh.on(id));
      }),
    );
  });
});
