import { describe, expect, it } from 'vitest';
import { describe as describeTarget } from '#core/annotation/describe.ts';
import { findRepairs } from '#core/language/repairs/find-repairs.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { piecesOf } from '#renderer/repairs/difference.ts';
import { repairChange } from '#renderer/repairs/repair-change.ts';
import { mark, paragraph } from '../reader/texts.ts';

const first = paragraph('kk-1', 'Бұл Қaзaқ халқы.', { marks: [mark('emphasis', 4, 9)] });
const second = paragraph('kk-2', 'Кітaп пен сөз.');
const whole = paragraph('kk-3', 'Сау мәтін.');
const repairs = new Map([first, second, whole].map(({ id, text }) => [id, findRepairs(text)]));

function annotation(id: string, places: readonly [Paragraph, string][]): Annotation {
  return {
    id,
    kind: 'annotation',
    modified: '',
    created: '2026-01-01T00:00:00.000Z',
    motivation: 'highlighting',
    colour: 'question',
    body: '',
    tags: [],
    targets: places.map(([one, words]) => {
      const start = one.text.indexOf(words);
      return describeTarget(one, start, start + words.length);
    }),
  };
}

function repaired(annotations: readonly Annotation[], paragraphs = [first, second, whole]) {
  const { change, made } = repairChange(paragraphs, repairs, annotations);
  const after = change.updated.map(([, to]) => to);
  return {
    made,
    change,
    texts: after.flatMap((record) => (record.kind === 'paragraph' ? [record.text] : [])),
    quotes: after.flatMap((record) =>
      record.kind === 'annotation' ? record.targets.map(({ quote, start }) => [quote.exact, start]) : [],
    ),
  };
}

describe('[R4] the change of repairs', () => {
  it('repairs every paragraph in one change, and leaves the others out', () => {
    const { texts, made } = repaired([]);
    expect(texts).toEqual(['Бұл Қазақ халқы.', 'Кітап пен сөз.']);
    expect(made).toBe(2);
  });

  it('keeps annotations on their words, with the repaired words as their quote', () => {
    const { quotes } = repaired([annotation('one', [[first, 'Қaзaқ халқы']])]);
    expect(quotes).toEqual([['Қазақ халқы', 4]]);
  });

  it('changes an annotation on several paragraphs once', () => {
    const both = annotation('both', [
      [first, 'Қaзaқ'],
      [second, 'Кітaп'],
    ]);
    const { quotes, change } = repaired([both]);
    expect(quotes).toEqual([
      ['Қазақ', 4],
      ['Кітап', 0],
    ]);
    expect(change.updated.filter(([from]) => from.kind === 'annotation').map(([from]) => from)).toEqual([both]);
  });

  it('keeps emphasis on its words', () => {
    const { change } = repaired([]);
    expect(change.updated[0]?.[1]).toMatchObject({ marks: [{ type: 'emphasis', start: 4, end: 9 }] });
  });

  it('leaves a text alone that is another one by now', () => {
    const { texts, made } = repaired([], [{ ...first, text: 'Бұл енді басқа мәтін.' }, second]);
    expect(texts).toEqual(['Кітап пен сөз.']);
    expect(made).toBe(1);
  });
});

describe('the difference of two words', () => {
  it('is letter by letter where they are equally long, else the whole word', () => {
    expect(
      piecesOf('Қaзaқ', 'Қазақ')
        .map(({ text, differs }) => (differs ? `[${text}]` : text))
        .join(''),
    ).toBe('Қ[a]з[a]қ');
    expect(piecesOf('аб', 'абв')).toEqual([{ text: 'аб', differs: true }]);
  });
});
