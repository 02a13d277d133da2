import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import { caretBox, paragraphElement, pointAt, readsFromRight } from '../dom.ts';
import { readOnlyReason } from '../edit.ts';
import { hueStyle } from '../palette/ColourChoice.tsx';
import { usePalette } from '../palette/use-palette.ts';
import { followText } from '../follow-text.ts';
import { currentExtent, moveEndByWord, setExtent } from './change-extent.ts';
import { snapped, withEnd, type Extent } from './extent.ts';
import styles from './ExtentHandles.module.css';
import { previewExtent } from './preview.ts';

/** Handles at both ends of the chosen highlight, to be dragged or moved by words with the arrow keys. */
export function ExtentHandles() {
  const chosen = useStore(readerView, (state) => state.chosen);
  const busy = useStore(readerView, (state) => state.selection !== null || state.linking !== null);
  const annotation = useStore(openedWork, (state) =>
    chosen === null ? undefined : state.current?.annotations.get(chosen),
  );
  if (annotation === undefined || busy || readOnlyReason() !== null) return null;
  return <Handles key={annotation.id} id={annotation.id} colour={annotation.colour} version={annotation.targets} />;
}

function Handles({ id, colour, version }: { id: string; colour: string; version: unknown }) {
  const { t } = useTranslation('annotations');
  const keys = useId();
  const palette = usePalette();
  const [dragged, setDragged] = useState<Extent | null>(null);
  const texts = useStore(openedWork, (state) => state.current?.texts);
  const shown = dragged ?? currentExtent(id)?.extent ?? null;
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    previewExtent(dragged, currentExtent(id)?.edition ?? null);
    return () => {
      previewExtent(null, null);
    };
  }, [dragged, id]);
  useFollow(ref, shown, [version, texts, dragged]);
  useStandAside(ref);

  if (shown === null) return null;
  return (
    <div ref={ref} data-keeps-card style={hueStyle(palette.colour(colour).hue)}>
      <p id={keys} hidden>
        {t('extent.keys')}
      </p>
      {(['start', 'end'] as const).map((end) => (
        <Handle key={end} id={id} end={end} keys={keys} onDrag={setDragged} />
      ))}
    </div>
  );
}

function Handle({
  id,
  end,
  keys,
  onDrag,
}: {
  id: string;
  end: 'start' | 'end';
  /** The id of what says its keys. */
  keys: string;
  onDrag: (extent: Extent | null) => void;
}) {
  const { t } = useTranslation('annotations');
  const grip = useRef<{ from: Extent; at: Extent } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const current = currentExtent(id);
    if (event.button !== 0 || current === null) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { from: current.extent, at: current.extent };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const current = currentExtent(id);
    if (grip.current === null || current === null) return;
    const point = pointAt(event.clientX, event.clientY);
    if (point === null || current.edition.placeOf(point.paragraph) === null) return;
    const to = event.altKey ? point : snapped(point, current.edition);
    const next = withEnd(grip.current.from, end, to, current.edition);
    grip.current.at = next;
    onDrag(next);
  };
  const onPointerUp = (): void => {
    const current = currentExtent(id);
    if (grip.current !== null && current !== null && grip.current.at !== grip.current.from) {
      setExtent(id, grip.current.at, current.edition);
    }
    grip.current = null;
    onDrag(null);
  };
  const onPointerCancel = (): void => {
    grip.current = null;
    onDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : null;
    const paragraph = currentExtent(id)?.extent[end].paragraph ?? '';
    if (event.code === 'Escape' && grip.current !== null) {
      event.stopPropagation();
      onPointerCancel();
    }
    if (direction === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // Arrows go the way the eye sees them go.
    moveEndByWord(id, end, readsFromRight(paragraph) ? (direction === 1 ? -1 : 1) : direction);
  };

  return (
    <button
      type="button"
      className={styles.handle}
      data-end={end}
      hidden
      aria-label={end === 'start' ? t('extent.start') : t('extent.end')}
      aria-describedby={keys}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
      onKeyDown={onKeyDown}
    />
  );
}

/**
 * Lets the pointer through to the text while words are being selected: over an element that floats, the browser would extend
 * the selection to wherever that element stands in the page.
 */
function useStandAside(ref: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const begin = (event: globalThis.PointerEvent): void => {
      const handles = ref.current;
      if (handles === null || (event.target instanceof Node && handles.contains(event.target))) return;
      handles.style.pointerEvents = 'none';
    };
    const end = (): void => {
      ref.current?.style.removeProperty('pointer-events');
    };
    window.addEventListener('pointerdown', begin, { capture: true });
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      window.removeEventListener('pointerdown', begin, { capture: true });
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  }, [ref]);
}

/** Keeps the handles at the ends of the extent while the text scrolls or breaks its lines anew. */
function useFollow(ref: { readonly current: HTMLElement | null }, extent: Extent | null, on: readonly unknown[]): void {
  useLayoutEffect(() => {
    const place = (): void => {
      for (const handle of ref.current?.querySelectorAll<HTMLElement>('[data-end]') ?? []) {
        const start = handle.dataset['end'] === 'start';
        const box = extent === null ? null : caretBox(start ? extent.start : extent.end, start ? 'before' : 'after');
        handle.hidden = box === null || box.bottom < 0 || box.top > window.innerHeight;
        if (box === null) continue;
        handle.style.height = `${String(box.bottom - box.top)}px`;
        handle.style.transform = `translate(${String(box.left)}px, ${String(box.top)}px)`;
      }
    };
    const ends = extent === null ? [] : [extent.start, extent.end].map(({ paragraph }) => paragraphElement(paragraph));
    const { soon, stop } = followText(
      place,
      ends.filter((end) => end !== null),
    );
    // The text is drawn in the frame after a change; until the handles are placed they are hidden.
    soon();
    return stop;
    // oxlint-disable-next-line react/exhaustive-deps -- `on` says what moves the text.
  }, [ref, extent?.start.paragraph, extent?.start.offset, extent?.end.paragraph, extent?.end.offset, ...on]);
}
