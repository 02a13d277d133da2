import { useState } from 'react';
import { ChevronDown, ChevronUp, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { showOccurrences } from '#renderer/search/search-state.ts';
import { closeTool, openTool, type TextPlace } from './glossary-state.ts';
import { Here } from './Here.tsx';
import { canChange, deleteTerms } from './keep.ts';
import { useGlossaryLanguages } from './languages.ts';
import { categoryNames, glossTags, noteOf } from './names.ts';
import styles from './TermCard.module.css';
import { stepFrom } from './steps.ts';
import { useOccurrences } from './use-occurrences.ts';

/** What the glossary says of a word: of every term with this headword, one below the other. */
export function TermCard({ terms, place }: { terms: readonly string[]; place: TextPlace }) {
  const known = useStore(library, (state) => state.terms);
  const shown = terms.map((id) => known.get(id)).filter((term) => term !== undefined);
  return shown.map((term, index) => <Entry key={term.id} term={term} place={place} isFirst={index === 0} />);
}

function Entry({ term, place, isFirst }: { term: Term; place: TextPlace; isFirst: boolean }) {
  const { t } = useTranslation('glossary');
  const languages = useGlossaryLanguages();
  const script = useLanguageScripts()(term.language);
  const hits = useOccurrences(term);
  const note = noteOf(term, [languages.own, ...languages.shown]);
  const total = hits === null ? null : Object.values(hits.total).reduce((sum, count) => sum + count, 0);
  const [leaving, setLeaving] = useState(false);
  const step = (by: 1 | -1): void => {
    const next = hits === null ? null : stepFrom(hits.hits, place, by);
    if (next === null) return;
    const at = { paragraph: next.paragraph, start: next.start, end: next.end };
    readerControls.current?.reveal(at);
    openTool({ kind: 'card', terms: [term.id], place: at });
  };
  return (
    <article className={styles.entry} aria-label={term.headword} data-first={isFirst}>
      <h3 className={styles.headword} lang={script.tag}>
        <bdi>{script.text(term.headword)}</bdi>
        <small lang={languages.own}>
          {categoryNames(t)[term.category]}
          {total !== null && ` · ${t('card.count', { count: total })}`}
        </small>
      </h3>
      <dl className={styles.fields}>
        {glossTags(term, languages.shown).map((tag) => (
          <div key={tag}>
            <dt title={autonym(tag)}>{tag}</dt>
            <dd lang={tag}>{(term.glosses[tag] ?? []).join('; ')}</dd>
          </div>
        ))}
        <Here term={term} place={place} />
        {note !== null && (
          <div>
            <dt>{t('field.note')}</dt>
            <dd lang={note.tag} className={styles.note}>
              {note.text}
            </dd>
          </div>
        )}
      </dl>
      <div className={styles.actions}>
        <IconButton
          size="small"
          label={t('card.previous')}
          isDisabled={total === null || total < 2}
          onPress={() => {
            step(-1);
          }}
        >
          <ChevronUp size={16} aria-hidden />
        </IconButton>
        <IconButton
          size="small"
          label={t('card.next')}
          isDisabled={total === null || total < 2}
          onPress={() => {
            step(1);
          }}
        >
          <ChevronDown size={16} aria-hidden />
        </IconButton>
        <Button
          size="small"
          isDisabled={total === null || total === 0}
          onPress={() => {
            closeTool();
            showOccurrences(term, place);
          }}
        >
          {t('card.all')}
        </Button>
        <span className={styles.space} />
        <IconButton
          size="small"
          label={t('card.edit')}
          onPress={() => {
            openTool({ kind: 'edit', term: term.id, place });
          }}
        >
          <Pencil size={15} aria-hidden />
        </IconButton>
        <IconButton
          size="small"
          label={t('card.delete')}
          isDisabled={leaving || !canChange()}
          onPress={() => {
            setLeaving(true);
            deleteTerms([term]);
          }}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </div>
    </article>
  );
}
