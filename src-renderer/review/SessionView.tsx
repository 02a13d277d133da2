import { useEffect, useMemo, useRef, useState } from 'react';
import { ArrowRightFromLine, EyeOff, Pencil, Trash2, Undo2, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Card } from '#core/records/review.ts';
import { isLeech, ratings, replayer, type Progress } from '#core/review/schedule.ts';
import type { StudySettings } from '#core/review/study.ts';
import { hush } from '#renderer/aloud/sound.ts';
import { NoSpeech } from '#renderer/aloud/NoSpeech.tsx';
import { offer, run } from '#renderer/app/commands.ts';
import { keyName } from '#renderer/app/keys.ts';
import { library } from '#renderer/app/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { CardFace } from './CardFace.tsx';
import { intervalName } from './interval.ts';
import { keys, sessionCommands } from './session-commands.ts';
import { closeSession, followChanges, heldCard, progressOf, rate, session, showBack, upcoming } from './session.ts';
import styles from './SessionView.module.css';
import { Summary } from './Summary.tsx';
import { TermDialog } from './TermDialog.tsx';
import { useReviews } from './use-review.ts';

/** The session: one card after the other, until none is left for today. */
export function SessionView() {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const { queue, study, now, cards, log } = useReviews();
  const { card: id, given } = useStore(session);
  const [edited, setEdited] = useState<string | null>(null);
  useEffect(followChanges, []);
  useEffect(
    () =>
      offer(
        sessionCommands(() => {
          const subject = heldCard(session.getState().card)?.subject;
          if (subject?.type === 'term') setEdited(subject.term);
        }),
      ),
    [],
  );
  const card = id === null ? undefined : cards.get(id);
  const { done, left } = progressOf(queue, given);
  return (
    <div className={styles.session}>
      <div className={styles.bar}>
        <progress
          className={styles.progress}
          value={done}
          max={Math.max(1, done + left)}
          aria-label={t('session.progress')}
        />
        <span className={styles.left} role="status">
          {t('session.left', { count: left, formatted: number(left) })}
        </span>
        <IconButton
          size="small"
          label={t('command.undo')}
          keys={keyName(keys.undo)}
          isDisabled={given.length === 0}
          onPress={() => void run('review.undo')}
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <Button size="small" onPress={closeSession}>
          {t('session.close')}
        </Button>
      </div>
      {card === undefined ? (
        <Summary queue={queue} given={given} now={now} />
      ) : (
        <Asked
          key={`${card.id} ${String(given.length)}`}
          card={card}
          progress={log.progress(card.id)}
          next={queue}
          study={study}
        />
      )}
      <NoSpeech />
      {edited !== null && (
        <TermDialog
          term={edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </div>
  );
}

function Asked({
  card,
  progress,
  next,
  study,
}: {
  card: Card;
  progress: Progress | null;
  next: Parameters<typeof upcoming>[0];
  study: StudySettings;
}) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const { isBack, turned } = useStore(session);
  const region = useRef<HTMLElement>(null);
  // With the card goes what is heard of it.
  useEffect(() => hush, []);
  const coming = useMemo(() => upcoming(next), [next]);
  useEffect(() => {
    // Keys answer from here; a button that went away would leave the focus nowhere.
    const focus = (): void => {
      region.current?.focus({ preventScroll: true });
    };
    focus();
    return session.subscribe((state, before) => {
      if (state.isBack !== before.isBack) focus();
    });
  }, []);
  const offered = useMemo(() => replayer(study.retention).intervals(progress, turned), [study, progress, turned]);
  const isTerm = useStore(library, ({ terms }) => card.subject.type === 'term' && terms.has(card.subject.term));
  const names = { 1: t('rating.1'), 2: t('rating.2'), 3: t('rating.3'), 4: t('rating.4') };
  return (
    <>
      <section
        ref={region}
        tabIndex={-1}
        className={styles.card}
        aria-label={isBack ? t('session.back') : t('session.front')}
      >
        <CardFace card={card} isBack={isBack} next={coming} study={study} />
        {isBack && isLeech(progress) && (
          <p className={styles.leech}>{t('session.leech', { count: progress?.lapses ?? 0 })}</p>
        )}
      </section>
      <div className={styles.answers}>
        {isBack ? (
          ratings.map((rating) => (
            <Button
              key={rating}
              variant="outline"
              className={styles.answer ?? ''}
              data-rating={rating}
              onPress={() => {
                rate(rating);
              }}
            >
              <span className={styles.name}>
                <kbd aria-hidden>{rating}</kbd> {names[rating]}
              </span>
              <span className={styles.interval}>{intervalName(offered[rating], t, number)}</span>
            </Button>
          ))
        ) : (
          <Button variant="primary" className={styles.show ?? ''} onPress={showBack}>
            {t('session.show')} <kbd aria-hidden>{keyName({ code: 'Space' })}</kbd>
          </Button>
        )}
      </div>
      <div className={styles.tools} role="toolbar" aria-label={t('session.tools')}>
        {isTerm && (
          <Tool label={t('command.edit')} id="review.edit" letter={keyName(keys.edit)}>
            <Pencil size={15} aria-hidden />
          </Tool>
        )}
        {(isBack || card.face === 'word') && (
          <Tool label={t('command.listen')} id="review.listen" letter={keyName(keys.listen)}>
            <Volume2 size={15} aria-hidden />
          </Tool>
        )}
        <Tool label={t('command.jump')} id="review.jump" letter={keyName(keys.jump)}>
          <ArrowRightFromLine size={15} aria-hidden />
        </Tool>
        <Tool label={t('command.suspend')} id="review.suspend" letter={keyName(keys.suspend)}>
          <EyeOff size={15} aria-hidden />
        </Tool>
        <Tool label={t('command.remove')} id="review.remove" letter={keyName(keys.remove)}>
          <Trash2 size={15} aria-hidden />
        </Tool>
      </div>
    </>
  );
}

function Tool({
  label,
  id,
  letter,
  children,
}: {
  label: string;
  id: string;
  letter: string;
  children: React.ReactNode;
}) {
  return (
    <IconButton size="small" label={label} keys={letter} onPress={() => void run(id)}>
      {children}
    </IconButton>
  );
}
