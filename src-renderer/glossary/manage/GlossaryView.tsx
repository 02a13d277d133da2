import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { BookPlus, Download, Trash2, Upload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { termCategories, type Term } from '#core/records/term.ts';
import { offer } from '#renderer/app/commands.ts';
import { useReadOnlyReason } from '#renderer/annotations/use-read-only.ts';
import { library } from '#renderer/app/library-store.ts';
import { narrowWidth, useNarrowerThan } from '#renderer/app/window-size.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { Choice } from '../Choice.tsx';
import { downloadTerms } from './export.ts';
import styles from './GlossaryView.module.css';
import { ImportDialog } from './ImportDialog.tsx';
import { deleteTerms } from '../keep.ts';
import { knownLanguages, useGlossaryLanguages } from '../languages.ts';
import { listed, type ListQuery } from './list.ts';
import { categoryNames, noteOf } from '../names.ts';
import { nothingSelected } from './selection.ts';
import { SideEditor, type Edited } from '../SideEditor.tsx';
import { TermsTable } from './TermsTable.tsx';

const all: ListQuery = {
  search: '',
  category: null,
  language: null,
  sort: { column: 'headword', descending: false },
};
/** Columns of glosses that have room beside headword, category and note. */
const mostGlosses = 3;

/** The whole glossary: to look up, sort, mend, and to bring in from and out to other programs. */
export function GlossaryView() {
  const { t } = useTranslation('glossary');
  const view = useRef<HTMLDivElement>(null);
  const terms = useStore(library, (state) => state.terms);
  const [query, setQuery] = useState(all);
  const [selection, setSelection] = useState(nothingSelected);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [importing, setImporting] = useState<'closed' | 'open'>('closed');
  const languages = useGlossaryLanguages();
  const refusal = useReadOnlyReason();
  const narrow = useNarrowerThan(narrowWidth);
  const shown = useListed(terms, query, languages.own);
  const glosses = useMemo(() => glossColumns(terms, languages.own), [terms, languages.own]);
  const selected = useMemo(() => shown.filter(({ id }) => selection.keys.has(id)), [selection, shown]);

  const remove = (gone: readonly Term[]): void => {
    if (refusal !== null) return;
    deleteTerms(gone);
    setSelection(nothingSelected);
    if (edited !== null && gone.some(({ id }) => id === edited.id)) setEdited(null);
  };
  useViewCommands({
    add: () => {
      setEdited({ id: null });
    },
    find: () => {
      view.current?.querySelector<HTMLInputElement>('input')?.select();
      view.current?.querySelector<HTMLInputElement>('input')?.focus();
    },
  });
  if (terms.size === 0 && edited === null) {
    return (
      <>
        <EmptyState
          title={t('view.empty')}
          actions={
            <>
              <Button
                variant="primary"
                isDisabled={refusal !== null}
                onPress={() => {
                  setEdited({ id: null });
                }}
              >
                {t('view.new')}
              </Button>
              <Button
                variant="outline"
                isDisabled={refusal !== null}
                onPress={() => {
                  setImporting('open');
                }}
              >
                {t('view.import')}
              </Button>
            </>
          }
        >
          <p>{refusal ?? t('view.emptyHint')}</p>
        </EmptyState>
        <ImportDialog
          isOpen={importing === 'open'}
          onClose={() => {
            setImporting('closed');
          }}
        />
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
        <Filters query={query} onChange={setQuery} terms={terms} />
        <Counts shown={shown.length} total={terms.size} />
        <span className={styles.space} />
        <Button
          variant="outline"
          isDisabled={refusal !== null}
          onPress={() => {
            setEdited({ id: null });
          }}
        >
          <BookPlus size={15} aria-hidden /> {t('view.new')}
        </Button>
        <Button
          variant="outline"
          isDisabled={refusal !== null}
          onPress={() => {
            setImporting('open');
          }}
        >
          <Upload size={15} aria-hidden /> {t('view.import')}
        </Button>
        <Button
          variant="outline"
          isDisabled={shown.length === 0}
          onPress={() => {
            downloadTerms(selected.length > 0 ? selected : shown);
          }}
        >
          <Download size={15} aria-hidden />{' '}
          {selected.length > 0 ? t('view.exportCount', { count: selected.length }) : t('view.export')}
        </Button>
        {selected.length > 0 && (
          <Button
            variant="danger"
            isDisabled={refusal !== null}
            onPress={() => {
              remove(selected);
            }}
          >
            <Trash2 size={15} aria-hidden /> {t('view.deleteCount', { count: selected.length })}
          </Button>
        )}
      </div>
      {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      <div className={styles.body} data-edited={edited !== null && !narrow}>
        {shown.length === 0 ? (
          <NothingFound
            onReset={() => {
              setQuery({ ...all, sort: query.sort });
            }}
          />
        ) : (
          <div className={styles.table}>
            <TermsTable
              terms={shown}
              glosses={glosses}
              own={languages.own}
              narrow={narrow}
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
            />
          </div>
        )}
        {edited !== null && <SideEditor edited={edited} narrow={narrow} onEdit={setEdited} onDelete={remove} />}
      </div>
      <ImportDialog
        isOpen={importing === 'open'}
        onClose={() => {
          setImporting('closed');
        }}
      />
    </div>
  );
}

/** The terms that the query finds; while one types, the list may lag behind the field. */
function useListed(terms: ReadonlyMap<string, Term>, query: ListQuery, own: string): readonly Term[] {
  const { t, i18n } = useTranslation('glossary');
  const soon = useDeferredValue(query);
  return useMemo(() => {
    const names = categoryNames(t);
    return listed(terms.values(), soon, {
      category: (category) => names[category],
      note: (term) => noteOf(term, [own])?.text ?? '',
      own,
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `t` stays the same function when the language changes.
  }, [terms, soon, own, t, i18n.language]);
}

function glossColumns(terms: ReadonlyMap<string, Term>, own: string): string[] {
  const { glosses } = knownLanguages(terms.values());
  return glosses.toSorted((a, b) => Number(b === own) - Number(a === own)).slice(0, mostGlosses);
}

function Filters({
  query,
  onChange,
  terms,
}: {
  query: ListQuery;
  onChange: (query: ListQuery) => void;
  terms: ReadonlyMap<string, Term>;
}) {
  const { t } = useTranslation('glossary');
  const names = categoryNames(t);
  const { headwords } = useMemo(() => knownLanguages(terms.values()), [terms]);
  return (
    <>
      <Choice
        hideLabel
        label={t('field.category')}
        value={query.category ?? ''}
        options={[
          { id: '', text: t('view.anyCategory') },
          ...termCategories.map((category) => ({ id: category, text: names[category] })),
        ]}
        onChange={(category) => {
          onChange({ ...query, category: category === '' ? null : category });
        }}
      />
      {headwords.length > 1 && (
        <Choice
          hideLabel
          label={t('field.language')}
          value={query.language ?? ''}
          options={[
            { id: '', text: t('view.anyLanguage') },
            ...headwords.map((tag) => ({ id: tag, text: autonym(tag) })),
          ]}
          onChange={(language) => {
            onChange({ ...query, language: language === '' ? null : language });
          }}
        />
      )}
    </>
  );
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

function NothingFound({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation('glossary');
  return (
    <EmptyState
      title={t('view.none')}
      actions={
        <Button variant="outline" onPress={onReset}>
          {t('view.reset')}
        </Button>
      }
    >
      <p>{t('view.noneHint')}</p>
    </EmptyState>
  );
}

/** What can be done here by keys; the newest functions are called. */
function useViewCommands(actions: { add: () => void; find: () => void }): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(
    () =>
      offer([
        {
          id: 'glossary.add',
          name: 'glossary:command.add',
          group: 'glossary:group',
          keys: [{ code: 'KeyG' }],
          run: () => {
            latest.current.add();
          },
        },
        {
          id: 'glossary.find',
          name: 'glossary:command.find',
          group: 'glossary:group',
          keys: [{ code: 'KeyF', mod: true }],
          inFields: true,
          run: () => {
            latest.current.find();
          },
        },
      ]),
    [],
  );
}
