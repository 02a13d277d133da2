import { useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NotePreview } from '#main/api/anki-shapes.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './CardPreview.module.css';

/** A card as Anki will show it, front or back; the first few notes are leafed through. */
export function CardPreview({
  notes,
  language,
  none,
}: {
  notes: readonly NotePreview[];
  language: string;
  /** Why there is no note, and what gives one. */
  none: string;
}) {
  const { t } = useTranslation('anki');
  const format = useFormat();
  const [at, setAt] = useState(0);
  const [side, setSide] = useState<'front' | 'back'>('back');
  const shown = Math.min(at, notes.length - 1);
  const note = notes[shown];
  if (note === undefined) return <p className={styles.none}>{none}</p>;
  return (
    <section className={styles.preview} aria-label={t('preview.title')}>
      <div className={styles.bar}>
        <SegmentedControl
          label={t('preview.side')}
          value={side}
          segments={[
            { id: 'front', label: t('preview.front') },
            { id: 'back', label: t('preview.back') },
          ]}
          onChange={setSide}
        />
        <span className={styles.leaf}>
          <IconButton
            label={t('preview.before')}
            isDisabled={shown === 0}
            onPress={() => {
              setAt(shown - 1);
            }}
          >
            <ChevronLeft size={16} aria-hidden />
          </IconButton>
          <span aria-live="polite">
            {t('preview.of', {
              at: format.number(shown + 1),
              count: notes.length,
              formatted: format.number(notes.length),
            })}
          </span>
          <IconButton
            label={t('preview.after')}
            isDisabled={shown >= notes.length - 1}
            onPress={() => {
              setAt(shown + 1);
            }}
          >
            <ChevronRight size={16} aria-hidden />
          </IconButton>
        </span>
      </div>
      <div className={styles.card}>
        {note.type === 'word' ? (
          <WordSides note={note} side={side} language={language} />
        ) : (
          <ClozeSides note={note} side={side} language={language} />
        )}
        <p className={styles.deck}>{t('preview.deck', { name: note.deck.replaceAll('::', ' › ') })}</p>
      </div>
    </section>
  );
}

interface Sides {
  note: NotePreview;
  side: 'front' | 'back';
  /** Of the translation. */
  language: string;
}

function WordSides({ note, side, language }: Sides) {
  const { fields, sentence } = note;
  return (
    <>
      <p className={styles.word} lang={sentence?.language}>
        {fields.Word}
      </p>
      {side === 'back' && (
        <>
          <hr className={styles.turn} />
          <p lang={language}>{fields.Translation}</p>
          {sentence !== null && (
            <p className={styles.sentence} lang={sentence.language}>
              {sentence.text.slice(0, sentence.start)}
              <b>{sentence.text.slice(sentence.start, sentence.end)}</b>
              {sentence.text.slice(sentence.end)}
            </p>
          )}
          <Rest fields={fields} language={language} />
        </>
      )}
    </>
  );
}

function ClozeSides({ note: { fields, sentence }, side, language }: Sides) {
  return (
    <>
      {sentence !== null && (
        <p className={styles.sentence} lang={sentence.language}>
          {sentence.text.slice(0, sentence.start)}
          <b>{side === 'front' ? '[…]' : sentence.text.slice(sentence.start, sentence.end)}</b>
          {sentence.text.slice(sentence.end)}
        </p>
      )}
      {side === 'back' && (
        <>
          <hr className={styles.turn} />
          {fields.Translation !== '' && (
            <p>
              <b lang={sentence?.language}>{fields.Word}</b> <span lang={language}>{fields.Translation}</span>
            </p>
          )}
          <Rest fields={fields} language={language} />
        </>
      )}
    </>
  );
}

function Rest({ fields, language }: { fields: NotePreview['fields']; language: string }) {
  return (
    <>
      {fields['Aligned sentence'] !== '' && (
        <p className={styles.aligned} lang={language}>
          {fields['Aligned sentence']}
        </p>
      )}
      {fields.Note !== '' && <p className={styles.note}>{fields.Note}</p>}
      {fields.Source !== '' && <p className={styles.source}>{fields.Source}</p>}
    </>
  );
}
