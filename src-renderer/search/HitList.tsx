import { useEffect, useMemo, useRef } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Hit } from '#main/api/shapes.ts';
import { useReading } from '#renderer/app/reading.ts';
import { sectionTitle } from '#renderer/app/titles.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { excerptOf } from './excerpt.ts';
import { groupedBySection, type HitGroup } from './groups.ts';
import { goToHit, searchView } from './search-state.ts';
import styles from './HitList.module.css';

const none: readonly Hit[] = [];

/** The hits under the titles of their sections. Arrows jump from hit to hit and keep the focus here. */
export function HitList() {
  const { t } = useTranslation('search');
  const list = useRef<HTMLDivElement>(null);
  const hits = useStore(searchView, (state) => state.hits?.hits);
  const current = useStore(searchView, (state) => state.current);
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const sections = useStore(openedWork, (state) => state.current?.sections);
  const groups = useGroups(hits ?? none);
  const tags = useMemo(() => new Map(editions?.map((edition) => [edition.id, edition.language])), [editions]);
  // As in the contents: in the language of the left pane.
  const language = tags.get(useReading()?.editions[0] ?? '') ?? '';
  useInView(list, current);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 50, estimatedHeadingSize: 30, padding: 6 }}>
      <ListBox
        ref={list}
        aria-label={t('hits')}
        className={styles.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={current === null ? [] : [current]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'number') goToHit(key);
        }}
        onAction={(key) => {
          if (typeof key === 'number') goToHit(key);
        }}
      >
        {groups.map(({ section, hits: here }) => {
          const record = sections?.find(({ id }) => id === section);
          return (
            <ListBoxSection key={section} id={`section ${section}`}>
              <Header className={styles.heading ?? ''}>
                {record === undefined ? t('noSection') : sectionTitle(record, language)}
              </Header>
              {here.map(({ at, hit }) => (
                <HitItem key={at} at={at} hit={hit} tag={tags.get(hit.edition) ?? ''} />
              ))}
            </ListBoxSection>
          );
        })}
      </ListBox>
    </Virtualizer>
  );
}

/** The hits by section; counted anew only when they or the structure of the work change, not when texts come in. */
function useGroups(hits: readonly Hit[]): readonly HitGroup[] {
  const work = useStore(openedWork, (state) => state.current?.work);
  const outline = useStore(openedWork, (state) => state.current?.outline);
  const alignments = useStore(openedWork, (state) => state.current?.alignments);
  const places = useStore(openedWork, (state) => state.current?.places);
  return useMemo(
    () =>
      work === undefined || outline === undefined || alignments === undefined || places === undefined
        ? []
        : groupedBySection(hits, { work, outline, alignments, places }),
    [hits, work, outline, alignments, places],
  );
}

function HitItem({ at, hit, tag }: { at: number; hit: Hit; tag: string }) {
  const { before, hit: words, after } = excerptOf(hit);
  return (
    <ListBoxItem id={at} textValue={`${before}${words}${after}`} className={styles.item ?? ''}>
      <span className={styles.tag} aria-hidden>
        {tag}
      </span>
      <span lang={tag} className={styles.excerpt}>
        {before}
        <mark className={styles.mark}>{words}</mark>
        {after}
      </span>
    </ListBoxItem>
  );
}

/** Keeps the current hit in the list's view while keys jump from hit to hit elsewhere. */
function useInView(list: { current: HTMLElement | null }, current: number | null): void {
  useEffect(() => {
    const element = list.current;
    if (current === null || element?.contains(document.activeElement) !== false) return;
    element.querySelector(`[data-key="${String(current)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);
}
