import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Hit } from '#main/api/shapes.ts';
import { useReading } from '#renderer/app/reading.ts';
import { sectionTitle } from '#renderer/app/titles.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Script } from '#renderer/reader/script.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { useRows, type Rows } from '#renderer/ui/use-rows.ts';
import { excerptOf } from './excerpt.ts';
import { groupedBySection } from './groups.ts';
import { goToHit, searchView } from './search-state.ts';
import styles from './HitList.module.css';

const none: readonly Hit[] = [];

type Row = { kind: 'heading'; section: string } | { kind: 'hit'; at: number; hit: Hit };

/** Heights of rows before they are drawn, in CSS pixels. */
const heights = { heading: 30, hit: 50 } as const;

/** The hits under the titles of their sections. Arrows jump from hit to hit and keep the focus here. */
export function HitList() {
  const { t } = useTranslation('search');
  const hits = useStore(searchView, (state) => state.hits?.hits);
  const current = useStore(searchView, (state) => state.current);
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const sections = useStore(openedWork, (state) => state.current?.sections);
  const rows = useHitRows(hits ?? none);
  const tags = useMemo(() => new Map(editions?.map((edition) => [edition.id, edition.language])), [editions]);
  const scripts = useScripts();
  // As in the contents: in the language of the left pane.
  const leftEdition = useReading()?.editions[0] ?? '';
  const language = tags.get(leftEdition) ?? '';
  const left = scripts(leftEdition);
  const keys = useMemo(
    () => rows.map((row) => (row.kind === 'hit' ? String(row.at) : `section ${row.section}`)),
    [rows],
  );
  const isHit = useCallback((index: number) => rows[index]?.kind === 'hit', [rows]);
  const {
    scroller,
    virtualizer,
    stop: tabbed,
    focus,
    onFocus,
    onKeyDown: move,
  } = useRows({
    keys,
    estimate: (index) => heights[rows[index]?.kind ?? 'hit'],
    isStop: isHit,
    onMove: (index) => {
      const row = rows[index];
      if (row?.kind === 'hit') goToHit(row.at);
    },
  });
  const currentRow = current === null ? -1 : rows.findIndex((row) => row.kind === 'hit' && row.at === current);
  useInView(scroller, virtualizer, currentRow);
  const stop = currentRow >= 0 ? currentRow : tabbed;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="listbox"
        aria-label={t('hits')}
        tabIndex={-1}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={(event) => {
          const row = rows[tabbed];
          if (event.key === 'Enter' && row?.kind === 'hit') {
            event.preventDefault();
            goToHit(row.at, { focus: event.ctrlKey || event.metaKey });
          } else move(event);
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${String(start)}px)` };
          if (row.kind === 'heading') {
            const section = sections?.find(({ id }) => id === row.section);
            return (
              <div
                key={key}
                ref={virtualizer.measureElement}
                role="presentation"
                data-index={index}
                className={styles.heading}
                style={place}
              >
                {section === undefined ? (
                  t('noSection')
                ) : (
                  <bdi lang={left.tag}>{left.text(sectionTitle(section, language))}</bdi>
                )}
              </div>
            );
          }
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- The list has the keys of its hits.
            <div
              key={key}
              ref={virtualizer.measureElement}
              role="option"
              data-index={index}
              aria-selected={row.at === current}
              aria-setsize={hits?.length ?? 0}
              aria-posinset={row.at + 1}
              tabIndex={index === stop ? 0 : -1}
              className={styles.item}
              style={place}
              onFocus={() => {
                onFocus(index);
              }}
              onClick={() => {
                focus(index);
                goToHit(row.at);
              }}
            >
              <HitText hit={row.hit} tag={tags.get(row.hit.edition) ?? ''} script={scripts(row.hit.edition)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Headings and hits one below the other; counted anew only when the hits or the structure of the work change. */
function useHitRows(hits: readonly Hit[]): readonly Row[] {
  const work = useStore(openedWork, (state) => state.current?.work);
  const outline = useStore(openedWork, (state) => state.current?.outline);
  const alignments = useStore(openedWork, (state) => state.current?.alignments);
  const places = useStore(openedWork, (state) => state.current?.places);
  return useMemo(
    () =>
      work === undefined || outline === undefined || alignments === undefined || places === undefined
        ? []
        : groupedBySection(hits, { work, outline, alignments, places }).flatMap(({ section, hits: here }): Row[] => [
            { kind: 'heading', section },
            ...here.map(({ at, hit }): Row => ({ kind: 'hit', at, hit })),
          ]),
    [hits, work, outline, alignments, places],
  );
}

function HitText({ hit, tag, script }: { hit: Hit; tag: string; script: Script }) {
  const { before, hit: words, after } = excerptOf(hit, script.scheme);
  return (
    <>
      <span className={styles.tag}>{tag}</span>
      <span lang={script.tag} dir={script.dir} className={styles.excerpt}>
        {before}
        <mark className={styles.mark}>{words}</mark>
        {after}
      </span>
    </>
  );
}

/** Keeps the current hit in the list's view while keys jump from hit to hit elsewhere. */
function useInView(scroller: Rows['scroller'], virtualizer: Rows['virtualizer'], index: number): void {
  useEffect(() => {
    if (index < 0 || scroller.current?.contains(document.activeElement) !== false) return;
    virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [scroller, virtualizer, index]);
}
