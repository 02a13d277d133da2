import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { tellFailure } from '#renderer/app/failures.ts';
import { keyName } from '#renderer/app/keys.ts';
import { showSide } from '#renderer/app/panels.ts';
import { useReading } from '#renderer/app/reading.ts';
import { shell } from '#renderer/app/shell-state.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { addLayer } from '#renderer/reader/drawing.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { comeFrom, goBack, useSearchPlace } from './came-from.ts';
import { HitList } from './HitList.tsx';
import { hitsLayer } from './hits-layer.ts';
import { nextKey, previousKey } from './search-commands.ts';
import { searchAgain, searchFor, searchIn, searchView, stepHit } from './search-state.ts';
import { Found } from './Found.tsx';
import styles from './SearchPanel.module.css';

/** The longest selection that is taken over as what to search for. */
const longestQuery = 100;

/** Searching the open work: as one types, in the panes shown or in all editions. */
export function SearchPanel() {
  const { t } = useTranslation('search');
  const panel = useRef<HTMLElement>(null);
  const { query, term, scope, status, failure, hits } = useStore(searchView);
  const editions = useStore(openedWork, ({ current }) => current?.editions.length ?? 0);
  const count = hits?.hits.length ?? 0;
  useSearchPlace();
  useEffect(() => addLayer(hitsLayer), []);
  useSelectionAsQuery();
  useFreshHits();

  const close = (): void => {
    goBack();
    showSide(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const inField = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      stepHit(event.shiftKey ? -1 : 1);
    }
    if (event.key === 'ArrowDown' && count > 0) {
      event.preventDefault();
      panel.current?.querySelector<HTMLElement>('[role=option][tabindex="0"]')?.focus();
    }
  };
  return (
    // Esc leaves the search from anywhere inside, before the field would only empty itself.
    <search
      ref={panel}
      className={styles.panel}
      onKeyDownCapture={onKeyDown}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) comeFrom(event.relatedTarget);
      }}
    >
      <div className={styles.head}>
        <div className={styles.line}>
          <SearchField
            className={styles.field ?? ''}
            label={t('label')}
            value={term === null ? query : term.headword}
            onChange={searchFor}
            onKeyDown={inField}
          />
          <IconButton
            size="small"
            label={t('previous')}
            keys={keyName(previousKey)}
            isDisabled={count === 0}
            onPress={() => {
              stepHit(-1);
            }}
          >
            <ChevronUp size={16} aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            label={t('next')}
            keys={keyName(nextKey)}
            isDisabled={count === 0}
            onPress={() => {
              stepHit(1);
            }}
          >
            <ChevronDown size={16} aria-hidden />
          </IconButton>
          <IconButton size="small" label={t('close')} keys="Esc" onPress={close}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
        {editions > 2 && term === null && (
          <SegmentedControl
            wide
            label={t('scope.label')}
            value={scope}
            segments={[
              { id: 'shown', label: t('scope.shown') },
              { id: 'all', label: t('scope.all') },
            ]}
            onChange={searchIn}
          />
        )}
        <Found />
      </div>
      {status === 'failed' && failure !== null && (
        <Banner
          kind="failed"
          title={tellFailure(failure, t).what}
          actions={
            <Button size="small" variant="outline" onPress={searchAgain}>
              {t('again')}
            </Button>
          }
        >
          {tellFailure(failure, t).next}
        </Banner>
      )}
      {count > 0 && <HitList />}
    </search>
  );
}

/** What is selected in the text when the search is asked for is searched for. */
function useSelectionAsQuery(): void {
  const asked = useStore(shell, (state) => state.asked);
  const answered = useRef<number | null>(null);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    const text = readerView.getState().selection?.text ?? '';
    if (text !== '' && text.length <= longestQuery && !text.includes('\n')) searchFor(text);
  }, [asked]);
}

/** Searches again when other editions are shown, or a paragraph with a hit was changed. */
function useFreshHits(): void {
  const reading = useReading();
  // A query may be typed in the script that is read.
  const editions = reading === null ? undefined : `${reading.editions.join(' ')} ${JSON.stringify(reading.scripts)}`;
  const searched = useRef(editions);
  useEffect(() => {
    if (searched.current === editions) return;
    searched.current = editions;
    const { scope, term } = searchView.getState();
    if (scope === 'shown' && term === null) searchAgain();
  }, [editions]);
  useEffect(
    () =>
      openedWork.subscribe(({ current }, before) => {
        const { hits } = searchView.getState();
        if (hits === null || current === null || current.texts === before.current?.texts) return;
        const changed = hits.hits.some(({ paragraph }) => {
          const known = before.current?.texts.get(paragraph);
          return (
            known !== undefined && known.text !== current.texts.get(paragraph)?.text && current.texts.has(paragraph)
          );
        });
        if (changed) searchAgain();
      }),
    [],
  );
}
