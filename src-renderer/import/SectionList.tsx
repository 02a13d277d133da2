import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { useRows } from '#renderer/ui/use-rows.ts';
import { blockOf, heldBlocks } from './blocks.ts';
import { sectionsOf, type Draft } from './drafts.ts';
import { importing } from './import-state.ts';
import styles from './Import.module.css';

const rowHeight = 30;

/** The sections of a text with how many paragraphs each has; one that is chosen is shown. */
export function SectionList({
  draft,
  shown,
  onShow,
}: {
  draft: Draft;
  shown: { part: number; at: number } | null;
  onShow: (place: { part: number; at: number }) => void;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const pages = useStore(heldBlocks, (state) => state.pages);
  const sections = useMemo(() => sectionsOf(draft, (part, block) => blockOf(pages, part, block)), [draft, pages]);
  const keys = useMemo(() => sections.map(({ part, at }) => `${String(part)} ${String(at)}`), [sections]);
  const { scroller, virtualizer, stop, onKeyDown, onFocus } = useRows({ keys, estimate: () => rowHeight });
  // Two texts of one work are often called the same.
  const isDouble = useStore(importing, ({ drafts }) =>
    drafts.some(({ key, title }) => key !== draft.key && title === draft.title),
  );
  const title = isDouble ? `${draft.title} (${autonym(draft.language)})` : draft.title;
  return (
    <nav className={styles.sections} aria-label={t('sections.label', { title })}>
      <h3>{t('sections.count', { count: sections.length, shown: format.number(sections.length) })}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons inside */}
      <div ref={scroller} className={styles.sectionScroll} onKeyDown={onKeyDown}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const section = sections[index];
            if (section === undefined) return null;
            const isShown = shown?.part === section.part && shown.at === section.at;
            return (
              <button
                key={key}
                type="button"
                data-index={index}
                className={styles.section}
                style={{ top: start, paddingInlineStart: 8 + (section.level - 1) * 12 }}
                tabIndex={index === stop ? 0 : -1}
                aria-current={isShown}
                onFocus={() => {
                  onFocus(index);
                }}
                onClick={() => {
                  onShow({ part: section.part, at: section.at });
                }}
              >
                <span lang={draft.language} title={section.title}>
                  {section.title === '' ? t('sections.untitled') : section.title}
                </span>
                <small
                  aria-label={t('size.paragraphs', { count: section.blocks, shown: format.number(section.blocks) })}
                >
                  {format.number(section.blocks)}
                </small>
              </button>
            );
          })}
        </div>
      </div>
    </nav>
  );
}
