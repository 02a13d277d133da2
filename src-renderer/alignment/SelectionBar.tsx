import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { keyName } from '#renderer/app/keys.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { actionKeys } from './action-keys.ts';
import { clearSelected, linkSelected } from './bead-actions.ts';
import styles from './Workbench.module.css';
import { workbench } from './workbench-state.ts';

/** While paragraphs are selected: how many, what happens next, and the way out. */
export function SelectionBar() {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const { selected, linking } = useStore(workbench);
  return (
    <div role="status" className={selected.size === 0 ? styles.noSelection : styles.selection}>
      {selected.size > 0 && (
        <>
          <span>
            {t('selection.count', { count: selected.size, formatted: number(selected.size) })}{' '}
            {linking && t('selection.linking')}
          </span>
          <Button size="small" variant="primary" isDisabled={selected.size < 2} onPress={linkSelected}>
            {t('action.link')} <kbd>{keyName(actionKeys.link[0])}</kbd>
          </Button>
          <Button size="small" onPress={clearSelected}>
            {t('action.clear')} <kbd>{keyName(actionKeys.clear[0])}</kbd>
          </Button>
        </>
      )}
    </div>
  );
}
