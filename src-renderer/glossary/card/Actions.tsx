import { useState } from 'react';
import { Ban, ChevronDown, ChevronUp, GraduationCap, List, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#core/records/term.ts';
import type { Concordance } from '#main/api/concordance-shapes.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { showOccurrences } from '#renderer/search/search-state.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { closeTool, openTool, type TextPlace } from '../glossary-state.ts';
import { canChange, deleteTerms } from '../keep.ts';
import { rejectForm, rejectHere } from '../reject.ts';
import { stepFrom } from '../steps.ts';
import { addToReview } from '../to-review.ts';
import styles from './Actions.module.css';

/** What can be done with a term from its card. */
export function Actions({
  term,
  place,
  form,
  isHeadword,
  found,
  onGo,
}: {
  term: Term;
  place: TextPlace;
  /** What stands at the place. */
  form: string;
  /** It is a form of the headword, not of a gloss. */
  isHeadword: boolean;
  found: Concordance | null;
  onGo: (place: TextPlace) => void;
}) {
  const { t } = useTranslation('glossary');
  const [leaving, setLeaving] = useState(false);
  const { text } = useLanguageScripts()(term.language);
  const places = found?.places ?? [];
  const frozen = !canChange();
  const step = (by: 1 | -1): void => {
    const next = stepFrom(places, place, by);
    if (next === null) return;
    readerControls.current?.reveal(next);
    onGo(next);
  };
  return (
    <div className={styles.actions}>
      <IconButton
        size="small"
        label={t('card.previous')}
        isDisabled={places.length < 2}
        onPress={() => {
          step(-1);
        }}
      >
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={t('card.next')}
        isDisabled={places.length < 2}
        onPress={() => {
          step(1);
        }}
      >
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={t('card.all')}
        isDisabled={places.length === 0}
        onPress={() => {
          closeTool();
          showOccurrences(term, place);
        }}
      >
        <List size={15} aria-hidden />
      </IconButton>
      <span className={styles.space} />
      <IconButton
        size="small"
        label={t('card.review')}
        isDisabled={frozen}
        onPress={() => {
          addToReview(term, places.length > 0);
        }}
      >
        <GraduationCap size={16} aria-hidden />
      </IconButton>
      {isHeadword && (
        <MenuTrigger>
          <IconButton size="small" label={t('card.reject')} isDisabled={frozen}>
            <Ban size={15} aria-hidden />
          </IconButton>
          <Menu
            onAction={(key) => {
              closeTool();
              if (key === 'here') rejectHere(term, place);
              else rejectForm(term, form);
            }}
          >
            <MenuItem id="here">{t('card.rejectHere', { headword: text(term.headword) })}</MenuItem>
            <MenuItem id="form">{t('card.rejectForm', { form: text(form), headword: text(term.headword) })}</MenuItem>
          </Menu>
        </MenuTrigger>
      )}
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
        isDisabled={leaving || frozen}
        onPress={() => {
          setLeaving(true);
          deleteTerms([term]);
        }}
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
