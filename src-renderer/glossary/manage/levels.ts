import type { TFunction } from 'i18next';
import { termLevels, type TermLevel } from '#core/records/term.ts';

/** How a level is called in the interface's language. */
export function levelNames(t: TFunction): Record<TermLevel, string> {
  return {
    new: t('glossary:manage.level.new'),
    '1': '1',
    '2': '2',
    '3': '3',
    '4': '4',
    '5': '5',
    known: t('glossary:manage.level.known'),
    ignored: t('glossary:manage.level.ignored'),
  };
}

/** The levels as choices, after those of `first`. */
export function levelOptions<T extends string>(
  t: TFunction,
  ...first: readonly { id: T; text: string }[]
): { id: T | TermLevel; text: string }[] {
  const names = levelNames(t);
  return [...first, ...termLevels.map((level) => ({ id: level, text: names[level] }))];
}
