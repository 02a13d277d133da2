import type { Link } from '#core/alignment/link.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { Arrangement } from '#renderer/reader/arrangement.ts';
import { onSentences, sentencesOf, sentencesPending } from '#renderer/reader/sentence-links.ts';
import { shownText } from '#renderer/reader/shown-text.ts';
import { echoesOf, type GutterEcho, type SentenceEcho } from './echo.ts';
import { annotationsOn, onAnnotations } from './store.ts';

/** What the annotations of a link show on its other side. */
export interface Echoes {
  readonly gutter: readonly GutterEcho[];
  readonly sentences: readonly SentenceEcho[];
}

const none: Echoes = { gutter: [], sentences: [] };
const known = new WeakMap<Link, { from: readonly unknown[]; echoes: Echoes }>();

/** The echoes of a link of the text that is shown; the same as long as nothing they follow from changes. */
export function echoesBeside(link: Link, arrangement: Pick<Arrangement, 'left' | 'right'>): Echoes {
  const paragraphs = [...link.source, ...link.target];
  const on = paragraphs.map(annotationsOn);
  if (on.every(({ length }) => length === 0)) return none;
  const { left, right } = arrangement;
  const texts = openedWork.getState().current?.texts;
  const pairs = sentencesOf(link, arrangement);
  const isPending = pairs === null && sentencesPending(link);
  const from = [link, left, right, pairs, isPending, ...on, ...paragraphs.map((id) => texts?.get(id))];
  const before = known.get(link);
  if (before?.from.length === from.length && from.every((one, at) => one === before.from[at])) return before.echoes;
  const echoes = echoesOf(link, {
    editions: [left.id, right.id],
    on: annotationsOn,
    sentences: () => (isPending ? 'pending' : pairs),
    text: (id) => texts?.get(id) ?? null,
  });
  known.set(link, { from, echoes });
  return echoes;
}

/** What of the other side shows on sentences of a paragraph. */
export function sentenceEchoesOn(paragraph: string): readonly SentenceEcho[] {
  const { arrangement } = shownText.getState();
  const link = arrangement?.index.get(paragraph)?.link;
  if (arrangement === null || link === undefined) return [];
  return echoesBeside(link, arrangement).sentences.filter((echo) => echo.paragraph === paragraph);
}

type Listener = (paragraphs: ReadonlySet<string> | 'all') => void;

const listeners = new Set<Listener>();
let stop: (() => void) | null = null;

/**
 * Tells on which paragraphs annotations or their echoes changed: also those aligned with what changed, those of which sentences
 * were found, and after another arrangement all with annotations beside them. Gives the function that ends it.
 */
export function onEchoes(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= listen();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

function listen(): () => void {
  const tell = (paragraphs: ReadonlySet<string> | 'all'): void => {
    const all = paragraphs === 'all' ? 'all' : withAligned(paragraphs);
    if (all !== 'all' && all.size === 0) return;
    for (const listener of listeners) listener(all);
  };
  const endings = [
    onAnnotations(tell),
    onSentences((paragraphs) => {
      if ([...paragraphs].some((id) => annotationsOn(id).length > 0)) tell(paragraphs);
    }),
    shownText.subscribe(({ arrangement }, before) => {
      if (arrangement !== before.arrangement) tell(annotated());
    }),
    openedWork.subscribe(({ current }, before) => {
      if (current === null || current.id !== before.current?.id || current.texts === before.current.texts) return;
      const old = before.current.texts;
      tell(new Set([...withAligned(annotated())].filter((id) => current.texts.get(id) !== old.get(id))));
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/** The paragraphs that annotations of the open work stand on. */
function annotated(): Set<string> {
  const all = openedWork.getState().current?.annotations.values() ?? [];
  return new Set([...all].flatMap(({ targets }) => targets.map(({ paragraph }) => paragraph)));
}

/** These paragraphs, and all that stand in one link with them. */
function withAligned(paragraphs: ReadonlySet<string>): ReadonlySet<string> {
  const { arrangement } = shownText.getState();
  if (arrangement === null) return paragraphs;
  const all = new Set(paragraphs);
  for (const id of paragraphs) {
    const link = arrangement.index.get(id)?.link;
    for (const one of [...(link?.source ?? []), ...(link?.target ?? [])]) all.add(one);
  }
  return all;
}
