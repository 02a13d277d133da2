import type { Command, Key } from '#renderer/app/commands.ts';
import { undo } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { ratings } from '#core/review/schedule.ts';
import { notify } from '#renderer/app/notices.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { aloud } from '#renderer/aloud/player.ts';
import { mostSpoken, speak, type Spoken } from '#renderer/aloud/sound.ts';
import { contentOf, contents } from './contents.ts';
import { jumpToSentence } from './jump.ts';
import { removeCards, suspendCards } from './keep.ts';
import { closeSession, heldCard, rate, session, showBack } from './session.ts';

export const keys = {
  edit: { code: 'KeyE' },
  suspend: { code: 'KeyS' },
  jump: { code: 'KeyT' },
  listen: { code: 'KeyR' },
  undo: { code: 'KeyU' },
  remove: { code: 'Delete' },
  close: { code: 'Escape' },
} as const satisfies Record<string, Key>;

function current() {
  return heldCard(session.getState().card);
}

/** Takes back the last answer of the session. */
function undoAnswer(): void {
  if (session.getState().given.length > 0) undo();
}

/** Shows the sentence of the card that is asked in its text. */
function jumpToText(): void {
  const card = current();
  const sentence = card === null ? null : contentOf(card, contents.getState().known)?.sentence;
  if (sentence) void jumpToSentence(sentence);
}

/**
 * What can be heard of the card that is asked without giving its answer away: of the word its headword, once the back is
 * shown its sentence; `null` where nothing can.
 */
function spokenOfCard(): Spoken | null {
  const card = current();
  const { isBack } = session.getState();
  if (card === null) return null;
  const sentence = contentOf(card, contents.getState().known)?.sentence ?? null;
  const term = card.subject.type === 'term' ? library.getState().terms.get(card.subject.term) : undefined;
  if (!isBack && card.face !== 'word') return null;
  const isSentence = sentence !== null && (isBack || term === undefined);
  if (isSentence) return { language: sentence.language, text: sentence.text.slice(0, mostSpoken) };
  return term === undefined ? null : { language: term.language, text: term.headword };
}

function listen(): void {
  const spoken = spokenOfCard();
  if (spoken === null) return;
  speak(spoken, aloud.getState().speed).catch((failure: unknown) => {
    notify({ kind: 'failure', failure: failure as ApiFailure });
  });
}

/** What can be done in a session. @param edit opens the form of the card's term */
export function sessionCommands(edit: () => void): readonly Command[] {
  const group = 'review:group';
  const isAsked = (): boolean => session.getState().card !== null;
  const isBack = (): boolean => session.getState().isBack;
  return [
    {
      id: 'review.show',
      name: 'review:command.show',
      group,
      keys: [{ code: 'Space' }, { code: 'Enter' }, { code: 'NumpadEnter' }],
      enabled: () => isAsked() && !isBack(),
      run: showBack,
    },
    ...ratings.map((rating): Command => ({
      id: `review.rate-${String(rating)}`,
      name: `review:command.rate-${String(rating)}`,
      group,
      keys: [{ code: `Digit${String(rating)}` }, { code: `Numpad${String(rating)}` }],
      enabled: isBack,
      run: () => {
        rate(rating);
      },
    })),
    {
      id: 'review.good',
      name: 'review:command.good',
      group,
      keys: [{ code: 'Space' }, { code: 'Enter' }, { code: 'NumpadEnter' }],
      enabled: isBack,
      run: () => {
        rate(3);
      },
    },
    {
      id: 'review.undo',
      name: 'review:command.undo',
      group,
      keys: [keys.undo],
      enabled: () => session.getState().given.length > 0,
      run: undoAnswer,
    },
    {
      id: 'review.edit',
      name: 'review:command.edit',
      group,
      keys: [keys.edit],
      enabled: () => {
        const subject = current()?.subject;
        return subject?.type === 'term' && library.getState().terms.has(subject.term);
      },
      run: edit,
    },
    {
      id: 'review.suspend',
      name: 'review:command.suspend',
      group,
      keys: [keys.suspend],
      enabled: isAsked,
      run: () => {
        const card = current();
        if (card !== null) suspendCards([card], true);
      },
    },
    {
      id: 'review.remove',
      name: 'review:command.remove',
      group,
      keys: [keys.remove],
      enabled: isAsked,
      run: () => {
        const card = current();
        if (card !== null) removeCards([card]);
      },
    },
    {
      id: 'review.listen',
      name: 'review:command.listen',
      group,
      keys: [keys.listen],
      enabled: () => spokenOfCard() !== null,
      run: listen,
    },
    { id: 'review.jump', name: 'review:command.jump', group, keys: [keys.jump], enabled: isAsked, run: jumpToText },
    { id: 'review.close', name: 'review:command.close', group, keys: [keys.close], run: closeSession },
  ];
}
