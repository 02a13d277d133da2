import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { doublesOf } from '#core/glossary/doubles.ts';
import type { Term } from '#core/records/term.ts';
import { useReadOnlyReason } from '#renderer/annotations/use-read-only.ts';
import { library } from '#renderer/app/library-store.ts';
import { narrowWidth, useNarrowerThan } from '#renderer/app/window-size.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { deleteTerms } from '../keep.ts';
import { knownLanguages, useGlossaryLanguages } from '../languages.ts';
import { categoryNames, noteOf } from '../names.ts';
import { SideEditor, type Edited } from '../SideEditor.tsx';
import { BulkBar } from './BulkBar.tsx';
import { columnsOf } from './columns.ts';
import { EmptyGlossary, NothingFound } from './Empty.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { Filters } from './Filters.tsx';
import styles from './GlossaryView.module.css';
import { ImportDialog } from './ImportDialog.tsx';
import { listed, type ListQuery } from './list.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { nothingSelected } from './selection.ts';
import { TermsTable } from './TermsTable.tsx';
import { Tools } from './Tools.tsx';
import { useCountableWorks, useCounts } from './use-counts.ts';
import { useViewCommands } from './view-commands.ts';

const all: ListQuery = {
  search: '',
  category: null,
  level: null,
  language: null,
  shown: 'entries',
  place: null,
  sort: { column: 'headword', descending: false },
};
/** Columns of glosses that have room beside headword, category and note. */
const mostGlosses = 3;

