import type { TFunction } from 'i18next';
import { autonym } from '#renderer/i18n/language.ts';
import type { TextColumn } from './changes.ts';
import type { SortColumn } from './list.ts';

/** The columns of the table: in a narrow window only what has room. */
export function columnsOf(glosses: readonly string[], counted: boolean, narrow: boolean): SortColumn[] {
  const ofGlosses = glosses.map((tag): SortColumn => `gloss:${tag}`);
  if (narrow) return ['headword', ...ofGlosses.slice(0, 1), 'level'];
  return ['headword', ...ofGlosses, 'category', 'level', ...(counted ? (['count'] as const) : []), 'note'];
}

/** The least widths of columns, in rem; what names something grows into the room that is left. */
const least = { headword: 8, gloss: 7, category: 8, level: 7, count: 5.5, note: 7 } as const;

function leastOf(column: SortColumn): number {
  return isGloss(column) ? least.gloss : least[column];
}

/** How wide the columns are, as a value of `grid-template-columns`; the first is for the boxes to tick. */
export function widthsOf(columns: readonly SortColumn[]): string {
  const widths = columns.map((column) => {
    const width = `${String(leastOf(column))}rem`;
    return column === 'headword' || isGloss(column) ? `minmax(${width}, 5fr)` : width;
  });
  return ['36px', ...widths].join(' ');
}

/** Below this width the table scrolls sideways, as a CSS length. */
export function leastWidthOf(columns: readonly SortColumn[]): string {
  const width = columns.reduce((sum, column) => sum + leastOf(column), 0);
  return `calc(36px + ${String(width)}rem)`;
}

/** The name at the head of a column. */
export function columnName(column: SortColumn, t: TFunction): string {
  if (isGloss(column)) return autonym(column.slice('gloss:'.length));
  const names = {
    headword: t('glossary:field.headword'),
    category: t('glossary:field.category'),
    level: t('glossary:manage.field.level'),
    count: t('glossary:manage.field.count'),
    note: t('glossary:field.note'),
  };
  return names[column];
}

function isGloss(column: SortColumn): column is `gloss:${string}` {
  return column.startsWith('gloss:');
}

/** Can what stands in the column be written in place? */
export function isWritable(column: SortColumn): column is TextColumn | 'category' | 'level' {
  return column !== 'count' && column !== 'note';
}
