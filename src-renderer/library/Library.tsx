import { useRef, useState } from 'react';
import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import frame from '#renderer/app/Frame.module.css';
import { keyName } from '#renderer/app/keys.ts';
import { library } from '#renderer/app/library-store.ts';
import page from '#renderer/app/Page.module.css';
import { ReadingSettings } from '#renderer/app/ReadingSettings.tsx';
import { go } from '#renderer/app/route.ts';
import { SavingState } from '#renderer/app/SavingState.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { ImportButton } from '#renderer/import/ImportButton.tsx';
import { DueLink } from '#renderer/review/DueLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { ContinueReading } from './ContinueReading.tsx';
import { lastRead, listed, orders, present, type Order } from './listing.ts';
import { LibraryBanners } from './LibraryBanners.tsx';
import styles from './Library.module.css';
import { WorkRow } from './WorkRow.tsx';

/** From so many works on, the list can be searched and sorted. */
const many = 6;

/** All works: what they are, how far they are done, which was read last. */
export function Library() {
  const { t } = useTranslation(['library', 'import']);
  const { t: say } = useTranslation('app');
  const state = useStore(library, (view) => view.state);
  if (state === null) return null;
  const works = present(state.works);
  const last = lastRead(works);
  return (
    <div className={page.page}>
      <header className={frame.header}>
        <div className={frame.tools} />
        <h1 className={frame.title}>{t('title')}</h1>
        <div className={classes(frame.tools, frame.end)}>
          <Button
            onPress={() => {
              go({ view: 'glossary' });
            }}
          >
            {say('panel.glossary')}
          </Button>
          <DueLink />
          <ImportButton />
          <ReadingSettings />
        </div>
      </header>
      <main tabIndex={-1} className={styles.scroll}>
        <div className={styles.column}>
          <LibraryBanners />
          {last !== null && <ContinueReading entry={last} />}
          {works.length === 0 ? (
            <EmptyState
              icon={<BookOpen size={24} aria-hidden />}
              title={t('empty.title')}
              actions={<ImportButton variant="primary" />}
            >
              <p>{t('import:library.empty', { key: keyName({ code: 'KeyZ', mod: true }) })}</p>
            </EmptyState>
          ) : (
            <Works />
          )}
          <p className={styles.foot}>
            {t('folder')} <code>{state.folder}</code>
          </p>
        </div>
      </main>
      <footer className={frame.status} aria-label={say('status.label')}>
        <SavingState />
        <span className={frame.last}>{t('version', { version: state.version })}</span>
      </footer>
    </div>
  );
}

function Works() {
  const { t } = useTranslation('library');
  const { language } = useFormat();
  const works = present(useStore(library, ({ state }) => state?.works) ?? []);
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>('read');
  const list = useRef<HTMLUListElement>(null);
  const shown = listed(works, works.length < many ? '' : typed, order, language);

  const focusRow = (index: number): void => {
    const links = list.current?.querySelectorAll<HTMLElement>('li a[href]') ?? [];
    // Without a row left the keyboard goes on from the page.
    const next = links[Math.max(0, Math.min(index, links.length - 1))] ?? document.querySelector('main');
    next?.focus();
  };
  return (
    <>
      <div className={styles.toolbar}>
        <h2 id="works">{t('works', { count: works.length })}</h2>
        {works.length >= many && (
          <>
            <SearchField className={styles.search ?? ''} label={t('search')} value={typed} onChange={setTyped} />
            <SegmentedControl
              label={t('sort.label')}
              value={order}
              onChange={setOrder}
              segments={orders.map((id) => ({ id, label: t(`sort.${id}`) }))}
            />
          </>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          title={t('none.title', { typed })}
          actions={
            <Button
              variant="outline"
              onPress={() => {
                setTyped('');
              }}
            >
              {t('none.all')}
            </Button>
          }
        />
      ) : (
        <ul ref={list} className={styles.list} aria-labelledby="works">
          {shown.map((entry, index) => (
            <WorkRow
              key={entry.work.id}
              entry={entry}
              onMove={(to) => {
                focusRow(to === 'first' ? 0 : to === 'last' ? shown.length - 1 : index + to);
              }}
              onDeleted={() => {
                requestAnimationFrame(() => {
                  focusRow(index);
                });
              }}
            />
          ))}
        </ul>
      )}
    </>
  );
}
