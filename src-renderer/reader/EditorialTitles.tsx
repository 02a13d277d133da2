import { useTranslation } from 'react-i18next';
import type { EditorialTitle } from './arrangement.ts';
import { direction } from './direction.ts';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';

/** The title that an editor gave a section, above its text: beside each other, or in one line where one column is. */
export function EditorialTitles({ row, title }: { row: number; title: EditorialTitle }) {
  const { t } = useTranslation('reader');
  const { arrangement, mode } = useReader();
  const texts = [
    { side: 'source', text: title.left, language: arrangement.left.language },
    { side: 'target', text: title.right, language: arrangement.right.language },
  ].flatMap(({ text, ...rest }) => (text === null ? [] : [{ text, ...rest }]));
  const marked = <span className={styles.unseen}> {t('editorial.mark')}</span>;
  const explained = t('editorial.explained');
  if (mode === 'side') {
    return texts.map(({ side, text, language }) => (
      <h3
        key={side}
        className={styles.title}
        data-side={side}
        lang={language}
        dir={direction(language)}
        title={explained}
        style={{ gridRow: row }}
      >
        {text}
        {marked}
      </h3>
    ));
  }
  const shown = mode === 'stacked' ? texts : texts.slice(0, 1);
  return (
    <h3 className={styles.title} title={explained} style={{ gridRow: row }}>
      {shown.map(({ side, text, language }, index) => (
        <span key={side} lang={language} data-side={side}>
          {index > 0 && ' · '}
          {text}
        </span>
      ))}
      {marked}
    </h3>
  );
}
