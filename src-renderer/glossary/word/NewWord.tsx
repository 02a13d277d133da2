import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TermLevel } from '#core/records/term.ts';
import { useReadOnlyReason } from '#renderer/annotations/use-read-only.ts';
import { library } from '#renderer/app/library-store.ts';
import { useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { DictionaryEntries } from '#renderer/dictionaries/DictionaryEntries.tsx';
import { autonym } from '#renderer/i18n/language.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { emptyDraft, isComplete, sameHeadword, withSense, type TermDraft } from '../draft.ts';
import { closeTool, glossaryView, openTool, type TextPlace } from '../glossary-state.ts';
import { addTerm } from '../keep.ts';
import { askedGlosses, useGlossaryLanguages } from '../languages.ts';
import { levelOfKey } from '../level-keys.ts';
import { LevelControl } from '../LevelControl.tsx';
import { guessHeadwords, targetOf, textOf, wordAt, type MeantWord } from '../meant-word.ts';
import { offersFor } from '../offers.ts';
import { withLikely } from '../prefill.ts';
import styles from './NewWord.module.css';

/** Headwords that are offered to choose from. */
const mostGuesses = 4;

/** The card of a word that is in no term: its headword, a gloss and a level in one step. Enter in a field keeps it. */
export function NewWord({ place }: { place: TextPlace }) {
  const word = useMemo(() => {
    const paragraph = textOf(place.paragraph);
    return paragraph === null ? null : wordAt(paragraph, place.start, place.end);
  }, [place]);
  return word === null ? null : <Word word={word} />;
}

function Word({ word }: { word: MeantWord }) {
  const { t } = useTranslation('glossary');
  const refusal = useReadOnlyReason();
  const languages = useGlossaryLanguages();
  const terms = useStore(library, (state) => state.terms);
  const script = useLanguageScripts()(word.language);
  const guesses = useMemo(() => guessHeadwords(word), [word]);
  const [draft, setDraft] = useState<TermDraft>(() => emptyDraft(word.language, guesses[0] ?? word.form));
  const [level, setLevel] = useState<TermLevel>('1');
  const [tag = languages.own] = askedGlosses(languages.shown, word.language, {});
  useLikely(word, setDraft);
  const offered = [...new Set([...guesses, word.form])].slice(0, mostGuesses);
  const [same] = sameHeadword(terms.values(), draft);
  const save = (): void => {
    if (refusal !== null || !isComplete(draft)) return;
    addTerm(draft, level);
    closeTool();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const inField = event.target instanceof Element && event.target.matches('input');
    const asked = inField || event.ctrlKey || event.metaKey || event.altKey ? null : levelOfKey(event.code);
    if (asked !== null) setLevel(asked);
    else if (event.key !== 'Enter' || !inField || event.nativeEvent.isComposing) return;
    else save();
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter works in every field.
    <form
      className={styles.word}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 className={styles.form} lang={script.tag}>
        <bdi>{script.text(word.form)}</bdi>
        <small>{t('word.new')}</small>
      </h3>
      {offered.length > 1 && (
        <div role="group" aria-label={t('word.guesses')} className={styles.guesses}>
          {offered.map((headword) => (
            <button
              key={headword}
              type="button"
              className={styles.guess}
              lang={script.tag}
              dir={script.dir}
              aria-pressed={draft.headword === headword}
              onClick={() => {
                setDraft({ ...draft, headword });
              }}
            >
              {script.text(headword)}
            </button>
          ))}
        </div>
      )}
      <TextField
        label={t('field.headword')}
        language={word.language}
        value={draft.headword}
        onChange={(headword) => {
          setDraft({ ...draft, headword });
        }}
      />
      {same !== undefined && (
        <p className={styles.same} role="status">
          <span>
            {t('form.same')} <b lang={same.language}>{same.headword}</b>
          </span>
          <Button
            size="small"
            variant="outline"
            onPress={() => {
              openTool({ kind: 'edit', term: same.id, place: word.place });
            }}
          >
            {t('form.editSame')}
          </Button>
        </p>
      )}
      <TextField
        label={t('field.glossIn', { language: autonym(tag) })}
        language={tag}
        value={draft.glosses[tag] ?? ''}
        placeholder={t('form.glossHint')}
        autoFocus
        onChange={(gloss) => {
          glossaryView.setState({ writing: gloss.trim() !== '' });
          setDraft({ ...draft, glosses: { ...draft.glosses, [tag]: gloss } });
        }}
      />
      <div className={styles.dictionaries}>
        <DictionaryEntries
          form={word.form}
          language={word.language}
          onTake={(gloss, { headword, target }) => {
            const into = target ?? tag;
            const known = draft.headword === guesses[0] ? headword : draft.headword;
            setDraft({
              ...draft,
              headword: known,
              glosses: { ...draft.glosses, [into]: withSense(draft.glosses[into] ?? '', gloss) },
            });
          }}
        />
      </div>
      <LevelControl
        value={level}
        clears={false}
        onChange={(next) => {
          if (next !== null) setLevel(next);
        }}
      />
      {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      <div className={styles.actions}>
        <Button
          onPress={() => {
            openTool({ kind: 'add', draft, target: targetOf(word), over: [] });
          }}
        >
          {t('word.allFields')}
        </Button>
        <span className={styles.space} />
        <Button type="submit" variant="primary" isDisabled={refusal !== null || !isComplete(draft)}>
          {t('form.add')}
        </Button>
      </div>
    </form>
  );
}

/** Fills in what the other side very likely says; `change` is told once. */
function useLikely(word: MeantWord, change: (update: (draft: TermDraft) => TermDraft) => void): void {
  const panes = useReading()?.editions;
  const tell = useRef(change);
  useEffect(() => {
    const edition = openedWork.getState().current?.places.get(word.place.paragraph)?.edition;
    if (edition === undefined) return;
    let over = false;
    offersFor({ ...word.place, edition }, panes ?? []).then(
      (found) => {
        if (!over) tell.current((draft) => withLikely(draft, found));
      },
      // Without it the field is there to type in.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [word, panes]);
}
