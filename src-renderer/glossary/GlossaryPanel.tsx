import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { BookOpen, BookPlus, ChartBarStacked, Eye, EyeOff, GraduationCap, Pencil, Sparkle } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { keyName } from '#renderer/app/keys.ts';
import { useReading } from '#renderer/app/reading.ts';
import { go } from '#renderer/app/route.ts';
import { coverageKey } from '#renderer/coverage/coverage-commands.ts';
import { openCoverage } from '#renderer/coverage/coverage-state.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRows } from '#renderer/ui/ButtonRows.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton, IconToggleButton } from '#renderer/ui/IconButton.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { openAddCards } from '#renderer/review/adding.ts';
import { addFromSelection, addKey, marksKey, toggleMarks } from './glossary-commands.ts';
import { openTool } from './glossary-state.ts';
import { newWordsKey, toggleNewWords } from './level-commands.ts';
import { jumpToNext } from './jump.ts';
import { canChange, deleteTerms } from './keep.ts';
import { useGlossaryLanguages } from './languages.ts';
import { listed } from './manage/list.ts';
import { glossLine } from './names.ts';
import styles from './GlossaryPanel.module.css';
import { useTermCounts } from './use-term-counts.ts';

type Part = 'section' | 'work' | 'all';

/** The glossary beside the text: the terms of the section that is being read, of the work, or all. */
export function GlossaryPanel() {
  const { t } = useTranslation(['glossary', 'app', 'coverage', 'review']);
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
  const reading = useReading();
  const isHidden = reading?.marksHidden === true;
  const waiting = part !== 'all' && counts === null;
  return (
    <div ref={panel} className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.line}>
          <SearchField
            className={styles.search ?? ''}
            label={t('panel.search')}
            // The tools beside it leave no room for more.
            placeholder={t('app:panel.search')}
            value={search}
            onChange={setSearch}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              panel.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus();
            }}
          />
          <IconButton size="small" label={t('command.add')} keys={keyName(addKey)} onPress={addFromSelection}>
            <BookPlus size={16} aria-hidden />
          </IconButton>
          <IconToggleButton
            size="small"
            label={t('panel.marks')}
            keys={keyName(marksKey)}
            isSelected={!isHidden}
            onChange={toggleMarks}
          >
            {isHidden ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </IconToggleButton>
          <IconToggleButton
            size="small"
            label={t('word.show')}
            keys={keyName(newWordsKey)}
            isSelected={reading?.newWords === true}
            onChange={toggleNewWords}
          >
            <Sparkle size={16} aria-hidden />
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
          <IconButton
            size="small"
            label={t('review:panel.add')}
            onPress={() => {
              openAddCards();
            }}
          >
            <GraduationCap size={16} aria-hidden />
          </IconButton>
        </div>
        <div className={styles.line}>
          <SegmentedControl
            wide
            className={styles.search ?? ''}
            label={t('panel.part')}
            value={part}
            segments={[
              { id: 'section', label: t('panel.section') },
              { id: 'work', label: t('panel.work') },
              { id: 'all', label: t('panel.all') },
            ]}
            onChange={setPart}
          />
          <IconButton size="small" label={t('coverage:open')} keys={keyName(coverageKey)} onPress={openCoverage}>
            <ChartBarStacked size={16} aria-hidden />
          </IconButton>
        </div>
      </div>
      {shown.length === 0 ? (
        !waiting && <Empty part={part} searched={search.trim() !== ''} onPart={setPart} />
      ) : (
        <TermList terms={shown} counts={counts} />
      )}
    </div>
  );
}

/** The height of a row, in CSS pixels. */
const rowHeight = 48;

/** Arrows go from term to term; Enter jumps to where it stands next, E edits it, Delete deletes it. */
function TermList({ terms, counts }: { terms: readonly Term[]; counts: ReadonlyMap<string, number> | null }) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  const { shown } = useGlossaryLanguages();
  const scripts = useLanguageScripts();
  const jump = (term: Term): void => {
    if (counts?.has(term.id) === true) void jumpToNext(term);
    else edit(term);
  };
  return (
    <ButtonRows
      rows={terms}
      keyOf={idOf}
      label={t('panel.list')}
      height={rowHeight}
      shortcuts="E Delete"
      onPress={jump}
      onKey={(term, event, { isPlain }) => {
        if (event.key === 'Enter') jump(term);
        else if (event.code === 'KeyE' && isPlain) edit(term);
        else if (event.key === 'Delete' && canChange()) deleteTerms([term]);
        else return false;
        return true;
      }}
      scrollerClass={styles.scroller}
      itemClass={styles.item}
      buttonClass={styles.words}
      renderContent={(term) => (
        <>
          <Words term={term} languages={shown} />
          {counts?.has(term.id) === true && (
            <span className={styles.count} title={t('panel.count', { count: counts.get(term.id) ?? 0 })}>
              {format.number(counts.get(term.id) ?? 0)}
            </span>
          )}
        </>
      )}
      renderTool={(term, inTabOrder) => (
        <IconButton
          size="small"
          className={styles.edit ?? ''}
          label={t('panel.edit', { headword: scripts(term.language).text(term.headword) })}
          excludeFromTabOrder={!inTabOrder}
          onPress={() => {
            edit(term);
          }}
        >
          <Pencil size={14} aria-hidden />
        </IconButton>
      )}
    />
  );
}

function idOf({ id }: Term): string {
  return id;
}

function edit(term: Term): void {
  openTool({ kind: 'edit', term: term.id, place: null });
}

function Words({ term, languages }: { term: Term; languages: readonly string[] }) {
  const gloss = glossLine(term, languages);
  const scripts = useLanguageScripts();
  const own = scripts(term.language);
  const other = gloss === null ? null : scripts(gloss.tag);
  return (
    <span className={styles.lines}>
      <b lang={own.tag} dir={own.dir}>
        {own.text(term.headword)}
      </b>
      {gloss !== null && (
        <span lang={other?.tag} dir={other?.dir}>
          {other?.text(gloss.text)}
        </span>
      )}
    </span>
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
      <p>
        <Trans t={t} i18nKey="panel.hint" values={{ key: keyName(addKey) }} components={{ kbd: <kbd /> }} />
      </p>
    </EmptyState>
  );
}
