import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import page from '#renderer/app/Page.module.css';
import { PageHeader } from '#renderer/app/PageHeader.tsx';
import { key } from '#renderer/i18n/key.ts';
import { classes } from '#renderer/ui/classes.ts';
import { readFormats } from './bringing.ts';
import { undoCorrection } from './correcting.ts';
import { FileStates } from './FileStates.tsx';
import { importing } from './import-state.ts';
import styles from './Import.module.css';
import { JoinOffer } from './JoinOffer.tsx';
import { KnownOffer } from './KnownOffer.tsx';
import { PurposeBar } from './PurposeBar.tsx';
import { StartView } from './StartView.tsx';
import { TextColumn } from './TextColumn.tsx';
import { UpdateView } from './UpdateView.tsx';

/** Where texts are brought: what was understood of each, to be corrected, and what becomes of them. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const count = useStore(importing, ({ drafts }) => drafts.length);
  const keys = useStore(importing, ({ drafts }) => drafts.map((draft) => draft.key).join(' '));
  const isEmpty = useStore(importing, ({ files }) => files.length === 0);
  const update = useStore(importing, (state) => state.update);
  const isMaking = useStore(importing, ({ making }) => making !== null);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // What was pressed has gone with the view it stood in: the keyboard goes on from the beginning of this one.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    void readFormats();
    return offer([
      {
        id: 'import.undo',
        name: key('import:command.undo'),
        group: key('import:group'),
        keys: [{ code: 'KeyZ', mod: true }],
        enabled: () => importing.getState().past.length > 0,
        run: undoCorrection,
      },
    ]);
  }, []);
  return (
    <div className={classes(page.page, styles.page)}>
      <PageHeader title={t('title')} />
      <main ref={main} className={styles.main} tabIndex={-1}>
        {isEmpty ? (
          <StartView />
        ) : (
          <>
            <FileStates />
            <KnownOffer />
            <JoinOffer />
            {update === null ? (
              <div className={styles.columns} data-count={Math.min(count, 3)} inert={isMaking}>
                {keys !== '' && keys.split(' ').map((draft) => <TextColumn key={draft} draftKey={draft} />)}
              </div>
            ) : (
              <UpdateView update={update} />
            )}
          </>
        )}
      </main>
      <PurposeBar />
    </div>
  );
}
