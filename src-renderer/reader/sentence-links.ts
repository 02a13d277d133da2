import { isUnsure } from '#core/alignment/unsure.ts';
import type { Link } from '#core/alignment/link.ts';
import {
  keptSentences,
  sentencePairs,
  sentencePairsAtHand,
  type BeadSide,
  type SentencePair,
} from '#core/alignment/sentences.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Edition } from '#core/records/work.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { openedWork, type OpenWork } from '#renderer/app/work-store.ts';

/** The editions shown, as an arrangement has them. */
export interface Panes {
  readonly left: Edition;
  readonly right: Edition;
}

type Sides = readonly [own: BeadSide, other: BeadSide, stored: SentenceLinks | null];

/** Sentences are aligned while the page is idle, and after this many milliseconds in any case. */
const patience = 250;
/** What is left of an idle while for which it is worth to begin with another bead, in milliseconds. */
const worthwhile = 4;

/** Links whose sentences were asked for and are not aligned yet, the last one asked for at the end. */
const asked = new Map<string, { link: Link; sides: Sides }>();
const listeners = new Set<(paragraphs: ReadonlySet<string>) => void>();
let idle: number | null = null;

/**
 * Which sentences of a link stand together, the left edition's as `own`. `null` where that is not told: the link is unsure or
 * follows from several beads, or its texts are not here; and while it is not known yet. Then it is found when the page is idle,
 * and told by `onSentences`.
 *
 * @param edited a paragraph as it stands while it is being edited
 */
export function sentencesOf(link: Link, panes: Panes, edited: Paragraph | null = null): readonly SentencePair[] | null {
  const sides = sidesOf(link, panes, edited);
  if (sides === null) return null;
  const pairs = sentencePairsAtHand(...sides);
  if (pairs === null) ask(link, sides);
  return pairs;
}

/** Are the sentences of a link being found? */
export function sentencesPending({ id }: Link): boolean {
  return asked.has(id);
}

/** Tells the paragraphs of which sentences have been aligned. Gives the function that ends it. */
export function onSentences(listener: (paragraphs: ReadonlySet<string>) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The bead that a link between two editions is; `null` for one that follows from several, or from none. */
export function beadOf(link: Link, { left, right }: Panes, { alignments }: Pick<OpenWork, 'alignments'>): Bead | null {
  const beads = alignments[`${left.id}~${right.id}`] ?? alignments[`${right.id}~${left.id}`];
  const at = beads === undefined ? undefined : beadIndex(beads).get(link.id);
  return at === undefined ? null : (beads?.[at] ?? null);
}

function sidesOf(link: Link, panes: Panes, edited: Paragraph | null): Sides | null {
  const work = openedWork.getState().current;
  if (work === null || isUnsure(link)) return null;
  const bead = beadOf(link, panes, work);
  if (bead === null || link.source.length === 0 || link.target.length === 0) return null;
  const texts = (ids: readonly string[]): Paragraph[] =>
    ids.flatMap((id) => (edited?.id === id ? edited : (work.texts.get(id) ?? [])));
  const own = texts(link.source);
  const other = texts(link.target);
  if (own.length < link.source.length || other.length < link.target.length) return null;
  return [
    { paragraphs: own, language: panes.left.language },
    { paragraphs: other, language: panes.right.language },
    keptSentences(bead, panes.left.id),
  ];
}

function ask(link: Link, sides: Sides): void {
  asked.delete(link.id);
  asked.set(link.id, { link, sides });
  idle ??= requestIdleCallback(alignAsked, { timeout: patience });
}

function alignAsked(deadline: IdleDeadline): void {
  idle = null;
  const found = new Set<string>();
  do {
    const last = [...asked.values()].at(-1);
    if (last === undefined) break;
    asked.delete(last.link.id);
    sentencePairs(...last.sides);
    for (const id of [...last.link.source, ...last.link.target]) found.add(id);
  } while (deadline.timeRemaining() > worthwhile);
  if (asked.size > 0) idle = requestIdleCallback(alignAsked, { timeout: patience });
  for (const listener of listeners) listener(found);
}