/** The whole glossary: to look up, sort, mend, and to bring in from and out to other programs. */
export function GlossaryView() {
  const view = useRef<HTMLDivElement>(null);
  const { t } = useTranslation('glossary');
  const terms = useStore(library, (state) => state.terms);
  const [query, setQuery] = useState(all);
  const [selection, setSelection] = useState(nothingSelected);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [dialog, setDialog] = useState<'import' | 'export' | 'doubles' | null>(null);
  const [chosenWork, setWork] = useState<string | null>(null);
  const languages = useGlossaryLanguages();
  const refusal = useReadOnlyReason();
  const narrow = useNarrowerThan(narrowWidth);
  const works = useCountableWorks(languages.own);
  const work = works.some(({ id }) => id === chosenWork) ? chosenWork : (works[0]?.id ?? null);
  const counts = useCounts(work);
  const shown = useListed(terms, query, languages.own, counts);
  const columns = useMemo(
    () => columnsOf(glossTags(terms, languages.own), work !== null, narrow),
    [terms, languages.own, work, narrow],
  );
  const selected = useMemo(() => shown.filter(({ id }) => selection.keys.has(id)), [selection, shown]);

  const close = (): void => {
    setDialog(null);
  };
  const add = (): void => {
    setEdited({ id: null });
  };
  const remove = (gone: readonly Term[]): void => {
    if (refusal !== null) return;
    deleteTerms(gone);
    setSelection(nothingSelected);
    if (edited !== null && gone.some(({ id }) => id === edited.id)) setEdited(null);
  };
  useViewCommands({
    add,
    find: () => {
      view.current?.querySelector<HTMLInputElement>('input')?.select();
      view.current?.querySelector<HTMLInputElement>('input')?.focus();
    },
    import: () => {
      setDialog('import');
    },
    export: () => {
      setDialog('export');
    },
    doubles: () => {
      setDialog('doubles');
    },
    canChange: refusal === null,
  });
  const importing = <ImportDialog isOpen={dialog === 'import'} onClose={close} />;
  if (terms.size === 0 && edited === null) {
    return (
      <>
        <EmptyGlossary
          refusal={refusal}
          onAdd={add}
          onImport={() => {
            setDialog('import');
          }}
        />
        {importing}
      </>
    );
  }
  return (
    <div ref={view} className={styles.view}>
      <div className={styles.tools}>
        <SearchField
          className={styles.search ?? ''}
          label={t('view.search')}
          value={query.search}
          onChange={(search) => {
            setQuery({ ...query, search });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            view.current?.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus();
          }}
        />
        <Counts shown={shown.length} total={terms.size} />
        <span className={styles.space} />
        <Tools disabled={refusal !== null} onAdd={add} onOpen={setDialog} />
      </div>
      <div className={styles.filters}>
        <Filters query={query} onChange={setQuery} terms={terms} works={works} work={work} onWork={setWork} />
      </div>
      {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      <div className={styles.body} data-edited={edited !== null && !narrow}>
        {shown.length === 0 ? (
          <NothingFound
            onReset={() => {
              setQuery({ ...all, shown: 'all', sort: query.sort });
            }}
          />
        ) : (
          <div className={styles.table}>
            <TermsTable
              terms={shown}
              columns={columns}
              own={languages.own}
              counts={counts}
              sort={query.sort}
              onSort={(sort) => {
                setQuery({ ...query, sort });
              }}
              selection={selection}
              onSelect={setSelection}
              onOpen={({ id }) => {
                setEdited({ id });
              }}
              onDelete={remove}
              canWrite={refusal === null}
            />
            {selected.length > 0 && (
              <BulkBar
                selected={selected}
                total={terms.size}
                disabled={refusal !== null}
                onExport={() => {
                  setDialog('export');
                }}
                onDelete={() => {
                  remove(selected);
                }}
                onClear={() => {
                  setSelection(nothingSelected);
                }}
              />
            )}
          </div>
        )}
        {edited !== null && <SideEditor edited={edited} narrow={narrow} onEdit={setEdited} onDelete={remove} />}
      </div>
      {importing}
      {dialog === 'export' && (
        <ExportDialog
          parts={{ selected, shown, all: [...terms.values()] }}
          start={selected.length > 0 ? 'selected' : shown.length > 0 ? 'shown' : 'all'}
          onClose={close}
        />
      )}
      {dialog === 'doubles' && <DoublesDialog onClose={close} />}
    </div>
  );
}

/** The terms that the query finds; while one types, the list may lag behind the field. */
function useListed(
  terms: ReadonlyMap<string, Term>,
  query: ListQuery,
  own: string,
  counts: ReadonlyMap<string, number> | null,
): readonly Term[] {
  const { t, i18n } = useTranslation('glossary');
  const soon = useDeferredValue(query);
  const asked = soon.shown === 'doubles';
  const doubles = useMemo(
    () => new Set(asked ? doublesOf(terms.values()).flatMap((group) => group.terms.map(({ id }) => id)) : []),
    [terms, asked],
  );
  return useMemo(() => {
    const names = categoryNames(t);
    return listed(terms.values(), soon, {
      category: (category) => names[category],
      note: (term) => noteOf(term, [own])?.text ?? '',
      own,
      counts,
      doubles,
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `t` stays the same function when the language changes.
  }, [terms, soon, own, counts, doubles, t, i18n.language]);
}

/** All doubles of the glossary as it is when the dialog opens. */
function DoublesDialog({ onClose }: { onClose: () => void }) {
  const [found] = useState(() => doublesOf(library.getState().terms.values()));
  return <MergeDialog start={found} onClose={onClose} />;
}

function glossTags(terms: ReadonlyMap<string, Term>, own: string): string[] {
  const { glosses } = knownLanguages(terms.values());
  return glosses.toSorted((a, b) => Number(b === own) - Number(a === own)).slice(0, mostGlosses);
}

function Counts({ shown, total }: { shown: number; total: number }) {
  const { t } = useTranslation('glossary');
  const format = useFormat();
  return (
    <p role="status" className={styles.count}>
      {shown === total
        ? t('view.count', { count: total, formatted: format.number(total) })
        : t('view.countOf', { shown: format.number(shown), total: format.number(total) })}
    </p>
  );
}
