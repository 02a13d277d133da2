import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { choosingCommands } from '../commands.ts';
import { homeEdition } from '../changes.ts';
import { shownQuote } from '../shown-quote.ts';
import { annotationTools } from '../store.ts';
import styles from './LinkBar.module.css';
import { stopChoosing, takeSelection } from './linking.ts';

/** Says, while a counterpart or a new place is being chosen, what to select; takes it or gives up. */
export function LinkBar() {
  const { t } = useTranslation('annotations');
  const linking = useStore(readerView, (state) => state.linking);
  const attaching = useStore(annotationTools, (state) => state.attaching);
  const selection = useStore(readerView, (state) => state.selection);
  const id = linking ?? attaching;
  const annotation = useStore(openedWork, (state) => (id === null ? undefined : state.current?.annotations.get(id)));
  const scripts = useScripts();
  const gone = id !== null && annotation === undefined;
  useEffect(() => {
    if (gone) stopChoosing();
  }, [gone]);
  const shown = annotation !== undefined;
  useEffect(() => (shown ? offer(choosingCommands) : undefined), [shown]);
  if (annotation === undefined) return null;
  const home = homeEdition(annotation);
  const wrong = linking !== null && selection?.edition === home;
  const { tag, dir } = scripts(home);
  const say = linking === null ? t('link.attach') : wrong ? t('link.wrongSide') : t('link.counterpart');
  return (
    <section aria-label={say} className={styles.bar} data-keeps-card>
      <div role="status" className={styles.say}>
        {say}
        <q className={styles.quote} lang={tag} dir={dir}>
          {shownQuote(annotation, scripts)}
        </q>
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" size="small" isDisabled={selection === null || wrong} onPress={takeSelection}>
          {linking === null ? t('link.attachDone') : t('link.done')}
          <kbd>Enter</kbd>
        </Button>
        <Button variant="outline" size="small" onPress={stopChoosing}>
          {t('link.cancel')}
          <kbd>Esc</kbd>
        </Button>
      </div>
    </section>
  );
}
