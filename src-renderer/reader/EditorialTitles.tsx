import { useTranslation } from 'react-i18next';
import type { EditorialTitle } from './arrangement.ts';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { scriptOf } from './script.ts';

/** The title that an editor gave a section, above its text: beside each other, or in one line where one column is. */
export function EditorialTitles({ row, title }: { row: number; title: EditorialTitle }) {
  const { t } = useTranslation('reader');
  const { arrangement, mode, schemes } = useReader();
  const texts = [
    { side: 'source', text: title.left, script: scriptOf(arrangement.left.language, schemes.source) },
    { side: 'target', text: title.right, script: scriptOf(arrangement.right.language, schemes.target) },
  ].flatMap(({ side, text, script: { tag, dir, text: show } }) =>
    text === null ? [] : [{ side, text: show(text), tag, dir }],
  );
  const marked = <span className={styles.unseen}> {t('editorial.mark')}</span>;
  const explained = t('editorial.explained');
  if (mode === 'side') {
    return texts.map(({ side, text, tag, dir }) => (
      <h3
        key={side}
        className={styles.title}
        data-side={side}
        lang={tag}
        dir={dir}
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
      {shown.map(({ side, text, tag, dir }, index) => (
        <span key={side}>
          {index > 0 && ' · '}
          <bdi lang={tag} dir={dir} data-side={side}>
            {text}
          </bdi>
        </span>
      ))}
      {marked}
    </h3>
  );
}
