import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { termCategories, type Term, type TermLevel } from '#core/records/term.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Choice } from '../Choice.tsx';
import { knownLanguages } from '../languages.ts';
import { categoryNames } from '../names.ts';
import styles from './Filters.module.css';
import { levelOptions } from './levels.ts';
import type { ListQuery, Shown } from './list.ts';
import type { CountedWork } from './use-counts.ts';

/** Which entries are listed: by category, level, language, what they say, and whether they stand in a text. */
export function Filters({
  query,
  onChange,
  terms,
  works,
  work,
  onWork,
}: {
  query: ListQuery;
  onChange: (query: ListQuery) => void;
  terms: ReadonlyMap<string, Term>;
  works: readonly CountedWork[];
  /** The text in which words are counted. */
  work: string | null;
  onWork: (work: string) => void;
}) {
  const { t } = useTranslation('glossary');
  const names = categoryNames(t);
  const { headwords } = useMemo(() => knownLanguages(terms.values()), [terms]);
  const shownNames: Record<Shown, string> = {
    entries: t('manage.shown.entries'),
    all: t('manage.shown.all'),
    bare: t('manage.shown.bare'),
    doubles: t('manage.shown.doubles'),
  };
  return (
    <div role="group" aria-label={t('manage.filters')} className={styles.filters}>
      <Choice
        hideLabel
        label={t('manage.shown.label')}
        value={query.shown ?? 'entries'}
        options={(['entries', 'all', 'bare', 'doubles'] as const).map((id) => ({ id, text: shownNames[id] }))}
        onChange={(shown) => {
          onChange({ ...query, shown });
        }}
      />
      <Choice
        hideLabel
        label={t('field.category')}
        value={query.category ?? ''}
        options={[
          { id: '', text: t('view.anyCategory') },
          ...termCategories.map((category) => ({ id: category, text: names[category] })),
        ]}
        onChange={(category) => {
          onChange({ ...query, category: category === '' ? null : category });
        }}
      />
      <Choice<TermLevel | 'none' | ''>
        hideLabel
        label={t('manage.field.level')}
        value={query.level ?? ''}
        options={levelOptions<'' | 'none'>(
          t,
          { id: '', text: t('manage.level.any') },
          { id: 'none', text: t('manage.level.none') },
        )}
        onChange={(level) => {
          onChange({ ...query, level: level === '' ? null : level });
        }}
      />
      {headwords.length > 1 && (
        <Choice
          hideLabel
          label={t('field.language')}
          value={query.language ?? ''}
          options={[
            { id: '', text: t('view.anyLanguage') },
            ...headwords.map((tag) => ({ id: tag, text: autonym(tag) })),
          ]}
          onChange={(language) => {
            onChange({ ...query, language: language === '' ? null : language });
          }}
        />
      )}
      {work !== null && (
        <>
          <Choice<'in' | 'out' | ''>
            hideLabel
            label={t('manage.place.label')}
            value={query.place ?? ''}
            options={[
              { id: '', text: t('manage.place.any') },
              { id: 'in', text: t('manage.place.in') },
              { id: 'out', text: t('manage.place.out') },
            ]}
            onChange={(place) => {
              onChange({ ...query, place: place === '' ? null : place });
            }}
          />
          <Choice
            hideLabel
            label={t('manage.place.work')}
            value={work}
            options={works.map(({ id, title }) => ({ id, text: title }))}
            onChange={onWork}
          />
        </>
      )}
    </div>
  );
}
