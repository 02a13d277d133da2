import { beforeEach, expect, it, vi } from 'vitest';
import type { Answer, Card } from '#core/records/review.ts';
import { cardId } from '#core/review/make.ts';
import { settled, standIn, stores, term, type FakeApi } from '../app/stand-in.ts';

let api: FakeApi;
const noon = new Date(2026, 2, 10, 12).getTime();

beforeEach(() => {
  api = standIn();
  vi.useFakeTimers({ now: noon, toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  api.on('/api/library/changes', stores);
});

function cardOf(id: string, minutes: number): Card {
  const subject = { type: 'term', term: id } as const;
  const created = new Date(noon + minutes).toISOString();
  return { id: cardId(subject, 'word'), modified: '1', kind: 'card', subject, face: 'word', created };
}

/** The view with cards of the library's two terms, `qazan` and `uezd`, and a session begun. */
async function begun(answers: Answer[] = []) {
  const cards = [cardOf('qazan', 1), cardOf('uezd', 2)];
  api.on('/api/review', () => ({ cards, answers }));
  const { loadLibrary } = await import('#renderer/app/library-store.ts');
  const { loadReview } = await import('#renderer/review/load.ts');
  const sessions = await import('#renderer/review/session.ts');
  const { held } = await import('#renderer/review/held.ts');
  const { undo, redo, receive, commit } = await import('#renderer/app/commit.ts');
  const keep = await import('#renderer/review/keep.ts');
  await loadLibrary();
  await loadReview();
  sessions.openSession();
  const end = sessions.followChanges();
  const asked = (): string | undefined => {
    const subject = sessions.heldCard(sessions.session.getState().card)?.subject;
    return subject?.type === 'term' ? subject.term : undefined;
  };
  const answer = (rating: 1 | 2 | 3 | 4): void => {
    sessions.showBack();
    sessions.rate(rating);
  };
  return { ...sessions, ...keep, held, undo, redo, receive, commit, asked, answer, cards, end };
}

it('asks one card after the other, and takes no answer before the back was shown', async () => {
  const { asked, rate, answer, session } = await begun();
  expect(asked()).toBe('qazan');
  rate(3);
  expect([asked(), session.getState().given]).toEqual(['qazan', []]);
  answer(4);
  expect(asked()).toBe('uezd');
  answer(4);
  expect(asked()).toBeUndefined();
});

it('keeps an answer as a record with how long it took', async () => {
  const { showBack, rate } = await begun();
  vi.setSystemTime(noon + 4000);
  showBack();
  rate(3);
  await settled();
  const [change] = api.changes();
  expect(change?.added).toMatchObject([
    { kind: 'answer', rating: 3, took: 4000, at: new Date(noon + 4000).toISOString() },
  ]);
});

it('[R3] brings a card back whose answer is undone, as it stood', async () => {
  const { asked, answer, undo, redo, held, cards } = await begun();
  answer(4);
  await settled();
  expect(held.getState().log.progress(cards[0]?.id ?? '')).not.toBeNull();
  undo();
  expect(asked()).toBe('qazan');
  expect(held.getState().log.progress(cards[0]?.id ?? '')).toBeNull();
  redo();
  await settled();
  expect(held.getState().log.progress(cards[0]?.id ?? '')).not.toBeNull();
});

it('goes on to the next when the card is suspended, removed, or its word deleted', async () => {
  const { asked, suspendCards, removeCards, undo, cards, commit } = await begun();
  suspendCards(cards.slice(0, 1), true);
  expect(asked()).toBe('uezd');
  undo();
  removeCards(cards.slice(1));
  expect(asked()).toBe('qazan');
  commit(null, { added: [], updated: [], removed: [term('qazan')] }, null);
  expect(asked()).toBeUndefined();
});

it('takes over answers that another window gave', async () => {
  const { receive, held, cards } = await begun();
  const card = cards[0]?.id ?? '';
  const at = new Date(noon - 1000).toISOString();
  const theirs: Answer = { id: 'theirs', modified: '2', kind: 'answer', card, rating: 4, at };
  const { log } = held.getState();
  receive({ type: 'changed', work: null, records: [theirs] });
  expect(held.getState().log).not.toBe(log);
  expect(held.getState().log.progress(card)?.reps).toBe(1);
});

it('asks a forgotten card again in the same session, before its minute is over when nothing else is left', async () => {
  const { asked, answer } = await begun();
  answer(1);
  expect(asked()).toBe('uezd');
  answer(4);
  expect(asked()).toBe('qazan');
});

it('replays all answers when the reader wants to remember more', async () => {
  const at = new Date(noon - 5 * 86_400_000).toISOString();
  const answers = [{ id: 'a', modified: '1', kind: 'answer' as const, card: cardOf('qazan', 1).id, rating: 4, at }];
  const { keepStudy, held, cards } = await begun(answers);
  const { followRetention } = await import('#renderer/review/load.ts');
  const end = followRetention();
  const due = (): number =>
    held
      .getState()
      .log.progress(cards[0]?.id ?? '')
      ?.due.getTime() ?? 0;
  const before = due();
  keepStudy({ retention: 0.97 });
  expect(due()).toBeLessThan(before);
  end();
});
