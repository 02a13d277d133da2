import { describe, expect, it } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import { direction } from '#core/language/direction.ts';
import { kindOf } from '#renderer/reader/link-kind.ts';
import { fittingMode } from '#renderer/reader/setting.ts';
import { countBySection } from '#renderer/reader/section-counts.ts';

const on = (...paragraphs: string[]): Pick<Annotation, 'targets'> => ({
  targets: paragraphs.map((paragraph) => ({
    edition: paragraph.slice(0, 2),
    paragraph,
    start: 0,
    end: 1,
    quote: { exact: 'а', prefix: '', suffix: '' },
  })),
});

describe('annotations by section', () => {
  const sections: Record<string, string> = { 'kk-1': 's1', 'kk-2': 's2', 'en-2': 's2' };
  const sectionOf = (paragraph: string): string | null => sections[paragraph] ?? null;

  it('count once, where they begin', () => {
    expect(countBySection([on('kk-1', 'kk-2'), on('kk-2')], sectionOf)).toEqual(
      new Map([
        ['s1', 1],
        ['s2', 1],
      ]),
    );
  });

  it('count on the section beside them when they stand on the other side', () => {
    expect(countBySection([on('en-2')], sectionOf)).toEqual(new Map([['s2', 1]]));
  });

  it('count by the first of their paragraphs that is shown', () => {
    expect(countBySection([on('ru-9', 'kk-2'), on('ru-9')], sectionOf)).toEqual(new Map([['s2', 1]]));
  });
});

describe('the direction of a language', () => {
  it('is that of its script where the tag names one', () => {
    expect(['kk', 'kk-Arab', 'ar', 'ar-Latn', 'en-GB', 'he'].map(direction)).toEqual([
      'ltr',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'rtl',
    ]);
  });
});

describe('the mode of a narrow view', () => {
  const setting = { size: 17, leading: 1.72, measure: 32 };

  it('is stacked where two columns would be too narrow', () => {
    expect(fittingMode('side', { ...setting, width: 500 })).toBe('stacked');
    expect(fittingMode('side', { ...setting, width: 900 })).toBe('side');
  });

  it('depends on the size of the text', () => {
    expect(fittingMode('side', { ...setting, width: 900, size: 32 })).toBe('stacked');
  });

  it('leaves the other modes as they are', () => {
    expect(fittingMode('demand', { ...setting, width: 300 })).toBe('demand');
  });
});

describe('the mark of a link', () => {
  const link = { id: 'l', source: ['kk-1'], target: ['en-1'], status: 'auto', confidence: 0.9 } as const;
  const kind = (more: Partial<Parameters<typeof kindOf>[0]>) =>
    kindOf({ ...link, source: ['kk-1'], target: ['en-1'], ...more });

  it('says how sure it is', () => {
    expect([kind({}), kind({ confidence: 0.2 }), kind({ status: 'confirmed' })]).toEqual([
      'auto',
      'unsure',
      'confirmed',
    ]);
  });

  it('says where a side has nothing, and where that is on purpose', () => {
    expect([kind({ target: [] }), kind({ source: [] })]).toEqual(['omitted', 'added']);
    expect([kind({ target: [], status: 'confirmed' }), kind({ source: [], status: 'confirmed' })]).toEqual([
      'intended',
      'intended',
    ]);
  });
});
