import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useRows } from '#renderer/ui/use-rows.ts';
import { askFor, blockOf, heldBlocks } from './blocks.ts';
import { BlockRow } from './BlockRow.tsx';
import type { Draft } from './drafts.ts';
import styles from './Import.module.css';

/** All paragraphs of a text as they will be; those near the view are there. Each can be corrected. */
export function BlockList({ draft, wanted }: { draft: Draft; wanted: { part: number; at: number } | null }) {
  const { t } = useTranslation('import');
  const pages = useStore(heldBlocks, (state) => state.pages);
  const places = useMemo(
    () => draft.parts.flatMap(({ preview }, part) => Array.from({ length: preview.blocks }, (_, at) => ({ part, at }))),
    // oxlint-disable-next-line react/exhaustive-deps -- Corrections change neither the number nor the order of blocks.
    [draft.parts.map(({ file, text, preview }) => `${file} ${String(text)} ${String(preview.blocks)}`).join()],
  );
  const keys = useMemo(() => places.map(({ part, at }) => `${String(part)} ${String(at)}`), [places]);
  const { scroller, virtualizer, stop, focus, onKeyDown, onFocus } = useRows({ keys, estimate: () => 64 });
  useEffect(() => {
    if (wanted === null) return;
    const index = places.findIndex(({ part, at }) => part === wanted.part && at === wanted.at);
    if (index !== -1) virtualizer.scrollToIndex(index, { align: 'start' });
  }, [wanted, places, virtualizer]);
  const items = virtualizer.getVirtualItems();
  useEffect(() => {
    for (const { index } of items) {
      const place = places[index];
      const part = place === undefined ? undefined : draft.parts[place.part];
      if (place !== undefined && part !== undefined) askFor(part, place.at);
    }
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the paragraphs inside
    <div
      ref={scroller}
      className={styles.blocks}
      role="list"
      aria-label={t('blocks.label', { title: draft.title })}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start, key }) => {
          const place = places[index];
          const part = place === undefined ? undefined : draft.parts[place.part];
          if (place === undefined || part === undefined) return null;
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a row takes the focus and tells of it
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="listitem"
              data-index={index}
              className={styles.blockPlace}
              style={{ transform: `translateY(${String(start)}px)` }}
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move the focus through the rows
              tabIndex={index === stop ? 0 : -1}
              aria-setsize={places.length}
              aria-posinset={index + 1}
              onFocus={() => {
                onFocus(index);
              }}
            >
              <BlockRow
                draft={draft.key}
                language={draft.language}
                part={place.part}
                at={place.at}
                block={blockOf(pages, part, place.at)}
                edit={part.edits.get(place.at) ?? null}
                onDone={() => {
                  focus(index);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
