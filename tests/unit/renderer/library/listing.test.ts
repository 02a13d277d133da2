import { describe, expect, it } from 'vitest';
import type { WorkEntry } from '#main/api/shapes.ts';
import { lastRead, listed, present, titles } from '#renderer/library/listing.ts';
import { edition, reading, work } from '../app/stand-in.ts';

function entry(id: string, title: string, more: Partial<WorkEntry> = {}): WorkEntry {
  return {
    work: work({ id, titles: { kk: title } }),
    editions: [edition('kk', { title })],
    reading: null,
    bundled: false,
    ...more,
  };
}

const works = [
  entry('b', 'Ғасыр'),
  entry('a', 'Бозторғай', { reading: reading({ at: '2026-01-02T00:00:00.000Z' }) }),
  entry('c', 'Іздер', { work: work({ id: 'c', titles: { kk: 'Іздер' }, created: '2026-02-01T00:00:00.000Z' }) }),
  entry('d', 'Ақ', { reading: reading({ at: '2026-01-03T00:00:00.000Z' }) }),
];
const ids = (entries: readonly WorkEntry[]): string => entries.map((one) => one.work.id).join('');

describe('the list of works', () => {
  it('by reading has the last read first and the unread by title', () => {
    expect(ids(listed(works, '', 'read', 'kk'))).toBe('dabc');
  });

  it('by title is in the order of the Kazakh alphabet', () => {
    expect(ids(listed(works, '', 'title', 'kk'))).toBe('dabc');
    expect(ids(listed([entry('x', 'Іс'), entry('y', 'Ірі'), entry('z', 'Иіс')], '', 'title', 'kk'))).toBe('zyx');
  });

  it('by addition has the newest first', () => {
    expect(ids(listed(works, '', 'added', 'kk'))).toBe('cdab');
  });

  it('holds only what answers, typed without Kazakh keys too', () => {
    expect(ids(listed(works, 'гасыр', 'read', 'kk'))).toBe('b');
    expect(ids(listed(works, 'нет такого', 'read', 'kk'))).toBe('');
  });

  it('finds a work by its translator', () => {
    const translated = entry('t', 'Жол', { editions: [edition('kk'), edition('en', { translator: 'Ann Doe' })] });
    expect(ids(listed([...works, translated], 'doe ann', 'read', 'kk'))).toBe('t');
  });

  it('hides deleted works', () => {
    expect(ids(present([...works, entry('x', 'Жоқ', { work: work({ id: 'x', deleted: true }) })]))).toBe('bacd');
  });
});

describe('reading goes on', () => {
  it('with the work that was read last', () => {
    expect(lastRead(works)?.work.id).toBe('d');
  });

  it('with none where none was read', () => {
    expect(lastRead([entry('b', 'Ғасыр')])).toBeNull();
  });
});

it('a row names the work and, where that is another, its original', () => {
  const one = entry('w', '', { work: work(), editions: [edition('kk'), edition('en')] });
  expect(titles(one, 'en')).toEqual({
    title: 'The Revolution',
    original: { text: 'Қазан төңкерісі', language: 'kk' },
    author: '',
  });
  expect(titles(one, 'kk').original).toBeNull();
});
