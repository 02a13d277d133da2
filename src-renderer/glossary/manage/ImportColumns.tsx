import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { split, type Column } from '#core/glossary/columns.ts';
import type { TermsTable } from '#core/glossary/tsv.ts';
import { library } from '#renderer/app/library-store.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Choice } from '../Choice.tsx';
import { knownLanguages } from '../languages.ts';
import styles from './ImportDialog.module.css';
import { SelectBox } from './SelectBox.tsx';

/** How many rows are shown under the heads. */
const samples = 3;

/** What the columns of a table hold, as it was found, over the first of its rows. */
export function ImportColumns({
  table,
  own,
  onNamed,
  onColumn,
}: {
  table: TermsTable;
  own: string;
  onNamed: (named: boolean) => void;
  onColumn: (at: number, column: Column) => void;
}) {
  const { t } = useTranslation('glossary');
  const terms = useStore(library, (state) => state.terms);
  const { columns, header, rows } = table;
  const options = useMemo(() => {
    const used = columns.map((column) => split(column)).filter(([holds]) => holds === 'gloss' || holds === 'note');
    const known = knownLanguages(terms.values()).glosses;
    const tags = [...new Set([own, ...known, ...used.map(([, tag]) => tag), 'kk', 'en', 'ru'])];
    const all: { id: Column; text: string }[] = [
      { id: 'none', text: t('import.column.none') },
      { id: 'headword', text: t('field.headword') },
      ...tags.map((tag) => ({ id: `gloss:${tag}` as const, text: t('field.glossIn', { language: autonym(tag) }) })),
      ...tags.map((tag) => ({ id: `note:${tag}` as const, text: t('field.noteIn', { language: autonym(tag) }) })),
      { id: 'category', text: t('field.category') },
      { id: 'level', text: t('manage.field.level') },
      { id: 'language', text: t('field.language') },
    ];
    return all;
  }, [columns, own, terms, t]);
  const fieldOf = (at: number, column: Column): { id: Column; text: string } => {
    const name = split(column)[0] === 'field' ? split(column)[1] : (header?.[at]?.trim() ?? '') || String(at + 1);
    return { id: `field:${name}`, text: t('import.column.field', { name }) };
  };
  return (
    <div className={styles.columns}>
      <label className={styles.every}>
        <SelectBox
          stop
          label={t('import.named')}
          state={header === null ? 'off' : 'on'}
          onToggle={() => {
            onNamed(header === null);
          }}
        />
        {t('import.named')}
      </label>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A wide table is scrolled by keys. */}
      <div className={styles.sampleScroller} role="region" aria-label={t('import.columns')} tabIndex={0}>
        <table className={styles.sample}>
          <thead>
            <tr>
              {columns.map((column, at) => (
                // Columns are known by their places.
                <th key={at} scope="col" data-none={column === 'none'}>
                  {header !== null && <span className={styles.soft}>{header[at]}</span>}
                  <Choice
                    hideLabel
                    label={t('import.column.label', { number: at + 1 })}
                    value={column}
                    options={[...options, fieldOf(at, column)]}
                    onChange={(chosen) => {
                      onColumn(at, chosen);
                    }}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, samples).map(({ line, cells }) => (
              <tr key={line}>
                {columns.map((column, at) => (
                  <td key={at} data-none={column === 'none'}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
