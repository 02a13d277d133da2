import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '#core/language/language.ts';
import { termCategories, type Term } from '#core/records/term.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Choice } from './Choice.tsx';
import { isComplete, sensesOf, withLanguage, type TermDraft } from './draft.ts';
import { categoryNames, glossLine } from './names.ts';
import type { Offer } from './offers.ts';
import { replaceSense, type Taken } from './picking.ts';
import { SentencePicker } from './SentencePicker.tsx';
import styles from './TermForm.module.css';

/** The fields of a glossary entry. Enter keeps it, Shift+Enter breaks a line in the note, Esc gives up. */
export function TermForm({
  draft,
  onChange,
  isNew,
  languages,
  glossLanguages,
  noteLanguage,
  offers = [],
  same = [],
  onEditSame,
  refusal = null,
  more = null,
  onSave,
  onCancel,
}: {
  draft: TermDraft;
  onChange: (draft: TermDraft) => void;
  isNew: boolean;
  /** Tags to choose the headword's language from. */
  languages: readonly string[];
  /** Tags of the glosses that are asked for. */
  glossLanguages: readonly string[];
  /** The tag under which a new note is kept. */
  noteLanguage: string;
  offers?: readonly Offer[];
  /** Other entries with the same headword. */
  same?: readonly Term[];
  onEditSame?: (term: Term) => void;
  /** Why nothing can be kept; `null` when it can. */
  refusal?: string | null;
  /** What stands below the fields. */
  more?: ReactNode;
  onSave: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('glossary');
  const names = categoryNames(t);
  const refusalId = useId();
  const [tried, setTried] = useState(false);
  // Stays open when the focus goes on to the buttons: what is being pressed must not move away from under the pointer.
  const [offered, setOffered] = useState(glossLanguages[0] ?? null);
  const missing = tried && !isComplete(draft);
  const noteTags = [...new Set([noteLanguage, ...Object.keys(draft.notes)])];
  const submit = (): void => {
    setTried(true);
    if (refusal === null && isComplete(draft)) onSave();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
    const inField = event.target instanceof Element && event.target.matches('input, textarea');
    if (event.key === 'Enter' && !event.shiftKey && inField) {
      event.preventDefault();
      submit();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Esc work in every field.
    <form
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.head}>
        <TextField
          className={styles.headword ?? ''}
          label={t('field.headword')}
          value={draft.headword}
          language={draft.language}
          autoFocus={draft.headword === ''}
          error={missing ? t('form.headwordMissing') : null}
          onChange={(headword) => {
            onChange({ ...draft, headword });
          }}
        />
        <Choice
          label={t('field.language')}
          value={draft.language}
          options={languages.map((tag) => ({ id: tag, text: autonym(tag) }))}
          onChange={(tag) => {
            onChange(withLanguage(draft, tag));
          }}
        />
        <Choice
          label={t('field.category')}
          value={draft.category}
          options={termCategories.map((category) => ({ id: category, text: names[category] }))}
          onChange={(category) => {
            onChange({ ...draft, category });
          }}
        />
      </div>
      {same.map((term) => (
        <Same key={term.id} term={term} languages={glossLanguages} onEdit={onEditSame} />
      ))}
      {glossLanguages.map((tag, index) => (
        <GlossField
          key={tag}
          tag={tag}
          value={draft.glosses[tag] ?? ''}
          offer={offers.find((one) => one.language === tag) ?? null}
          isOffered={tag === offered}
          onOffer={() => {
            setOffered(tag);
          }}
          autoFocus={index === 0 && draft.headword !== ''}
          onChange={(value) => {
            onChange({ ...draft, glosses: { ...draft.glosses, [tag]: value } });
          }}
        />
      ))}
      {noteTags.map((tag) => (
        <TextField
          key={tag}
          multiline
          className={styles.note ?? ''}
          label={noteTags.length === 1 ? t('field.note') : t('field.noteIn', { language: autonym(tag) })}
          language={tag}
          value={draft.notes[tag] ?? ''}
          onChange={(note) => {
            onChange({ ...draft, notes: { ...draft.notes, [tag]: note } });
          }}
        />
      ))}
      {more}
      {refusal !== null && (
        <p id={refusalId} className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.actions}>
        <p className={styles.hint}>{t('form.enter')}</p>
        <Button onPress={onCancel}>{t('form.cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          isDisabled={refusal !== null}
          {...(refusal === null ? {} : { 'aria-describedby': refusalId })}
        >
          {isNew ? t('form.add') : t('form.save')}
        </Button>
      </div>
    </form>
  );
}

/** Says that the headword is there already, and leads to its entry. */
function Same({
  term,
  languages,
  onEdit,
}: {
  term: Term;
  languages: readonly string[];
  onEdit: ((term: Term) => void) | undefined;
}) {
  const { t } = useTranslation('glossary');
  const gloss = glossLine(term, languages);
  return (
    <p className={styles.same} role="status">
      <span>
        {t('form.same')} <b lang={term.language}>{term.headword}</b>
        {gloss !== null && <span lang={gloss.tag}> {gloss.text}</span>}
      </span>
      {onEdit !== undefined && (
        <Button
          size="small"
          variant="outline"
          onPress={() => {
            onEdit(term);
          }}
        >
          {t('form.editSame')}
        </Button>
      )}
    </p>
  );
}

function GlossField({
  tag,
  value,
  offer,
  isOffered,
  onOffer,
  autoFocus,
  onChange,
}: {
  tag: string;
  value: string;
  offer: Offer | null;
  /** The sentence to take words from stands below the field. */
  isOffered: boolean;
  /** This gloss is being written. */
  onOffer: () => void;
  autoFocus: boolean;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('glossary');
  const [taken, setTaken] = useState<{ words: Taken; phrase: string } | null>(null);
  // A phrase that was typed over is no longer the one taken from the sentence.
  const stands = taken !== null && sensesOf(value).includes(taken.phrase);
  const likely = offer?.likely ?? null;
  const shown = stands
    ? taken.words
    : likely !== null && sensesOf(value).includes(likely)
      ? rangeOf(offer, likely)
      : null;
  return (
    <div className={styles.gloss} onFocus={onOffer}>
      <TextField
        label={t('field.glossIn', { language: autonym(tag) })}
        language={tag}
        value={value}
        autoFocus={autoFocus}
        placeholder={t('form.glossHint')}
        onChange={onChange}
      />
      {offer !== null && isOffered && (
        <SentencePicker
          label={t('form.sentence', { language: autonym(tag) })}
          tag={tag}
          sentence={offer.sentence}
          taken={shown}
          onTake={(words, phrase) => {
            onChange(replaceSense(value, stands ? taken.phrase : shown === null ? null : likely, phrase));
            setTaken(words === null || phrase === null ? null : { words, phrase });
          }}
        />
      )}
    </div>
  );
}

/** Where a phrase of the offered sentence stands in it, in words. */
function rangeOf(offer: Offer | null, phrase: string): Taken | null {
  if (offer === null) return null;
  const from = offer.sentence.indexOf(phrase);
  const words = language(offer.language).words(offer.sentence);
  const first = words.findIndex(([start]) => start === from);
  const last = words.findIndex(([, end]) => end === from + phrase.length);
  return first < 0 || last < first ? null : { first, last };
}
