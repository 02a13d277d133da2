import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { editionsOf } from '#core/alignment/edits/state.ts';
import type { EditionUpdate } from '#core/formats/update.ts';
import type { BeadFate } from '#core/formats/update-alignment.ts';
import { library } from '#renderer/app/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { importing } from './import-state.ts';
import styles from './Import.module.css';

/** Of each kind so many are shown. */
const most = 200;

/** What a new version of an edition would change, before it is taken. */
export function UpdateView({ update }: { update: EditionUpdate }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { same, changed, added, removed, moved, lost, beads, said } = update.preview;
  const isSame = changed.length + added.length + removed.length === 0;
  return (
    <section className={styles.update} aria-label={t('update.label')}>
      <h2>{isSame ? t('update.nothing') : t('update.label')}</h2>
      <ul className={styles.counts}>
        <li>{t('update.same', { count: same, shown: format.number(same) })}</li>
        <li>{t('update.changed', { count: changed.length, shown: format.number(changed.length) })}</li>
        <li>{t('update.added', { count: added.length, shown: format.number(added.length) })}</li>
        <li>{t('update.removed', { count: removed.length, shown: format.number(removed.length) })}</li>
        <li>{t('update.moved', { count: moved, shown: format.number(moved) })}</li>
        <li data-kind={lost.length > 0 ? 'damaged' : 'none'}>
          {t('update.lost', { count: lost.length, shown: format.number(lost.length) })}
        </li>
        {said.confirmed > 0 && (
          <li>{t('update.said-confirmed', { count: said.confirmed, shown: format.number(said.confirmed) })}</li>
        )}
        {said.annotations > 0 && (
          <li>{t('update.said-annotations', { count: said.annotations, shown: format.number(said.annotations) })}</li>
        )}
      </ul>
      {!isSame && beads.map((fate) => <BeadFates key={fate.alignment} fate={fate} />)}
      {lost.length > 0 && (
        <>
          <h3>{t('update.lost-title')}</h3>
          <p className={styles.soft}>{t('update.lost-text')}</p>
          <ul className={styles.findings}>
            {lost.slice(0, most).map(({ id, quote }, at) => (
              <li key={`${id} ${String(at)}`}>“{quote}”</li>
            ))}
          </ul>
        </>
      )}
      {changed.length > 0 && <h3>{t('update.changed-title')}</h3>}
      {changed.slice(0, most).map(({ before, after }, at) => (
        <div key={`c ${String(at)}`} className={styles.change}>
          <del>{before}</del>
          <ins>{after}</ins>
        </div>
      ))}
      {removed.length > 0 && <h3>{t('update.removed-title')}</h3>}
      {removed.slice(0, most).map((text, at) => (
        <div key={`r ${String(at)}`} className={styles.change}>
          <del>{text}</del>
        </div>
      ))}
      {added.length > 0 && <h3>{t('update.added-title')}</h3>}
      {added.slice(0, most).map((text, at) => (
        <div key={`a ${String(at)}`} className={styles.change}>
          <ins>{text}</ins>
        </div>
      ))}
      {[changed, added, removed].some(({ length }) => length > most) && (
        <p className={styles.soft}>{t('update.more', { shown: format.number(most) })}</p>
      )}
    </section>
  );
}

/** What becomes of the pairs of paragraphs beside one other text of the work. */
function BeadFates({ fate }: { fate: BeadFate }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { work, edition } = useStore(importing);
  const entry = useStore(library, ({ state }) => state?.works.find((one) => one.work.id === work));
  const other = editionsOf(fate.alignment).find((id) => id !== edition);
  const beside = entry?.editions.find(({ id }) => id === other);
  const name =
    beside === undefined ? '' : [autonym(beside.language), beside.title].filter((part) => part !== '').join(': ');
  return (
    <>
      <h3>{t('update.beads.title', { edition: name })}</h3>
      <ul className={styles.counts}>
        <li>{t('update.beads.kept', { count: fate.kept, shown: format.number(fate.kept) })}</li>
        {fate.confirmed > 0 && (
          <li>{t('update.beads.confirmed', { count: fate.confirmed, shown: format.number(fate.confirmed) })}</li>
        )}
        <li>{t('update.beads.made', { count: fate.made, shown: format.number(fate.made) })}</li>
        <li data-kind={fate.alone > 0 ? 'guessed' : 'none'}>
          {t('update.beads.alone', { count: fate.alone, shown: format.number(fate.alone) })}
        </li>
        {fate.altered > 0 && (
          <li data-kind="guessed">
            {t('update.beads.altered', { count: fate.altered, shown: format.number(fate.altered) })}
          </li>
        )}
      </ul>
    </>
  );
}
