import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Annotation, Target } from '#core/records/annotation.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { homeEdition } from '../changes.ts';
import styles from './Quotes.module.css';
import { useWordsBeside } from './use-words-beside.ts';

/**
 * The words an annotation stands on: first those it was made on, then, softer, those linked in other editions, or the sentences it
 * shows on in the other pane.
 */
export function Quotes({
  annotation,
  onUnlink,
}: {
  annotation: Annotation;
  /** Left out: the counterpart cannot be taken off here. */
  onUnlink?: (edition: string) => void;
}) {
  const { t } = useTranslation('annotations');
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const scripts = useScripts();
  const home = homeEdition(annotation);
  const beside = useWordsBeside(annotation);
  const sides = byEdition(annotation.targets).map(([id, targets]) => {
    const edition = editions?.find((one) => one.id === id);
    const { tag, dir, quote } = scripts(id);
    return (
      <div key={id} className={styles.side}>
        <q className={id === home ? styles.own : styles.linked} lang={tag} dir={dir}>
          {targets.map(quote).join('\n')}
        </q>
        {id !== home && onUnlink !== undefined && (
          <IconButton
            size="small"
            label={t('card.unlink', { edition: edition?.title ?? id })}
            onPress={() => {
              onUnlink(id);
            }}
          >
            <Unlink size={13} aria-hidden />
          </IconButton>
        )}
      </div>
    );
  });
  if (beside === null) return sides;
  const { tag, dir } = scripts(beside.edition);
  return [
    ...sides,
    <div key={beside.edition} className={styles.side}>
      <q className={styles.beside} lang={tag} dir={dir}>
        {beside.words}
      </q>
    </div>,
  ];
}

function byEdition(targets: readonly Target[]): [edition: string, targets: Target[]][] {
  const sides = new Map<string, Target[]>();
  for (const target of targets) sides.set(target.edition, [...(sides.get(target.edition) ?? []), target]);
  return [...sides];
}
