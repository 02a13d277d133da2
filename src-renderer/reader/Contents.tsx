import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { linksBetween } from '#core/alignment/between.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Section } from '#core/records/work.ts';
import { readingPlace } from '#renderer/app/reading-place.ts';
import { useReading } from '#renderer/app/reading.ts';
import { hashOf } from '#renderer/app/route.ts';
import { openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import styles from './Contents.module.css';
import { countBySection } from './section-counts.ts';
import { readerControls } from './reader-state.ts';
import { SectionMenu, type OpenSectionMenu } from './SectionMenu.tsx';
import { useScripts } from './use-scripts.ts';

/** The sections of the left edition, with how many annotations stand in each; a click or Enter goes there. */
export function Contents() {
  const { t } = useTranslation('reader');
  const { number } = useFormat();
  const edition = useReading()?.editions[0];
  const sections = useSections(edition);
  const counts = useCounts(edition);
  const [menu, setMenu] = useState<OpenSectionMenu | null>(null);
  const here = useStore(readingPlace, ({ section }) => section);
  const language = useStore(openedWork, ({ current }) => current?.editions.find(({ id }) => id === edition)?.language);
  const script = useScripts()(edition);
  // A section has no address of its own: opened in another window, its link leads to the work.
  const address = useStore(openedWork, ({ current }) => hashOf({ view: 'work', work: current?.id ?? '' }));
  if (sections.length === 0) return <EmptyState title={t('contents.empty')}>{t('contents.why-empty')}</EmptyState>;
  const current = sections.some(({ id }) => id === here) ? here : sections[0]?.id;
  const shallowest = Math.min(...sections.map(({ level }) => level));
  return (
    <nav className={styles.contents} aria-label={t('contents.label')}>
      <h2 className={styles.heading}>{t('contents.heading')}</h2>
      <ul>
        {sections.map(({ id, level, editorial, titles }) => {
          const title = (language === undefined ? undefined : titles[language]) ?? Object.values(titles)[0] ?? '';
          const count = counts.get(id) ?? 0;
          return (
            <li key={id}>
              <a
                href={address}
                className={styles.section}
                aria-current={id === current ? 'location' : undefined}
                tabIndex={id === current ? 0 : -1}
                style={{ paddingInlineStart: 10 + (level - shallowest) * 14 }}
                onKeyDown={(event) => {
                  const asksMenu = event.code === 'ContextMenu' || (event.code === 'F10' && event.shiftKey);
                  if (!asksMenu) {
                    moveFocus(event);
                    return;
                  }
                  event.preventDefault();
                  const { left, bottom } = event.currentTarget.getBoundingClientRect();
                  setMenu({ section: id, x: left, y: bottom });
                }}
                onContextMenu={(event) => {
                  event.preventDefault();
                  setMenu({ section: id, x: event.clientX, y: event.clientY });
                }}
                onClick={(event) => {
                  event.preventDefault();
                  readerControls.current?.goToSection(id);
                }}
              >
                <span
                  lang={script.tag}
                  dir={script.dir}
                  title={editorial === true ? t('editorial.explained') : undefined}
                >
                  {title === '' ? t('contents.untitled') : script.text(title)}
                  {editorial === true && <span className={styles.unseen}> {t('editorial.mark')}</span>}
                </span>
                {count > 0 && (
                  <span className={styles.count} title={t('contents.annotations', { count })}>
                    <span aria-hidden>{number(count)}</span>
                    <span className={styles.unseen}>{t('contents.annotations', { count })}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
      {menu !== null && (
        <SectionMenu
          open={menu}
          onClose={() => {
            setMenu(null);
          }}
        />
      )}
    </nav>
  );
}

/** Arrows, Home and End move the focus among the sections. */
function moveFocus(event: KeyboardEvent<HTMLAnchorElement>): void {
  const all = [...(event.currentTarget.closest('ul')?.querySelectorAll('a') ?? [])];
  const at = all.indexOf(event.currentTarget);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.code];
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
}

function useSections(edition: string | undefined): Section[] {
  const sections = useStore(openedWork, ({ current }) => current?.sections);
  return useMemo(() => sections?.filter((section) => section.edition === edition) ?? [], [sections, edition]);
}

const none: ReadonlyMap<string, Annotation> = new Map();

/** Counted once the text is shown, which is not to wait for it. */
function useCounts(edition: string | undefined): ReadonlyMap<string, number> {
  const annotations = useDeferredValue(
    useStore(openedWork, ({ current }) => current?.annotations ?? none),
    none,
  );
  const outline = useStore(openedWork, ({ current }) => current?.outline);
  const alignments = useStore(openedWork, ({ current }) => current?.alignments);
  const original = useStore(openedWork, ({ current }) => current?.work.original);
  const sectionOf = useMemo(
    () => sectionFinder(edition ?? '', outline ?? {}, alignments ?? {}, original ?? ''),
    [edition, outline, alignments, original],
  );
  return useMemo(() => countBySection(annotations.values(), sectionOf), [annotations, sectionOf]);
}

/** Finds the section of `edition` that a paragraph of any edition stands in or beside; each edition is read once asked for. */
function sectionFinder(
  edition: string,
  outline: OpenWork['outline'],
  alignments: OpenWork['alignments'],
  original: string,
): (paragraph: string, of: string) => string | null {
  let own: ReadonlyMap<string, string> | null = null;
  const beside = new Map<string, Map<string, string>>();
  return (paragraph, of) => {
    own ??= new Map(outline[edition]?.map(([id, section]) => [id, section]));
    if (of === edition) return own.get(paragraph) ?? null;
    let found = beside.get(of);
    if (found === undefined) {
      found = new Map();
      const paragraphs = Object.fromEntries(
        Object.entries(outline).map(([name, list]) => [name, list.map(([id]) => id)]),
      );
      let section = outline[edition]?.[0]?.[1];
      for (const { source, target } of linksBetween(edition, of, { original, alignments, paragraphs })) {
        const first = source[0];
        section = (first === undefined ? undefined : own.get(first)) ?? section;
        if (section !== undefined) for (const id of target) found.set(id, section);
      }
      beside.set(of, found);
    }
    return found.get(paragraph) ?? null;
  };
}
