import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { caretBox, union } from '#renderer/annotations/dom.ts';
import type { Box } from '#renderer/annotations/placement.ts';
import { useFloating } from '#renderer/annotations/use-floating.ts';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { glossaryView, type TextPlace } from './glossary-state.ts';
import styles from './HoverGloss.module.css';
import { useGlossaryLanguages } from './languages.ts';
import { levelNames } from './manage/levels.ts';
import { pointedTerm, type PointedTerm } from './lit.ts';
import { glossLine } from './names.ts';

/** Milliseconds on a word before its gloss comes up: long enough not to flicker while the pointer crosses the text. */
const delay = { pointer: 350, focus: 150 } as const;

/** What a marked word means, while the pointer or the word cursor is on it. It never moves the page; Esc hides it. */
export function HoverGloss() {
  const shown = useWhatIsShown();
  return (
    <>
      {shown !== null && <Gloss key={placeKey(shown.place)} pointed={shown} />}
      {/* The word cursor says the gloss aloud; the pointer need not. */}
      <div role="status" className={styles.said}>
        {shown?.by === 'focus' && <Lines terms={shown.terms} />}
      </div>
    </>
  );
}

/** Where a range of the text stands in the window; `null` when it is not mounted. */
export function boxOfPlace({ paragraph, start, end }: TextPlace): Box | null {
  const edges = [caretBox({ paragraph, offset: start }, 'before'), caretBox({ paragraph, offset: end }, 'after')];
  return union(edges.filter((edge) => edge !== null));
}

export function placeKey({ paragraph, start, end }: TextPlace): string {
  return `${paragraph} ${String(start)} ${String(end)}`;
}

function useWhatIsShown(): PointedTerm | null {
  const pointed = useStore(pointedTerm, ({ current }) => current);
  const isOpen = useStore(glossaryView, ({ open }) => open !== null);
  // What is selected has its toolbar above it, where the pointer's gloss would lie over the text.
  const isSelecting = useStore(readerView, ({ selection }) => selection !== null);
  const [shown, setShown] = useState<PointedTerm | null>(null);
  const isHeld = isOpen || (isSelecting && pointed?.by === 'pointer');
  useEffect(() => {
    if (pointed === null || isHeld) return;
    const timer = setTimeout(() => {
      setShown(pointed);
    }, delay[pointed.by]);
    const hide = (): void => {
      clearTimeout(timer);
      setShown(null);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    const scroll = (): void => {
      if (pointed.by === 'pointer') hide();
    };
    // While a press may become a selection the text must stay free.
    document.addEventListener('pointerdown', hide, { capture: true });
    document.addEventListener('keydown', key, { capture: true });
    window.addEventListener('scroll', scroll, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', hide, { capture: true });
      document.removeEventListener('keydown', key, { capture: true });
      window.removeEventListener('scroll', scroll, { capture: true });
    };
  }, [pointed, isHeld]);
  return isHeld || shown !== pointed ? null : shown;
}

function Gloss({ pointed }: { pointed: PointedTerm }) {
  const { place, by } = pointed;
  // What is selected has its toolbar above it.
  const ref = useFloating<HTMLDivElement>(() => boxOfPlace(place), by === 'pointer' ? 'above' : 'below', null);
  return (
    <div ref={ref} role="tooltip" className={styles.gloss}>
      <Lines terms={pointed.terms} />
    </div>
  );
}

/** In the script of the pane that shows its language. */
function Headword({ term }: { term: Term }) {
  const { tag, dir, text } = useLanguageScripts()(term.language);
  return (
    <b lang={tag} dir={dir}>
      {text(term.headword)}
    </b>
  );
}

function Glossed({ tag: language, text: gloss }: { tag: string; text: string }) {
  const { tag, dir, text } = useLanguageScripts()(language);
  return (
    <span lang={tag} dir={dir}>
      {text(gloss)}
    </span>
  );
}

function Lines({ terms }: { terms: readonly string[] }) {
  const { t } = useTranslation('glossary');
  const known = useStore(library, (state) => state.terms);
  const { shown } = useGlossaryLanguages();
  return terms.map((id) => {
    const term = known.get(id);
    if (term === undefined) return null;
    const line = glossLine(
      term,
      shown.filter((tag) => tag !== term.language),
    );
    return (
      <p key={id} className={styles.line}>
        <Headword term={term} />
        {line !== null && <Glossed {...line} />}
        {term.level !== undefined && (
          <span className={styles.level} data-level={term.level}>
            {t('level.at', { level: levelNames(t)[term.level] })}
          </span>
        )}
      </p>
    );
  });
}
