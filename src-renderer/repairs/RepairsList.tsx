import { useMemo } from 'react';
import { CornerDownRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RepairPlace } from '#main/api/repairs-shapes.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useRows } from '#renderer/ui/use-rows.ts';
import { piecesOf } from './difference.ts';
import styles from './Repairs.module.css';
import { closeRepairs, placeKey, placesShown, repairsView, select } from './repairs-state.ts';

/** The height of a row before it is drawn, in CSS pixels. */
const rowHeight = 58;

/** Every place with its words around it, as it is and as it would be. Arrows move, space selects, Enter shows it in the text. */
export function RepairsList() {
  const { t } = useTranslation('repairs');
  const view = useStore(repairsView);
  const places = useMemo(() => placesShown(view), [view]);
  const keys = useMemo(() => places.map(placeKey), [places]);
  const language = useStore(
    openedWork,
    ({ current }) => current?.editions.find(({ id }) => id === view.edition)?.language,
  );
  const { scroller, virtualizer, stop, onFocus, onKeyDown } = useRows({ keys, estimate: () => rowHeight });
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        aria-multiselectable
        aria-rowcount={places.length}
        aria-label={t('list')}
        tabIndex={-1}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={(event) => {
          const place = places[stop];
          if (place === undefined) return;
          if (event.key === ' ') {
            event.preventDefault();
            toggle(place, view.left);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            show(place);
          } else onKeyDown(event);
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const place = places[index];
          if (place === undefined) return null;
          const selected = !view.left.has(placeKey(place));
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The list has the keys of its rows.
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="row"
              data-index={index}
              aria-selected={selected}
              aria-rowindex={index + 1}
              tabIndex={index === stop ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${String(start)}px)` }}
              onFocus={() => {
                onFocus(index);
              }}
              onClick={() => {
                toggle(place, view.left);
              }}
            >
              <span className={styles.tick} aria-hidden data-on={selected} />
              <div role="gridcell" className={styles.place}>
                <Place place={place} language={language} />
              </div>
              <div role="gridcell">
                <IconButton
                  size="small"
                  label={t('show')}
                  excludeFromTabOrder
                  onPress={() => {
                    show(place);
                  }}
                >
                  <CornerDownRight size={14} aria-hidden />
                </IconButton>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function toggle(place: RepairPlace, left: ReadonlySet<string>): void {
  select([place], left.has(placeKey(place)));
}

function show({ paragraph, start, end }: RepairPlace): void {
  closeRepairs();
  readerControls.current?.reveal({ paragraph, start, end });
}

function Place({ place, language }: { place: RepairPlace; language: string | undefined }) {
  const { t } = useTranslation('repairs');
  const { excerpt, at, found, proposed, kind, start } = place;
  const before = excerpt.slice(0, at);
  const after = excerpt.slice(at + found.length);
  const letters = piecesOf(found, proposed).flatMap(({ text, differs }) => (differs ? Array.from(text) : []));
  return (
    <>
      <span lang={language} className={styles.context}>
        {start > at ? '…' : ''}
        {before}
        <del className={styles.found} aria-label={t('row.found', { word: found })}>
          <Marked word={found} other={proposed} />
        </del>{' '}
        <span aria-hidden>→</span>{' '}
        <ins className={styles.proposed} aria-label={t('row.proposed', { word: proposed })}>
          <Marked word={proposed} other={found} />
        </ins>
        {after.length >= 60 ? `${after.replace(/\s*\S*$/u, '')} …` : after}
      </span>
      <small className={styles.why}>{t(`row.${kind}`, { letters: [...new Set(letters)].join(' ') })}</small>
    </>
  );
}

function Marked({ word, other }: { word: string; other: string }) {
  let offset = 0;
  return piecesOf(word, other).map(({ text, differs }) => {
    const at = offset;
    offset += text.length;
    return differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
}
