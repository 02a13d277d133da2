import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '#core/records/paragraph.ts';
import { paragraphNode, recordMarks } from '#renderer/reader/schema.ts';
import { mark, paragraph } from './texts.ts';

describe("a paragraph's node", () => {
  it('holds the text as it is, so that offsets are the same', () => {
    const text = 'Екі  бос орын,\nжаңа жол 😀';
    const node = paragraphNode(paragraph('kk-1', text));
    expect(node.textContent).toBe(text);
    expect(node.content.size).toBe(text.length);
  });

  it('is the same for the same record', () => {
    const record = paragraph('kk-1', 'Мәтін');
    expect(paragraphNode(record)).toBe(paragraphNode(record));
    expect(paragraphNode({ ...record })).not.toBe(paragraphNode(record));
  });

  it('may be empty', () => {
    expect(paragraphNode(paragraph('kk-1', '')).content.size).toBe(0);
  });

  it('gives back the marks of the record', () => {
    const marks = [mark('emphasis', 0, 6), mark('link', 4, 9, 'https://example.org/'), mark('strong', 8, 12)];
    expect(recordMarks(paragraphNode(paragraph('kk-1', 'Қазан төңкерісі', { marks })))).toEqual(marks);
  });

  it('keeps two links apart that stand side by side', () => {
    const marks = [mark('link', 0, 3, 'https://a.example/'), mark('link', 3, 6, 'https://b.example/')];
    expect(recordMarks(paragraphNode(paragraph('kk-1', 'abcdef', { marks })))).toEqual(marks);
  });

  it('leaves out what of a mark lies beyond the text', () => {
    const marks = [mark('strong', 3, 99), mark('emphasis', 40, 50)];
    expect(recordMarks(paragraphNode(paragraph('kk-1', 'abcdef', { marks })))).toEqual([mark('strong', 3, 6)]);
  });

  it('marks every unit that the record marks, and no other', () => {
    const text = 'Жеті рет өлшеп, бір рет кес.';
    const type = fc.constantFrom<Mark['type']>('emphasis', 'strong', 'link');
    const any = fc
      .tuple(type, fc.nat(text.length), fc.nat(text.length))
      .map(([name, a, b]) =>
        mark(name, Math.min(a, b), Math.max(a, b), name === 'link' ? 'https://a.example/' : undefined),
      );
    const covered = (marks: readonly Mark[], name: string): boolean[] =>
      Array.from({ length: text.length }, (_, at) =>
        marks.some((one) => one.type === name && one.start <= at && one.end > at),
      );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (marks) => {
        const again = recordMarks(paragraphNode(paragraph('kk-1', text, { marks })));
        for (const name of ['emphasis', 'strong', 'link']) expect(covered(again, name)).toEqual(covered(marks, name));
      }),
    );
  });
});
