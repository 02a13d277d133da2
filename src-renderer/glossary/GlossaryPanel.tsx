import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { BookOpen, BookPlus, Eye, EyeOff, Pencil } from 'lucide-react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { keyName } from '#renderer/app/keys.ts';
import { useReading } from '#renderer/app/reading.ts';
import { go } from '#renderer/app/route.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton, IconToggleButton } from '#renderer/ui/IconButton.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { addFromSelection, addKey, marksKey, toggleMarks } from './glossary-commands.ts';
import { openTool } from './glossary-state.ts';
import { jumpToNext } from './jump.ts';
import { useGlossaryLanguages } from './languages.ts';
import { listed } from './list.ts';
import { glossLine } from './names.ts';
import styles from './GlossaryPanel.module.css';
import { useTermCounts } from './use-term-counts.ts';

type Part = 'section' | 'work' | 'all';

/** The glossary beside the text: the terms of the section that is being read, of the work, or all. */
export function GlossaryPanel() {
  const { t } = useTranslation('glossary');
  const panel = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState<Part>('section');
  const [search, setSearch] = useState('');
  const terms = useStore(library, (state) => state.terms);
  const { own } = useGlossaryLanguages();
  const counts = useTermCounts(part === 'section' ? 'section' : 'work');
  const soon = useDeferredValue(search);
  const shown = useMemo(() => {
    const here = part === 'all' ? terms.values() : [...terms.values()].filter(({ id }) => counts?.has(id) === true);
    const query = {
      search: soon,
      category: null,
      language: null,
      sort: { column: 'headword', descending: false },
    } as const;
    return listed(here, query, { category: (category) => category, note: () => '', own });
  }, [terms, part, counts, soon, own]);
  const isHidden = useReading()?.marksHidden === true;
  const waiting = part !== 'all' && counts === null;
  return (
    <div ref={panel} className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.line}>
          <SearchField
            className={styles.search ?? ''}
            label={t('panel.search')}
            value={search}
            onChange={setSearch}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              panel.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
            }}
          />
          <IconButton size="small" label={t('command.add')} keys={keyName(addKey)} onPress={addFromSelection}>
            <BookPlus size={16} aria-hidden />
          </IconButton>
          <IconToggleButton
            size="small"
            label={isHidden ? t('panel.marksHidden') : t('panel.marksShown')}
            keys={keyName(marksKey)}
            isSelected={!isHidden}
            onChange={toggleMarks}
          >
            {isHidden ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </IconToggleButton>
          <IconButton
            size="small"
            label={t('panel.whole')}
            onPress={() => {
              go({ view: 'glossary' });
            }}
          >
            <BookOpen size={16} aria-hidden />
          </IconButton>
        </div>
        <SegmentedControl
          wide
          label={t('panel.part')}
          value={part}
          segments={[
            { id: 'section', label: t('panel.section') },
            { id: 'work', label: t('panel.work') },
            { id: 'all', label: t('panel.all') },
          ]}
          onChange={setPart}
        />
      </div>
      {shown.length === 0 ? (
        !waiting && <Empty part={part} searched={search.trim() !== ''} onPart={setPart} />
      ) : (
        <TermList terms={shown} counts={counts} />
      )}
    </div>
  );
}

function TermList({ terms, counts }: { terms: readonly Term[]; counts: ReadonlyMap<string, number> | null }) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const { shown } = useGlossaryLanguages();
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 48, padding: 6 }}>
      <GridList
        aria-label={t('panel.list')}
        className={styles.list ?? ''}
        items={terms}
        dependencies={[counts, shown, t, format]}
        onAction={(key) => {
          const term = library.getState().terms.get(String(key));
          if (term === undefined) return;
          if (counts?.has(term.id) === true) void jumpToNext(term);
          else openTool({ kind: 'edit', term: term.id, place: null });
        }}
      >
        {(term) => {
          const gloss = glossLine(term, shown);
          const count = counts?.get(term.id) ?? 0;
          return (
            <GridListItem id={term.id} textValue={term.headword} className={styles.item ?? ''}>
              <span className={styles.words}>
                <b lang={term.language}>{term.headword}</b>
                {gloss !== null && <span lang={gloss.tag}>{gloss.text}</span>}
              </span>
              {count > 0 && (
                <span className={styles.count} title={t('panel.count', { count })}>
                  {format.number(count)}
                </span>
              )}
              <IconButton
                size="small"
                className={styles.edit ?? ''}
                label={t('panel.edit', { headword: term.headword })}
                onPress={() => {
                  openTool({ kind: 'edit', term: term.id, place: null });
                }}
              >
                <Pencil size={14} aria-hidden />
              </IconButton>
            </GridListItem>
          );
        }}
      </GridList>
    </Virtualizer>
  );
}

function Empty({ part, searched, onPart }: { part: Part; searched: boolean; onPart: (part: Part) => void }) {
  const { t } = useTranslation('glossary');
  const wider = part === 'section' ? 'work' : part === 'work' ? 'all' : null;
  const title = searched
    ? t('panel.none')
    : { section: t('panel.noneInSection'), work: t('panel.noneInWork'), all: t('view.empty') }[part];
  return (
    <EmptyState
      title={title}
      actions={
        wider !== null && (
          <Button
            variant="outline"
            onPress={() => {
              onPart(wider);
            }}
          >
            {wider === 'work' ? t('panel.work') : t('panel.all')}
          </Button>
        )
      }
    >
      <p>{t('panel.hint', { key: keyName(addKey) })}</p>
    </EmptyState>
  );
}
