import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Card } from '#core/records/review.ts';
import type { Term } from '#core/records/term.ts';
import { gapHint, sentenceParts } from '#core/review/gap.ts';
import type { StudySettings } from '#core/review/study.ts';
import type { CardContent, CardSentence } from '#main/api/review-shapes.ts';
import { NoteText } from '#renderer/annotations/note/NoteText.tsx';
import { library } from '#renderer/app/library-store.ts';
import { inLanguage } from '#renderer/app/titles.ts';
import { glossTags, noteOf } from '#renderer/glossary/names.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import styles from './CardFace.module.css';
import { contents, useContent } from './contents.ts';

/** A card: what is asked, and once its back is shown, the answer below it. Nothing moves when it is turned. */
export function CardFace({
  card,
  isBack,
  next,
  study,
}: {
  card: Card;
  isBack: boolean;
  /** Cards whose contents will be needed soon. */
  next: readonly Card[];
  study: StudySettings;
}) {
  const { t } = useTranslation('review');
  const content = useContent(card, next);
  const failure = useStore(contents, (state) => state.failure);
  const term = useStore(library, ({ terms }) =>
    card.subject.type === 'term' ? (terms.get(card.subject.term) ?? null) : null,
  );
  if (content === null) {
    // A word is asked without its sentence, when that cannot be read.
    if (term !== null && failure !== null) {
      return <TermFace face="word" term={term} sentence={null} isBack={isBack} study={study} />;
    }
    return <Waiting>{t('session.reading')}</Waiting>;
  }
  if (term !== null) {
    return <TermFace face={card.face} term={term} sentence={content.sentence} isBack={isBack} study={study} />;
  }
  return <HighlightFace face={card.face} content={content} isBack={isBack} study={study} />;
}

function TermFace({
  face,
  term,
  sentence,
  isBack,
  study,
}: {
  face: Card['face'];
  term: Term;
  sentence: CardSentence | null;
  isBack: boolean;
  study: StudySettings;
}) {
  const { language } = useFormat();
  const note = noteOf(term, [language]);
  const word = (
    <p className={styles.word} lang={term.language}>
      {term.headword}
    </p>
  );
  // Without a sentence a gap would ask for nothing.
  const asked = face === 'cloze' && sentence === null ? 'word' : face;
  return (
    <>
      {asked === 'word' && word}
      {asked === 'translation' && <Glosses term={term} large />}
      {asked === 'cloze' && sentence !== null && (
        <Sentence sentence={sentence} gap={!isBack} hint={study.firstLetter} large />
      )}
      {asked === 'cloze' && !isBack && study.glossUnderGap && (
        <div className={styles.meaning}>
          <Glosses term={term} />
        </div>
      )}
      {isBack && (
        <div className={styles.back}>
          {asked !== 'word' && word}
          {asked !== 'translation' && <Glosses term={term} />}
          {asked !== 'cloze' && sentence !== null && <Sentence sentence={sentence} gap={false} hint={false} />}
          {sentence !== null && <BesideText sentence={sentence} />}
          {note !== null && (
            <p className={styles.note} lang={note.tag}>
              {note.text}
            </p>
          )}
          {sentence !== null && <Source sentence={sentence} />}
        </div>
      )}
    </>
  );
}

function HighlightFace({
  face,
  content: { sentence, note },
  isBack,
  study,
}: {
  face: Card['face'];
  content: CardContent;
  isBack: boolean;
  study: StudySettings;
}) {
  const { t } = useTranslation('review');
  if (sentence === null) return <p className={styles.lost}>{t('session.lost')}</p>;
  const own = (
    <Sentence
      sentence={sentence}
      gap={face === 'cloze' && !isBack}
      hint={study.firstLetter}
      large={face !== 'translation'}
    />
  );
  const beside = <BesideText sentence={sentence} large={face === 'translation'} />;
  return (
    <>
      {face === 'translation' ? beside : own}
      {isBack && (
        <div className={styles.back}>
          {face === 'translation' ? own : beside}
          {note !== '' && <NoteText text={note} />}
          <Source sentence={sentence} />
        </div>
      )}
    </>
  );
}

function Glosses({ term, large = false }: { term: Term; large?: boolean }) {
  const { t } = useTranslation('review');
  const { language } = useFormat();
  const tags = glossTags(term, [language]);
  if (tags.length === 0) return <p className={styles.lost}>{t('session.noGloss')}</p>;
  return (
    <ul className={large ? styles.largeGlosses : styles.glosses}>
      {tags.map((tag) => (
        <li key={tag} lang={tag}>
          {(term.glosses[tag] ?? []).join('; ')}
        </li>
      ))}
    </ul>
  );
}

function Sentence({
  sentence: { text, form, language },
  gap,
  hint,
  large = false,
}: {
  sentence: CardSentence;
  gap: boolean;
  hint: boolean;
  large?: boolean;
}) {
  const { t } = useTranslation('review');
  return (
    <p className={large ? styles.largeSentence : styles.sentence} lang={language}>
      {sentenceParts(text, form).map((part, at) => {
        if (!part.asked) return <span key={at}>{part.text}</span>;
        if (!gap) return <mark key={at}>{part.text}</mark>;
        return (
          <span
            key={at}
            className={styles.gap}
            role="img"
            aria-label={t('session.gap', { hint: gapHint(part.text, hint) })}
          >
            {gapHint(part.text, hint)}
          </span>
        );
      })}
    </p>
  );
}

function BesideText({ sentence: { beside }, large = false }: { sentence: CardSentence; large?: boolean }) {
  if (beside === null) return null;
  return (
    <p className={large ? styles.largeSentence : styles.beside} lang={beside.language}>
      {beside.text}
    </p>
  );
}

function Source({ sentence: { titles, section } }: { sentence: CardSentence }) {
  const { language } = useFormat();
  const parts = [inLanguage(titles, 'und', language), section === null ? '' : inLanguage(section, language)];
  return <p className={styles.source}>{parts.filter((part) => part !== '').join(' · ')}</p>;
}
