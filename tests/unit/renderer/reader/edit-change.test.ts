import { describe, expect, it } from 'vitest';
import { describe as describeRange } from '#core/annotation/describe.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { TextRange } from '#core/text/range.ts';
import { editChange, keptEdit } from '#renderer/reader/edit-change.ts';
import { mark, paragraph } from './texts.ts';

const before = paragraph('en-1', 'The workers of Perovsk took power into their own hands.');

function highlight(words: string): Annotation {
  const start = before.text.indexOf(words);
  return {
    id: `on ${words}`,
    modified: '',
    kind: 'annotation',
    created: '2026-01-01T00:00:00.000Z',
    motivation: 'highlighting',
    colour: 'fact',
    body: '',
    tags: [],
    targets: [describeRange(before, start, start + words.length)],
  };
}

/** Where an edit that puts `text` in at `at` moves a range. */
function inserted(at: number, text: string): (range: TextRange) => TextRange {
  return ([start, end]) => [start < at ? start : start + text.length, end <= at ? end : end + text.length];
}

function exact(record: AnyRecord | undefined): string[] {
  return record?.kind === 'annotation' ? record.targets.map(({ quote }) => quote.exact) : [];
}

describe('the change of an edit', () => {
  it('is none when nothing was changed', () => {
    expect(editChange(before, { text: before.text, marks: [] }, [highlight('Perovsk')], (range) => range)).toBeNull();
  });

  it('updates the paragraph, and nothing of annotations it did not move', () => {
    const text = before.text.replace('hands.', 'hands at once.');
    const change = editChange(before, { text, marks: [] }, [highlight('The workers')], (range) => range);
    expect(change?.updated).toEqual([[before, { ...before, text }]]);
  });

  it('is one of marks alone where only they changed', () => {
    const marks = [mark('strong', 4, 11)];
    const change = editChange(before, { text: before.text, marks }, [highlight('Perovsk')], () => null);
    expect(change?.updated).toEqual([[before, { ...before, marks }]]);
  });

  it('moves annotations with the words they stand on', () => {
    const text = `At last ${before.text.charAt(0).toLowerCase()}${before.text.slice(1)}`;
    const change = editChange(before, { text, marks: [] }, [highlight('took power')], inserted(0, 'At last '));
    const [, [, to] = []] = change?.updated ?? [];
    expect(exact(to)).toEqual(['took power']);
    expect(to?.kind === 'annotation' && to.targets[0]?.start).toBe(before.text.indexOf('took power') + 8);
  });

  it('takes what is typed inside of a highlight into it', () => {
    const at = before.text.indexOf('power');
    const text = `${before.text.slice(0, at)}all ${before.text.slice(at)}`;
    const change = editChange(before, { text, marks: [] }, [highlight('took power')], inserted(at, 'all '));
    expect(exact(change?.updated[1]?.[1])).toEqual(['took all power']);
  });

  it('finds by comparison what the steps of the edit took away: a text pasted over whole', () => {
    const text = 'Workers of Perovsk took power into their own hands in October.';
    const change = editChange(before, { text, marks: [] }, [highlight('took power')], () => null);
    expect(exact(change?.updated[1]?.[1])).toEqual(['took power']);
  });

  it('leaves a target whose words are gone as it was, for the day they come back', () => {
    const text = 'Nothing of that is left.';
    const change = editChange(before, { text, marks: [] }, [highlight('Perovsk')], () => null);
    expect(change?.updated).toHaveLength(1);
  });

  it('leaves targets in other paragraphs alone', () => {
    const other = describeRange(paragraph('en-2', 'Another paragraph.'), 0, 7);
    const both = highlight('took power');
    const note: Annotation = { ...both, targets: [...both.targets, other] };
    const change = editChange(before, { text: `So ${before.text}`, marks: [] }, [note], inserted(0, 'So '));
    const [, [, to] = []] = change?.updated ?? [];
    expect(to?.kind === 'annotation' && to.targets[1]).toEqual(other);
  });
});

describe('an edit that ends', () => {
  const text = before.text.replace('Perovsk', 'Kyzylorda');

  it('is the change it made, where nothing came between', () => {
    const kept = keptEdit(before, { ...before, modified: 'later' }, { text, marks: [] }, [], (range) => range);
    expect(kept).toEqual({ change: editChange(before, { text, marks: [] }, [], (range) => range), replaces: false });
  });

  it('takes the place of what another window wrote, which undo brings back with its highlights', () => {
    const now = { ...before, modified: 'later', text: before.text.replace('The workers', 'Then the workers') };
    const theirs = { ...highlight('power'), targets: [describeRange(now, 29, 34)] };
    const kept = keptEdit(before, now, { text, marks: [] }, [theirs], (range) => range);
    expect(kept?.replaces).toBe(true);
    expect(kept?.change.updated[0]).toEqual([now, { ...now, text }]);
    expect(exact(kept?.change.updated[1]?.[0])).toEqual(exact(kept?.change.updated[1]?.[1]));
  });

  it('is nothing when nothing was edited, whatever another window wrote', () => {
    const now = { ...before, text: 'Something else.' };
    expect(keptEdit(before, now, { text: before.text, marks: [] }, [], (range) => range)).toBeNull();
  });
});
