import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from '#core/language/language.ts';
import { classes } from '#renderer/ui/classes.ts';
import { phraseOf, pressed, type Taken } from './picking.ts';
import styles from './SentencePicker.module.css';

/** A sentence whose words can be taken as a gloss, by pointer or with arrows and space; neighbours make a phrase. */
export function SentencePicker({
  label,
  tag,
  sentence,
  taken,
  onTake,
}: {
  label: string;
  /** BCP 47 tag of the sentence. */
  tag: string;
  sentence: string;
  /** By the words' place in the sentence. */
  taken: Taken | null;
  onTake: (taken: Taken | null, phrase: string | null) => void;
}) {
  const { t } = useTranslation('glossary');
  const words = language(tag).words(sentence);
  const [cursor, setCursor] = useState(taken?.first ?? 0);
  const box = useRef<HTMLSpanElement>(null);
  const take = (at: number, extend: boolean): void => {
    const next = pressed(taken, at, extend);
    const from = next === null ? null : words[next.first]?.[0];
    const to = next === null ? null : words[next.last]?.[1];
    setCursor(at);
    onTake(next, typeof from === 'number' && typeof to === 'number' ? phraseOf(sentence.slice(from, to), tag) : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = {
      ArrowLeft: cursor - 1,
      ArrowUp: cursor - 1,
      ArrowRight: cursor + 1,
      ArrowDown: cursor + 1,
      Home: 0,
      End: words.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(next, words.length - 1));
    setCursor(at);
    box.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <span
      ref={box}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      className={styles.sentence}
      lang={tag}
      onKeyDown={onKeyDown}
    >
      {words.map(([start, end], at) => {
        const isTaken = taken !== null && at >= taken.first && at <= taken.last;
        return (
          <span key={start}>
            {sentence.slice(words[at - 1]?.[1] ?? 0, start)}
            <button
              type="button"
              className={classes(styles.word, isTaken && styles.taken)}
              aria-pressed={isTaken}
              tabIndex={at === Math.min(cursor, words.length - 1) ? 0 : -1}
              title={at === 0 ? t('form.takeHint') : undefined}
              onClick={(event) => {
                take(at, event.shiftKey);
              }}
            >
              {sentence.slice(start, end)}
            </button>
          </span>
        );
      })}
      {sentence.slice(words.at(-1)?.[1] ?? 0)}
    </span>
  );
}
